/**
 * Edits of a site: each takes a project and gives a new one, sharing what did not change.
 *
 * What a learner can get wrong (a name that is taken, a file that is not there) comes back as `{ ok: false, reason }`,
 * a sentence to show; nothing here throws and nothing is changed in place, so undo is keeping the old value.
 */
import type { Configuration } from "./configuration.ts";
import { checkPath } from "./paths.ts";
import type { FileContent, Project } from "./project.ts";

/** The project after the edit, or why it could not be made. */
export type Edit = { ok: true; project: Project } | { ok: false; reason: string };

/** Most files a site may have. */
export const MAX_FILES = 1_000;

/** Adds a file that must not exist yet. */
export function addFile(project: Project, path: string, content: FileContent): Edit {
  if (project.files.has(path)) return taken(path);
  return writeFile(project, path, content);
}

/** Writes a file, new or not. A file keeps its place in the list. */
export function writeFile(project: Project, path: string, content: FileContent): Edit {
  const known = project.files.has(path);
  const refusal = known ? undefined : refuseNew(project, path);
  if (refusal !== undefined) return refusal;
  if (known && sameContent(project.files.get(path), content)) return { ok: true, project };
  return withFiles(project, new Map(project.files).set(path, content));
}

/** A project of `files`; the first path that may not be used is the reason when it fails. */
export function createProject(
  files: Iterable<readonly [string, FileContent]>,
  configuration: Configuration,
): Edit {
  let edit: Edit = { ok: true, project: { files: new Map(), configuration } };
  for (const [path, content] of files) {
    if (edit.ok) edit = writeFile(edit.project, path, content);
  }
  return edit;
}

/** True when two contents are the same text or the same bytes. */
export function sameContent(a: FileContent | undefined, b: FileContent | undefined): boolean {
  if (!(a instanceof Uint8Array) || !(b instanceof Uint8Array)) return a === b;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** A project with these files in the place of its own. */
export function withFiles(project: Project, files: ReadonlyMap<string, FileContent>): Edit {
  return { ok: true, project: { ...project, files } };
}

/** Why a file called `path` cannot be added; undefined when it can. */
export function refuseNew(project: Project, path: string): Edit | undefined {
  const check = checkPath(path);
  if (!check.ok) return check;
  if (project.files.size >= MAX_FILES) {
    return { ok: false, reason: `The site has ${MAX_FILES} files, the most it may have. Delete one first.` };
  }
  return refuseFolderClash(project, path);
}

/** A name cannot be both a file and a folder: real disks could not hold it. */
function refuseFolderClash(project: Project, path: string): Edit | undefined {
  for (const existing of project.files.keys()) {
    if (existing.startsWith(`${path}/`)) return clash(path, existing);
    if (path.startsWith(`${existing}/`)) return clash(existing, path);
  }
  return undefined;
}

function clash(file: string, inside: string): Edit {
  return {
    ok: false,
    reason: `“${file}” cannot be a file and also the folder of “${inside}”. Choose another name for one of them.`,
  };
}

/** Why no second file can be called `path`. */
export function taken(path: string): Edit {
  return { ok: false, reason: `There is already a file called “${path}”. Choose another name.` };
}
