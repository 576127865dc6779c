import { expect, test } from "vitest";
import { defaultConfiguration } from "../../project/index.ts";
import type { ComparedView, ComparisonView, ExplorationView, OutcomeView } from "../../protocol/index.ts";
import type { TraceEvent } from "../../trace/index.ts";
import {
  areSame,
  firstSides,
  knownSchedules,
  tellDifference,
  tellNote,
  tellOptions,
  tellPostponed,
} from "./comparing.ts";
import { ordersWords } from "./orders-words.ts";
import { timelineWords } from "./timeline-words.ts";

const { en, fr } = ordersWords;
const session = "1f3a9c";
const at = { time: 0, file: "frame.pih", line: 3 };
const read: TraceEvent = {
  ...at,
  seq: 5,
  request: 5,
  kind: "attribute-read",
  session,
  name: "n",
  value: "0",
};
const waiting: TraceEvent = { ...at, seq: 5, request: 5, kind: "session-waiting", session, holder: 4 };
const answered: TraceEvent = {
  ...at,
  seq: 4,
  request: 4,
  kind: "response",
  status: 200,
  statusText: "OK",
  raw: "",
  bytes: 0,
  mediaType: "text/html",
};

const outcome: OutcomeView = {
  orders: "1",
  share: 1,
  serial: true,
  schedule: "AB",
  losses: [],
  sessions: [],
  jars: [],
  pages: [],
};

function side(facts: Partial<ComparedView>): ComparedView {
  return { changes: {}, configuration: defaultConfiguration, events: [], postponed: [], outcome, ...facts };
}

test("at first the server as it is stands beside the cure, and one that has the cure beside none", () => {
  expect(firstSides(defaultConfiguration)).toEqual({
    left: { persistent_session: false, server: "monoprocess", session_lock: "none" },
    right: { persistent_session: false, server: "monoprocess", session_lock: "request" },
  });
  expect(firstSides({ ...defaultConfiguration, session_lock: "request" }).right.session_lock).toBe("none");
  expect(areSame(firstSides(defaultConfiguration))).toBe(false);
});

test("options are told in a line", () => {
  const options = { persistent_session: true, server: "multithread", session_lock: "none" } as const;
  expect(tellOptions(options, en)).toBe("on disk · threads · no lock");
  expect(tellOptions({ ...options, session_lock: "version" }, fr)).toBe(
    "sur disque · multithread · verrou version",
  );
});

test("the orders of outcomes can be chosen, first the one that loses something, however rare it is", () => {
  const outcomes = Array.from({ length: 20 }, (_, index) => ({
    ...outcome,
    schedule: `A${"B".repeat(index)}`,
    serial: index !== 17,
  }));
  const view: ExplorationView = {
    state: "complete",
    requests: [],
    server: "",
    orders: "20",
    states: 1,
    outcomes,
    judged: true,
  };
  const { all, first } = knownSchedules(view);
  expect(first).toEqual({ place: 18, schedule: outcomes[17]?.schedule });
  expect(all.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 18]);
  expect(knownSchedules({ ...view, judged: false }).first).toBeNull();
  expect(knownSchedules(null).all).toEqual([]);
});

test("a letter that had to wait says for whom, once", () => {
  const locked = side({ events: [answered, waiting], postponed: [1, 3] });
  expect(tellPostponed("ABAB", locked, en)).toEqual([
    "B had to wait at place 2: request A held the session.",
  ]);
  expect(tellPostponed("ABAB", locked, fr)).toEqual([
    "B a dû attendre à la place 2 : la requête A tenait la session.",
  ]);
});

test("without anything to wait for, it was not its turn", () => {
  const events = [answered, read];
  expect(tellPostponed("ABAB", side({ events, postponed: [1] }), en)).toEqual([
    "B had to wait at place 2: it was not its turn, as its process was at work on another request.",
  ]);
});

test("who waits says so before its own letter comes: the place is that of its letter", () => {
  const comparison: ComparisonView = {
    schedule: "AAABBA",
    left: side({ events: [answered, read] }),
    right: side({ events: [answered, waiting] }),
    difference: { left: read, right: waiting, operation: 0 },
  };
  expect(tellDifference(comparison, en, timelineWords.en)[0]).toBe(
    "First difference, at place 4 of the order.",
  );
});

test("what could not be the same is told", () => {
  expect(tellNote({ kind: "begun", requests: [4, 5] }, en)).toMatch(/^Requests 4 and 5 had already begun:/);
  expect(tellNote({ kind: "begun", requests: [4] }, fr)).toMatch(/^La requête 4 avait déjà commencé/);
  const note = {
    kind: "left-behind",
    side: "right",
    session: "1f3a",
    name: "f",
    reason: "No file.",
  } as const;
  expect(tellNote(note, en)).toBe("Right: f could not be taken along. No file.");
});

test("the first difference is told by what happened on both sides", () => {
  const comparison: ComparisonView = {
    schedule: "AB",
    left: side({}),
    right: side({}),
    difference: { left: read, right: waiting, operation: 1 },
  };
  expect(tellDifference(comparison, en, timelineWords.en)).toEqual([
    "First difference, at place 2 of the order.",
    `Left, request 5: ${timelineWords.en.label(read)} (frame.pih, line 3).`,
    `Right, request 5: ${timelineWords.en.label(waiting)} (frame.pih, line 3).`,
  ]);
  const ended = { ...comparison, difference: { left: read, right: null, operation: 1 } };
  expect(tellDifference(ended, fr, timelineWords.fr).at(-1)).toBe("À droite : plus rien n’est arrivé.");
  expect(tellDifference({ ...comparison, difference: null }, en, timelineWords.en)).toEqual([
    en.noDifference,
  ]);
});
