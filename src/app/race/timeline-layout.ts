/**
 * Where everything of the diagram stands, in pixels. Pure: a timeline, the words, and a way to measure text give positions.
 *
 *     columns side by side, each with a lifeline down its middle; a row per event, top to bottom, its text at the request's end
 *
 * Where there is more room than the diagram needs, columns between which sessions travel grow; where there is less, it is wider than its box.
 */
import type {
  Mark,
  Participant,
  ParticipantId,
  RequestId,
  Timeline,
  TimelineRow,
  TraceEvent,
} from "../../trace/index.ts";
import type { TimelineWords } from "./timeline-words.ts";

/** The width of `text` in small type, in pixels. */
export type Measure = (text: string) => number;

export interface Column {
  id: ParticipantId;
  participant: Participant;
  /** The middle, where its lifeline is. */
  x: number;
  width: number;
  /** The session whose copy a request works on; between which heights. */
  copy?: { session: string; top: number; bottom: number };
  /** From its first row to its last; a request's only. */
  life?: { top: number; bottom: number };
}

/** `n` counts marks from 1; `isLast` where it is drawn as having happened. */
export interface BadgePlace {
  n: number;
  x: number;
  isLast: boolean;
}

export interface PlacedRow {
  row: TimelineRow;
  y: number;
  /** From the start of its arrow to the tip; equal for a row within one column. */
  x1: number;
  x2: number;
  /** The text, cut to its room, and where it begins or (`end`) ends. */
  label: string;
  textX: number;
  anchor: "start" | "end";
  textWidth: number;
  badges: BadgePlace[];
}

export interface TimelineLayout {
  width: number;
  height: number;
  columns: Column[];
  rows: PlacedRow[];
  /** How many rows there are, drawn or not. */
  allRows: number;
  marks: Mark[];
}

/** A picture of more rows than this is slow to draw, and nobody reads it: the newest are drawn. */
export const MOST_ROWS = 300;

export const ROW_HEIGHT = 28;
export const HEAD_HEIGHT = 76;
/** Room on the left for line numbers. */
export const GUTTER = 46;
const padding = 14;
/** Half of a request's bar. */
export const BAR = 4;
const labelGap = 10;
const badgeGap = 20;
/** More numbers than this would cover the next column. */
const mostBadges = 3;

/** At least so wide; as wide as its name needs. */
const widths: Record<Participant["kind"], number> = {
  browser: 94,
  jar: 94,
  request: 144,
  memory: 120,
  disk: 120,
};

/** The layout of `timeline`, at least as wide as it needs, and `room` if that is not too much more. */
export function layoutTimeline(
  timeline: Timeline,
  { words, measure, room }: { words: TimelineWords; measure: Measure; room: number },
): TimelineLayout {
  const drawn = timeline.rows.slice(-MOST_ROWS);
  const columns = placeColumns(neededColumns(timeline, drawn), { words, measure, room });
  const last = columns.at(-1);
  const width = (last === undefined ? GUTTER : last.x + last.width / 2) + padding;
  const byId = new Map(columns.map((column) => [column.id, column]));
  const numbers = numbersOf(timeline.marks);
  const rows = drawn.flatMap((row, at) => {
    const [from, to] = [byId.get(row.from), byId.get(row.to)];
    return from === undefined || to === undefined
      ? []
      : [placeRow(row, at, { from, to, width, words, measure, numbers })];
  });
  placeLives(columns, rows);
  const height = padding + rows.length * ROW_HEIGHT + padding;
  return { width, height, columns, rows, allRows: timeline.rows.length, marks: timeline.marks };
}

/** All columns, unless rows were left out: then those that are still touched. */
function neededColumns({ participants, rows }: Timeline, drawn: readonly TimelineRow[]) {
  if (drawn.length === rows.length) return participants;
  const touched = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  return participants.filter(({ id }) => touched.has(id));
}

function placeColumns(
  participants: Timeline["participants"],
  { words, measure, room }: { words: TimelineWords; measure: Measure; room: number },
): Column[] {
  const needs = participants.map(({ participant }) => {
    // Names are bold and a little larger than what is measured.
    return Math.max(widths[participant.kind], Math.ceil(measure(words.head(participant)) * 1.2) + 26);
  });
  const needed = needs.reduce((sum, width) => sum + width, 0);
  const growing = participants.filter(({ participant }) => canGrow(participant)).length;
  const spare = Math.min(Math.max(0, room - needed - GUTTER - padding), needed * 0.8);
  const growth = Math.floor(spare / Math.max(1, growing));
  let left = GUTTER;
  return participants.map(({ id, participant }, at) => {
    const width = (needs[at] ?? 0) + (canGrow(participant) ? growth : 0);
    left += width;
    return { id, participant, width, x: Math.round(left - width / 2) };
  });
}

