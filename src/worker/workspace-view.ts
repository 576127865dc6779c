/**
 * What the page's panels show, read off the world: files, configuration, jars, sessions, requests at work. Looking changes
 * nothing and runs no Python.
 */
import { viewCookies } from "../browser/index.ts";
import type { FileContent } from "../project/index.ts";
import type { BrowserView, RunningRequest, SessionView, WorkspaceState } from "../protocol/index.ts";
import { readDiskSessions, readMemorySessions, type StoredSession } from "../sessions/index.ts";
import { type RequestId, readWriters, type TraceEvent } from "../trace/index.ts";
import type { World } from "./world.ts";

/** Everything but the events. `events` is the whole log: it says which request wrote what. */
export function viewWorkspace(
  world: World,
  events: readonly TraceEvent[],
  now: number,
): Omit<WorkspaceState, "events" | "storageProblem"> {
  const { files, configuration } = world.server.site.project;
  return {
    files: Object.fromEntries([...files].map(([path, content]) => [path, textOf(content)])),
    configuration,
    browsers: viewBrowsers(world, now),
    sessions: viewSessions(world, events),
    running: world.pending.map(viewPending),
  };
}

function viewBrowsers({ jars }: World, now: number): BrowserView[] {
  return [...jars].map(([id, jar]) => ({ id, cookies: viewCookies(jar, now) }));
}

/** In memory, process by process, and on disk. */
function viewSessions({ server, openedAt }: World, events: readonly TraceEvent[]): SessionView[] {
  const inMemory = server.processes.flatMap(({ id: process, sessions }) =>
    readMemorySessions(sessions).map((session) => ({ ...session, process })),
  );
  const history = eventsBySession(events);
  return [...inMemory, ...readDiskSessions(server.disk)].map((session) => ({
    ...viewSession(session, readWriters(history.get(session.id) ?? [], session.id)),
    created: session.created - openedAt,
    lastUsed: session.lastUsed - openedAt,
  }));
}

function viewSession<S extends StoredSession>(session: S, writers: ReadonlyMap<string, RequestId>) {
  const attributes = session.attributes.map((attribute) => {
    const writtenBy = writers.get(attribute.name);
    return writtenBy === undefined ? attribute : { ...attribute, writtenBy };
  });
  return { ...session, attributes };
}

/** The log in one pass, since asking it about each of a thousand sessions takes a thousand. */
function eventsBySession(events: readonly TraceEvent[]): Map<string, TraceEvent[]> {
  const histories = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (!("session" in event)) continue;
    const history = histories.get(event.session);
    if (history === undefined) histories.set(event.session, [event]);
    else history.push(event);
  }
  return histories;
}

function viewPending({ id, browser, method, url, waiting }: World["pending"][number]): RunningRequest {
  return { id, browser, method, url, waiting };
}

function textOf(content: FileContent): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
