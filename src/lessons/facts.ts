/**
 * Facts: what happened and what is so, as goals see it. `fact-kinds.ts` lists them.
 *
 *     events of the log ─▶ the same as facts ┐
 *                       ─▶ page, conflict    ├─▶ in the order in which they happened
 *     state of the site ─▶ sessions, …       ┘   last: what is so now
 *
 * A reading like those of `trace`: pure, and the same events and state give the same facts. Events never change, so what costs something is
 * read off each but once.
 */
import type { Configuration } from "../project/index.ts";
import { type RequestId, readMarks, type TraceEvent, withoutTakenBack } from "../trace/index.ts";
import type { Fact } from "./goals.ts";
import { oneBlank, visibleText } from "./visible-text.ts";

/** What facts are made of besides events: the part of the protocol's `WorkspaceState` that they need. */
export interface FactState {
  configuration: Configuration;
  browsers: readonly {
    id: string;
    cookies: readonly { name: string; value: string; path: string; httpOnly: boolean }[];
  }[];
  sessions: readonly {
    id: string;
    storage: string;
    process?: number;
    attributes: readonly { name: string; value: string; type: string }[];
  }[];
  sessionCount: number;
  crowd?: {
    path: string;
    count: number;
    done: number;
    state: string;
    created: number;
    evicted: number;
    failed: number;
  };
  race: { holding: boolean; lanes: readonly { state: string }[]; exploration?: FactExploration };
}

interface FactExploration {
  state: string;
  random?: object;
  requests: readonly { url: string }[];
  server: string;
  orders: string;
  outcomeCount?: number;
  outcomes: readonly {
    share: number;
    serial: boolean;
    pages: readonly { refused: boolean; failed?: boolean }[];
    deadlock?: object;
  }[];
  judged: boolean;
  outdated?: boolean;
}

type Fields = Record<string, string | number | boolean>;

/**
 * The facts of `events` (as they come, or without those that were taken back already), oldest first, and after them those of `state`; null
 * before it is known. Facts of the state have the number of an event to come.
 */
export function readFacts(events: readonly TraceEvent[], state: FactState | null): Fact[] {
  const holding = withoutTakenBack(events);
  const facts = factsOfEvents(holding);
  const marks = factsOfMarks(holding);
  facts.push(...marks);
  if (marks.length > 0) facts.sort((a, b) => a.seq - b.seq);
  return state === null ? facts : [...facts, ...factsOfState(state, (holding.at(-1)?.seq ?? 0) + 1)];
}

// Events

const known = new WeakMap<TraceEvent, Fact>();
const pages = new WeakMap<TraceEvent, Fact>();

function factsOfEvents(events: readonly TraceEvent[]): Fact[] {
  const facts: Fact[] = [];
  /** What is known of the requests that are not answered yet. */
  const asked = new Map<RequestId, Fields>();
  for (const event of events) {
    const fact = known.get(event) ?? factOf(event);
    known.set(event, fact);
    facts.push(fact);
    const { request } = event;
    if (request === undefined) continue;
    if (event.kind === "request") asked.set(request, fieldsAsked(fact));
    else if (event.kind === "session-opened")
      asked.set(request, { ...asked.get(request), session: event.session });
    else if (event.kind === "script-error") asked.set(request, { ...asked.get(request), failed: true });
    else if (event.kind === "response") {
      const page = pages.get(event) ?? pageOf(event, asked.get(request));
      pages.set(event, page);
      facts.push(page);
    }
  }
  return facts;
}

function fieldsAsked({ fields: { method = "", path = "", query = "", form = "" } }: Fact): Fields {
  return { method, path, query, form };
}

function factOf(event: TraceEvent): Fact {
  const { seq, kind, time: _, ...rest } = event;
  const fields: Fields = {};
  for (const [name, value] of Object.entries(rest) as [string, Fields[string] | (string | number)[]][])
    fields[name] = Array.isArray(value) ? value.join(", ") : value;
  if (event.kind === "request") Object.assign(fields, sentWith(event));
  if (event.kind === "session-opened") fields["copy"] = event.copy === true;
  return { seq, kind, fields };
}

