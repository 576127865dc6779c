/**
 * Sessions on the disk: one file per id, a pickle of its attributes as text.
 *
 * `open` reads a copy, `save` writes the whole copy back: between the two, requests know nothing of each other, and the
 * last one to save wins. All state is on the `Disk`, so processes share sessions by sharing it, and making a store is free.
 */
import { keyToken, PyDict, raiseError, type Value, type VM } from "../python/index.ts";
import { Disk, type DiskFile } from "./disk.ts";
import { registerDiskSessions, type SessionFileRead } from "./disk-sessions.ts";
import { pickleAttributes } from "./pickle.ts";
import { SESSION_FOLDER, sessionIdOf, sessionPath } from "./session-files.ts";
import {
  attributeNames,
  attributesOf,
  findConflict,
  type SessionHome,
  SessionObject,
} from "./session-object.ts";
import { sessionShapes } from "./shapes.ts";
import {
  chooseId,
  type OpenedSession,
  type OpenRequest,
  type SaveOptions,
  type SaveResult,
  type SessionStore,
} from "./store.ts";
import { checkStorable } from "./stored-values.ts";
import { type Tokenizer, unpickle } from "./unpickle.ts";

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
    session.checked = request.checked ?? false;
    if (this.has(id)) {
      this.reload(session, vm);
      return { session, origin, attributes: attributeNames(session), evicted: [] };
    }
    session.version = this.disk.write(sessionPath(id), EMPTY, request.now).version;
    if (session.checked) session.original = EMPTY;
    return { session, origin, attributes: [], evicted: this.evict(request.maxSessions) };
  }

  reload(session: SessionObject, vm: VM): void {
    const file = this.disk.read(sessionPath(session.id));
    const content = file?.content ?? EMPTY;
    vm.charge(content.length >> 4);
    vm.allocate(content.length * 4);
    const attributes = loadAttributes(session.id, content, (key, table) => keyToken(vm, key, table));
    session.attributes.clear();
    for (const [name, value] of attributes) session.attributes.set(name, name, value);
    session.closed = false;
    session.told.clear();
    session.version = file?.version ?? 0;
    if (session.checked) session.original = textOf(session);
  }

  versionOf(id: string): number {
    return this.disk.read(sessionPath(id))?.version ?? 0;
  }

  save(session: SessionObject, { now, maxSessions }: SaveOptions): SaveResult {
    if (session.closed) return { kind: "nothing" };
    const pickled = pickleAttributes(attributesOf(session));
    if (!pickled.ok)
      return { kind: "unsupported", path: pickled.obstacle.path, message: pickled.obstacle.message };
    if (session.checked && pickled.text === session.original) return { kind: "nothing" };
    const conflict = findConflict(session);
    if (conflict !== null) return { kind: "conflict", message: conflict };
    session.version = this.disk.write(sessionPath(session.id), pickled.text, now).version;
    if (session.checked) session.original = pickled.text;
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

/** The attributes in a session file, or why they cannot be read. */
export function readSessionFile(file: Pick<DiskFile, "content">, token: Tokenizer): SessionFileRead {
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

function loadAttributes(id: string, content: string, token: Tokenizer): [name: string, value: Value][] {
  const read = readSessionFile({ content }, token);
  if (read.ok) return read.attributes;
  return raiseError("ValueError", damageMessage(id, read.reason));
}

/** What a page gets to hear of a session file that cannot be read. */
function damageMessage(id: string, reason: string): string {
  const file = sessionPath(id);
  return `the session file ${file} is damaged: ${reason}. Delete the file, or the cookie, to begin a new session`;
}

/** How the store would write `session`; null when it cannot. */
function textOf(session: SessionObject): string | null {
  const pickled = pickleAttributes(attributesOf(session));
  return pickled.ok ? pickled.text : null;
}

registerDiskSessions({
  createStore: (disk) => new DiskStore(disk),
  checkStorable,
  readFile: readSessionFile,
});
sessionShapes.push({ name: "DiskStore", class: DiskStore, blank: () => new DiskStore(new Disk()) });
