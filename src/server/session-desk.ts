/**
 * Where requests and sessions meet: `Session()` at the beginning, saving at the end.
 *
 * The cookie is `sessionId`, with `Path=/` and no expiry. It is set only in the reply to the first `Session()` of a request
 * that came without one; an id that is sent is adopted, unless `strict_session_ids` says otherwise.
 */
import {
  builtinType,
  defineMethods,
  makeException,
  PyException,
  PyObject,
  type PyType,
  Raised,
  raiseError,
  type Value,
  type VM,
} from "../python/index.ts";
import {
  attributeNames,
  diskSessions,
  makeConflict,
  SessionObject,
  type SessionStore,
  sessionObjectType,
  tellChanges,
} from "../sessions/index.ts";
import { emitFor } from "./answers.ts";
import type { Environment } from "./environment.ts";
import { lockSession, refuseHeld } from "./locks.ts";
import { nextRandom } from "./random.ts";
import { emitHere, processOf, scriptHost } from "./script-host.ts";
import type { Server } from "./server.ts";
import { opening, SESSION_COOKIE, sentId } from "./session-cookie.ts";
import type { Task } from "./task.ts";

/** The store that `task` uses: the disk, or the memory of the process that answers it. */
function storeOf(server: Server, task: Task): SessionStore {
  if (server.configuration.persistent_session) return diskSessions().createStore(server.disk);
  return processOf(server, task).sessions;
}

/** `Session()`: opens this browser's session, or gives the one that this request has open already. */
function openSession(vm: VM): SessionObject {
  const { server, task, env } = scriptHost(vm);
  if (task.session !== null) return task.session;
  refuseHeld(server, task);
  const store = storeOf(server, task);
  const { configuration } = server;
  const id = sentId(task);
  const request = {
    id,
    strictIds: configuration.strict_session_ids,
    maxSessions: configuration.max_sessions,
    checked: configuration.session_lock === "version",
    now: env.now(),
    random: () => nextRandom(task.random),
  };
  const opened = load(vm, () => store.open(request, vm));
  const { session } = opened;
  task.session = session;
  if (session.id !== id) task.sessionCookie = `${SESSION_COOKIE}=${session.id}; Path=/`;
  emitHere(vm, {
    kind: "session-opened",
    session: session.id,
    origin: opened.origin,
    storage: store.storage,
    ...(session.checked && !session.persistent && { copy: true as const }),
  });
  if (isCopy(session) && opened.origin === "found") tellLoaded(vm, session);
  tellEvicted(vm, opened.evicted);
  lockSession(server, task, env, session.id);
  return session;
}

/** Does `work`, which reads what is stored; that a session file is damaged is told in the server's log as well. */
function load<Result>(vm: VM, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Raised && error.exception instanceof PyException)
      emitHere(vm, { kind: "log", level: "error", message: String(error.exception.args[0]) });
    throw error;
  }
}

/** True when the request has a copy of what is stored, which must be written back. */
export function isCopy(session: SessionObject): boolean {
  return session.persistent || session.checked;
}

function tellLoaded(vm: VM, session: SessionObject): void {
  emitHere(vm, { kind: "session-loaded", session: session.id, attributes: attributeNames(session) });
}

function tellEvicted(vm: VM, evicted: string[]): void {
  const cap = scriptHost(vm).server.configuration.max_sessions;
  for (const session of evicted) emitHere(vm, { kind: "session-evicted", session, cap });
}

/** Writes `session` back. Gives the exception to raise when that cannot be; null when all is well. */
export function saveSession(vm: VM, session: SessionObject): PyException | null {
  const { server, task, env } = scriptHost(vm);
  const maxSessions = server.configuration.max_sessions;
  tellChanges(vm, session);
  const result = storeOf(server, task).save(session, { now: env.now(), maxSessions });
  switch (result.kind) {
    case "nothing":
      return null;
    case "saved": {
      const { attributes, bytes } = result;
      emitHere(vm, { kind: "session-saved", session: session.id, attributes, bytes });
      tellEvicted(vm, result.evicted);
      return null;
    }
    case "unsupported":
      return makeException("TypeError", [result.message]);
    case "conflict":
      return makeConflict(vm, session, result.message);
  }
}

/** Tells that the session's changes are lost, and why. */
export function discardSession(task: Task, env: Environment, reason: string): void {
  if (task.session === null) return;
  emitFor(task, env, { kind: "session-discarded", session: task.session.id, reason });
}

// What a script can do about it before its end: `session.save()` and `session.reload()`

function receiver(self: Value | undefined, given: number): SessionObject {
  if (given > 0) raiseError("TypeError", `this method takes no arguments (${given} given)`);
  if (self instanceof SessionObject) return self;
  return raiseError("TypeError", "this method requires a 'SessionObject' object");
}

defineMethods(sessionObjectType, {
  /** Writes the session now; SessionConflict when somebody saved it in between. A live object needs no writing. */
  save(vm, [self, ...args], keywords) {
    const failure = saveSession(vm, receiver(self, args.length + (keywords?.size ?? 0)));
    if (failure !== null) throw new Raised(failure);
    return null;
  },
  /** Forgets what the request changed, and takes the session as it is stored now. */
  reload(vm, [self, ...args], keywords) {
    const session = receiver(self, args.length + (keywords?.size ?? 0));
    const { server, task } = scriptHost(vm);
    load(vm, () => storeOf(server, task).reload(session, vm));
    if (isCopy(session)) tellLoaded(vm, session);
    return null;
  },
});

// `Session` itself

export const sessionFactoryType: PyType = builtinType("builtin_function_or_method");

/**
 * The function `Session`. It is an object of a type of its own so that a scheduler can see, before a call, that it will
 * open a session.
 */
export class SessionFactory extends PyObject {
  constructor() {
    super(sessionFactoryType);
  }
}

/** The one `Session` of all namespaces. */
export const sessionFactory = new SessionFactory();

sessionFactoryType.slots = {
  repr: () => "<built-in function Session>",
  call(vm, _self: SessionFactory, args: Value[], keywords) {
    const given = args.length + (keywords?.size ?? 0);
    if (given > 0) raiseError("TypeError", `Session() takes no arguments (${given} given)`);
    return openSession(vm);
  },
  visible(vm, _self: SessionFactory, access) {
    if (access.kind !== "call" || access.method !== undefined) return undefined;
    const { task } = scriptHost(vm);
    if (task.session !== null) return undefined;
    return opening(task);
  },
};
