/**
 * Where workspaces live between two breaths of a mortal worker.
 *
 * A workspace is four things on disk: its world (an image), its events (one row each, so that a growing log costs only what is
 * new), its answers (the journal: what was asked and what was said) and the moments of its race. One `commit` writes all in one
 * transaction, so that no answer is ever remembered without the session that goes with it. What cannot be stored is told once and the
 * workspace goes on in memory.
 */
import type { Configuration, FileContent } from "../project/index.ts";
import type { WorkspaceId } from "../protocol/index.ts";
import type { Field } from "../server/index.ts";
import type { BrowserId, RequestId, TraceEvent } from "../trace/index.ts";

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

/** A workspace as read back. */
export interface StoredWorkspace {
  image: Uint8Array;
  project: StoredProject;
  /** Oldest first. */
  events: TraceEvent[];
  answers: StoredAnswer[];
  /** Oldest first. */
  moments: StoredMoment[];
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
  /** New moments, and those to forget. */
  moments: readonly StoredMoment[];
  forgottenMoments: readonly number[];
}

export interface Storage {
  /** The workspace as last committed; null when there is none. */
  load(workspace: WorkspaceId): Promise<StoredWorkspace | null>;
  /** True when everything is written, false when nothing could be (see `problem`). Never rejects. */
  commit(workspace: WorkspaceId, commit: Commit): Promise<boolean>;
  /** Forgets the workspace and everything that belongs to it. */
  remove(workspace: WorkspaceId): Promise<void>;
  /** Forgets what nobody opened for a long time. */
  prune(now: number): Promise<void>;
  /** Why nothing is stored, in a sentence; null while all is well. */
  problem(): string | null;
}

/** Days after which an unused workspace is forgotten, and how many are kept at most. */
export const DAYS_KEPT = 30;
export const WORKSPACES_KEPT = 40;

/** Keeps everything in the worker's memory; `reason` is why. Also the storage of tests. */
export function createMemoryStorage(reason: string | null = null): Storage {
  const rows = new Map<WorkspaceId, StoredWorkspace>();
  return {
    load: async (workspace) => structuredClone(rows.get(workspace) ?? null),
    async commit(workspace, commit) {
      const known = rows.get(workspace) ?? { ...commit, events: [], answers: [], moments: [] };
      rows.set(workspace, applyCommit(known, structuredClone(commit)));
      return true;
    },
    async remove(workspace) {
      rows.delete(workspace);
    },
    async prune() {},
    problem: () => reason,
  };
}

function applyCommit({ events, answers, moments }: StoredWorkspace, commit: Commit): StoredWorkspace {
  const replaced = new Set([...commit.answers.map(({ request }) => request), ...commit.forgotten]);
  const outdated = new Set([...commit.moments.map(({ id }) => id), ...commit.forgottenMoments]);
  // In place: a log is long, and of a commit little is new.
  events.push(...commit.events);
  events.splice(
    0,
    Math.max(
      0,
      events.findIndex(({ seq }) => seq >= commit.firstEvent),
    ),
  );
  return {
    image: commit.image,
    project: commit.project,
    events,
    answers: [...answers.filter(({ request }) => !replaced.has(request)), ...commit.answers],
    moments: [...moments.filter(({ id }) => !outdated.has(id)), ...commit.moments],
  };
}
