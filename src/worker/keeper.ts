/**
 * What a workspace holds, and how it is stored: one image of the world, and beside it the rows that only grow.
 *
 * Saving takes turns: a commit writes the workspace as it is when its turn comes, and calls that wait for the same turn share it.
 * What could not be stored is tried again with the next commit; meanwhile the workspace lives in memory, and says so.
 */
import { writeUnexplained } from "../image/index.ts";
import type { WorkspaceId } from "../protocol/index.ts";
import { createTraceLog, firstOf, type TraceEvent, type TraceLog } from "../trace/index.ts";
import { Answers } from "./answers.ts";
import { Moments } from "./race/moments.ts";
import type { Storage, StoredProject } from "./storage.ts";
import type { RowChange, WorkRow } from "./works/rows.ts";
import { type World, writingCatalogue } from "./world.ts";

/** Milliseconds within which moves are stored, all that are made meanwhile together. */
const SOON = 30;

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
  /** What the work is; null where an older version of the app has begun it. */
  work: WorkRow | null;
  /** What could not be read back, in a sentence that is still to be told; null when nothing is lost. */
  loss: string | null;

  constructor(world: World, rest: Pick<Holdings, "ini" | "log" | "answers" | "moments" | "work" | "loss">) {
    this.#world = world;
    this.ini = rest.ini;
    this.log = rest.log;
    this.answers = rest.answers;
    this.moments = rest.moments;
    this.work = rest.work;
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

  /** The image of the world as it is, remembered. Throws a `Refusal` when something in it is not data. */
  keepImage(): Uint8Array {
    this.#image = this.takeImage();
    return this.#image;
  }

  /** The image of the world as it is, for one who will change it now. Throws as `keepImage` does. */
  takeImage(): Uint8Array {
    const image = this.#image ?? writeUnexplained(this.#world, writingCatalogue());
    this.#image = null;
    return image;
  }
}

/** Of a workspace in which nothing has happened. */
export function newHoldings(world: World, ini: string, work: WorkRow | null = null): Holdings {
  const [log, answers, moments] = [createTraceLog(), new Answers(), new Moments()];
  return new Holdings(world, { ini, log, answers, moments, work, loss: null });
}

export class Keeper {
  readonly #id: WorkspaceId;
  readonly #storage: Storage;
  readonly #holdings: Holdings;
  readonly #refused: () => void;
  #unsaved: TraceEvent[] = [];
  #rows: RowChange[] = [];
  /** What was stored before belongs to another life of the workspace. */
  #isAnew = false;
  #isEnded = false;
  #saving: Promise<void> = Promise.resolve();
  #nextSave: Promise<void> | null = null;
  /** Rings when what `saveSoon` was called for is to be stored. */
  #due: ReturnType<typeof setTimeout> | null = null;
  /** Those who wait until that has begun. */
  readonly #awaitingDue: (() => void)[] = [];
  #imageProblem: string | null = null;

  /** `refused` is called when something in the world is not data: a mistake of ours. */
  constructor(id: WorkspaceId, storage: Storage, holdings: Holdings, refused: () => void) {
    this.#id = id;
    this.#storage = storage;
    this.#holdings = holdings;
    this.#refused = refused;
  }

  /** Why nothing can be stored just now, in a sentence; null when all is well. */
  get problem(): string | null {
    return this.#imageProblem ?? this.#storage.problem();
  }

  /** Has anything happened since the last commit that is to be stored? */
  get hasNews(): boolean {
    return this.#unsaved.length > 0 || this.#due !== null;
  }

  /** Notes an event of the log, to be stored with the next commit. */
  note(event: TraceEvent): void {
    this.#unsaved.push(event);
  }

  /** Notes changes of the rows beside the workspace. Where the next commit fails, versions are lost: they may be what is too large. */
  noteRows(rows: readonly RowChange[]): void {
    this.#rows.push(...rows);
  }

  /** The workspace begins anew, with the log `events`: what was noted and stored before goes. */
  beginAnew(events: readonly TraceEvent[]): void {
    this.#unsaved = [...events];
    this.#isAnew = true;
  }

  /** Stores nothing any more: the workspace is deleted. */
  end(): void {
    this.#isEnded = true;
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

  /** Stores it in a moment, with all that happens until then; any commit in between is as good. */
  saveSoon(): void {
    this.#due ??= setTimeout(() => void this.save(), SOON);
  }

  /** Stores it as soon as whoever is served now has their reply. Resolves when it is stored. */
  saveNext(): Promise<void> {
    if (this.#due !== null) clearTimeout(this.#due);
    this.#due = setTimeout(() => void this.save(), 0);
    return this.#stored();
  }

  /**
   * Resolves when what was to be stored is stored. Who waits for that has their answer, so the image is written at once: the next move
   * takes it, or the next commit, whichever comes first.
   */
  settled(): Promise<void> {
    if (this.#due !== null && !this.#isEnded) this.#writeImage();
    return this.#stored();
  }

  async #stored(): Promise<void> {
    while (this.#due !== null) await new Promise<void>((resolve) => this.#awaitingDue.push(resolve));
    await (this.#nextSave ?? this.#saving);
  }

  async #commit(): Promise<void> {
    if (this.#due !== null) clearTimeout(this.#due);
    this.#due = null;
    for (const resolve of this.#awaitingDue.splice(0)) resolve();
    const image = this.#isEnded ? null : this.#writeImage();
    if (image === null) return;
    const { seen, ini, log, answers, moments } = this.#holdings;
    const events = this.#unsaved;
    this.#unsaved = [];
    const firstEvent = firstOf(log)?.seq ?? log.nextSeq;
    const { files, configuration } = seen.server.site.project;
    const project: StoredProject = { files: [...files], configuration, ini };
    const changes = { ...answers.takeChanges(), ...moments.takeChanges() };
    const [rows, anew] = [this.#rows, this.#isAnew];
    this.#rows = [];
    this.#isAnew = false;
    const commit = { image, project, events, firstEvent, ...changes, anew, rows };
    // What could not be stored is tried again, unless the workspace has begun anew meanwhile.
    if ((await this.#storage.commit(this.#id, commit)) || this.#isAnew) return;
    this.#isAnew = anew;
    this.#rows.unshift(...rows.filter(({ store }) => store === "works"));
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
      this.#refused();
      return null;
    }
  }
}
