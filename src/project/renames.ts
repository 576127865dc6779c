/** Edits of files that are there: another name, or their end. The others are in `edits.ts`. */
import { type Edit, refuseNew, taken, withFiles } from "./edits.ts";
import type { Project } from "./project.ts";

/** Gives a file another name; it keeps its content and its place in the list. */
export function renameFile(project: Project, path: string, to: string): Edit {
  if (!project.files.has(path)) return missing(path);
  if (path === to) return { ok: true, project };
  if (project.files.has(to)) return taken(to);
  const without = new Map(project.files);
  without.delete(path);
  const refusal = refuseNew({ ...project, files: without }, to);
  if (refusal !== undefined) return refusal;
  const renamed = [...project.files].map(([name, content]) => [name === path ? to : name, content] as const);
  return withFiles(project, new Map(renamed));
}

/** Removes a file. */
export function removeFile(project: Project, path: string): Edit {
  if (!project.files.has(path)) return missing(path);
  const files = new Map(project.files);
  files.delete(path);
  return withFiles(project, files);
}

function missing(path: string): Edit {
  return { ok: false, reason: `There is no file called “${path}”.` };
}
