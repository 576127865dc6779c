/**
 * Sessions on the disk: one file per id, a pickle of its attributes as text.
 *
 * `open` reads a copy, `save` writes the whole copy back: between the two, requests know nothing of each other, and the
 * last one to save wins. All state is on the `Disk`, so processes share sessions by sharing it, and making a store is free.
 */
import { keyToken, PyDict, raiseError, type Value, type VM } from "../python/index.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { pickleAttributes } from "./pickle.ts";
import { attributeNames, attributesOf, type SessionHome, SessionObject } from "./session-object.ts";
import {
  chooseId,
  type OpenedSession,
  type OpenRequest,
  type SaveOptions,
  type SaveResult,
  type SessionStore,
} from "./store.ts";
import { type Tokenizer, unpickle } from "./unpickle.ts";

/** The folder of the session files. */
export const SESSION_FOLDER = "sessions";

/** A session that holds nothing yet. */
const EMPTY = "(d.";

export class DiskStore implements SessionStore, SessionHome {
  readonly storage = "disk" as const;
  disk: Disk;
  constructor(disk: Disk) {
    this.disk = disk;
  }

  get size(): number {
    return this.disk.count(SESSION_FOLDER);
  }

  has(id: string): boolean {
    return this.disk.read(sessionPath(id)) !== undefined;
  }

  open(request: OpenRequest, vm: VM): OpenedSession {
    const { id, origin } = chooseId(request, (candidate) => this.has(candidate));
    const session = new SessionObject(id, true, this);
    const file = this.disk.read(sessionPath(id));
    if (file === undefined) {
      session.version = this.disk.write(sessionPath(id), EMPTY, request.now).version;
      return { session, origin, attributes: [], evicted: this.evict(request.maxSessions) };
    }
    vm.charge(file.content.length >> 4);
    vm.allocate(file.content.length * 4);
    loadInto(session, file, (key, table) => keyToken(vm, key, table));
    return { session, origin, attributes: attributeNames(session), evicted: [] };
  }

  save(session: SessionObject, { now, maxSessions, checkVersion = false }: SaveOptions): SaveResult {
    if (session.closed) return { kind: "nothing" };
    const path = sessionPath(session.id);
    const current = this.disk.read(path)?.version ?? 0;
    if (checkVersion && current !== session.version) return conflict(session.id, current);
    const pickled = pickleAttributes(attributesOf(session));
    if (!pickled.ok)
      return { kind: "unsupported", path: pickled.obstacle.path, message: pickled.obstacle.message };
    session.version = this.disk.write(path, pickled.text, now).version;
    const evicted = this.evict(maxSessions);
    return { kind: "saved", attributes: attributeNames(session), bytes: pickled.text.length, evicted };
  }

  /** `close()` erases the file at once. */
  forget(session: SessionObject): void {
    this.disk.delete(sessionPath(session.id));
    session.version = 0;
  }

  /** A closed session that is written to again is saved at the end, like any other. */
  keep(): void {}

  private evict(maxSessions: number): string[] {
    const evicted: string[] = [];
    while (this.size > maxSessions) {
      const oldest = this.disk.oldest(SESSION_FOLDER);
      if (oldest === undefined) break;
      this.disk.delete(`${SESSION_FOLDER}/${oldest}`);
      evicted.push(sessionIdOf(oldest));
    }
    return evicted;
  }
}

/** Where session `id` is on the disk. An id is whatever a browser sent, so all but plain characters is encoded. */
export function sessionPath(id: string): string {
  const name = id.replace(
    /[^A-Za-z0-9_-]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${SESSION_FOLDER}/${name === "" ? "%" : name}`;
}

/** The id whose session file is called `name`. */
export function sessionIdOf(name: string): string {
  if (name === "%") return "";
  return name.replace(/%([0-9a-f]{4})/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The attributes in a session file, or why they cannot be read. */
export function readSessionFile(
  file: DiskFile,
  token: Tokenizer,
): { ok: true; attributes: [name: string, value: Value][] } | { ok: false; reason: string } {
  const read = unpickle(file.content, token);
  if (!read.ok) return read;
  if (!(read.value instanceof PyDict)) return { ok: false, reason: "the pickle does not hold a dictionary" };
  const attributes: [string, Value][] = [];
  const { keys, values } = read.value.table;
  for (const [at, key] of keys.entries()) {
    if (key === undefined) continue;
    if (typeof key !== "string")
      return { ok: false, reason: "the pickle has an attribute whose name is not a string" };
    attributes.push([key, values[at] ?? null]);
  }
  return { ok: true, attributes };
}

function loadInto(session: SessionObject, file: DiskFile, token: Tokenizer): void {
  const read = readSessionFile(file, token);
  if (!read.ok) {
    raiseError(
      "ValueError",
      `the session ${session.id} on disk is damaged: ${read.reason}. Delete the file ${sessionPath(session.id)}, or the cookie, to begin a new one`,
    );
  }
  for (const [name, value] of read.attributes) session.attributes.set(name, name, value);
  session.version = file.version;
}

function conflict(id: string, current: number): SaveResult {
  const what = current === 0 ? "was closed or evicted" : "was saved by another request";
  return { kind: "conflict", message: `session ${id} ${what} after this request had loaded it` };
}
