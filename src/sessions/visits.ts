/** For tests: visits to a store, and Python programs that use a session, with no server around them. */
import {
  compile,
  createInterpreter,
  createModule,
  defaultLimits,
  formatTraceback,
  Machine,
  type StepUntil,
  type Stop,
  Thread,
  type Value,
} from "../python/index.ts";
import type { SessionHappening, SessionObject, SessionObserver } from "./session-object.ts";
import type { OpenedSession, OpenRequest, SessionStore } from "./store.ts";

/** Chances that give another id each time. */
export function createChances(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const random = createChances();

/** Calls `Session()` as a request with the cookie `id` would. */
export function visit(
  store: SessionStore,
  id: string | null,
  options: Partial<OpenRequest> = {},
): OpenedSession {
  const request = { id, strictIds: false, maxSessions: 1000, now: 0, random, ...options };
  return store.open(request, createMachine());
}

/** A machine with nothing to do, for natives that want one. */
export function createMachine(): Machine {
  const machine = new Machine(createInterpreter(), { now: () => 0, random: () => 0.5 }, defaultLimits);
  machine.thread = new Thread();
  return machine;
}

/** Sets attributes of a session, as a page would. */
export function assign(session: SessionObject, attributes: Record<string, Value>): void {
  for (const [name, value] of Object.entries(attributes)) session.attributes.set(name, name, value);
}

class Listener implements SessionObserver {
  heard: SessionHappening[] = [];
  observeSession(happening: SessionHappening): void {
    this.heard.push(happening);
  }
}

/** What a program did to the session it had as `session`. */
export interface Played {
  output: string;
  /** The last line of the traceback; empty when all went well. */
  error: string;
  heard: SessionHappening[];
  /** The stops before visible operations, when asked for. */
  stops: Stop[];
}

/** Runs `program` to its end with `session` in its namespace. */
export function play(program: string, session: SessionObject, kind: StepUntil["kind"] = "end"): Played {
  const interpreter = createInterpreter();
  const machine = new Machine(interpreter, { now: () => 0, random: () => 0.5 }, defaultLimits);
  const { dict } = createModule(interpreter, "__main__");
  dict.set("session", "session", session);
  const listener = new Listener();
  const thread = new Thread();
  thread.owner = listener;
  machine.start(thread, compile(program, "page.py", "exec"), dict);
  const stops: Stop[] = [];
  let stop = machine.run(thread, { kind });
  for (; stop.kind === "operation"; stop = machine.run(thread, { kind })) stops.push(stop);
  const trace = stop.kind === "raised" ? formatTraceback(machine, stop) : "";
  return {
    output: thread.output.join(""),
    error: trace.trim().split("\n").at(-1) ?? "",
    heard: listener.heard,
    stops,
  };
}
