import { expect, test } from "vitest";
import { type NewEvent, readTimeline, type TraceEvent } from "../../trace/index.ts";
import { tellRow } from "./timeline-drawing.ts";
import { cutToFit, layoutTimeline, MOST_ROWS } from "./timeline-layout.ts";
import { timelineWords } from "./timeline-words.ts";

const measure = (text: string) => text.length * 6;
const words = timelineWords.en;

/** The layout of `told`, in a box of `room` pixels. */
function layoutOf(told: readonly NewEvent[], room = 0) {
  const events: TraceEvent[] = told.map((event, at) => ({ ...event, seq: at + 1, time: 0 }));
  return layoutTimeline(readTimeline(events), { words, measure, room });
}

const arrival = (request: number): NewEvent => {
  const url = `http://localhost/p${request}.pih`;
  return {
    kind: "request",
    request,
    browser: "A",
    process: 1,
    thread: request,
    method: "GET",
    url,
    raw: "",
    bytes: 0,
  };
};
const opened = (request: number, storage: "memory" | "disk"): NewEvent => {
  return {
    kind: "session-opened",
    request,
    browser: "A",
    process: 1,
    session: "k3Xz",
    origin: "found",
    storage,
  };
};
const read = (request: number, value = "0"): NewEvent => {
  return {
    kind: "attribute-read",
    request,
    browser: "A",
    process: 1,
    session: "k3Xz",
    name: "n",
    value,
    line: 3,
  };
};
const wrote = (request: number): NewEvent => {
  return {
    kind: "attribute-written",
    request,
    browser: "A",
    process: 1,
    session: "k3Xz",
    name: "n",
    value: "1",
    line: 4,
  };
};
const race = [arrival(1), arrival(2), opened(1, "memory"), opened(2, "memory"), read(1), wrote(2), wrote(1)];

test("columns stand side by side in their order, and rows below each other in theirs", () => {
  const { columns, rows, width, height } = layoutOf(race);
  expect(columns.map(({ id }) => id)).toEqual(["browser:A", "request:1", "request:2", "memory:1"]);
  for (const [at, { x, width: wide }] of columns.entries()) {
    const before = columns[at - 1];
    if (before !== undefined) expect(x - wide / 2).toBeGreaterThanOrEqual(before.x + before.width / 2 - 1);
    expect(x + wide / 2).toBeLessThanOrEqual(width);
  }
  const heights = rows.map(({ y }) => y);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect(heights.at(-1)).toBeLessThan(height);
});

test("an arrow leads from one lifeline to the other, and its text begins at the request", () => {
  const { rows, columns } = layoutOf(race);
  const [browser, request] = columns;
  const [first] = rows;
  expect(first?.x1).toBe(browser?.x);
  expect(Math.abs((first?.x2 ?? 0) - (request?.x ?? 0))).toBeLessThan(10);
  expect(first).toMatchObject({ anchor: "end", label: "GET /p1.pih" });
  expect(rows[4]).toMatchObject({ anchor: "start", label: "read n = 0" });
});

test("a box with more room than needed widens the diagram, up to a point", () => {
  const narrow = layoutOf(race).width;
  expect(layoutOf(race, narrow + 100).width).toBeGreaterThan(narrow + 90);
  expect(layoutOf(race, narrow + 100).width).toBeLessThanOrEqual(narrow + 100);
  expect(layoutOf(race, 9_000).width).toBeLessThan(narrow * 2);
});

test("a mark has its number at each of its three rows, full at the last", () => {
  const { rows, marks } = layoutOf(race);
  expect(marks).toHaveLength(1);
  expect(
    rows.flatMap(({ badges, label }) => badges.map(({ n, isLast }) => `${label} ${n} ${isLast}`)),
  ).toEqual(["read n = 0 1 false", "write n = 1 1 false", "write n = 1 1 true"]);
});

test("a request that works on a copy has a stretch of its bar for it", () => {
  const live = layoutOf([arrival(1), opened(1, "memory"), read(1)]);
  expect(live.columns.find(({ id }) => id === "request:1")).not.toHaveProperty("copy");
  const { columns, rows } = layoutOf([arrival(1), opened(1, "disk"), read(1), wrote(1)]);
  const copy = columns.find(({ id }) => id === "request:1")?.copy;
  expect(copy).toMatchObject({ session: "k3Xz", top: rows[1]?.y });
  expect(copy?.bottom).toBeGreaterThan(rows[3]?.y ?? 0);
});

test("texts stay inside the diagram, cut with an ellipsis where they are longer", () => {
  const { rows, width } = layoutOf([arrival(1), opened(1, "disk"), read(1, "'x'".repeat(900))]);
  for (const { textX, textWidth, anchor } of rows) {
    expect(anchor === "start" ? textX + textWidth : textX).toBeLessThanOrEqual(width);
    expect(anchor === "end" ? textX - textWidth : textX).toBeGreaterThanOrEqual(0);
  }
  expect(rows.at(-1)?.label).toMatch(/^read n = 'x'.*…$/);
});

test("a long run is drawn from its end, with the columns that are still touched", () => {
  const many = Array.from({ length: MOST_ROWS + 50 }, () => read(2));
  const layout = layoutOf([arrival(1), arrival(2), opened(1, "memory"), opened(2, "memory"), ...many]);
  expect(layout.rows).toHaveLength(MOST_ROWS);
  expect(layout.allRows).toBe(MOST_ROWS + 54);
  expect(layout.columns.map(({ id }) => id)).toEqual(["request:2", "memory:1"]);
});

test("nothing to draw is a diagram without rows", () => {
  expect(layoutOf([]).rows).toEqual([]);
});

test("a row is told in one sentence, with both its ends", () => {
  const { rows, columns } = layoutOf([arrival(1), opened(1, "disk"), read(1)]);
  expect(rows.map((row) => tellRow(row, columns, words))).toEqual([
    "browser A → request 1: GET /p1.pih",
    "request 1 → disk: open session k3Xz",
    "request 1: read n = 0 (own copy)",
  ]);
});

test("a text is cut to what fits, and not where it fits whole", () => {
  expect(cutToFit("twelve chars", 72, measure)).toBe("twelve chars");
  expect(cutToFit("twelve chars", 71, measure)).toBe("twelve cha…");
  expect(cutToFit("twelve chars", 0, measure)).toBe("…");
});
