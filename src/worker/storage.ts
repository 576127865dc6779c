/**
 * Where workspaces live between two breaths of a mortal worker.
 *
 * A workspace is four things on disk: its world (an image), its events (one row each, so that a growing log costs only what is
 * new), its answers (the journal: what was asked and what was said) and the moments of its race; beside them stand what the work is and its
 * versions (`works/rows.ts`). One `commit` writes all in one transaction, so that no answer is ever remembered without the session that goes with it. What cannot be stored is told once and the
 * workspace goes on in memory.
 */
import type { Configuration, FileContent } from "../project/index.ts";
import type { WorkspaceId } from "../protocol/index.ts";
import type { Field } from "../server/index.ts";
import type { BrowserId, RequestId, TraceEvent } from "../trace/index.ts";
import type { RowChange, SideRows, WorkRow } from "./works/rows.ts";

/** A finished request and its answer; also what Back and the waiting page's successor show. */
export interface StoredAnswer {
  request: RequestId;
  browser: BrowserId;
  /** What was asked: method, URL and a hash of the body. */
  method: string;
  url: string;
  bodyHash: string;
  /** The browser's own name for the document that asked; absent for everything but navigations. */
  client?: string;
  /** The secret part of the address of this answer. */
  token: string;
  /** Its first showing after a waiting page is still to come. */
  awaited: boolean;
  status: number;
  statusText: string;
  fields: Field[];
  body: Uint8Array;
}

/** The site in plain form, readable by every version of the engine, whatever becomes of the image. */
export interface StoredProject {
  files: [path: string, content: FileContent][];
  configuration: Configuration;
  /** The text of `server.ini`; absent in rows that an older version wrote. */
  ini?: string;
}

/** The world before a move of a race. */
export interface StoredMoment {
  /** Grows from one moment to the next. */
  id: number;
  image: Uint8Array;
  /** The number of the last event before it. */
  lastEvent: number;
}

/** Moments that were stored together, oldest first. The first of them gave the row its number when it was begun. */
export interface MomentRow {
  id: number;
  moments: readonly StoredMoment[];
}

/** A workspace as read back. */
export interface StoredWorkspace {
  image: Uint8Array;
  project: StoredProject;
  /** Oldest first. */
  events: TraceEvent[];
  answers: StoredAnswer[];
  /** Oldest first. */
  moments: MomentRow[];
  /** Absent in what an older version has stored. */
  work?: WorkRow;
}

/** What changed since the last commit. */
export interface Commit {
  image: Uint8Array;
  project: StoredProject;
  /** The new events, and the number of the oldest one to keep. */
  events: readonly TraceEvent[];
  firstEvent: number;
  /** New or changed answers, and those to forget. */
  answers: readonly StoredAnswer[];
  forgotten: readonly RequestId[];
  /** New or changed rows of moments, and those to forget. */
  moments: readonly MomentRow[];
  forgottenMoments: readonly number[];
  /** The workspace has begun anew: events, answers and moments stored before go first. */
  anew: boolean;
  /** Changes of the rows beside it. */
  rows: readonly RowChange[];
}

/** A workspace that is kept, in brief. */
export interface KeptWorkspace {
  workspace: WorkspaceId;
  lastUsed: number;
  files: number;
}

export interface Storage {
  /** The workspace as last committed; null when there is none. */
  load(workspace: WorkspaceId): Promise<StoredWorkspace | null>;
  /** True when everything is written, false when nothing could be (see `problem`). Never rejects. */
  commit(workspace: WorkspaceId, commit: Commit): Promise<boolean>;
  /** Forgets the workspace and everything that belongs to it. */
  remove(workspace: WorkspaceId): Promise<void>;
  /** All that are kept. */
  list(): Promise<KeptWorkspace[]>;
  /** Rows beside a workspace, by their numbers; only that of a number, or of all workspaces. Never rejects: what cannot be read is not there. */
  readRows<Store extends keyof SideRows>(
    store: Store,
    workspace?: WorkspaceId,
    id?: number,
  ): Promise<SideRows[Store][]>;
  /** True when they are written. Never rejects. */
  writeRows(changes: readonly RowChange[]): Promise<boolean>;
  /** Why nothing is stored, in a sentence; null while all is well. */
  problem(): string | null;
}

