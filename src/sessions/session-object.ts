/**
 * What `Session()` gives a page: an ordinary object to look at, whose every use is noticed.
 *
 * Assigning, reading, deleting and `close()` each tell the observer (the request that runs), and name themselves as a
 * *visible operation* beforehand, so that a scheduler can stop right there. Rules, after the manual and Karrigell 3:
 *
 *  - a missing attribute is `AttributeError: 'SessionObject' object has no attribute 'prenom'`;
 *  - after `close()` every attribute is gone at once; a second `close()` is harmless; assigning afterwards works;
 *  - in persistent mode only built-in values may be assigned (`stored-values.ts` says which).
 */
import {
  type Access,
  builtinType,
  defineMethods,
  exceptionType,
  type Operation,
  PyDict,
  PyException,
  PyObject,
  type PyType,
  Raised,
  raiseError,
  Table,
  type Value,
  type VM,
} from "../python/index.ts";
import { diskSessions } from "./disk-sessions.ts";
import { displayValue } from "./display.ts";

/** What happened to a session; shaped as the trace's events of the same kinds. */
export type SessionHappening =
  | { kind: "attribute-read"; session: string; name: string; value: string }
  | { kind: "attribute-missing"; session: string; name: string }
  | { kind: "attribute-written"; session: string; name: string; value: string }
  | { kind: "attribute-deleted"; session: string; name: string }
  | { kind: "session-closed"; session: string; attributes: string[] }
  | { kind: "session-conflict"; session: string; message: string };

/** Who hears of it: the owner of the running thread, or the host that steps it, when it has this method. */
export interface SessionObserver {
  observeSession(happening: SessionHappening, vm: VM): void;
}

/** Where a session is kept, as far as the object itself needs to know. Implemented by the two stores. */
export interface SessionHome {
  /** Erases what is stored of `session`. */
  forget(session: SessionObject): void;
  /** A closed session is being written to again: it counts as kept from now on. */
  keep(session: SessionObject): void;
  /** The version of what is stored under `id`; 0 when nothing is. */
  versionOf(id: string): number;
}

export const sessionObjectType: PyType = builtinType("SessionObject");

/** `SessionConflict`: somebody saved the session after this request had loaded its copy. */
export const sessionConflictType: PyType = builtinType(
  "SessionConflict",
  "exception",
  exceptionType("Exception"),
);

/** A session in the hands of a page. In persistent mode each request has its own copy. */
export class SessionObject extends PyObject {
  id: string;
  /** True when only storable values may be assigned. */
  persistent: boolean;
  /** The attributes, by name. */
  override attributes: Table = new Table();
  /** True from `close()` until something is assigned again. */
  closed = false;
  /** The version of the stored data this copy was loaded from; 0 when there was none. */
  version = 0;
  /** True for a copy that may be stored only over the version it was loaded from (`session_lock = version`). */
  checked = false;
  /** What a checked copy held when it was loaded, as its store writes it: what is unchanged need not be saved. */
  original: Table | string | null = null;
  /**
   * What the observer last heard of each attribute of a copy, as it is shown: what differs when the copy is saved was changed in place.
   * Of a live object nothing is noted, as requests that share it each see every change at once.
   */
  told: Map<string, string> = new Map();
  /** Null once the session has been evicted. */
  home: SessionHome | null;
  constructor(id: string, persistent: boolean, home: SessionHome | null) {
    super(sessionObjectType);
    this.id = id;
    this.persistent = persistent;
    this.home = home;
  }
}

/** The names of the attributes that a page gave `session`, in order of assignment. */
export function attributeNames(session: SessionObject): string[] {
  return [...attributesOf(session)].map(([name]) => name);
}

/** The attributes of `session`: name and value, in order of assignment. */
export function* attributesOf(session: SessionObject): Generator<[name: string, value: Value]> {
  const { keys, values } = session.attributes;
  for (const [at, name] of keys.entries()) {
    const value = values[at];
    if (typeof name === "string" && value !== undefined) yield [name, value];
  }
}

/** The key under which schedulers know session `id`: operations on different sessions commute. */
export function sessionKey(id: string): string {
  return `session:${id}`;
}

// Reading, writing, deleting

function readAttribute(vm: VM, session: SessionObject, name: string): Value | undefined {
  const value = session.attributes.get(name);
  if (value !== undefined) {
    const shown = displayValue(value);
    note(session, name, shown);
    observe(vm, { kind: "attribute-read", session: session.id, name, value: shown });
    return value;
  }
  if (methods.includes(name)) return undefined;
  // K2 and K3 let pages read the identifier.
  if (name === "sessionId") return session.id;
  // NOT-PIH: what is read or changed through `__dict__` is noticed by nobody, until the session is saved.
  if (name === "__dict__") return new PyDict(session.attributes);
  if (isSpecial(name)) return undefined;
  observe(vm, { kind: "attribute-missing", session: session.id, name });
  return raiseMissing(name);
}

