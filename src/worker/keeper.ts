/**
 * What a workspace holds, and how it is stored: one image of the world, and beside it the rows that only grow.
 *
 * Saving takes turns: a commit writes the workspace as it is when its turn comes, and calls that wait for the same turn share it.
 * What could not be stored is tried again with the next commit; meanwhile the workspace lives in memory, and says so.
 */
import { read, write } from "../image/index.ts";
import { stringifyConfiguration } from "../project/index.ts";
import type { WorkspaceId } from "../protocol/index.ts";
import { createTraceLog, eventsOf, restoreTraceLog, type TraceEvent, type TraceLog } from "../trace/index.ts";
import { Answers } from "./answers.ts";
import { Moments } from "./race/moments.ts";
import type { Storage, StoredProject, StoredWorkspace } from "./storage.ts";
import { createWorld, type World, worldCatalogue } from "./world.ts";

/** Everything that would be lost with a workspace. */
export interface Holdings {
  world: World;
  /** The text of `server.ini`. While a line of it is wrong the server follows an earlier one. */
  ini: string;
  readonly log: TraceLog;
  readonly answers: Answers;
  /** The way back through the moves of the race. */
  readonly moments: Moments;
  /** What could not be read back, in a sentence that is still to be told; null when nothing is lost. */
  loss: string | null;
}

/** Of a workspace in which nothing has happened. */
export function newHoldings(world: World, ini: string): Holdings {
  return { world, ini, log: createTraceLog(), answers: new Answers(), moments: new Moments(), loss: null };
}

/**
 * Of a workspace as it was stored. An image of an older version that cannot be read any more costs cookies and sessions, never
 * the learner's files.
 */
export function restoreHoldings(
  id: WorkspaceId,
  host: { seed(): ArrayLike<number>; now(): number },
  stored: StoredWorkspace,
): Holdings {
  const log = restoreTraceLog(stored.events);
  const ini = stored.project.ini ?? stringifyConfiguration(stored.project.configuration);
  const rest = { ini, log, answers: new Answers(stored.answers) };
  const result = read(stored.image, worldCatalogue());
  if (result.ok)
    return { world: result.root as World, ...rest, moments: new Moments(stored.moments), loss: null };
  console.warn(`Failed to read the image of workspace ${id}: ${result.reason}`);
  const project = { files: new Map(stored.project.files), configuration: stored.project.configuration };
  const world = createWorld(project, host.seed(), host.now());
  world.nextRequest = 1 + Math.max(0, ...stored.answers.map(({ request }) => request));
  const moments = new Moments(stored.moments);
  moments.clear();
  return { world, ...rest, moments, loss: `${LOSS} (${result.reason}).` };
}

const LOSS =
  "Cookies, sessions and requests under way are lost, the files are not: what was stored of them cannot be read";

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
    const { world, ini, log, answers, moments } = this.#holdings;
    const events = this.#unsaved;
    this.#unsaved = [];
    const firstEvent = eventsOf(log)[0]?.seq ?? log.nextSeq;
    const { files, configuration } = world.server.site.project;
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
      return write(this.#holdings.world, worldCatalogue());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#imageProblem = `This site cannot be stored just now, so it lives in memory only (${reason})`;
      console.error(error);
      return null;
    }
  }
}