function sentWith({ url, raw }: TraceEvent & { kind: "request" }): Fields {
  const { pathname, search } = new URL(url);
  const isForm = /^content-type:\s*application\/x-www-form-urlencoded/im.test(headOf(raw));
  return {
    path: decodePath(pathname),
    query: decodeFields(search),
    form: isForm ? decodeFields(bodyOf(raw)) : "",
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** `nom=Zo%C3%AB&age=3` as a person would write it. */
function decodeFields(text: string): string {
  return [...new URLSearchParams(text)].map(([name, value]) => `${name}=${value}`).join("&");
}

/** `asked` is less than all where the log has dropped the request. */
function pageOf(event: TraceEvent & { kind: "response" }, asked: Fields | undefined): Fact {
  const { seq, request, browser, process, thread, status, mediaType } = event;
  const text = textOf(event);
  const answer = present({ request, browser, process, thread, status, mediaType, text });
  return { seq, kind: "page", fields: { failed: false, ...asked, ...answer } };
}

/** What is to be read on the page. */
function textOf({ raw, mediaType }: TraceEvent & { kind: "response" }): string {
  if (/^text\/html$|\bxml$/.test(mediaType)) return visibleText(bodyOf(raw));
  return mediaType.startsWith("text/") ? oneBlank(bodyOf(raw)) : "";
}

function headOf(raw: string): string {
  const end = raw.indexOf("\r\n\r\n");
  return end < 0 ? raw : raw.slice(0, end);
}

function bodyOf(raw: string): string {
  return raw.slice(headOf(raw).length + 4);
}

function factsOfMarks(events: readonly TraceEvent[]): Fact[] {
  return readMarks(events).map((mark) => {
    const { session, mine, theirs } = mark;
    const { seq, browser } = mark.events.after;
    const name = "name" in mark ? mark.name : undefined;
    const own = mark.events.before.request === mine ? mark.events.before.browser : browser;
    return {
      seq,
      kind: "conflict",
      fields: present({ what: mark.kind, session, name, mine, theirs, request: mine, browser: own }),
    };
  });
}

// The state

/** What is so now. In a goal these have no place in the order. */
export const nowKinds: ReadonlySet<string> = new Set([
  "configuration",
  "sessions",
  "session-now",
  "browser-now",
  "cookie-now",
  "crowd",
  "race",
  "explored",
]);

function factsOfState(state: FactState, seq: number): Fact[] {
  const { configuration, browsers, sessions, sessionCount, crowd, race } = state;
  const { holding, lanes, exploration } = race;
  const count = (wanted: string) => lanes.filter(({ state }) => state === wanted).length;
  const facts: [kind: string, fields: Fields][] = [
    ["configuration", { ...configuration }],
    ["sessions", { count: sessionCount }],
    ...sessions.flatMap(factsOfSession),
    ...browsers.flatMap(factsOfBrowser),
    ["race", { holding, lanes: lanes.length, answered: count("answered"), blocked: count("blocked") }],
  ];
  if (crowd !== undefined) facts.push(["crowd", { ...crowd }]);
  // Of a site that has changed since it tells nothing that is so now.
  if (exploration !== undefined && exploration.state !== "running" && exploration.outdated !== true)
    facts.push(["explored", fieldsOfExploration(exploration)]);
  return facts.map(([kind, fields]) => ({ seq, kind, fields }));
}

function factsOfSession(view: FactState["sessions"][number]): [string, Fields][] {
  const { id, storage, process } = view;
  const place = present({ session: id, storage, process });
  if (view.attributes.length === 0) return [["session-now", place]];
  return view.attributes.map(({ name, value, type }) => [
    "session-now",
    { ...place, attribute: name, value, type },
  ]);
}

function factsOfBrowser({ id, cookies }: FactState["browsers"][number]): [string, Fields][] {
  return [
    ["browser-now", { browser: id, cookies: cookies.length }],
    ...cookies.map(({ name, value, path, httpOnly }): [string, Fields] => [
      "cookie-now",
      { browser: id, name, value, path, httpOnly },
    ]),
  ];
}

function fieldsOfExploration(view: FactExploration): Fields {
  const { outcomes, requests, server, orders } = view;
  const complete = view.state === "complete";
  const outcomeCount = view.outcomeCount ?? outcomes.length;
  const isKnown = view.judged && complete && outcomeCount === outcomes.length;
  const lost = outcomes.reduce((sum, { serial, share }) => (serial ? sum : sum + share), 0);
  const pages = outcomes.flatMap((outcome) => outcome.pages);
  return {
    complete,
    random: view.random !== undefined,
    requests: requests.length,
    paths: requests.map(({ url }) => decodePath(new URL(url, "http://localhost").pathname)).join(" "),
    server,
    orders: Number(orders),
    outcomes: outcomeCount,
    ...(isKnown && { serialisable: outcomes.every(({ serial }) => serial), lost }),
    stuck: outcomes.some(({ deadlock }) => deadlock !== undefined),
    refused: pages.some(({ refused }) => refused),
    failed: pages.some(({ failed }) => failed === true),
  };
}

/** Without what is undefined. */
function present(fields: Record<string, Fields[string] | undefined>): Fields {
  const there: Fields = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) there[name] = value;
  return there;
}
