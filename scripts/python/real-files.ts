/** The machine's own disk, for programs that run as `python2.7 FILE` would: what they write is really written. */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { type FileStore, type Files, FileTree } from "../../src/python/index.ts";

/** The file that was read last: who reads a file line by line asks for it again and again. */
let last = { path: "", size: 0, modified: 0, content: "" };

const store: FileStore = {
  read: (path) => {
    const state = stateOf(path);
    if (state?.isFile() !== true) return undefined;
    const { size, mtimeMs } = state;
    if (last.path !== path || last.size !== size || last.modified !== mtimeMs)
      last = { path, size, modified: mtimeMs, content: readFileSync(`/${path}`, "latin1") };
    return { content: last.content, modified: mtimeMs / 1000 };
  },
  write: (path, content) => {
    last.path = "";
    writeFileSync(`/${path}`, content, "latin1");
  },
  delete: (path) => isDone(() => unlinkSync(`/${path}`)),
  isFolder: (path) => stateOf(path)?.isDirectory() === true,
  makeFolder: (path) => mkdirSync(`/${path}`),
  removeFolder: (path) => isDone(() => rmdirSync(`/${path}`)),
  list: (path) => readdirSync(`/${path}`),
};

/** What lies there; undefined for nothing, also below a file. */
function stateOf(path: string): Stats | undefined {
  try {
    return statSync(`/${path}`);
  } catch {
    return undefined;
  }
}

function isDone(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

class RealFiles extends FileTree {
  enter(path: string): 0 | 2 | 20 {
    const state = this.look(path);
    if (state?.kind !== "folder") return state === undefined ? 2 : 20;
    this.folder = this.absolute(path).slice(1);
    return 0;
  }
}

/** Real files; relative paths begin in `folder`, an absolute path. */
export function realFiles(folder: string): Files {
  return new RealFiles(store, folder.slice(1), { holders: new Map(), isKnown: () => true });
}
