/**
 * The folder of the pages, read as a project, and read again where somebody edited it.
 *
 * `refresh` looks at times and sizes, and reads only what changed; when nothing did, it gives the same project as before.
 * A time is believed only when it is some seconds older than the look: file systems count time in coarse steps, and a
 * file may be written twice within one.
 *
 * What is not part of the site: names that begin with a dot (`.git`, `.env`), names that `checkPath` refuses, `server.ini`,
 * and links that lead out of the folder. A link to a file inside is followed; a link to a folder is not, since it may
 * lead round in a circle.
 */
import { type Dirent, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join, sep } from "node:path";
import {
  type Configuration,
  checkPath,
  type FileContent,
  MAX_FILES,
  type Project,
} from "../project/index.ts";
import { CONFIGURATION_FILE } from "./settings.ts";

/** Largest file served, in bytes: all files are held in memory. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** How old a change must be, in milliseconds, to be the last one with this time: FAT counts in two seconds. */
const SETTLED = 2_500;

interface KnownFile {
  stats: Stats;
  readAt: number;
  content: FileContent;
}

interface KnownFolder {
  stats: Stats;
  readAt: number;
  entries: Dirent[];
}

export class SiteFolder {
  readonly #root: string;
  readonly #now: () => number;
  readonly #warn: (message: string) => void;
  readonly #warned = new Set<string>();
  #files = new Map<string, KnownFile>();
  #folders = new Map<string, KnownFolder>();
  #project: Project;

  /** `warn` hears, once each, of files that cannot be served. */
  constructor(
    root: string,
    configuration: Configuration,
    now: () => number,
    warn: (message: string) => void,
  ) {
    this.#root = realpathSync(root);
    this.#now = now;
    this.#warn = warn;
    this.#project = { files: new Map(), configuration };
    this.refresh();
  }

  /** The project as the folder has it now; the same object as before when nothing changed. */
  refresh(): Project {
    const files = new Map<string, KnownFile>();
    this.#visit("", files);
    const before = this.#files;
    this.#files = files;
    if (hasSameContents(files, before)) return this.#project;
    const contents = Array.from(files, ([path, { content }]) => [path, content] as const);
    this.#project = { ...this.#project, files: new Map(contents) };
    return this.#project;
  }

  #visit(folder: string, found: Map<string, KnownFile>): void {
    for (const entry of this.#entriesOf(folder)) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith(".") || path === CONFIGURATION_FILE) continue;
      if (entry.isDirectory()) this.#visit(path, found);
      else if (entry.isFile() || entry.isSymbolicLink()) this.#enter(path, entry, found);
    }
  }

  #entriesOf(folder: string): Dirent[] {
    const real = join(this.#root, folder);
    const stats = statSync(real, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    const known = this.#folders.get(folder);
    if (known !== undefined && isSame(known, stats)) return known.entries;
    try {
      const readAt = this.#now();
      const entries = readdirSync(real, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
      this.#folders.set(folder, { stats, readAt, entries });
      return entries;
    } catch (error) {
      this.#warnOnce(folder, `The folder ${folder} is not served: ${reasonOf(error)}`);
      return [];
    }
  }

  #enter(path: string, entry: Dirent, found: Map<string, KnownFile>): void {
    const real = entry.isFile() ? join(this.#root, path) : this.#target(path);
    const stats = real === null ? undefined : statSync(real, { throwIfNoEntry: false });
    if (real === null || stats?.isFile() !== true) return;
    const known = this.#files.get(path);
    if (known !== undefined && isSame(known, stats)) {
      found.set(path, known);
      return;
    }
    const refusal = this.#refusal(path, stats, found.size);
    if (refusal !== null) this.#warnOnce(path, `${path} is not served: ${refusal}`);
    else this.#read(path, real, stats, found);
  }

  #refusal(path: string, { size }: Stats, count: number): string | null {
    const check = checkPath(path);
    if (!check.ok) return check.reason;
    if (count >= MAX_FILES) return `a site has at most ${MAX_FILES} files. Is this the folder of the pages?`;
    return size > MAX_FILE_BYTES ? `it has ${size} bytes; the most is ${MAX_FILE_BYTES}.` : null;
  }

  /** Where the link at `path` leads, if that is inside the folder. */
  #target(path: string): string | null {
    try {
      const target = realpathSync(join(this.#root, path));
      if (target.startsWith(this.#root + sep)) return target;
      this.#warnOnce(path, `${path} is not served: it is a link that leads out of the folder, to ${target}.`);
    } catch (error) {
      this.#warnOnce(path, `${path} is not served: ${reasonOf(error)}`);
    }
    return null;
  }

  #read(path: string, real: string, stats: Stats, found: Map<string, KnownFile>): void {
    const readAt = this.#now();
    try {
      const content = decode(readFileSync(real));
      const before = this.#files.get(path)?.content;
      found.set(path, { stats, readAt, content: isEqual(before, content) ? before : content });
    } catch (error) {
      this.#warnOnce(path, `${path} is not served: ${reasonOf(error)}`);
    }
  }

  #warnOnce(path: string, message: string): void {
    if (this.#warned.has(path)) return;
    this.#warned.add(path);
    this.#warn(message);
  }
}

function hasSameContents(files: Map<string, KnownFile>, before: Map<string, KnownFile>): boolean {
  if (files.size !== before.size) return false;
  for (const [path, { content }] of files) if (before.get(path)?.content !== content) return false;
  return true;
}

/** True when what was read is what is there still. */
function isSame({ stats, readAt }: { stats: Stats; readAt: number }, now: Stats): boolean {
  return (
    stats.mtimeMs === now.mtimeMs &&
    stats.size === now.size &&
    stats.ino === now.ino &&
    readAt - stats.mtimeMs > SETTLED
  );
}

function isEqual(before: FileContent | undefined, after: FileContent): before is FileContent {
  if (typeof before === "string" || typeof after === "string" || before === undefined)
    return before === after;
  return Buffer.compare(before, after) === 0;
}

/** Text when the bytes are UTF-8, otherwise the bytes. */
function decode(bytes: Buffer): FileContent {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new Uint8Array(bytes);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