/** Keeps everything in the worker's memory; `reason` is why. Also the storage of tests. `now` stamps the last use. */
export function createMemoryStorage(reason: string | null = null, now: () => number = () => 0): Storage {
  const kept = new Map<WorkspaceId, KeptInMemory & { lastUsed: number }>();
  const side: SideTables = { works: new Map(), versions: new Map(), contents: new Map() };
  return {
    async load(workspace) {
      const found = kept.get(workspace);
      if (found === undefined) return null;
      const { lastUsed: _lastUsed, firstEvent, ...stored } = found;
      const events = stored.events.filter(({ seq }) => seq >= firstEvent);
      const work = side.works.get(rowKey(workspace, 0));
      return structuredClone({ ...stored, events, ...(work !== undefined && { work }) });
    },
    async commit(workspace, commit) {
      const known = commit.anew ? undefined : kept.get(workspace);
      const before = known ?? { ...commit, events: [], answers: [], moments: [] };
      kept.set(workspace, { ...applyCommit(before, structuredClone(commit)), lastUsed: now() });
      applyRows(side, commit.rows);
      return true;
    },
    async remove(workspace) {
      kept.delete(workspace);
      for (const table of Object.values(side)) {
        for (const key of table.keys()) if (key.startsWith(workspace)) table.delete(key);
      }
    },
    async list() {
      return [...kept].map(([workspace, { lastUsed, project }]) => ({
        workspace,
        lastUsed,
        files: project.files.length,
      }));
    },
    async readRows(store, workspace = "", id) {
      const rows = [...side[store]].filter(([key]) =>
        id === undefined ? key.startsWith(workspace) : key === rowKey(workspace, id),
      );
      return structuredClone(rows.sort(([a], [b]) => idOf(a) - idOf(b)).map(([, row]) => row));
    },
    async writeRows(changes) {
      applyRows(side, changes);
      return true;
    },
    problem: () => reason,
  };
}

type SideTables = { [Store in keyof SideRows]: Map<string, SideRows[Store]> };

function rowKey(workspace: WorkspaceId, id: number): string {
  return `${workspace} ${id}`;
}

function idOf(key: string): number {
  return Number(key.split(" ")[1]);
}

function applyRows(side: SideTables, changes: readonly RowChange[]): void {
  for (const change of structuredClone(changes)) {
    if ("remove" in change) side[change.store].delete(rowKey(change.workspace, change.remove));
    else if (change.store === "works") side.works.set(rowKey(change.put.workspace, 0), change.put);
    else if (change.store === "contents")
      side.contents.set(rowKey(change.put.workspace, change.put.id), change.put);
    else side.versions.set(rowKey(change.put.workspace, change.put.id), change.put);
  }
}

/** `events` may begin with some that are no longer kept: those before `firstEvent`. */
type KeptInMemory = StoredWorkspace & { firstEvent: number };

/** So many of those, and they are taken out, all at once. */
const MOST_OUTDATED = 1_000;

function applyCommit({ events, answers, moments }: StoredWorkspace, commit: Commit): KeptInMemory {
  const { image, project, firstEvent } = commit;
  const replaced = new Set([...commit.answers.map(({ request }) => request), ...commit.forgotten]);
  const outdated = new Set([...commit.moments.map(({ id }) => id), ...commit.forgottenMoments]);
  // In place: a log is long, and of a commit little is new.
  events.push(...commit.events);
  if ((events[MOST_OUTDATED]?.seq ?? firstEvent) < firstEvent) events.splice(0, MOST_OUTDATED);
  return {
    image,
    project,
    events,
    firstEvent,
    answers: [...answers.filter(({ request }) => !replaced.has(request)), ...commit.answers],
    moments: [...moments.filter(({ id }) => !outdated.has(id)), ...commit.moments].sort(
      (a, b) => a.id - b.id,
    ),
  };
}
