/**
 * The engine at work: requests go in, it is stepped in slices, responses come out.
 *
 *     const response = await engine.ask({ method, url, fields, body });
 *
 * Requests that arrive in one turn of Node's loop begin together, after one look at the folder. Between slices the loop
 * turns: connections are read, the terminal is heard, and a page that computes for ever holds up only whom the kind of server
 * lets it hold up.
 */
import { getRandomValues } from "node:crypto";
import type { Project } from "../project/index.ts";
import { sqliteModule, wholeLibrary } from "../python/index.ts";
import {
  accept,
  createPageCache,
  createServer,
  type Environment,
  findDeadlock,
  messagePage,
  pageResponse,
  provideModule,
  refuseModule,
  replaceProject,
  runLive,
  type Server,
  type ServerRequest,
  type ServerResponse,
  statusLine,
  stop,
} from "../server/index.ts";
import type { Disk } from "../sessions/index.ts";
import type { NewEvent } from "../trace/index.ts";
import { readSqlite } from "./sqlite.ts";

/** Milliseconds of work between two turns of the loop. */
const SLICE = 10;

/** A request as it came from the network. */
export type Question = Omit<ServerRequest, "id" | "browser">;

export interface EngineOptions {
  disk: Disk;
  /** The site as it is now; asked once for the requests of one turn. */
  project(): Project;
  emit(event: NewEvent): void;
  /** The kinds of events that `emit` wants. */
  hears: ReadonlySet<NewEvent["kind"]>;
  /** Hears of mistakes of ours. */
  report(error: unknown): void;
}

export class Engine {
  readonly #options: EngineOptions;
  readonly #environment: Environment;
  readonly #server: Server;
  readonly #waiting = new Map<number, (response: ServerResponse) => void>();
  readonly #library = wholeLibrary();
  #isBringing = false;
  #nextRequest = 1;
  #isAtWork = false;
  /** True when the folder has been looked at in this turn of the loop. */
  #isFresh = false;
  #idle: (() => void)[] = [];

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#environment = {
      now: Date.now,
      random: createChance(),
      pages: createPageCache(),
      library: this.#library,
      emit: options.emit,
      hears: options.hears,
    };
    this.#server = createServer({ project: options.project(), disk: options.disk }, this.#environment);
  }

  /** Answers a request. Never rejects. */
  ask(question: Question): Promise<ServerResponse> {
    this.#refresh();
    this.#start();
    const id = this.#nextRequest++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      accept(this.#server, { id, browser: "", ...question }, this.#environment);
    });
  }

  /** Resolves when no request is under way. */
  idle(): Promise<void> {
    if (this.#waiting.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #refresh(): void {
    if (this.#isFresh) return;
    this.#isFresh = true;
    try {
      const project = this.#options.project();
      if (project.files !== this.#server.site.project.files) replaceProject(this.#server, project);
    } catch (error) {
      this.#options.report(error);
    }
  }

  #start(): void {
    if (this.#isAtWork) return;
    this.#isAtWork = true;
    setImmediate(() => this.#work());
  }

  #work(): void {
    this.#isFresh = false;
    const end = performance.now() + SLICE;
    let isWorking = true;
    while (isWorking && performance.now() < end) isWorking = this.#step();
    if (isWorking) setImmediate(() => this.#work());
    else this.#rest();
  }

  #rest(): void {
    this.#isAtWork = false;
    if (this.#waiting.size > 0) {
      this.#breakDeadlock();
      return;
    }
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /**
   * Here is nobody who could stop one of the requests that wait for each other: the last that came is ended.
   * NOT-PYTHON: CPython would let them wait for ever, and the port with them.
   */
  #breakDeadlock(): void {
    const last = findDeadlock(this.#server)?.at(-1);
    const task = this.#server.tasks.find(({ id }) => id === last?.request);
    if (task === undefined) return;
    stop(this.#server, task, this.#environment, "This request could never go on");
    this.#start();
  }

  /** One step; false when nothing is left to do. A mistake of ours ends the requests under way, never the server. */
  #step(): boolean {
    try {
      const { finished, working, awaited } = runLive(this.#server, this.#environment);
      for (const { task, response } of finished) this.#finish(task.id, response);
      if (awaited.includes(sqliteModule)) this.#bringSqlite();
      return working;
    } catch (error) {
      this.#options.report(error);
      const broken = this.#server.tasks.map(({ id }) => id);
      this.#server.tasks = [];
      for (const id of broken) this.#finish(id, brokenResponse());
      return false;
    }
  }

  /** Brings SQLite, the one thing that pages may wait for here, unless it is on its way. */
  #bringSqlite(): void {
    if (this.#isBringing) return;
    this.#isBringing = true;
    readSqlite()
      .then((sqlite) => {
        this.#library.addSqlite(sqlite);
        provideModule(this.#server, sqliteModule);
      })
      .catch((error: unknown) => {
        this.#options.report(error);
        refuseModule(this.#server, this.#environment, sqliteModule);
      })
      .finally(() => {
        this.#isBringing = false;
        this.#start();
      });
  }

  #finish(id: number, response: ServerResponse): void {
    this.#waiting.get(id)?.(response);
    this.#waiting.delete(id);
  }
}

function brokenResponse(): ServerResponse {
  const sentence = "The server stopped at an error of its own, not of your page. The terminal tells more.";
  return pageResponse(500, messagePage("Biscuiterie made a mistake", [sentence], statusLine(500)));
}

/** Numbers in [0, 1) that nobody can predict: session ids are made of them, and on a network an id is a key. */
function createChance(): () => number {
  const words = new Uint32Array(1024);
  let at = words.length;
  return () => {
    if (at === words.length) {
      getRandomValues(words);
      at = 0;
    }
    const high = (words[at++] ?? 0) >>> 5;
    const low = (words[at++] ?? 0) >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  };
}
