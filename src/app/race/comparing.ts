/** What is compared, and what came of it: the choices of a comparison, and its sentences. */
import type { Configuration } from "../../project/index.ts";
import type { ComparedView, ComparisonNote, ComparisonView, ExplorationView } from "../../protocol/index.ts";
import type { RequestId, TraceEvent } from "../../trace/index.ts";
import type { ComparedOptions } from "./orders-model.ts";
import type { OrdersWords } from "./orders-words.ts";
import { letterOf, nameRequest } from "./outcome-losses.ts";
import type { TimelineWords } from "./timeline-words.ts";

/** Both sides of a comparison. */
export interface Sides {
  left: ComparedOptions;
  right: ComparedOptions;
}

/** What to compare at first: the server as it is, and with the cure; a server that has the cure, without it. */
export function firstSides({ persistent_session, server, session_lock }: Configuration): Sides {
  const left = { persistent_session, server, session_lock };
  return { left, right: { ...left, session_lock: session_lock === "request" ? "none" : "request" } };
}

export function areSame({ left, right }: Sides): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** An order that can be chosen: that of an outcome, by its place from 1. */
export interface KnownSchedule {
  place: number;
  schedule: string;
}

/** So many outcomes are offered. */
const offered = 12;

/** The orders of the outcomes of `view`, and which of them to compare at first: the first that loses something. */
export function knownSchedules(view: ExplorationView | null): {
  all: KnownSchedule[];
  first: KnownSchedule | null;
} {
  if (view === null || view.state === "running") return { all: [], first: null };
  const all = view.outcomes.map(({ schedule }, index) => ({ place: index + 1, schedule }));
  const lost = view.judged ? view.outcomes.findIndex(({ serial }) => !serial) : -1;
  const first = all[lost] ?? null;
  const shown = all.slice(0, offered);
  return { all: first === null || shown.includes(first) ? shown : [...shown, first], first };
}

/** The options of a side in a line: `in memory · threads · no lock`. */
export function tellOptions(options: ComparedOptions, words: OrdersWords): string {
  const where = options.persistent_session ? words.onDisk : words.inMemory;
  return [where, words[options.server], words.lockIs(options.session_lock)].join(" · ");
}

/** The lanes of a side: its requests, in the order in which they came. */
export function lanesOf(events: readonly TraceEvent[]): { lane: number; request: RequestId }[] {
  const requests = new Set(events.flatMap(({ request }) => request ?? []));
  return [...requests]
    .sort((one, other) => one - other)
    .map((request, index) => ({ lane: index + 1, request }));
}

/** A sentence for each letter that had to wait; one that waited for the same reason again is told once. */
export function tellPostponed(
  schedule: string,
  { events, postponed }: ComparedView,
  words: OrdersWords,
): string[] {
  const told = new Set<string>();
  return postponed.flatMap((place) => {
    const letter = schedule[place] ?? "";
    const why = whyItWaited(letter, events, words);
    if (told.has(letter + why)) return [];
    told.add(letter + why);
    return [words.hadToWait(letter, place + 1, why)];
  });
}

function whyItWaited(letter: string, events: readonly TraceEvent[], words: OrdersWords): string {
  const lanes = lanesOf(events);
  const mine = lanes.find(({ lane }) => letterOf(lane) === letter)?.request;
  const event = events.find(
    (event) => event.request === mine && (event.kind === "session-waiting" || event.kind === "lock-waiting"),
  );
  if (event?.kind === "session-waiting") return words.heldSession(nameRequest(event.holder, lanes, words));
  if (event?.kind === "lock-waiting")
    return words.heldLock(nameRequest(event.holder, lanes, words), event.name);
  return words.hadTurn;
}

/** Where the two went different ways: a heading, and a sentence for each side. */
export function tellDifference(
  { difference, schedule, left, right }: ComparisonView,
  words: OrdersWords,
  timeline: TimelineWords,
): string[] {
  if (difference === null) return [words.noDifference];
  const lanes = lanesOf([...left.events, ...right.events]);
  const say = (side: string, event: TraceEvent | null) => {
    if (event === null) return words.onSide(side, "", words.nothingMore);
    const lane = lanes.find(({ request }) => request === event.request)?.lane;
    const name = event.request === undefined ? "" : words.requestNamed(event.request);
    const who = lane === undefined ? name : `${name} (${letterOf(lane)})`;
    return words.onSide(side, who, tellEvent(event, timeline));
  };
  const request = (difference.left ?? difference.right)?.request;
  const lane = lanes.find((lane) => lane.request === request)?.lane ?? 0;
  // A request says that it waits as soon as it comes to that point: its own letter comes later.
  const place = Math.max(difference.operation, schedule.indexOf(letterOf(lane), difference.operation));
  return [
    `${words.firstDifference(place + 1)}.`,
    say(words.left, difference.left),
    say(words.right, difference.right),
  ];
}

function tellEvent(event: TraceEvent, timeline: TimelineWords): string {
  const { file, line } = event;
  const what = timeline.label(event);
  return file === undefined || line === undefined ? what : `${what} (${timeline.lineLink(file, line)})`;
}

/** What is not quite the same as it would have been. */
export function tellNote(note: ComparisonNote, words: OrdersWords): string {
  if (note.kind === "begun")
    return words.startedAnew(words.listOf(note.requests.map(String)), note.requests.length);
  const { side, session, name, reason } = note;
  const what = name === undefined ? `${words.ofSession} ${session}` : name;
  return words.leftBehind(side === "left" ? words.left : words.right, what, reason);
}
