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

const store: FileStore = {
  read: (path) => {
    const state = stateOf(path);
    if (state?.isFile() !== true) return undefined;
    return { content: readFileSync(`/${path}`, "latin1"), modified: state.mtimeMs / 1000 };
  },
  write: (path, content) => writeFileSync(`/${path}`, content, "latin1"),
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

/** Real files; relative paths begin in `folder`, an absolute path. */
export function realFiles(folder: string): Files {
  return new FileTree(store, folder.slice(1), { holders: new Map(), isKnown: () => true });
}
