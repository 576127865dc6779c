/**
 * Storage in the browser's IndexedDB.
 *
 * Connections get lost (WebKit: "Connection to Indexed Database server lost"; Chromium: "Internal error opening backing
 * store", which no retry heals). So a failed operation drops the connection and is tried once more on a new one; if that fails
 * too, the workspace goes on in memory and says so. Another version of the app that wants to change the schema is let through:
 * `versionchange` closes our connection and the next operation opens a new one.
 */
import { type DBSchema, type IDBPDatabase, openDB, unwrap } from "idb";
import type { WorkspaceId } from "../protocol/index.ts";
import type { RequestId, TraceEvent } from "../trace/index.ts";
import type {
  Commit,
  KeptWorkspace,
  MomentRow,
  Storage,
  StoredAnswer,
  StoredMoment,
  StoredProject,
} from "./storage.ts";
import { pause } from "./turns.ts";
import type { RowChange, SideRows } from "./works/rows.ts";

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
  /** An older version of the app has stored each moment by itself. */
  moments: { key: [WorkspaceId, number]; value: (MomentRow | StoredMoment) & { workspace: WorkspaceId } };
  works: { key: [WorkspaceId, number]; value: SideRows["works"] };
  versions: { key: [WorkspaceId, number]; value: SideRows["versions"] };
  contents: { key: [WorkspaceId, number]; value: SideRows["contents"] };
}

type Database = IDBPDatabase<Schema>;
interface SideDatabase {
  getAll<Store extends keyof SideRows>(store: Store, range: IDBKeyRange | null): Promise<SideRows[Store][]>;
}
const storeNames = ["workspaces", "events", "answers", "moments"] as const;
/** The rows beside a workspace: see `works/rows.ts`. */
const sideNames = ["works", "versions", "contents"] as const;
const loadedNames = [...storeNames, "works"] as const;
const allNames = [...storeNames, ...sideNames] as const;
/** 2: moments. 3: what a work is, and its versions; a workspace of before has neither, and loses nothing. */
const schemaVersion = 3;
/** Milliseconds that opening may take. */
const OPEN_PATIENCE = 3_000;

/** Storage in the database `name`. `now` stamps the last use. */
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
    list: () => attempt(list, []),
    readRows: (store, workspace, id) =>
      // The schema has the same rows, which the types of `idb` cannot see.
      attempt((database) => (database as unknown as SideDatabase).getAll(store, rangeOf(workspace, id)), []),
    writeRows: (changes) => attempt((database) => writeRows(database, changes), false),
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
  if (before < 2) database.createObjectStore("moments", { keyPath: ["workspace", "id"] });
  for (const name of sideNames) database.createObjectStore(name, { keyPath: ["workspace", "id"] });
}

function allOf(workspace: WorkspaceId): IDBKeyRange {
  return IDBKeyRange.bound([workspace, 0], [workspace, Number.MAX_SAFE_INTEGER]);
}

function rangeOf(workspace?: WorkspaceId, id?: number): IDBKeyRange | null {
  if (workspace === undefined) return null;
  return id === undefined ? allOf(workspace) : IDBKeyRange.only([workspace, id]);
}

async function load(database: Database, workspace: WorkspaceId) {
  const transaction = database.transaction(loadedNames);
  const [row, events, answers, moments, work] = await Promise.all([
    transaction.objectStore("workspaces").get(workspace),
    transaction.objectStore("events").getAll(allOf(workspace)),
    transaction.objectStore("answers").getAll(allOf(workspace)),
    transaction.objectStore("moments").getAll(allOf(workspace)),
    transaction.objectStore("works").get([workspace, 0]),
  ]);
  if (row === undefined) return null;
  return {
    image: row.image,
    project: row.project,
    events: events.map(({ event }) => event),
    answers: answers.map(({ answer }) => answer),
    moments: moments.map((row) => ("moments" in row ? row : { id: row.id, moments: [row] })),
    ...(work !== undefined && { work }),
  };
}

async function write(
  database: Database,
  workspace: WorkspaceId,
  commit: Commit,
  now: number,
): Promise<boolean> {
  const names = commit.rows.length === 0 ? storeNames : allNames;
  const transaction = database.transaction(names, "readwrite", { durability: "relaxed" });
  const { image, project } = commit;
  // The browser's own stores, which make no promise for each row: that the transaction is done says it of all.
  const events = unwrap(transaction.objectStore("events"));
  const answers = unwrap(transaction.objectStore("answers"));
  const moments = unwrap(transaction.objectStore("moments"));
  if (commit.anew) for (const store of [events, answers, moments]) store.delete(allOf(workspace));
  const row: WorkspaceRow = { id: workspace, image, project, lastUsed: now };
  unwrap(transaction.objectStore("workspaces")).put(row);
  for (const event of commit.events) events.put({ workspace, seq: event.seq, event });
  for (const answer of commit.answers) answers.put({ workspace, request: answer.request, answer });
  for (const request of commit.forgotten) answers.delete([workspace, request]);
  for (const row of commit.moments) moments.put({ workspace, ...row });
  for (const id of commit.forgottenMoments) moments.delete([workspace, id]);
  for (const change of commit.rows) writeRow(unwrap(transaction.objectStore(change.store)), change);
  if (commit.firstEvent > 1)
    events.delete(IDBKeyRange.bound([workspace, 0], [workspace, commit.firstEvent], false, true));
  await transaction.done;
  return true;
}

interface RowStore {
  put(row: SideRows[keyof SideRows]): unknown;
  delete(key: [WorkspaceId, number]): unknown;
}

function writeRow(store: RowStore, change: RowChange): unknown {
  return "put" in change ? store.put(change.put) : store.delete([change.workspace, change.remove]);
}

async function writeRows(database: Database, changes: readonly RowChange[]): Promise<boolean> {
  const transaction = database.transaction(sideNames, "readwrite");
  const writes = changes.map((change) => writeRow(transaction.objectStore(change.store), change));
  await Promise.all([...writes, transaction.done]);
  return true;
}

async function remove(database: Database, workspace: WorkspaceId): Promise<void> {
  const transaction = database.transaction(allNames, "readwrite");
  const [workspaces, ...others] = allNames;
  await Promise.all([
    transaction.objectStore(workspaces).delete(workspace),
    ...others.map((name) => transaction.objectStore(name).delete(allOf(workspace))),
    transaction.done,
  ]);
}

async function list(database: Database): Promise<KeptWorkspace[]> {
  const kept: KeptWorkspace[] = [];
  for await (const { value } of database.transaction("workspaces").store)
    kept.push({ workspace: value.id, lastUsed: value.lastUsed, files: value.project.files.length });
  return kept;
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
