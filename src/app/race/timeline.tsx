/**
 * The timeline: what happened between requests as a sequence diagram, the sentences that explain what went wrong, the same as a list.
 *
 * It reads events and nothing else, so the log, a replay and either side of a comparison are drawn alike. Pointing at a row lights its
 * request and its line of code, as everywhere; the picture is for the eyes, the list for screen readers and the keyboard.
 */
import { h } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { readTimeline, type Timeline as TimelineReading, type TraceEvent } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import { pointing, useHighlight } from "../components/badge.tsx";
import { browserHue } from "../models/inspector.ts";
import { createColours, createMeasure, fontOfPage, saveSvg } from "./timeline-download.ts";
import { type Drawing, drawTimeline, type Shape, type ShapeGroup } from "./timeline-drawing.ts";
import { stringifyDrawing } from "./timeline-file.ts";
import {
  type Column,
  HEAD_HEIGHT,
  layoutTimeline,
  type PlacedRow,
  ROW_HEIGHT,
  type TimelineLayout,
} from "./timeline-layout.ts";
import { TimelineList } from "./timeline-list.tsx";
import { TimelineMarks } from "./timeline-marks.tsx";
import { leave, pointingAt } from "./timeline-pointing.ts";
import { type TimelineWords, useTimelineWords } from "./timeline-words.ts";
import "./timeline.css";

/** Draws `events`, oldest first. */
export function Timeline({ events }: { events: readonly TraceEvent[] }) {
  const words = useTimelineWords();
  const timeline = useMemo(() => readTimeline(events), [events]);
  if (timeline.rows.length === 0) return <p class="timeline-empty">{words.empty}</p>;
  return <DrawnTimeline timeline={timeline} words={words} />;
}

function DrawnTimeline({ timeline, words }: { timeline: TimelineReading; words: TimelineWords }) {
  const app = useApp();
  const box = useRef<HTMLDivElement>(null);
  const room = useWidth(box);
  const measure = useMemo(createMeasure, []);
  const [named, setNamed] = useState<readonly TraceEvent[]>([]);
  const hues = { browser: browserHue, session: app.inspector.hueOfSession };
  const layout = useMemo(() => layoutTimeline(timeline, { words, measure, room }), [timeline, words, room]);
  const drawing = useMemo(() => drawTimeline(layout, { words, measure, hues }), [layout]);
  const { rows, marks, columns, allRows } = layout;
  useFollowing(box, layout, room);
  const showRow = (event: TraceEvent) => {
    const placed = rows.find(({ row }) => row.event === event);
    if (placed !== undefined) reveal(box.current, placed, columns, "smooth");
  };
  const sentences = marks.map(
    (mark, at) => `${at + 1}. ${words.kinds[mark.kind]}${words.colon}${words.explain(mark)}`,
  );
  const download = () => {
    const options = {
      title: words.fileTitle,
      sentences,
      colour: createColours(),
      measure,
      font: fontOfPage(),
    };
    saveSvg(stringifyDrawing(drawing, options), "biscuiterie-timeline.svg");
  };
  return (
    <section class="timeline">
      {allRows > rows.length && <p class="timeline-note">{words.cut(rows.length, allRows)}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: no part of a form; and a region of that name would be twice in a comparison */}
      <div
        class="timeline-box"
        ref={box}
        role="group"
        aria-label={words.fileTitle}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and holds no control must be a stop for the keyboard
        tabIndex={0}
      >
        <Heads drawing={drawing} />
        <Rows drawing={drawing} named={named} label={words.picture(rows.length, marks.length)} />
      </div>
      <TimelineMarks marks={marks} words={words} onName={setNamed} onShow={showRow} />
      <div class="timeline-foot">
        <TimelineList layout={layout} words={words} />
        <button type="button" class="button" onClick={download}>
          {words.download}
        </button>
      </div>
    </section>
  );
}

/** The names of the columns; they stay in sight while the rows are scrolled. */
function Heads({ drawing: { width, corner, heads } }: { drawing: Drawing }) {
  return (
    <svg class="timeline-heads" width={width} height={HEAD_HEIGHT} aria-hidden="true">
      {drawShape(corner, 0)}
      {heads.map((head) => (
        <Head key={head.of.id} head={head} />
      ))}
    </svg>
  );
}

