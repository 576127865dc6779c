/**
 * Where requests and sessions meet: `Session()` at the beginning, saving at the end.
 *
 * The cookie is `sessionId`, with `Path=/` and no expiry. It is set only in the reply to the first `Session()` of a request
 * that came without one; an id that is sent is adopted, unless `strict_session_ids` says otherwise.
 */
import {
  builtinType,
  makeException,
  PyObject,
  type PyType,
  raiseError,
  type Value,
  type VM,
} from "../python/index.ts";
import { DiskStore, type SessionObject, type SessionStore, sessionKey } from "../sessions/index.ts";
import { emitFor } from "./answers.ts";
import { parseCookies } from "./cookie-object.ts";
import type { Environment } from "./environment.ts";
import type { Uncaught } from "./error-reports.ts";
import { fieldValue } from "./messages.ts";
import { emitHere, processOf, scriptHost } from "./script-host.ts";
import type { Server } from "./server.ts";
import type { Task } from "./task.ts";

/** The name of the cookie that carries a session's id. */
const SESSION_COOKIE = "sessionId";

/** The store that `task` uses: the disk, or the memory of the process that answers it. */
function storeOf(server: Server, task: Task): SessionStore {
  if (server.configuration.persistent_session) return new DiskStore(server.disk);
  return processOf(server, task).sessions;
}

/** The id that the request carries; null without one, and for an empty one. */
function sentId(task: Task): string | null {
  const cookies = parseCookies(fieldValue(task.request.fields, "cookie"));
  return cookies.morsels.get(SESSION_COOKIE)?.value || null;
}

/** `Session()`: opens this browser's session, or gives the one that this request has open already. */
function openSession(vm: VM): SessionObject {
  const { server, task, env } = scriptHost(vm);
  if (task.session !== null) return task.session;
  const store = storeOf(server, task);
  const { configuration } = server;
  const id = sentId(task);
  const opened = store.open(
    {
      id,
      strictIds: configuration.strict_session_ids,
      maxSessions: configuration.max_sessions,
      now: env.now(),
      random: () => env.random(),
    },
    vm,
  );
  const { session } = opened;
  task.session = session;
  if (session.id !== id) task.sessionCookie = `${SESSION_COOKIE}=${session.id}; Path=/`;
  emitHere(vm, {
    kind: "session-opened",
    session: session.id,
    origin: opened.origin,
    storage: store.storage,
  });
  if (store.storage === "disk" && opened.origin === "found")
    emitHere(vm, { kind: "session-loaded", session: session.id, attributes: opened.attributes });
  for (const evicted of opened.evicted)
    emitHere(vm, { kind: "session-evicted", session: evicted, cap: configuration.max_sessions });
  return session;
}

/** Writes the session back. Gives the exception to show when it holds what cannot be stored; null when all is well. */
export function saveSession(server: Server, task: Task, env: Environment): Uncaught | null {
  const { session } = task;
  if (session === null) return null;
  const maxSessions = server.configuration.max_sessions;
  const result = storeOf(server, task).save(session, { now: env.now(), maxSessions });
  switch (result.kind) {
    case "nothing":
      return null;
    case "saved": {
      const { attributes, bytes } = result;
      emitFor(task, env, { kind: "session-saved", session: session.id, attributes, bytes });
      for (const evicted of result.evicted)
        emitFor(task, env, { kind: "session-evicted", session: evicted, cap: maxSessions });
      return null;
    }
    case "unsupported":
      return { exception: makeException("TypeError", [result.message]), traceback: null };
    case "conflict":
      return { exception: makeException("RuntimeError", [result.message]), traceback: null };
  }
}

/** Tells that the session's changes are lost, and why. */
export function discardSession(task: Task, env: Environment, reason: string): void {
  if (task.session === null) return;
  emitFor(task, env, { kind: "session-discarded", session: task.session.id, reason });
}

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
    if (access.kind !== "call") return undefined;
    const { task } = scriptHost(vm);
    if (task.session !== null) return undefined;
    return { kind: "session-open", object: sessionKey(sentId(task) ?? "new") };
  },
};
