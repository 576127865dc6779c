/**
 * What a running script's natives see of the server: the machine's host, and behind it the request they work for.
 *
 * Made anew for every step and never stored: the heap reaches the world only through `vm.host`.
 */
import {
  type Files,
  type Host,
  Library,
  ownFrame,
  raiseError,
  type Thread,
  type Value,
  type VM,
} from "../python/index.ts";
import { displayValue, type SessionHappening, type SessionObserver } from "../sessions/index.ts";
import type { EventBase, EventBody } from "../trace/index.ts";
import { emitFor } from "./answers.ts";
import { decodeText, encodeText } from "./byte-strings.ts";
import { scriptFiles } from "./disk-files.ts";
import type { Environment } from "./environment.ts";
import { nextRandom } from "./random.ts";
import type { Server, ServerProcess } from "./server.ts";
import { logErrors } from "./server-log.ts";
import { readFile, readText } from "./site.ts";
import type { Task } from "./task.ts";

/** What becomes of a lock; shaped as the trace's events of the same kinds. */
type LockHappening = Extract<EventBody, { kind: "lock-acquired" | "lock-released" }>;

const noLibrary = new Library();

export class ScriptHost implements Host, SessionObserver {
  readonly server: Server;
  readonly task: Task;
  readonly env: Environment;
  constructor(server: Server, task: Task, env: Environment) {
    this.server = server;
    this.task = task;
    this.env = env;
  }

  /** The standard modules written in Python that are here. */
  get library(): Library {
    return this.env.library ?? noLibrary;
  }

  /** The files that the script may open. */
  get files(): Files {
    return scriptFiles(this.server, this.task, this.env);
  }

  /** Seconds since the epoch. */
  now(): number {
    return this.env.now() / 1000;
  }

  /** NOT-PYTHON: every request is a thread; in CPython those that one process answers in turn are all run by its main thread. */
  get runner(): { id: number; name: string } {
    const { id, thread } = this.task;
    const isThreaded = this.server.configuration.server === "multithread";
    return { id, name: isThreaded ? `Thread-${thread}` : "MainThread" };
  }

  /** Locks tell what is done with them. */
  observeLock(happening: LockHappening, vm: VM): void {
    emitHere(vm, happening);
  }

  /** Nobody could stop the run before this `acquire`: it was called by a built-in function, in an included page, or while a module was imported. */
  refuseLock(name: string, holder: number): void {
    const who = holder === this.task.id ? "this request itself" : `request ${holder}`;
    raiseError(
      "RuntimeError",
      encodeText(
        `${who} holds the lock made at ${name}, and acquire() cannot wait where the page cannot be stopped: inside a function called by a built-in one, in an included page, or while a module is imported. Call acquire() in the page itself`,
      ),
    );
  }

  display(value: Value): string {
    return displayValue(value);
  }

  random(): number {
    return nextRandom(this.task.random);
  }

  /** Takes what the script writes to `sys.stderr`. */
  writeError(text: string): void {
    const place = this.task.python === null ? {} : placeIn(this.task.python);
    logErrors(this.task, this.env, text, place);
  }

  /** Session objects tell what is done to them. */
  observeSession(happening: SessionHappening, vm: VM): void {
    emitHere(vm, happening);
  }

  /** The text of a page or module of the site, for tracebacks. */
  source(filename: string): string | undefined {
    return readText(this.task.site, decodeText(filename));
  }

  findModule(name: string, folder?: string): OwnModule | undefined {
    return findModule(this.task, name, folder);
  }
}

/** A module among the site's files. */
export interface OwnModule {
  filename: string;
  source: string;
}

/** `outils` is `outils.py` beside the script, or else at the root of the site; `a.b` is `a/b.py`. In a `folder` below these. */
export function findModule({ script, site }: Task, name: string, folder = ""): OwnModule | undefined {
  const path = folder.replace(/^(\.?\/)+|\/$/g, "").replace(/.$/, "$&/") + name.replaceAll(".", "/");
  const directory = directoryOf(script?.file ?? "");
  for (const filename of [`${directory}${path}.py`, `${path}.py`, `${path}/__init__.py`]) {
    const source = readFile(site, filename);
    if (source !== undefined) return { filename: encodeText(filename), source };
  }
  return undefined;
}

/** "panier/" for "panier/voir.pih"; empty at the root. */
export function directoryOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

/** The host of a native that only scripts can call. */
export function scriptHost(vm: VM): ScriptHost {
  if (vm.host instanceof ScriptHost) return vm.host;
  throw new Error("Failed to find the request of this script: it runs outside a server. Run it by a task.");
}

/** Tells an event of the running script, with the page and line now executing. */
export function emitHere(vm: VM, body: EventBody): void {
  const { task, env } = scriptHost(vm);
  emitFor(task, env, body, placeIn(vm.thread));
}

/** The line of a page that `thread` is executing. */
function placeIn({ frame }: Thread): Pick<EventBase, "file" | "line"> {
  const own = frame === null ? null : ownFrame(frame);
  return own === null ? {} : { file: decodeText(own.code.filename), line: own.line };
}

/** The process that answers `task`. */
export function processOf(server: Server, task: Task): ServerProcess {
  const process = server.processes.find(({ id }) => id === task.process);
  if (process === undefined)
    throw new Error(
      `Failed to run request ${task.id}: its process ${task.process} has ended. Refuse the tasks of a process before it ends.`,
    );
  return process;
}
