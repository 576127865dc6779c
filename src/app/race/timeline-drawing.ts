/**
 * The diagram as plain shapes: what the page shows and what the file holds are the same drawing.
 *
 * A shape names its paints (`ink`, `hue-line`, …): the page writes them as custom properties, so that a theme is followed at once; a file gets
 * the colours of the moment. A hue is that of a browser or a session.
 */
import type { BrowserId, TraceEvent } from "../../trace/index.ts";
import {
  BAR,
  type BadgePlace,
  type Column,
  cutToFit,
  GUTTER,
  HEAD_HEIGHT,
  type Measure,
  type PlacedRow,
  ROW_HEIGHT,
  type TimelineLayout,
} from "./timeline-layout.ts";
import { pathOf, type TimelineWords } from "./timeline-words.ts";

/** Custom properties of `tokens.css`, without their dashes. */
export type Paint =
  | "ink"
  | "ink-soft"
  | "hairline"
  | "hairline-strong"
  | "sheet"
  | "paper"
  | "danger"
  | "danger-wash"
  | "accent"
  | "accent-wash"
  | "hue-ink"
  | "hue-wash"
  | "hue-line";

/** One element of SVG. `at` are its attributes besides paint. */
export interface Shape {
  tag: "line" | "path" | "rect" | "circle" | "text";
  at: Record<string, string | number>;
  fill?: Paint;
  stroke?: Paint;
  hue?: number;
  text?: string;
}

/** The shapes of a column's head or of a row, with the whole text where the shown one may be cut. */
export interface ShapeGroup<Of> {
  of: Of;
  title: string;
  shapes: Shape[];
}

export interface Drawing {
  width: number;
  height: number;
  /** Above the line numbers, beside the heads. */
  corner: Shape;
  heads: ShapeGroup<Column>[];
  /** Behind the rows: lifelines, bars, copies. */
  ground: Shape[];
  rows: ShapeGroup<PlacedRow>[];
}

/** The hues of what has one. */
export interface Hues {
  browser(id: BrowserId): number;
  session(id: string): number;
}

const small = 12;

/** Draws `layout`. */
export function drawTimeline(
  layout: TimelineLayout,
  { words, measure, hues }: { words: TimelineWords; measure: Measure; hues: Hues },
): Drawing {
  const { width, height, columns, rows } = layout;
  const sessions = new Set(rows.flatMap(({ row: { event } }) => ("session" in event ? event.session : [])));
  return {
    width,
    height,
    corner: { ...textShape(words.line, GUTTER - 16, HEAD_HEIGHT - 12, "end"), fill: "ink-soft" },
    heads: columns.map((column) => drawHead(column, words, measure, hues)),
    ground: columns.flatMap((column) => drawLife(column, height, words, hues)),
    rows: rows.map((placed) => drawRow(placed, words, inkOf(placed.row.event, hues, sessions))),
  };
}

/** `…, line 4 of p.pih`: a row in full, with who spoke to whom. */
export function tellRow({ row }: PlacedRow, columns: readonly Column[], words: TimelineWords): string {
  const name = (id: string) => {
    const who = columns.find((column) => column.id === id)?.participant;
    if (who === undefined) return id;
    return who.kind === "memory" ? `${words.head(who)}, ${words.process(who.process)}` : words.head(who);
  };
  const label = words.label(row.event);
  const copy = row.onCopy === true ? ` (${words.ownCopy})` : "";
  const who = row.from === row.to ? name(row.from) : `${name(row.from)} → ${name(row.to)}`;
  return `${who}${words.colon}${label}${copy}`;
}

function drawHead(column: Column, words: TimelineWords, measure: Measure, hues: Hues): ShapeGroup<Column> {
  const { participant, x, width } = column;
  const hue = "browser" in participant ? hues.browser(participant.browser) : undefined;
  const isRequest = participant.kind === "request";
  const box: Shape = {
    tag: "rect",
    at: { x: x - width / 2 + 4, y: 7, width: width - 8, height: HEAD_HEIGHT - 14, rx: 8 },
    fill: isRequest ? "hue-wash" : "paper",
    stroke: hue === undefined ? "hairline-strong" : "hue-line",
    ...(hue !== undefined && { hue }),
  };
  const rest = headLines(column, words);
  const first = rest.length === 0 ? 43 : rest.length === 1 ? 34 : 26;
  const lines = rest.map((line, at) => ({
    ...textShape(cutToFit(line, width - 18, measure), x, first + 18 + at * 16, "middle"),
    fill: "ink-soft" as const,
  }));
  const name = { ...textShape(words.head(participant), x, first, "middle"), fill: "ink" as const };
  name.at = { ...name.at, "font-weight": 600, "font-size": 13 };
  return { of: column, title: [words.head(participant), ...rest].join(", "), shapes: [box, name, ...lines] };
}

/** What stands under a column's name. */
function headLines({ participant }: Column, words: TimelineWords): string[] {
  if (participant.kind === "memory") return [words.process(participant.process)];
  if (participant.kind !== "request") return [];
  const { url, process, thread } = participant;
  return [pathOf(url), process === 0 ? "" : words.processThread(process, thread)];
}

