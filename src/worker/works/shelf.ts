/**
 * All works of this browser, as a list: named, deleted, and forgotten when there are too many.
 *
 * Nothing is forgotten that a tab shows, or that was used within a day. Of the others WORKS_KEPT stay: those that have a name or a version
 * to go back to before those that have neither, and of each the ones used last. Those without either also go after DAYS_KEPT
 * days. When one that has a name or versions goes, the log of the work on the screen says so.
 */
import { emptyProject } from "../../project/index.ts";
import {
  noRace,
  type ShelfCommand,
  WORK_NAME_LENGTH,
  type WorkspaceId,
  type WorkspaceState,
  type WorkView,
} from "../../protocol/index.ts";
import { createTraceLog } from "../../trace/index.ts";
import type { KeptWorkspace, Storage } from "../storage.ts";
import { viewWorkspace } from "../workspace-view.ts";
import { createWorld } from "../world.ts";
import type { WorkRow } from "./rows.ts";

/** Days after which an unused work without name and versions is forgotten, and how many works are kept at most. */
export const DAYS_KEPT = 30;
export const WORKS_KEPT = 40;
const DAY = 86_400_000;

/** What the list needs of the worker. */
export interface ShelfPlace {
  readonly storage: Storage;
  /** The works that tabs show. */
  shown(): Promise<ReadonlySet<WorkspaceId>>;
  /** The work is another by now, or, with null, no more: whoever has it in memory must know. */
  changed(work: WorkspaceId, row: WorkRow | null): Promise<void>;
}

/** The state in a reply to a page whose workspace is not open yet. It is older than any other. */
export function stateOfNothing(): WorkspaceState {
  const view = viewWorkspace(createWorld(emptyProject, [1, 0, 0, 0], 0), createTraceLog(), 0);
  return { revision: 0, ...view, race: noRace, events: [] };
}

/** Does what a page that shows `present` asks; gives the works, or why it is not done. */
export async function obeyShelf(
  present: WorkspaceId,
  body: ShelfCommand,
  place: ShelfPlace,
): Promise<{ ok: true; works?: WorkView[] } | { ok: false; reason: string }> {
  if (body.kind === "list-works") return { ok: true, works: await listWorks(present, place) };
  const kept = (await place.storage.list()).find(({ workspace }) => workspace === body.work);
  if (kept === undefined) return { ok: false, reason: "This work is not kept any more." };
  const reason = await (body.kind === "rename-work"
    ? rename(kept, body.name, place)
    : remove(kept, present, place));
  return reason === null ? { ok: true } : { ok: false, reason };
}

async function listWorks(present: WorkspaceId, { storage, shown }: ShelfPlace): Promise<WorkView[]> {
  const [kept, rows, open] = await Promise.all([storage.list(), storage.readRows("works"), shown()]);
  const known = new Map(rows.map((row) => [row.workspace, row]));
  return kept
    .map((workspace) => viewWork(workspace, known.get(workspace.workspace), open))
    .filter(({ workspace, embedded }) => embedded !== true || workspace === present)
    .sort((a, b) => b.lastUsed - a.lastUsed);
}

function viewWork(
  { workspace, lastUsed, files }: KeptWorkspace,
  row: WorkRow | undefined,
  open: ReadonlySet<WorkspaceId>,
): WorkView {
  const { id: _id, ...work } = row ?? unknownWork(workspace, lastUsed);
  // `server.ini` is a file to the learner.
  return { ...work, lastUsed, files: files + 1, shown: open.has(workspace) };
}

/** One that an older version of the app has begun. */
function unknownWork(workspace: WorkspaceId, lastUsed: number): WorkRow {
  return { workspace, id: 0, name: "", origin: "example", language: "en", created: lastUsed };
}

async function rename(
  { workspace, lastUsed }: KeptWorkspace,
  text: string,
  { storage, changed }: ShelfPlace,
): Promise<string | null> {
  const name = text.replace(/\s+/g, " ").trim();
  if (name.length > WORK_NAME_LENGTH)
    return `This name has ${name.length} characters; a name may have ${WORK_NAME_LENGTH}. Choose a shorter one.`;
  const [known = unknownWork(workspace, lastUsed)] = await storage.readRows("works", workspace);
  const row = { ...known, name };
  if (!(await storage.writeRows([{ store: "works", put: row }])))
    return storage.problem() ?? "The name could not be stored.";
  await changed(workspace, row);
  return null;
}

async function remove(
  { workspace }: KeptWorkspace,
  present: WorkspaceId,
  { storage, shown, changed }: ShelfPlace,
): Promise<string | null> {
  if (workspace === present) return "This is the work that you see. Open another one first.";
  if ((await shown()).has(workspace)) return "Another tab shows this work. Close that tab first.";
  await changed(workspace, null);
  await storage.remove(workspace);
  return null;
}

/**
 * Forgets what is too old or too much. Gives a sentence about those that had a name or versions, null when there were none.
 */
export async function pruneWorks(place: ShelfPlace, now: number): Promise<string | null> {
  const { storage, shown, changed } = place;
  const [kept, rows, versions, open] = await Promise.all([
    storage.list(),
    storage.readRows("works"),
    storage.readRows("versions"),
    shown(),
  ]);
  const named = rows.filter(({ name }) => name !== "");
  const precious = new Set([...named, ...versions].map(({ workspace }) => workspace));
  const rank = ({ workspace, lastUsed }: KeptWorkspace) =>
    open.has(workspace) || lastUsed > now - DAY ? 0 : precious.has(workspace) ? 1 : 2;
  const inOrder = kept.sort((a, b) => rank(a) - rank(b) || b.lastUsed - a.lastUsed);
  const gone = inOrder.filter((work, place) => {
    const isOld = rank(work) === 2 && work.lastUsed < now - DAYS_KEPT * DAY;
    return rank(work) > 0 && (isOld || place >= WORKS_KEPT);
  });
  for (const { workspace } of gone) {
    await changed(workspace, null);
    await storage.remove(workspace);
  }
  return tellOf(
    gone.filter(({ workspace }) => precious.has(workspace)),
    rows,
  );
}

function tellOf(gone: readonly KeptWorkspace[], rows: readonly WorkRow[]): string | null {
  if (gone.length === 0) return null;
  const names = gone.map(({ workspace, lastUsed }) => {
    const name = rows.find((row) => row.workspace === workspace)?.name || "a work without a name";
    return `${name} (last used on ${new Date(lastUsed).toISOString().slice(0, 10)})`;
  });
  return `${WORKS_KEPT} works are kept. To make room this browser has forgotten: ${names.join(", ")}.`;
}
