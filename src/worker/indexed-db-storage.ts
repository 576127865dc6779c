/**
 * Storage in the browser's IndexedDB.
 *
 * Connections get lost (WebKit: "Connection to Indexed Database server lost"; Chromium: "Internal error opening backing
 * store", which no retry heals). So a failed operation drops the connection and is tried once more on a new one; if that fails
 * too, the workspace goes on in memory and says so. Another version of the app that wants to change the schema is let through:
 * `versionchange` closes our connection and the next operation opens a new one.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { WorkspaceId } from "../protocol/index.ts";
import type { RequestId, TraceEvent } from "../trace/index.ts";
import {
  type Commit,
  DAYS_KEPT,
  type Storage,
  type StoredAnswer,
  type StoredMoment,
  type StoredProject,
  WORKSPACES_KEPT,
} from "./storage.ts";
import { pause } from "./turns.ts";

interface WorkspaceRow {
  id: WorkspaceId;
  image: Uint8Array;
  project: StoredProject;
  lastUsed: number;
}

interface Schema extends DBSchema {
  workspaces: { key: WorkspaceId; value: WorkspaceRow };
  events: { key: [WorkspaceId, number]; value: { workspace: WorkspaceId; seq: number; event: TraceEvent } };
  answers: {
    key: [WorkspaceId, RequestId];
    value: { workspace: WorkspaceId; answer: StoredAnswer; request: RequestId };
  };
  moments: { key: [WorkspaceId, number]; value: StoredMoment & { workspace: WorkspaceId } };
}

type Database = IDBPDatabase<Schema>;
const storeNames = ["workspaces", "events", "answers", "moments"] as const;
/** 2: moments. */
const schemaVersion = 2;
/** Milliseconds that opening may take. */
const OPEN_PATIENCE = 3_000;

/** Storage in the database `name`. `now` stamps the last use, for pruning. */
export function createIndexedDbStorage(name: string, now: () => number): Storage {
  const connection = createConnection(name);
  let problem: string | null = null;
  /** Runs `work` and remembers whether storing works; gives `fallback` when it does not. */
  const attempt = async <T>(work: (database: Database) => Promise<T>, fallback: T): Promise<T> => {
    try {
      const result = await connection.use(work);
      problem = null;
      return result;
    } catch (error) {
      problem = describeProblem(error);
      return fallback;
    }
  };
  return {
    load: (workspace) => attempt((database) => load(database, workspace), null),
    commit: (workspace, commit) => attempt((database) => write(database, workspace, commit, now()), false),
    remove: (workspace) => attempt((database) => remove(database, workspace), undefined),
    prune: (time) => attempt((database) => prune(database, time), undefined),
    problem: () => problem,
  };
}

/** One connection, opened when needed, dropped when it fails. */
function createConnection(name: string) {
  let opened: Promise<Database> | null = null;
  const drop = () => {
    void opened?.then((database) => database.close()).catch(() => {});
    opened = null;
  };
  const open = () => {
    const callbacks = { upgrade: createStores, blocking: drop, terminated: drop };
    opened ??= Promise.race([openDB<Schema>(name, schemaVersion, callbacks), tooLate()]);
    return opened;
  };
  return {
    async use<T>(work: (database: Database) => Promise<T>): Promise<T> {
      try {
        return await work(await open());
      } catch (error) {
        if (isHopeless(error)) throw error;
        drop();
        return work(await open());
      }
    },
  };
}

/** An open that another tab blocks, or that a broken store never answers, must not hold up a page for ever. */
async function tooLate(): Promise<never> {
  await pause(OPEN_PATIENCE);
  throw new Error("its database did not open");
}

/** From version `before`, 0 when there was none. */
function createStores(database: Database, before: number): void {
  if (before < 1) {
    database.createObjectStore("workspaces", { keyPath: "id" });
    database.createObjectStore("events", { keyPath: ["workspace", "seq"] });
    database.createObjectStore("answers", { keyPath: ["workspace", "request"] });
  }
  database.createObjectStore("moments", { keyPath: ["workspace", "id"] });
}

function allOf(workspace: WorkspaceId): IDBKeyRange {
  return IDBKeyRange.bound([workspace, 0], [workspace, Number.MAX_SAFE_INTEGER]);
}

async function load(database: Database, workspace: WorkspaceId) {
  const transaction = database.transaction(storeNames);
  const [row, events, answers, moments] = await Promise.all([
    transaction.objectStore("workspaces").get(workspace),
    transaction.objectStore("events").getAll(allOf(workspace)),
    transaction.objectStore("answers").getAll(allOf(workspace)),
    transaction.objectStore("moments").getAll(allOf(workspace)),
  ]);
  if (row === undefined) return null;
  return {
    image: row.image,
    project: row.project,
    events: events.map(({ event }) => event),
    answers: answers.map(({ answer }) => answer),
    moments,
  };
}

async function write(
  database: Database,
  workspace: WorkspaceId,
  commit: Commit,
  now: number,
): Promise<boolean> {
  const transaction = database.transaction(storeNames, "readwrite", { durability: "relaxed" });
  const { image, project } = commit;
  const events = transaction.objectStore("events");
  const answers = transaction.objectStore("answers");
  const moments = transaction.objectStore("moments");
  const writes: Promise<unknown>[] = [
    transaction.objectStore("workspaces").put({ id: workspace, image, project, lastUsed: now }),
    ...commit.events.map((event) => events.put({ workspace, seq: event.seq, event })),
    ...commit.answers.map((answer) => answers.put({ workspace, request: answer.request, answer })),
    ...commit.forgotten.map((request) => answers.delete([workspace, request])),
    ...commit.moments.map((moment) => moments.put({ workspace, ...moment })),
    ...commit.forgottenMoments.map((id) => moments.delete([workspace, id])),
  ];
  if (commit.firstEvent > 1) {
    writes.push(
      events.delete(IDBKeyRange.bound([workspace, 0], [workspace, commit.firstEvent], false, true)),
    );
  }
  await Promise.all([...writes, transaction.done]);
  return true;
}

async function remove(database: Database, workspace: WorkspaceId): Promise<void> {
  const transaction = database.transaction(storeNames, "readwrite");
  await Promise.all([
    transaction.objectStore("workspaces").delete(workspace),
    transaction.objectStore("events").delete(allOf(workspace)),
    transaction.objectStore("answers").delete(allOf(workspace)),
    transaction.objectStore("moments").delete(allOf(workspace)),
    transaction.done,
  ]);
}

async function prune(database: Database, now: number): Promise<void> {
  const ages: { id: WorkspaceId; lastUsed: number }[] = [];
  for await (const cursor of database.transaction("workspaces").store) {
    ages.push({ id: cursor.value.id, lastUsed: cursor.value.lastUsed });
  }
  const newestFirst = ages.sort((a, b) => b.lastUsed - a.lastUsed);
  const limit = now - DAYS_KEPT * 86_400_000;
  for (const [rank, { id, lastUsed }] of newestFirst.entries()) {
    if (rank >= WORKSPACES_KEPT || lastUsed < limit) await remove(database, id);
  }
}

/** A full disk stays full, and data that cannot be cloned stays so: trying again would only take time. */
function isHopeless(error: unknown): boolean {
  return error instanceof DOMException && ["QuotaExceededError", "DataCloneError"].includes(error.name);
}

function describeProblem(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") {
    return "The browser's storage is full, so this site lives in memory only: save what you want to keep.";
  }
  const cause = error instanceof Error ? error.message : String(error);
  return `The browser does not store anything here (${cause}), so this site lives in memory only.`;
}
