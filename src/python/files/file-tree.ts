/**
 * A disk as programs see it, above whatever keeps the contents: paths, folders, the errors of Unix, and who may write to a
 * database.
 *
 *     /           the top; ".." stays there, so that nothing leads out
 *     /panier/    the folder of the page: "notes.txt" is /panier/notes.txt
 */
import type { PyList } from "../objects/builtin-objects.ts";
import type { Errno, FileState, Files } from "../objects/files.ts";

/** Where contents are kept. Paths have no slash at either end; "" is the top. */
export interface FileStore {
  read(path: string): { content: string; modified: number } | undefined;
  write(path: string, content: string): void;
  /** False when it may not be removed. */
  delete(path: string): boolean;
  isFolder(path: string): boolean;
  makeFolder(path: string): void;
  removeFolder(path: string): boolean;
  /** The names in a folder, in any order. */
  list(path: string): string[];
}

/** Who holds which file, by path; and whether somebody still knows a holder. */
export interface FileHolders {
  readonly holders: Map<string, PyList>;
  isKnown(holder: PyList): boolean;
}

/** The largest file, in bytes. */
const MAX_SIZE = 8 * 1024 * 1024;

export class FileTree implements Files {
  readonly #store: FileStore;
  /** Where relative paths begin. */
  protected folder: string;
  readonly #holders: FileHolders;

  /** `folder` is where relative paths begin, as a store's path. */
  constructor(store: FileStore, folder: string, holders: FileHolders) {
    this.#store = store;
    this.folder = folder;
    this.#holders = holders;
  }

  absolute(path: string): string {
    return `/${this.#resolve(path)}`;
  }

  look(path: string): FileState {
    const at = this.#resolve(path);
    const file = path === "" || path.endsWith("/") ? undefined : this.#store.read(at);
    if (file !== undefined) return { kind: "file", ...file };
    return path !== "" && this.#store.isFolder(at) ? { kind: "folder" } : undefined;
  }

  write(path: string, content: string): Errno {
    const at = this.#resolve(path);
    if (path === "") return 2;
    if (this.#store.isFolder(at)) return 21;
    const problem = this.#parentProblem(at);
    if (problem !== 0) return problem;
    if (content.length > MAX_SIZE) return 28;
    this.#store.write(at, content);
    return 0;
  }

  remove(path: string, kind: "file" | "folder"): Errno {
    const at = this.#resolve(path);
    const state = this.look(path);
    if (state === undefined) return 2;
    if (state.kind !== kind) return kind === "file" ? 21 : 20;
    if (kind === "file") return this.#store.delete(at) ? 0 : 13;
    if (this.#store.list(at).length > 0) return 39;
    return this.#store.removeFolder(at) ? 0 : 13;
  }

  makeFolder(path: string): Errno {
    const at = this.#resolve(path);
    if (path === "") return 2;
    if (this.look(path) !== undefined) return 17;
    const problem = this.#parentProblem(at);
    if (problem === 0) this.#store.makeFolder(at);
    return problem;
  }

  list(path: string): string[] | undefined {
    const at = this.#resolve(path);
    return this.look(path)?.kind === "folder" ? this.#store.list(at).sort() : undefined;
  }

  hold(path: string, owner: PyList): Errno {
    const { holders } = this.#holders;
    const at = this.absolute(path);
    const holder = holders.get(at);
    if (holder !== undefined && holder !== owner && this.#holders.isKnown(holder)) return 11;
    holders.set(at, owner);
    return 0;
  }

  release(owner: PyList): void {
    const { holders } = this.#holders;
    for (const [path, holder] of holders) if (holder === owner) holders.delete(path);
  }

  #resolve(path: string): string {
    const names = path.startsWith("/") ? [] : this.folder.split("/").filter(Boolean);
    for (const name of path.split("/")) {
      if (name === "..") names.pop();
      else if (name !== "" && name !== ".") names.push(name);
    }
    return names.join("/");
  }

  #parentProblem(at: string): Errno {
    const parent = at.slice(0, Math.max(0, at.lastIndexOf("/")));
    if (this.#store.isFolder(parent)) return 0;
    return this.#store.read(parent) === undefined ? 2 : 20;
  }
}
