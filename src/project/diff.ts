/**
 * What changed from one project to another, as a list of changes that can be shown, applied and written as JSON.
 * Renames are told from content: a file that went and one that came with the same content are one file renamed.
 */
import type { Configuration } from "./configuration.ts";
import { sameContent } from "./edits.ts";
import type { FileContent, Project } from "./project.ts";

export type Change =
  | { kind: "added"; path: string; content: FileContent }
  | { kind: "edited"; path: string; content: FileContent }
  | { kind: "deleted"; path: string }
  | { kind: "renamed"; path: string; to: string }
  | { kind: "configured"; changes: Partial<Configuration> };

/** The changes that turn `from` into `to`: files in the order of `to`, then deletions, then options. */
export function diffProjects(from: Project, to: Project): Change[] {
  const deleted = [...from.files.keys()].filter((path) => !to.files.has(path));
  const changes: Change[] = [];
  for (const [path, content] of to.files) {
    if (sameContent(from.files.get(path), content)) continue;
    const source = from.files.has(path)
      ? -1
      : deleted.findIndex((old) => sameContent(from.files.get(old), content));
    if (source >= 0) changes.push({ kind: "renamed", path: deleted.splice(source, 1)[0] ?? path, to: path });
    else changes.push({ kind: from.files.has(path) ? "edited" : "added", path, content });
  }
  changes.push(...deleted.map((path): Change => ({ kind: "deleted", path })));
  const configured = diffConfigurations(from.configuration, to.configuration);
  if (Object.keys(configured).length > 0) changes.push({ kind: "configured", changes: configured });
  return changes;
}

/** The project after `changes`. Paths are believed: they come from `diffProjects` or past a decoder. */
export function applyChanges(project: Project, changes: readonly Change[]): Project {
  const files = new Map(project.files);
  let configuration = project.configuration;
  for (const change of changes) {
    if (change.kind === "configured") configuration = { ...configuration, ...change.changes };
    else applyToFiles(files, change);
  }
  return { files, configuration };
}

/** The options of `to` that differ from `from`. */
function diffConfigurations(from: Configuration, to: Configuration): Partial<Configuration> {
  const differing = Object.entries(to).filter(([name, value]) => from[name as keyof Configuration] !== value);
  return Object.fromEntries(differing);
}

function applyToFiles(
  files: Map<string, FileContent>,
  change: Exclude<Change, { kind: "configured" }>,
): void {
  if (change.kind === "deleted") files.delete(change.path);
  else if (change.kind === "renamed") {
    const content = files.get(change.path);
    files.delete(change.path);
    if (content !== undefined) files.set(change.to, content);
  } else files.set(change.path, change.content);
}
