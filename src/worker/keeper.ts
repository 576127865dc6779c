/**
 * What a workspace holds, and how it is stored: one image of the world, and beside it the rows that only grow.
 *
 * Saving takes turns: a commit writes the workspace as it is when its turn comes, and calls that wait for the same turn share it.
 * What could not be stored is tried again with the next commit; meanwhile the workspace lives in memory, and says so.
 */
import { write } from "../image/index.ts";
import type { WorkspaceId } from "../protocol/index.ts";
import { createTraceLog, eventsOf, type TraceEvent, type TraceLog } from "../trace/index.ts";
import { Answers } from "./answers.ts";
import { Moments } from "./race/moments.ts";
import type { Storage, StoredProject } from "./storage.ts";
import { type World, worldCatalogue } from "./world.ts";

/**
 * Everything that would be lost with a workspace.
 *
 * What a commit wrote is the next move's moment, if the world is still the same. Nobody has to say that it is not: whoever takes
 * `world` may change it, so the image is forgotten then. Who only looks takes `seen`. So nobody may keep the world, or a part of it,
 * to change it after an `await`.
 */
export class Holdings {
  #world: World;
  /** The image of the world, where nobody could have changed that since it was written. */
  #image: Uint8Array | null = null;
  /** The text of `server.ini`. While a line of it is wrong the server follows an earlier one. */
  ini: string;
  readonly log: TraceLog;
  readonly answers: Answers;
  /** The way back through the moves of the race. */
  readonly moments: Moments;
  /** What could not be read back, in a sentence that is still to be told; null when nothing is lost. */
  loss: string | null;

  constructor(world: World, rest: Pick<Holdings, "ini" | "log" | "answers" | "moments" | "loss">) {
    this.#world = world;
    this.ini = rest.ini;
    this.log = rest.log;
    this.answers = rest.answers;
    this.moments = rest.moments;
    this.loss = rest.loss;
  }

  /** The world, to be changed. */
  get world(): World {
    this.#image = null;
    return this.#world;
  }

  set world(world: World) {
    this.#image = null;
    this.#world = world;
  }

  /** The world, for those who only look. */
  get seen(): World {
    return this.#world;
  }

  /** The image of the world as it is, remembered. Throws an `ImageError` when something in it is not data. */
  keepImage(): Uint8Array {
    this.#image = this.takeImage();
    return this.#image;
  }

  /** The image of the world as it is, for one who will change it now. Throws as `keepImage` does. */
  takeImage(): Uint8Array {
    const image = this.#image ?? write(this.#world, worldCatalogue());
    this.#image = null;
    return image;
  }
}

/** Of a workspace in which nothing has happened. */
export function newHoldings(world: World, ini: string): Holdings {
  const answers = new Answers();
  return new Holdings(world, { ini, log: createTraceLog(), answers, moments: new Moments(), loss: null });
}

export class Keeper {
  readonly #id: WorkspaceId;
  readonly #storage: Storage;
  readonly #holdings: Holdings;
  #unsaved: TraceEvent[] = [];
  #saving: Promise<void> = Promise.resolve();
  #nextSave: Promise<void> | null = null;
  #imageProblem: string | null = null;

  constructor(id: WorkspaceId, storage: Storage, holdings: Holdings) {
    this.#id = id;
    this.#storage = storage;
    this.#holdings = holdings;
  }

  /** Why nothing can be stored just now, in a sentence; null when all is well. */
  get problem(): string | null {
    return this.#imageProblem ?? this.#storage.problem();
  }

  /** Has anything been noted since the last commit? */
  get hasNews(): boolean {
    return this.#unsaved.length > 0;
  }

  /** Notes an event of the log, to be stored with the next commit. */
  note(event: TraceEvent): void {
    this.#unsaved.push(event);
  }

  /** Forgets what was noted: the log begins anew. */
  forget(): void {
    this.#unsaved = [];
  }

  /** Stores the workspace as it is when its turn comes. */
  save(): Promise<void> {
    this.#nextSave ??= this.#saving.then(() => {
      this.#nextSave = null;
      this.#saving = this.#commit();
      return this.#saving;
    });
    return this.#nextSave;
  }

  /** Resolves when what was to be stored is stored. */
  async settled(): Promise<void> {
    await (this.#nextSave ?? this.#saving);
  }

  async #commit(): Promise<void> {
    const image = this.#writeImage();
    if (image === null) return;
    const { seen, ini, log, answers, moments } = this.#holdings;
    const events = this.#unsaved;
    this.#unsaved = [];
    const firstEvent = eventsOf(log)[0]?.seq ?? log.nextSeq;
    const { files, configuration } = seen.server.site.project;
    const project: StoredProject = { files: [...files], configuration, ini };
    const changes = { ...answers.takeChanges(), ...moments.takeChanges() };
    const stored = await this.#storage.commit(this.#id, { image, project, events, firstEvent, ...changes });
    if (stored) return;
    // The next commit, should it succeed, brings what this one could not.
    this.#unsaved = [...events, ...this.#unsaved].filter(({ seq }) => seq >= firstEvent);
    answers.giveBack(changes);
    moments.giveBack(changes);
  }

  #writeImage(): Uint8Array | null {
    try {
      return this.#holdings.keepImage();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#imageProblem = `This site cannot be stored just now, so it lives in memory only (${reason})`;
      console.error(error);
      return null;
    }
  }
}