function canGrow({ kind }: Participant): boolean {
  return kind !== "browser" && kind !== "jar";
}

function placeRow(
  row: TimelineRow,
  at: number,
  {
    from,
    to,
    width,
    words,
    measure,
    numbers,
  }: {
    from: Column;
    to: Column;
    width: number;
    words: TimelineWords;
    measure: Measure;
    numbers: Numbers;
  },
): PlacedRow {
  const y = padding + at * ROW_HEIGHT + ROW_HEIGHT / 2;
  const isWithin = from === to;
  // The text stands at the request, from where the other end is seen; within a request, behind its lifeline.
  const [near, far] = to.participant.kind === "request" && !isWithin ? [to, from] : [from, to];
  const isLeftward = far.x < near.x;
  const anchor = isLeftward ? "end" : "start";
  const textX = near.x + (isLeftward ? -1 : 1) * (BAR + labelGap);
  const available = (isLeftward ? textX - GUTTER : width - textX) - 6;
  const label = cutToFit(oneLine(words.label(row.event)), available, measure);
  const reach = (column: Column, other: Column) =>
    column.x + (column.participant.kind === "request" ? Math.sign(other.x - column.x) * BAR : 0);
  return {
    row,
    y,
    x1: reach(from, to),
    x2: reach(to, from),
    label,
    textX,
    anchor,
    textWidth: Math.ceil(measure(label)),
    badges: placeBadges(row, numbers, near.x, isLeftward ? 1 : -1),
  };
}

/** Which marks name an event, by their numbers. */
type Numbers = ReadonlyMap<TraceEvent, readonly Omit<BadgePlace, "x">[]>;

function numbersOf(marks: readonly Mark[]): Numbers {
  const numbers = new Map<TraceEvent, Omit<BadgePlace, "x">[]>();
  for (const [at, { events }] of marks.entries()) {
    for (const event of new Set([events.before, events.between, events.after])) {
      const badge = { n: at + 1, isLast: event === events.after };
      numbers.set(event, [...(numbers.get(event) ?? []), badge]);
    }
  }
  return numbers;
}

/** The numbers of the marks that name this row's event, on the side of the lifeline where its arrow is not. */
function placeBadges(row: TimelineRow, numbers: Numbers, x: number, side: 1 | -1): BadgePlace[] {
  const named = [...(numbers.get(row.event) ?? [])].sort((a, b) => Number(b.isLast) - Number(a.isLast));
  return named
    .slice(0, mostBadges)
    .map((badge, at) => ({ ...badge, x: x + side * (BAR + 6 + badgeGap * (at + 0.5)) }));
}

/** How long each request was at work, and between which rows it had a copy of its session. */
function placeLives(columns: readonly Column[], rows: readonly PlacedRow[]): void {
  for (const column of columns) {
    if (column.participant.kind !== "request") continue;
    const { request } = column.participant;
    const own = rows.filter(({ row }) => row.event.request === request);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) continue;
    column.life = { top: first.y - 6, bottom: last.y + 6 };
    const copy = copyOf(request, own);
    if (copy !== undefined) column.copy = copy;
  }
}

/** From its loading to its last save, or to the end; a copy that was refused or given up ends there. */
function copyOf(request: RequestId, own: readonly PlacedRow[]): Column["copy"] {
  const opened = own.find(
    ({ row: { event } }) => event.kind === "session-opened" && event.request === request,
  );
  if (opened?.row.event.kind !== "session-opened") return undefined;
  const { session, storage, copy } = opened.row.event;
  if (storage === "memory" && copy === undefined) return undefined;
  const begin = own.find(({ row: { event } }) => event.kind === "session-loaded") ?? opened;
  const ends = ["session-saved", "session-discarded", "session-closed"];
  const isEnd = ({ row: { event } }: PlacedRow) => ends.includes(event.kind);
  const isUse = ({ row }: PlacedRow) => row.onCopy === true;
  const end = own.findLast((each) => isEnd(each) || isUse(each)) ?? begin;
  const isOpen = !isEnd(end) && own.at(-1) === end;
  return { session, top: begin.y, bottom: isOpen ? end.y + ROW_HEIGHT / 2 : end.y };
}

/** `text`, or as much of its beginning as fits, with an ellipsis. */
export function cutToFit(text: string, available: number, measure: Measure): string {
  // Nothing longer fits anywhere: a message may be very long.
  const bounded = text.slice(0, 400);
  if (bounded.length === text.length && measure(text) <= available) return text;
  let [fits, tooMuch] = [0, bounded.length];
  while (tooMuch - fits > 1) {
    const middle = (fits + tooMuch) >> 1;
    if (measure(`${bounded.slice(0, middle)}…`) <= available) fits = middle;
    else tooMuch = middle;
  }
  return `${bounded.slice(0, fits).trimEnd()}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