function drawLife(
  { x, participant, life, copy }: Column,
  height: number,
  words: TimelineWords,
  hues: Hues,
): Shape[] {
  const line: Shape = {
    tag: "line",
    at: { x1: x, y1: 0, x2: x, y2: height, "stroke-dasharray": "2 4" },
    stroke: "hairline-strong",
  };
  if (participant.kind !== "request" || life === undefined) return [line];
  const bar: Shape = {
    tag: "rect",
    at: { ...barAt(x, life), rx: BAR },
    fill: "sheet",
    stroke: "hue-line",
    hue: hues.browser(participant.browser),
  };
  if (copy === undefined) return [line, bar];
  const hue = hues.session(copy.session);
  const own: Shape = { tag: "rect", at: { ...barAt(x, copy) }, fill: "hue-line", stroke: "hue-line", hue };
  const side = textShape(words.ownCopy, x - BAR - 5, (copy.top + copy.bottom) / 2, "middle");
  side.at = {
    ...side.at,
    "font-size": 11,
    transform: `rotate(-90 ${x - BAR - 5} ${(copy.top + copy.bottom) / 2})`,
  };
  const isHigh = copy.bottom - copy.top >= ROW_HEIGHT * 2;
  return isHigh ? [line, bar, own, { ...side, fill: "hue-ink", hue }] : [line, bar, own];
}

function barAt(x: number, { top, bottom }: { top: number; bottom: number }) {
  return { x: x - BAR, y: top, width: BAR * 2, height: Math.max(BAR * 2, bottom - top) };
}

function drawRow(placed: PlacedRow, words: TimelineWords, ink: RowInk): ShapeGroup<PlacedRow> {
  const { row, y } = placed;
  const { file, line } = row.event;
  const drawn = row.from === row.to ? drawNote(placed, ink) : drawArrow(placed, ink);
  const number: Shape[] =
    line === undefined ? [] : [{ ...textShape(String(line), GUTTER - 16, y + 4, "end"), fill: "ink-soft" }];
  const where = file === undefined || line === undefined ? "" : ` (${words.lineLink(file, line)})`;
  return {
    of: placed,
    title: `${words.label(row.event)}${where}`,
    shapes: [...number, ...drawn, ...placed.badges.flatMap((badge) => drawBadge(badge, y))],
  };
}

/** The paints of a row: trouble is red, waiting amber, a session has its hue, all else is ink. */
interface RowInk {
  line: Paint;
  text: Paint;
  fill: Paint;
  hue?: number;
}

function inkOf(event: TraceEvent, hues: Hues, sessions: ReadonlySet<string>): RowInk {
  switch (event.kind) {
    case "session-conflict":
    case "session-discarded":
    case "script-error":
    case "deadlock":
      return { line: "danger", text: "danger", fill: "danger-wash" };
    case "session-waiting":
    case "lock-waiting":
    case "lock-acquired":
    case "lock-released":
      return { line: "accent", text: "accent", fill: "accent-wash" };
  }
  const isKey = "value" in event && event.kind.includes("cookie") && sessions.has(event.value);
  const session = "session" in event ? event.session : isKey ? event.value : undefined;
  if (session !== undefined)
    return { line: "hue-line", text: "ink", fill: "hue-wash", hue: hues.session(session) };
  return { line: "ink-soft", text: "ink", fill: "paper" };
}

function drawArrow({ y, x1, x2, label, textX, anchor }: PlacedRow, { line, text, hue }: RowInk): Shape[] {
  const colour = hue === undefined ? {} : { hue };
  const back = x2 > x1 ? -1 : 1;
  const at = y + 5;
  return [
    {
      tag: "line",
      at: { x1, y1: at, x2: x2 + back * 5, y2: at, "stroke-width": 1.5 },
      stroke: line,
      ...colour,
    },
    {
      tag: "path",
      at: { d: `M${x2} ${at} l${back * 8} -4.5 v9 z` },
      fill: line,
      ...colour,
    },
    haloed({ ...textShape(label, textX, y, anchor), fill: text, ...colour }),
  ];
}

/** What happens within a request: a slip beside its lifeline. On a copy of its own it has a broken edge. */
function drawNote(
  { row, y, textX, textWidth, label }: PlacedRow,
  { line, text, fill, hue }: RowInk,
): Shape[] {
  const colour = hue === undefined ? {} : { hue };
  const isPrivate = row.onCopy === true;
  const left = textX - 6;
  return [
    {
      tag: "line",
      at: { x1: left - 4, y1: y, x2: left, y2: y, "stroke-width": 1.5 },
      stroke: line,
      ...colour,
    },
    {
      tag: "rect",
      at: {
        x: left,
        y: y - 10.5,
        width: textWidth + 12,
        height: 21,
        rx: 5,
        ...(isPrivate && { "stroke-dasharray": "4 3" }),
      },
      fill,
      stroke: line,
      ...colour,
    },
    { ...textShape(label, textX, y + 4, "start"), fill: text, ...colour },
  ];
}

/** The number of a mark: full where it happened, hollow at what led to it. */
function drawBadge({ n, x, isLast }: BadgePlace, y: number): Shape[] {
  const number = textShape(String(n), x, y + 4, "middle");
  number.at = { ...number.at, "font-weight": 700, "font-size": 11 };
  return [
    {
      tag: "circle",
      at: { cx: x, cy: y, r: 8.5, "stroke-width": 1.5 },
      fill: isLast ? "danger" : "sheet",
      stroke: "danger",
    },
    { ...number, fill: isLast ? "sheet" : "danger" },
  ];
}

function textShape(text: string, x: number, y: number, anchor: "start" | "middle" | "end"): Shape {
  return { tag: "text", at: { x, y, "font-size": small, "text-anchor": anchor }, text };
}

/** Text that stays readable where it crosses a lifeline. */
function haloed(shape: Shape): Shape {
  const halo = { "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" };
  return { ...shape, at: { ...shape.at, ...halo }, stroke: "sheet" };
}
