/**
 * From a path to a file: Karrigell's rules.
 *
 *  - A file of that name is it. A script may be followed by more names: they are its `THIS.subpath`.
 *  - A directory asked for without its final `/` is a redirect to it with one. With it, its one index page; several
 *    are a choice; none is a listing where `allow_directory_listing` says so, and forbidden otherwise.
 *  - Otherwise the name with `.html`, `.htm`, `.py`, `.pih`, `.hip`, `.ks` is tried: one is it, several are a choice.
 *  - Nothing found: the answer names the missing file and the files whose names come near.
 */
import type { FileContent, Project } from "../project/index.ts";
import { extensionOf } from "./media-types.ts";
import type { RequestTarget } from "./request-target.ts";

/** The endings tried for a name without one, and for index pages, in Karrigell's order. */
const triedExtensions = ["html", "htm", "py", "pih", "hip", "ks"] as const;
/** Endings of files that are never sent. */
const hiddenExtensions = new Set(["ini"]);

type Files = ReadonlyMap<string, FileContent>;

/** Where a path leads. `file` is always a path of the project. */
export type Resolution =
  | { kind: "script"; file: string; language: "pih" | "py"; subpath: string[] }
  | { kind: "static"; file: string }
  | { kind: "directory-redirect"; location: string }
  | { kind: "choice"; files: string[] }
  /** `directory` ends in `/`, or is empty for the root; the names of directories end in `/`. */
  | { kind: "listing"; directory: string; names: string[] }
  | { kind: "forbidden"; file: string; reason: string }
  | { kind: "unsupported"; file: string; extension: "hip" | "ks" }
  | { kind: "missing"; file: string; near: string[] };

/** Resolves a target that could be read. */
export function resolveTarget(project: Project, target: RequestTarget & { ok: true }): Resolution {
  const wanted = target.names.join("/");
  if (target.directory && isDirectory(project.files, wanted)) return resolveIndex(project, wanted);
  if (!target.directory && isDirectory(project.files, wanted) && !project.files.has(wanted))
    return { kind: "directory-redirect", location: addSlash(target) };
  return resolveFile(project.files, target) ?? missing(project.files, wanted);
}

function addSlash({ path, query }: RequestTarget & { ok: true }): string {
  return query === "" ? `${path}/` : `${path}/?${query}`;
}

function resolveFile(files: Files, target: RequestTarget & { ok: true }): Resolution | undefined {
  for (let count = 1; count <= target.names.length; count++) {
    const file = target.names.slice(0, count).join("/");
    const subpath = target.names.slice(count);
    const whole = subpath.length === 0 && !target.directory;
    const found = files.has(file) ? [file] : whole ? withExtensions(files, file) : [];
    const resolution = found.length > 1 ? choice(found) : classify(found[0], subpath);
    if (resolution !== undefined && (whole || takesSubpath(resolution))) return resolution;
  }
  return undefined;
}

/** Only programs can make something of the names behind them; a file that is one of our unsupported kinds says so. */
function takesSubpath({ kind }: Resolution): boolean {
  return kind === "script" || kind === "unsupported";
}

function choice(found: string[]): Resolution {
  return { kind: "choice", files: found };
}

function withExtensions(files: Files, file: string): string[] {
  return triedExtensions.map((extension) => `${file}.${extension}`).filter((name) => files.has(name));
}

function resolveIndex({ files, configuration }: Project, directory: string): Resolution {
  const prefix = directory === "" ? "" : `${directory}/`;
  const found = withExtensions(files, `${prefix}index`);
  const [only] = found;
  if (only !== undefined && found.length === 1) return classify(only, []) ?? missing(files, only);
  if (found.length > 1) return choice(found);
  if (configuration.allow_directory_listing)
    return { kind: "listing", directory: prefix, names: namesIn(files, prefix) };
  return {
    kind: "forbidden",
    file: prefix,
    reason:
      "This directory has no index page, and allow_directory_listing is off. Add an index.html or an index.pih, or ask for a file by its name.",
  };
}

/** The files and directories right under `prefix`, directories first, each group by name; hidden files are left out. */
function namesIn(files: Files, prefix: string): string[] {
  const names = new Set<string>();
  for (const file of files.keys()) {
    if (!file.startsWith(prefix) || hiddenExtensions.has(extensionOf(file))) continue;
    const rest = file.slice(prefix.length);
    names.add(rest.slice(0, rest.indexOf("/") + 1) || rest);
  }
  const rank = (name: string) => `${name.endsWith("/") ? 0 : 1}${name}`;
  return [...names].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function classify(file: string | undefined, subpath: string[]): Resolution | undefined {
  if (file === undefined) return undefined;
  const extension = extensionOf(file);
  if (extension === "pih" || extension === "py")
    return { kind: "script", file, language: extension, subpath };
  if (extension === "hip" || extension === "ks") return { kind: "unsupported", file, extension };
  if (hiddenExtensions.has(extension))
    return {
      kind: "forbidden",
      file,
      reason: `Files ending in .${extension} are the server's own: it never sends them.`,
    };
  return { kind: "static", file };
}

/** The root is a directory even of an empty site. */
function isDirectory(files: Files, path: string): boolean {
  if (path === "") return true;
  for (const file of files.keys()) if (file.startsWith(`${path}/`)) return true;
  return false;
}

function missing(files: Files, file: string): Resolution {
  return { kind: "missing", file, near: nearNames(files, file) };
}

/** Names at most a third of whose letters differ, or that one begins, nearest first, three at most. */
function nearNames(files: Files, file: string): string[] {
  const limit = Math.max(2, Math.floor(file.length / 3));
  return [...files.keys()]
    .filter((name) => name.length < 200)
    .map((name) => ({ name, distance: distanceOf(name, file) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** The smaller of the edit distances with and without the endings, capitals not counted; 2 when one begins the other. */
function distanceOf(name: string, wanted: string): number {
  const [a, b] = [name.toLowerCase(), wanted.toLowerCase().slice(0, 200)];
  const [stemA, stemB] = [a.replace(/\.[^./]*$/, ""), b.replace(/\.[^./]*$/, "")];
  const distance = Math.min(editDistance(a, b), editDistance(stemA, stemB) + 1);
  const begins = stemB.length > 2 && (stemA.startsWith(stemB) || stemB.startsWith(stemA));
  return begins ? Math.min(distance, 2) : distance;
}

/** Levenshtein's distance: insertions, deletions and replacements from `a` to `b`. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