function Head({ head: { of, title, shapes } }: { head: ShapeGroup<Column> }) {
  const { inspector } = useApp();
  // The column of a request has the very key by which requests are lit everywhere.
  const highlight = useHighlight(of.id);
  return (
    <g
      class={`timeline-head ${highlight}`}
      {...(of.participant.kind === "request" && pointing(inspector, of.id))}
    >
      <title>{title}</title>
      {shapes.map(drawShape)}
    </g>
  );
}

function Rows({
  drawing: { width, height, ground, rows },
  named,
  label,
}: {
  drawing: Drawing;
  named: readonly TraceEvent[];
  label: string;
}) {
  const newest = rows.at(-1);
  return (
    <svg class="timeline-rows" width={width} height={height} role="img" aria-label={label}>
      {rows.map((row) => (
        <Wash
          key={row.of.row.event.seq}
          row={row}
          width={width}
          isNamed={named.includes(row.of.row.event)}
          isNewest={row === newest}
        />
      ))}
      <g class="ink">
        {ground.map(drawShape)}
        {rows.map(({ of, shapes }) => (
          <g key={of.row.event.seq}>{shapes.map(drawShape)}</g>
        ))}
      </g>
    </svg>
  );
}

/** What lies under a row: all that a pointer meets, and its colour. */
function Wash({
  row: { of, title },
  width,
  isNamed,
  isNewest,
}: {
  row: ShapeGroup<PlacedRow>;
  width: number;
  isNamed: boolean;
  isNewest: boolean;
}) {
  const app = useApp();
  // A row that is taken back under the pointer hears of no leaving.
  useEffect(() => () => leave(app.inspector), []);
  const isBad = of.badges.some(({ isLast }) => isLast);
  const states = [isNamed && "is-named", isNewest && "is-newest", isBad && "is-bad"].filter(Boolean);
  return (
    <rect
      class={`wash ${states.join(" ")}`}
      x={0}
      y={of.y - ROW_HEIGHT / 2}
      width={width}
      height={ROW_HEIGHT}
      {...pointingAt(app, of.row.event)}
    >
      <title>{title}</title>
    </rect>
  );
}

function drawShape({ tag, at, fill, stroke, hue, text }: Shape, place: number) {
  const paints = {
    fill: fill === undefined ? "none" : `var(--${fill})`,
    ...(stroke !== undefined && { stroke: `var(--${stroke})` }),
    ...(hue !== undefined && { style: `--hue: ${hue}` }),
  };
  return h(tag, { key: place, ...at, ...paints }, text);
}

/** The width of a box, kept up to date. */
function useWidth(box: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = () => setWidth(element.clientWidth);
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, []);
  return width;
}

/** Keeps the newest row in sight when one comes, or when there is more or less room. */
function useFollowing(
  box: { current: HTMLElement | null },
  { rows, columns }: TimelineLayout,
  room: number,
): void {
  const newest = rows.at(-1);
  useEffect(() => {
    if (newest !== undefined) reveal(box.current, newest, columns, "auto");
  }, [newest?.row.event.seq, room]);
}

/** Scrolls the box, and nothing around it, until a row and the column of its request are seen. */
function reveal(
  box: HTMLElement | null,
  { row, y }: PlacedRow,
  columns: readonly Column[],
  behavior: ScrollBehavior,
): void {
  if (box === null) return;
  const rowTop = y - ROW_HEIGHT;
  const rowBottom = HEAD_HEIGHT + y + ROW_HEIGHT;
  let { scrollTop: top, scrollLeft: left } = box;
  if (rowBottom > top + box.clientHeight) top = rowBottom - box.clientHeight;
  if (rowTop < top) top = rowTop;
  const column = columns.find(({ id }) => id === `request:${row.event.request}`);
  if (column !== undefined) {
    const [from, to] = [column.x - column.width / 2, column.x + column.width / 2];
    if (from < left || to > left + box.clientWidth) left = column.x - box.clientWidth / 2;
  }
  box.scrollTo({ top, left, behavior });
}
