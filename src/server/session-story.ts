/**
 * Where an attribute of a session went, in one sentence:
 *
 *     prenom was in this session until request 3, when line 5 of suiteEssaiSession.pih closed it.
 *
 * The server itself remembers nothing of the kind. Whoever keeps the log of what it told may hand it in
 * (`Environment.recall`), and the sentence is a reading of that log; without one it says what may have happened.
 */
import { readSessionHistory, type TraceEvent } from "../trace/index.ts";
import type { Environment } from "./environment.ts";
import { type Markup, markup } from "./markup.ts";
import type { Server } from "./server.ts";
import { placeMarkup, requestMarkup } from "./server-pages.ts";
import type { Task } from "./task.ts";

/** What the story needs to know of an event, found again in the log by its number. */
interface Cause {
  seq: number;
  request?: number;
  file?: string;
  line?: number;
}

/** Why the session of `task` has no attribute `name`. */
export function tellMissing(server: Server, task: Task, env: Environment, name: string): Markup {
  const events = env.recall?.() ?? [];
  const history = readSessionHistory(events, task.session?.id ?? "");
  const { gone, written } = history.attributes.get(name) ?? { written: [] };
  const what = markup`<code>${name}</code>`;
  const write = written.at(-1);
  if (gone !== undefined) return tellGone(task, events, what, gone);
  if (write !== undefined) return tellElsewhere(server, task, events, name, write);
  const isWhole = events[0]?.seq === 1 || history.opened?.origin === "new";
  return isWhole ? markup`Nobody has stored ${what} in this session.` : tellChances(what);
}

/** What can be said when nothing is known. */
function tellChances(what: Markup): Markup {
  return markup`The session has no ${what}: nobody stored it, or the session was closed, evicted, or lost at a restart.`;
}

function tellGone(
  task: Task,
  events: readonly TraceEvent[],
  what: Markup,
  gone: Cause & { how: "closed" | "deleted" | "evicted" | "restarted" | "discarded" },
): Markup {
  const until = markup`${what} was in this session until ${requestWords(task, gone)}`;
  const event = events.find(({ seq }) => seq === gone.seq);
  switch (gone.how) {
    case "closed":
      return markup`${until}, when ${placeWords(gone)} closed it.${showMe(task, gone)}`;
    case "deleted":
      return markup`${until}, when ${placeWords(gone)} deleted it.${showMe(task, gone)}`;
    case "evicted": {
      const cap = event?.kind === "session-evicted" ? event.cap : 0;
      return markup`${until}: it opened one session more than the ${cap} that the server keeps, and this one was the oldest.${showMe(task, gone)}`;
    }
    case "restarted":
      return markup`${what} was in this session until the server was restarted: sessions in memory end with it.`;
    case "discarded": {
      const reason = event?.kind === "session-discarded" ? event.reason : "the request failed";
      return markup`Request ${gone.request ?? 0} stored ${what}, but it was not saved: ${reason}.${showMe(task, gone)}`;
    }
  }
}

/** The log says that the attribute is there: then it is in another memory than the one that this request looked in. */
function tellElsewhere(
  server: Server,
  task: Task,
  events: readonly TraceEvent[],
  name: string,
  write: Cause,
): Markup {
  const what = markup`<code>${name}</code>`;
  const { persistent_session, server: kind } = server.configuration;
  const opened = events.findLast(
    (event) => event.kind === "session-opened" && event.request === write.request,
  );
  const storage = opened?.kind === "session-opened" ? opened.storage : "memory";
  const process = events.find(({ seq }) => seq === write.seq)?.process ?? 1;
  const stored = markup`Request ${write.request ?? 0} stored ${what}`;
  const link = showMe(task, write);
  if (storage !== (persistent_session ? "disk" : "memory"))
    return markup`${stored} ${storage === "disk" ? "on disk" : "in memory"}; since then the server keeps sessions ${persistent_session ? "on disk" : "in memory"}.${link}`;
  const over = events.findLast((event) => isOverwriting(event, task, write, name));
  if (over?.request !== undefined)
    return markup`${stored}, but request ${over.request} had loaded its copy of the session before, and wrote it back whole, without ${what}.${showMe(task, over)}`;
  if (persistent_session)
    return markup`${stored}, but had not saved it when this request loaded its copy of the session.${link}`;
  if (process === task.process) return tellChances(what);
  if (kind === "cgi")
    return markup`${stored} in the memory of process ${process}, which ended with that request. Every request gets a new process.${link}`;
  return markup`${stored} in the memory of process ${process}. This request was answered by process ${task.process}, which has a memory of its own.${link}`;
}

/** True when `event` saved the session without what another request had written. */
function isOverwriting(event: TraceEvent, task: Task, write: Cause, name: string): boolean {
  if (event.kind !== "session-saved" || event.session !== task.session?.id) return false;
  return event.seq > write.seq && event.request !== write.request && !event.attributes.includes(name);
}

function requestWords(task: Task, { request }: Cause): string {
  if (request === undefined) return "some request";
  return request === task.id ? "this very request" : `request ${request}`;
}

function placeWords({ file, line, request }: Cause): Markup {
  if (file === undefined || line === undefined || request === undefined) return markup`a page`;
  return placeMarkup(`line ${line} of ${file}`, { file, line, request });
}

/** A link to the request, unless it is the one whose page this is. */
function showMe(task: Task, { request }: Cause): Markup {
  if (request === undefined || request === task.id) return markup``;
  return markup` ${requestMarkup("Show me", request)}`;
}
