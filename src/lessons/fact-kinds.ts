/**
 * Which facts there are, and what is known of each: the vocabulary of goals. Whoever writes lessons reads this as a table; the reading of
 * lessons refuses a goal that names anything else.
 *
 * Only words are here, and no program needs them: the facts themselves are made in `facts.ts`. The types see to it that every event of
 * the log, and every field of it, is described.
 */
import type { EventBase, EventBody } from "../trace/index.ts";

/** What a kind of fact says, and its fields by name. */
export interface FactKind {
  about: string;
  /** It tells what is so now: wherever it stands in a goal, it must be so in the end. */
  isNow: boolean;
  fields: Readonly<Record<string, string>>;
}

type CommonField = Exclude<keyof EventBase, "seq" | "time">;
type OwnField<Kind> = Exclude<keyof Extract<EventBody, { kind: Kind }>, "kind">;

const common: Record<CommonField, string> = {
  request: "The number of the request that did it.",
  browser: "The letter of the browser.",
  process: "The server process that did it, from 1.",
  thread: "The thread of that process, from 1.",
  file: "The page that was executing.",
  line: "The line of that page.",
};

const session = "The id of the session.";
const attribute = "The name of the attribute.";
const value = "The value as Python’s `repr` writes it: `'Zoë'` is `'Zo\\xc3\\xab'`, a number is `3`.";
const attributes = "The names of its attributes, as in `nom, panier`.";

