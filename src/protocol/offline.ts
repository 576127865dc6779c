/**
 * How a page asks its worker to keep the files of the app, so that it opens without a network: once the page is idle, and again after
 * each start, which costs one small request when all are there.
 */

/** Asks the worker to keep all files of its build. */
export interface KeepFilesMessage {
  kind: "keep-files";
}

/** The answer: all are kept, or not: another version is published by now, the network went away, the disk is full. */
export interface FilesKeptMessage {
  kind: "files-kept";
  kept: boolean;
}

/** Is this the message that asks for the files to be kept? */
export function isKeepFiles(data: unknown): data is KeepFilesMessage {
  return typeof data === "object" && data !== null && "kind" in data && data.kind === "keep-files";
}
