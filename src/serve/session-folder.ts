/**
 * A disk whose folder of sessions is a real folder: one pickle file for each session, that CPython reads as well.
 *
 *     exemple-sessions/Ab3dE5gH1jK2mN4p      (dS'prenom'  S'Jean'  s.
 *
 * The files are the truth. What this object keeps in memory is an index of them and what it read last; before every use it
 * asks the file system whether the file is still the one it knows, so that a session deleted, changed or damaged from outside
 * is noticed at the next request.
 *
 * A file is written under another name and then renamed over the old one: whoever reads, and whoever is killed in the middle, has the old
 * session or the new one, never half of one. There is no fsync: what was renamed survives the end of this process, however
 * sudden. Only a power failure may take the last seconds, and a session is not worth some milliseconds of every request.
 *
 * A file's name never is what a client chose, unless that is letters and digits: any other id is known by its SHA-256.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { raiseError } from "../python/index.ts";
import { Disk, type DiskFile, sessionPath } from "../sessions/index.ts";

/** Where sessions are on the engine's disk. */
const prefix = sessionPath("").slice(0, sessionPath("").lastIndexOf("/") + 1);
/** Names that Windows gives to devices, whatever the folder. */
const plain = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]{1,64}$/i;
/** Names of other ids: `~` and a SHA-256. The engine's own encoding of ids has no `~`. */
const hashed = /^~[0-9a-f]{64}$/;
/** Names of files being written. */
const temporary = /^\.[a-z0-9]+\.tmp$/;

/** How a file is known to be the same: a new file has another inode, a changed one another time or size. */
type Mark = Pick<Stats, "ino" | "mtimeMs" | "size">;

export class SessionFolder extends Disk {
  readonly #folder: string;
  readonly #marks = new Map<string, Mark>();

  /** Opens `folder`, making it if need be. Throws when it cannot be read or written. */
  constructor(folder: string) {
    super();
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#readFolder();
    this.#replace(".probe.tmp", "");
    rmSync(join(folder, ".probe.tmp"));
  }

  override read(path: string): DiskFile | undefined {
    const name = fileNameOf(path);
    if (name === null) return super.read(path);
    const real = join(this.#folder, name);
    const stats = statSync(real, { throwIfNoEntry: false });
    if (stats?.isFile() !== true) {
      this.#forget(name);
      return undefined;
    }
    const known = super.read(prefix + name);
    if (known !== undefined && isSame(this.#marks.get(name), stats)) return known;
    const content = attempt("read", real, () => readFileSync(real, "latin1"));
    this.#marks.set(name, markOf(stats));
    return super.write(prefix + name, content, stats.mtimeMs);
  }

  override write(path: string, content: string, now: number): DiskFile {
    const name = fileNameOf(path);
    if (name === null) return super.write(path, content, now);
    // A page that only looks at its session writes back what is there: the file stays as it is.
    if (this.read(path)?.content !== content) {
      const mark = attempt("written", join(this.#folder, name), () => this.#replace(name, content));
      this.#marks.set(name, mark);
    }
    return super.write(prefix + name, content, now);
  }

  override delete(path: string): boolean {
    const name = fileNameOf(path);
    if (name === null) return super.delete(path);
    const real = join(this.#folder, name);
    attempt("deleted", real, () => rmSync(real, { force: true }));
    return this.#forget(name);
  }

  /** What is in the folder when the server starts, in the order in which it was last written. */
  #readFolder(): void {
    const found: { name: string; mtimeMs: number }[] = [];
    for (const entry of readdirSync(this.#folder, { withFileTypes: true })) {
      const real = join(this.#folder, entry.name);
      if (!entry.isFile()) continue;
      if (temporary.test(entry.name)) rmSync(real, { force: true });
      else if (isFileName(entry.name)) found.push({ name: entry.name, mtimeMs: statSync(real).mtimeMs });
    }
    // NOT-PIH: who was created first is not written anywhere; after a restart who was written first goes first.
    found.sort((a, b) => a.mtimeMs - b.mtimeMs);
    // An entry without a mark is read when it is asked for.
    for (const { name, mtimeMs } of found) super.write(prefix + name, "", mtimeMs);
  }

  #replace(name: string, content: string): Mark {
    const target = join(this.#folder, name);
    const draft = join(this.#folder, `.${process.pid.toString(36)}.tmp`);
    const file = openSync(draft, "w", 0o600);
    try {
      const bytes = Buffer.from(content, "latin1");
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      const stats = fstatSync(file);
      renameSync(draft, target);
      return markOf(stats);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
  }

  #forget(name: string): boolean {
    this.#marks.delete(name);
    return super.delete(prefix + name);
  }
}

/** The real file's name for the engine's `path`; null for what is not a session. */
function fileNameOf(path: string): string | null {
  if (!path.startsWith(prefix)) return null;
  const name = path.slice(prefix.length);
  return isFileName(name) ? name : `~${createHash("sha256").update(name).digest("hex")}`;
}

function isFileName(name: string): boolean {
  return plain.test(name) || hashed.test(name);
}

function markOf({ ino, mtimeMs, size }: Stats): Mark {
  return { ino, mtimeMs, size };
}

function isSame(mark: Mark | undefined, { ino, mtimeMs, size }: Stats): boolean {
  return mark?.ino === ino && mark.mtimeMs === mtimeMs && mark.size === size;
}

/** What the disk refuses is an IOError for the page. */
function attempt<T>(what: "read" | "written" | "deleted", path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    return raiseError("IOError", `the session file ${path} cannot be ${what}: ${message}`);
  }
}
