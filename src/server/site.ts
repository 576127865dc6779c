/**
 * A site at one moment: a project that nobody changes any more.
 *
 * Editing a file makes a new `Site`; tasks that began earlier keep theirs. Copies of a world share it, since it is
 * immutable.
 */
import type { FileContent, Project } from "../project/index.ts";
import { encodeText, readBytes, writeBytes } from "./byte-strings.ts";

export class Site {
  readonly project: Project;
  constructor(project: Project) {
    this.project = project;
  }
}

/** The content of a file as a byte string; undefined when there is no such file. */
export function readFile(site: Site, file: string): string | undefined {
  const content = site.project.files.get(file);
  if (content === undefined) return undefined;
  return typeof content === "string" ? encodeText(content) : readBytes(content);
}

/** The same without the byte order mark it may begin with, which is not for readers. */
export function readText(site: Site, file: string): string | undefined {
  return readFile(site, file)?.replace(/^\xef\xbb\xbf/, "");
}

/** The bytes of a file's content, exactly. */
export function contentBytes(content: FileContent): Uint8Array {
  return typeof content === "string" ? writeBytes(encodeText(content)) : content;
}

/** Line `line` of a file, as a byte string without its end; null when there is none. */
export function readLine(site: Site, file: string, line: number): string | null {
  return readText(site, file)?.split(/\r\n|\r|\n/)[line - 1] ?? null;
}