function writeAttribute(vm: VM, session: SessionObject, name: string, value: Value): boolean {
  if (isSpecial(name)) return false;
  if (name === "sessionId")
    raiseError("AttributeError", "sessionId is the session's identifier and cannot be set");
  if (session.persistent) diskSessions().checkStorable(vm, name, value);
  if (session.closed) {
    session.closed = false;
    session.home?.keep(session);
  }
  session.attributes.set(name, name, value);
  const shown = displayValue(value);
  note(session, name, shown);
  observe(vm, { kind: "attribute-written", session: session.id, name, value: shown });
  return true;
}

function deleteAttribute(vm: VM, session: SessionObject, name: string): boolean {
  if (session.attributes.delete(name)) {
    session.told.delete(name);
    observe(vm, { kind: "attribute-deleted", session: session.id, name });
    return true;
  }
  if (isSpecial(name)) return false;
  observe(vm, { kind: "attribute-missing", session: session.id, name });
  return raiseMissing(name);
}

/** `__class__`, `__dict__` and their like are the machine's affair. */
function isSpecial(name: string): boolean {
  return name.startsWith("__") && name.endsWith("__");
}

function raiseMissing(name: string): never {
  raiseError("AttributeError", `'SessionObject' object has no attribute '${name}'`);
}

/** `session.close()`. */
export function closeSession(vm: VM, session: SessionObject): void {
  if (session.closed) return;
  const conflict = findConflict(session);
  if (conflict !== null) throw new Raised(makeConflict(vm, session, conflict));
  const attributes = attributeNames(session);
  session.attributes.clear();
  session.closed = true;
  session.told.clear();
  session.home?.forget(session);
  observe(vm, { kind: "session-closed", session: session.id, attributes });
}

/** Notes what is told of an attribute of a copy. */
function note(session: SessionObject, name: string, shown: string): void {
  if (session.persistent || session.checked) session.told.set(name, shown);
}

/**
 * Tells what was changed in place in a copy that is about to be saved, as in `session.panier.append(x)`: until then nobody could have
 * noticed it. A change beyond what is shown of a value is not found.
 */
export function tellChanges(vm: VM, session: SessionObject): void {
  for (const [name, before] of session.told) {
    const value = session.attributes.get(name);
    const shown = value === undefined ? before : displayValue(value);
    if (shown === before) continue;
    session.told.set(name, shown);
    observe(vm, { kind: "attribute-written", session: session.id, name, value: shown });
  }
}

/** Why `session` may not be stored as it is: what happened to it since it was loaded. Null when it may. */
export function findConflict(session: SessionObject): string | null {
  const current = session.home?.versionOf(session.id) ?? 0;
  if (!session.checked || current === session.version) return null;
  const what = current === 0 ? "was closed or evicted" : "was saved by another request";
  return `the session ${session.id} ${what} after this request had loaded it`;
}

/** Tells a conflict and gives the SessionConflict to raise. */
export function makeConflict(vm: VM, session: SessionObject, message: string): PyException {
  observe(vm, { kind: "session-conflict", session: session.id, message });
  return new PyException(sessionConflictType, [message]);
}

function observe(vm: VM, happening: SessionHappening): void {
  const { owner } = vm.thread;
  if (isObserver(owner)) owner.observeSession(happening, vm);
  else if (isObserver(vm.host)) vm.host.observeSession(happening, vm);
}

function isObserver(candidate: object | null): candidate is SessionObserver {
  return (
    candidate !== null && "observeSession" in candidate && typeof candidate.observeSession === "function"
  );
}

// What a scheduler may ask beforehand

const operationKinds = {
  read: "attribute-read",
  write: "attribute-write",
  delete: "attribute-delete",
} as const;

function visibleAccess(_vm: VM, session: SessionObject, access: Access): Operation | undefined {
  if (access.kind === "call") return visibleCall(session, access.method);
  if (isSpecial(access.name)) return undefined;
  if (access.kind === "read" && isOwnName(session, access.name)) return undefined;
  return {
    kind: operationKinds[access.kind],
    object: sessionKey(session.id),
    name: access.name,
    ...(access.kind === "write" && { value: displayValue(access.value) }),
  };
}

function visibleCall(session: SessionObject, method: string | undefined): Operation | undefined {
  if (method === undefined || !methods.includes(method)) return undefined;
  return { kind: `session-${method}`, object: sessionKey(session.id) };
}

/** Names every session answers to by itself, whatever other requests do. NOT-PIH: Karrigell knew `close` only. */
const methods = ["close", "save", "reload"];

function isOwnName(session: SessionObject, name: string): boolean {
  return (methods.includes(name) || name === "sessionId") && !session.attributes.has(name);
}

sessionObjectType.slots = {
  repr: (_vm, self: SessionObject) => `<SessionObject ${self.id}>`,
  getAttribute: readAttribute,
  setAttribute: writeAttribute,
  deleteAttribute,
  visible: visibleAccess,
};

defineMethods(sessionObjectType, {
  close(vm, [self, ...args], keywords) {
    if (!(self instanceof SessionObject))
      raiseError("TypeError", "descriptor 'close' requires a 'SessionObject' object");
    const given = args.length + (keywords?.size ?? 0);
    if (given > 0) raiseError("TypeError", `close() takes no arguments (${given} given)`);
    closeSession(vm, self);
    return null;
  },
});