const events: {
  [Kind in EventBody["kind"]]: { about: string; fields: Record<OwnField<Kind>, string> };
} = {
  request: {
    about: "A request arrived.",
    fields: {
      method: "`GET`, `POST`, …",
      url: "The whole address: `http://localhost/a.pih?x=1`.",
      raw: "The request as text: request line, fields, body.",
      bytes: "Of its body.",
    },
  },
  "cookie-sent": {
    about: "A cookie of the jar went along with a request.",
    fields: { name: "Of the cookie.", value: "Of the cookie." },
  },
  "cookie-withheld": {
    about: "A cookie of the jar did not go along.",
    fields: { name: "Of the cookie.", reason: "`domain`, `path`, `secure` or `expired`." },
  },
  "session-opened": {
    about: "A page called `Session()`.",
    fields: {
      session,
      origin: "`new`, `found`, or `adopted` (the browser sent an id that the server did not know).",
      storage: "`memory` or `disk`.",
      copy: "True: in memory, and yet a copy of the request’s own (`session_lock = version`).",
    },
  },
  "session-loaded": { about: "A session was read from the disk.", fields: { session, attributes } },
  "attribute-read": {
    about: "A page read an attribute of its session.",
    fields: { session, name: attribute, value },
  },
  "attribute-missing": {
    about: "A page asked for an attribute that its session has not.",
    fields: { session, name: attribute },
  },
  "attribute-written": {
    about: "A page gave an attribute of its session a value.",
    fields: { session, name: attribute, value },
  },
  "attribute-deleted": {
    about: "A page took an attribute away.",
    fields: { session, name: attribute },
  },
  "session-closed": { about: "A page called `close()`.", fields: { session, attributes } },
  "session-saved": {
    about: "A session was written, to the disk or back from a copy.",
    fields: { session, attributes, bytes: "Of its file." },
  },
  "session-discarded": {
    about: "What a request had changed in its session was not written.",
    fields: { session, reason: "In words." },
  },
  "session-evicted": {
    about: "A session was driven out by a newer one.",
    fields: { session, cap: "How many sessions the server keeps: `max_sessions`." },
  },
  "session-waiting": {
    about:
      "A request waits before its `Session()`, as another one holds that session (`session_lock = request`).",
    fields: { session, holder: "The number of the request that holds it." },
  },
  "session-locked": { about: "A request holds its session from now on.", fields: { session } },
  "session-unlocked": { about: "A request holds its session no more.", fields: { session } },
  "session-conflict": {
    about: "A session may not be saved over what another request has saved (`session_lock = version`).",
    fields: { session, message: "In words." },
  },
  "lock-waiting": {
    about: "A request waits for a `threading.Lock`.",
    fields: {
      name: "Where the lock was made: `verrous.py, line 3`.",
      holder: "The number of the request that holds it.",
      ended: "True: its holder was answered without releasing it.",
    },
  },
  "lock-acquired": { about: "A request acquired a `threading.Lock`.", fields: { name: "As above." } },
  "lock-released": { about: "A request released a `threading.Lock`.", fields: { name: "As above." } },
  deadlock: {
    about: "Requests wait for each other and can never go on.",
    fields: { requests: "Their numbers, as in `3, 4`." },
  },
  "stepped-back": {
    about: "Moves of a race were taken back. What they did is no fact any more.",
    fields: { to: "The number of the last event that holds." },
  },
  "cookie-edited": {
    about: "The learner changed a jar by hand.",
    fields: {
      change: "`added`, `edited`, `deleted` or `copied`.",
      name: "Of the cookie.",
      value: "Of the cookie.",
      path: "Of the cookie.",
      from: "The browser whose cookie was copied.",
    },
  },
  "browser-opened": { about: "A browser was opened; A is open from the start.", fields: {} },
  "browser-closed": {
    about: "A browser was closed.",
    fields: { cookies: "The names of the cookies that lived until then, as in `sessionId, nom`." },
  },
  "set-cookie": {
    about: "An answer brought a cookie. This comes just after the `page`.",
    fields: {
      name: "Of the cookie.",
      value: "Of the cookie.",
      field: "The whole Set-Cookie field.",
      stored: "Whether the jar took it.",
      reason: "Why it did not.",
    },
  },
  "script-error": {
    about: "A page ended with an error.",
    fields: { exception: "Its class, such as `NameError`.", message: "What it says." },
  },
  log: {
    about: "A line of the server’s log.",
    fields: { level: "`info`, `warning` or `error`.", message: "In words." },
  },
  response: {
    about: "A request was answered. `page` says more.",
    fields: {
      status: "As in `200`.",
      statusText: "As in `OK`.",
      raw: "The answer as text: status line, fields, body (64 kB of it).",
      bytes: "Of its body.",
      mediaType: "As in `text/html`.",
    },
  },
  "server-started": {
    about: "The server started: at the beginning, and at each restart.",
    fields: {
      server: "`monoprocess`, `multithread`, `multiprocess` or `cgi`.",
      persistent: "Whether sessions are kept on disk.",
    },
  },
  "server-stopped": {
    about: "The server stopped.",
    fields: { sessionsLost: "How many sessions were in its memory." },
  },
  "configuration-changed": {
    about: "An option of the server was changed.",
    fields: { name: "As in `server.ini`.", value: "As in `server.ini`: `on`, `multithread`, `1000`." },
  },
  "file-changed": {
    about: "The learner changed a file.",
    fields: { path: "Its new name.", change: "`added`, `edited`, `renamed` or `deleted`." },
  },
};

const sent = {
  path: "The path of the address: `/a.pih`.",
  query: "The query of the address, decoded: `nom=Zoë&age=3`; empty without one.",
  form: "The form that was posted, decoded in the same way; empty without one.",
};

const derived: Record<string, Omit<FactKind, "isNow">> = {
  request: { about: events.request.about, fields: { ...events.request.fields, ...sent, ...common } },
  page: {
    about: "A request was answered: the answer together with what was asked.",
    fields: {
      ...sent,
      method: "`GET`, `POST`, …",
      status: "As in `200`.",
      mediaType: "As in `text/html`.",
      text: "What is to be read on it: without tags, character references decoded, every run of blanks as one. Empty for pictures and the like. Of the first 64 kB.",
      failed: "Whether the page ended with an error.",
      session: "The id of the session that it opened; missing if it opened none.",
      request: common.request,
      browser: common.browser,
      process: common.process,
      thread: common.thread,
    },
  },
  conflict: {
    about: "Two requests got into each other’s way: what the diagram of the race lab marks.",
    fields: {
      what: "`lost-update`, `vanishing-read`, `resurrection` or `orphan-session`.",
      session,
      name: "The attribute; missing where it is about a whole session.",
      mine: "The number of the request that did harm.",
      theirs: "The number of the other one.",
      request: "The same as `mine`.",
      browser: "Whose request `mine` is.",
    },
  },
};

