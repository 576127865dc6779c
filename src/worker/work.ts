/**
 * Works off what is to be done in a workspace: its server's requests, the moves of a race, a crowd. In slices of a few milliseconds,
 * so that Stop, ping and other requests are heard in between.
 */
import {
  type Environment,
  type LiveProgress,
  messagePage,
  pageResponse,
  provideModule,
  refuseModule,
  runLive,
  type ServerResponse,
  type Task,
} from "../server/index.ts";
import { isVisitor } from "./crowd.ts";
import type { CrowdGuide } from "./crowd-guide.ts";
import type { RaceDesk } from "./race/race-desk.ts";
import type { StretchRecorder } from "./race/stretches.ts";
import { breathe, pause } from "./turns.ts";
import type { WorkspaceHost } from "./workspace.ts";
import type { World } from "./world.ts";

/** What work needs of the workspace. */
export interface WorkPlace {
  readonly host: WorkspaceHost;
  /** To change, and to look at: see `Holdings`. */
  world(): World;
  seen(): World;
  environment(): Environment;
  /** Those who come late; null before. */
  helpers(): { crowd: CrowdGuide; recorder: StretchRecorder; desk: RaceDesk } | null;
  /** Gives a request its answer. */
  finish(task: Task, response: ServerResponse): void;
  /** Tells the pages what has happened. */
  publish(): void;
}

/** Milliseconds of work between two breaths. */
const SLICE = 10;

export class Work {
  readonly #place: WorkPlace;
  #run: Promise<void> = Promise.resolve();
  /** False as soon as the work is over, so that whoever calls `start` in the same moment is not overheard. */
  #isUnderWay = false;
  /** The standard modules on their way, by name. */
  readonly #coming = new Map<string, Promise<void>>();

  constructor(place: WorkPlace) {
    this.#place = place;
  }

  /** Starts to work, unless that is going on. */
  start(): void {
    if (this.#isUnderWay) return;
    this.#isUnderWay = true;
    this.#run = this.#runSlices();
  }

  /** Resolves when what was started last is over, or cannot go on before a module has come. */
  get pause(): Promise<void> {
    return this.#run;
  }

  /** Resolves when nothing is at work and no module is on its way. */
  async settled(): Promise<void> {
    while (this.#isUnderWay || this.#coming.size > 0)
      await Promise.all([this.#run, ...this.#coming.values()]);
  }

  async #runSlices(): Promise<void> {
    try {
      if (this.#mayGather()) await pause(this.#place.host.gather);
      for (;;) {
        const isWorking = this.#runSlice();
        this.#place.publish();
        if (!isWorking) return;
        await breathe();
      }
    } finally {
      this.#isUnderWay = false;
    }
  }

  /** Has a request come alone, where others could be at work beside it? Frames of a page are asked for a moment apart. */
  #mayGather(): boolean {
    const { server } = this.#place.seen();
    const live = server.tasks.filter(({ held }) => !held);
    const isAlone = live.length === 1 && live.every(({ id, started }) => !started && !isVisitor(id));
    return isAlone && this.#place.host.gather > 0 && server.configuration.server !== "monoprocess";
  }

  /** Works for some milliseconds; false when nothing is left to do, or nothing can be done before a module has come. */
  #runSlice(): boolean {
    const { host } = this.#place;
    const end = host.now() + SLICE;
    for (;;) {
      const helpers = this.#place.helpers();
      helpers?.crowd.admit();
      const isMoving = helpers?.desk.mover.work() === true;
      helpers?.recorder.beginTurn();
      const progress = this.#step();
      for (const { task, response } of progress.finished) this.#place.finish(task, response);
      helpers?.recorder.stepped(progress);
      for (const name of progress.awaited) this.#bringModule(name);
      if (!progress.working && !isMoving && helpers?.crowd.isDue !== true) return false;
      if (host.now() >= end) return true;
    }
  }

  /** One step of the server. A mistake of ours ends the requests under way, never the worker. */
  #step(): LiveProgress {
    const { server } = this.#place.world();
    try {
      return runLive(server, this.#place.environment());
    } catch (error) {
      const finished = server.tasks.map((task) => ({ task, response: brokenResponse(error) }));
      server.tasks = [];
      this.#place.helpers()?.recorder.spoil();
      return { finished, working: false, awaited: [] };
    }
  }

  /** Brings a standard module that requests wait for, unless it is on its way, and goes on with them. */
  #bringModule(name: string): void {
    if (this.#coming.has(name)) return;
    const { host } = this.#place;
    const bring = async () => {
      try {
        const text = await host.fetchModule(name);
        host.library.add(name, text);
        provideModule(this.#place.world().server, name);
      } catch (error) {
        console.warn(error);
        this.#place.helpers()?.recorder.spoil();
        refuseModule(this.#place.world().server, this.#place.environment(), name);
      }
      this.#coming.delete(name);
      this.start();
    };
    this.#coming.set(name, bring());
  }
}

/** The answer after a mistake of ours. */
export function brokenResponse(error: unknown): ServerResponse {
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  const page = messagePage("Biscuiterie made a mistake", [
    "The simulated server stopped at an error of its own, not of your page. Reload to try again.",
    message,
  ]);
  return pageResponse(500, page);
}
