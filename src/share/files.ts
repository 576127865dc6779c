/** Which files can be a site's, when they come from a stranger: their number, their sizes, and names that can lie on any disk. */
import { createProject, defaultConfiguration, type FileContent } from "../project/index.ts";
import { Malformed, refuse } from "./bytes.ts";
import { MAX_FILE, MAX_SHARED_FILES } from "./limits.ts";

/** Paths and contents in order, before anybody has looked whether they are a site's. */
export type Files = [path: string, content: FileContent][];

/** Names that are no files, wherever they stand in a path: whoever kept files in a plain object would be surprised. */
const reserved = /(^|\/)(__proto__|constructor|prototype)(\/|$)/;

/** The files as a site's. Raises `Malformed` if they cannot be one. */
export function checkFiles(files: Files): ReadonlyMap<string, FileContent> {
  if (files.length > MAX_SHARED_FILES) throw new Malformed({ kind: "too-large", what: "files" });
  for (const [path, content] of files) {
    if (reserved.test(path)) refuse(`“${path}” cannot be the name of a file`);
    if (sizeOf(content) > MAX_FILE) throw new Malformed({ kind: "too-large", what: "file" });
  }
  const edit = createProject(files, defaultConfiguration);
  if (!edit.ok) refuse(edit.reason);
  return edit.project.files.size === files.length ? edit.project.files : refuse("a file is there twice");
}

/** The content as bytes. */
export function bytesOf(content: FileContent): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

/** Bytes of a content. */
function sizeOf(content: FileContent): number {
  return bytesOf(content).length;
}