const now: Record<string, Omit<FactKind, "isNow">> = {
  configuration: {
    about: "The server’s options.",
    fields: {
      persistent_session: "`true` or `false`.",
      server: "`monoprocess`, `multithread`, `multiprocess` or `cgi`.",
      processes: "A number.",
      max_sessions: "A number.",
      strict_session_ids: "`true` or `false`.",
      session_lock: "`none`, `request` or `version`.",
      error_status: "`200` or `500`.",
      allow_directory_listing: "`true` or `false`.",
    },
  },
  sessions: { about: "How many sessions there are.", fields: { count: "A number." } },
  "session-now": {
    about:
      "An attribute of a session that is there; one fact for each, and one without attribute for an empty session. Where there are more than fifty sessions, only those whose key a browser holds.",
    fields: {
      session,
      attribute,
      value,
      type: "Its Python type, such as `str`.",
      storage: "`memory` or `disk`.",
      process: "Of one in memory: the process that has it.",
    },
  },
  "browser-now": {
    about: "A browser that is open.",
    fields: { browser: common.browser, cookies: "How many cookies it has." },
  },
  "cookie-now": {
    about: "A cookie in the jar of an open browser.",
    fields: {
      browser: common.browser,
      name: "Of the cookie; a session’s is `sessionId`.",
      value: "Of the cookie; a session’s is the id.",
      path: "Of the cookie.",
      httpOnly: "`true` or `false`.",
    },
  },
  crowd: {
    about: "The crowd of *Create N sessions*, at work or done.",
    fields: {
      path: "The page that it visits.",
      count: "How many visits were asked for.",
      done: "How many were made.",
      state: "`running`, `done` or `stopped`.",
      created: "New sessions.",
      evicted: "Sessions that were driven out, anybody’s.",
      failed: "Visits that were answered with an error.",
    },
  },
  race: {
    about: "The requests that are held.",
    fields: {
      holding: "Whether requests that arrive are held.",
      lanes: "How many requests the race has.",
      answered: "How many of them were answered.",
      blocked: "How many of them wait for another one.",
    },
  },
  explored: {
    about:
      "What the last exploration of orders came to. Missing while it is at work, and once files or options have changed since.",
    fields: {
      complete: "Whether all was tried that was asked for.",
      random: "Whether only orders by chance were tried.",
      requests: "How many requests it was about.",
      paths: "Their paths in order, as in `/gauche.pih /droite.pih`.",
      server: "The kind of server.",
      orders: "How many orders there are.",
      outcomes: "How many different outcomes.",
      serialisable:
        "True: every outcome is one that the requests, one after the other, have too. Missing where that is not known.",
      lost: "The share of the orders, from 0 to 1, whose outcome is not so. Missing where that is not known.",
      stuck: "Whether in some order requests wait for each other for ever.",
      refused: "Whether in some order a request is refused (`session_lock = version`).",
      failed: "Whether in some order a page ends with an error.",
    },
  },
};

/** Every kind of fact, by its name: first those of events, then what is made of several of them, then what is so now. */
export const factKinds: Readonly<Record<string, FactKind>> = /* @__PURE__ */ allKinds();

function allKinds(): Record<string, FactKind> {
  const of = (kinds: Readonly<Record<string, Omit<FactKind, "isNow">>>, isNow: boolean) =>
    Object.entries(kinds).map(([name, kind]): [string, FactKind] => [name, { ...kind, isNow }]);
  const ofEvents = of(events, false).map(([name, kind]): [string, FactKind] => [
    name,
    { ...kind, fields: { ...kind.fields, ...common } },
  ]);
  return Object.fromEntries([...ofEvents, ...of(derived, false), ...of(now, true)]);
}
