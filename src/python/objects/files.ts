/**
 * The files a program sees, as the host keeps them: `open`, `os` and `sqlite3` work on these. Paths and contents are byte
 * strings; a path is absolute or relative to the folder of the page, and leads nowhere else.
 */
import type { PyList } from "./builtin-objects.ts";

/** What a path leads to. */
export type FileState = { kind: "file"; content: string; modified: number } | { kind: "folder" } | undefined;

/** Why something was not done, as CPython's `errno`; 0 when it was. */
export type Errno = 0 | 1 | 2 | 11 | 13 | 17 | 20 | 21 | 28 | 39;

export interface Files {
  /** The whole path, beginning with a slash; of ".", the folder that relative paths begin in. */
  absolute(path: string): string;
  /** What is there; `modified` in seconds since the epoch. */
  look(path: string): FileState;
  /** Writes the whole file. */
  write(path: string, content: string): Errno;
  /** Removes a file, or an empty folder. */
  remove(path: string, kind: "file" | "folder"): Errno;
  makeFolder(path: string): Errno;
  /** Makes it the folder that relative paths begin in; absent, that is always the same. */
  enter?(path: string): Errno;
  /** The names in a folder, sorted; undefined when it is none. */
  list(path: string): string[] | undefined;
  /**
   * Has `owner` hold the file as the only one who writes: 11 when another holds it. An owner that nobody can reach any more
   * has let go.
   */
  hold(path: string, owner: PyList): Errno;
  /** Lets go of what `owner` holds. */
  release(owner: PyList): void;
}

const words: Readonly<Record<number, string>> = {
  1: "Operation not permitted",
  2: "No such file or directory",
  9: "Bad file descriptor",
  11: "Resource temporarily unavailable",
  13: "Permission denied",
  17: "File exists",
  20: "Not a directory",
  21: "Is a directory",
  22: "Invalid argument",
  28: "No space left on device",
  39: "Directory not empty",
};

/** `os.strerror`. */
export function errnoText(errno: number): string {
  return words[errno] ?? `Unknown error ${errno}`;
}
