/** A disk in memory, as plain data, for programs that run on their own. */
import type { PyList } from "../objects/builtin-objects.ts";
import type { Files } from "../objects/files.ts";
import { FileTree } from "./file-tree.ts";

/** What is on such a disk, by path; "" is the top folder. */
export interface MemoryDisk {
  files: Map<string, { content: string; modified: number }>;
  folders: Set<string>;
  holders: Map<string, PyList>;
}

/** An empty disk. */
export function createMemoryDisk(): MemoryDisk {
  return { files: new Map(), folders: new Set([""]), holders: new Map() };
}

/** The files of `disk`, as a program sees them that begins at its top. */
export function memoryFiles({ files, folders, holders }: MemoryDisk, now: () => number): Files {
  const isIn = (folder: string, path: string) =>
    path !== "" && path.slice(0, Math.max(0, path.lastIndexOf("/"))) === folder;
  const store = {
    read: (path: string) => files.get(path),
    write: (path: string, content: string) => void files.set(path, { content, modified: now() }),
    delete: (path: string) => files.delete(path),
    isFolder: (path: string) => folders.has(path),
    makeFolder: (path: string) => void folders.add(path),
    removeFolder: (path: string) => folders.delete(path),
    list: (folder: string) =>
      [...files.keys(), ...folders]
        .filter((path) => isIn(folder, path))
        .map((path) => path.slice(path.lastIndexOf("/") + 1)),
  };
  // NOT-PYTHON: a connection that nobody knows any more still holds its file, until it is closed.
  return new FileTree(store, "", { holders, isKnown: () => true });
}
