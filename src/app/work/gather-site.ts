/** What a link takes along from the page: the site as it stands in the editor, and on request what was at stake. */
import type { FileContent } from "../../project/index.ts";
import {
  type BrowserView,
  type ExplorationView,
  type RaceView,
  type ReplayView,
  simulatedOrigin,
} from "../../protocol/index.ts";
import type { SharedJar, SharedRace, SharedSite } from "../../share/index.ts";
import type { AppModel } from "../app-model.ts";

/** More sessions on disk than these make no link that anybody could open. */
const mostSessions = 50;
/** As many as the worker lists at once. */
const listed = 200;

export type SharedSession = NonNullable<SharedSite["sessions"]>[number];

export interface DiskSessions {
  sessions: SharedSession[];
  /** How many there are. */
  total: number;
}

/** All files, also those that are not text, as the page has them. Null when the server did not answer. */
export async function gatherFiles({ files, connection }: AppModel): Promise<Map<string, FileContent> | null> {
  await files.save();
  const answer = await connection.send({ kind: "read-files" });
  if (!answer.ok || answer.siteFiles === undefined) return null;
  const all = new Map<string, FileContent>(Object.entries(answer.siteFiles));
  for (const [path, text] of files.files.value) all.set(path, text);
  const known = files.paths.value;
  // In the order of the tabs; what has none comes after, and `server.ini` last.
  const place = (path: string) => (known.includes(path) ? known.indexOf(path) : known.length - 1.5);
  return new Map([...all].sort(([a], [b]) => place(a) - place(b)));
}

export function gatherJars(browsers: readonly BrowserView[]): SharedJar[] {
  return browsers
    .filter(({ cookies }) => cookies.length > 0)
    .map(({ id, cookies }) => ({
      browser: id,
      cookies: cookies.map(({ name, value, path, expires, httpOnly, secure, sameSite }) => ({
        name,
        value,
        path,
        httpOnly,
        secure,
        ...(expires !== undefined && { expires }),
        ...(sameSite !== undefined && { sameSite }),
      })),
    }));
}

/** The sessions on disk, at most `mostSessions`, those that were used last. */
export async function gatherSessions({ connection, workspace }: AppModel): Promise<DiskSessions> {
  const all = workspace.state.value?.sessionCount ?? 0;
  if (all === 0) return { sessions: [], total: 0 };
  // They come oldest first, those in memory before those on disk.
  const from = Math.max(0, all - listed);
  const answer = await connection.send({ kind: "list-sessions", filter: "", from, count: listed });
  const rows = answer.ok ? (answer.sessions?.rows ?? []) : [];
  const onDisk = rows.filter(({ storage }) => storage === "disk").sort((a, b) => b.lastUsed - a.lastUsed);
  const read = onDisk.slice(0, mostSessions).map(async ({ id }): Promise<SharedSession[]> => {
    const details = await connection.send({ kind: "read-session", session: id, storage: "disk" });
    const pickle = details.ok ? details.session?.pickle : undefined;
    return pickle === undefined ? [] : [{ id, pickle }];
  });
  return { sessions: (await Promise.all(read)).flat(), total: onDisk.length };
}

/**
 * The race that is shown: the replay that is open; else of an exploration the most frequent outcome that no serial order has, or the
 * first. Null where there is none, or where a link could not ask for the same: forms, or pages of several browsers.
 */
export function gatherRace({ replay, exploration }: RaceView): SharedRace | null {
  if (replay !== undefined) return toShared(replay.lanes, scheduleOf(replay));
  if (exploration === undefined || exploration.state === "running") return null;
  const { outcomes, requests } = exploration;
  return toShared(requests, (outcomes.find(isLost(exploration)) ?? outcomes[0])?.schedule);
}

/** A replay that went its own way has no schedule of its own. */
function scheduleOf({ followed, schedule }: ReplayView): string | undefined {
  return followed ? schedule : undefined;
}

function isLost({ judged }: ExplorationView): (outcome: { serial: boolean }) => boolean {
  return ({ serial }) => judged && !serial;
}

function toShared(
  requests: readonly { browser: string; method: string; url: string }[],
  schedule: string | undefined,
): SharedRace | null {
  const [first] = requests;
  if (first === undefined || schedule === undefined) return null;
  if (requests.some(({ browser, method }) => browser !== first.browser || method !== "GET")) return null;
  return { browser: first.browser, urls: requests.map(({ url }) => pathOf(url)), schedule };
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url, simulatedOrigin);
  return pathname + search;
}
