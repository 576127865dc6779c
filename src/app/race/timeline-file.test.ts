import { parseDocument } from "htmlparser2";
import { expect, test } from "vitest";
import { type NewEvent, readTimeline, type TraceEvent } from "../../trace/index.ts";
import { drawTimeline } from "./timeline-drawing.ts";
import { stringifyDrawing } from "./timeline-file.ts";
import { layoutTimeline } from "./timeline-layout.ts";
import { timelineWords } from "./timeline-words.ts";

const words = timelineWords.en;
const measure = (text: string) => text.length * 6;
const who = { request: 1, browser: "A", process: 1, thread: 1 };
const session = "k3Xz";

/** The file of `told`, its sentences below; paints are written by their names. */
function fileOf(told: readonly NewEvent[], sentences: string[] = []) {
  const events: TraceEvent[] = told.map((event, at) => ({ ...event, seq: at + 1, time: 0 }));
  const layout = layoutTimeline(readTimeline(events), { words, measure, room: 0 });
  const hues = { browser: () => 250, session: () => 155 };
  const drawing = drawTimeline(layout, { words, measure, hues });
  const colour = (paint: string, hue?: number) => `${paint}${hue ?? ""}`;
  const text = stringifyDrawing(drawing, { title: "A <race>", sentences, colour, measure, font: "serif" });
  return { text, layout };
}

const url = "http://localhost/p.pih?a=<b>&c";
const events: NewEvent[] = [
  { kind: "request", ...who, method: "GET", url, raw: "", bytes: 0 },
  { kind: "session-opened", ...who, session, origin: "new", storage: "disk", file: "p.pih", line: 1 },
  { kind: "attribute-written", ...who, session, name: "n", value: "'<&\">'", file: "p.pih", line: 2 },
  { kind: "session-saved", ...who, session, attributes: ["n"], bytes: 9 },
  { kind: "response", ...who, status: 200, statusText: "OK", raw: "", bytes: 0, mediaType: "text/html" },
];

/** The texts of all elements called `name`. */
function textsOf(text: string, name: string): string[] {
  const texts: string[] = [];
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node.name === name) texts.push((node.children ?? []).map(({ data }) => data ?? "").join(""));
      visit(node.children ?? []);
    }
  };
  visit(parseDocument(text, { xmlMode: true }).children as readonly Node[]);
  return texts;
}

/** What of a parsed node is looked at. */
interface Node {
  name?: string;
  data?: string;
  children?: readonly Node[];
}

test("the file has a title, each row's text and the sentences, and stands alone", () => {
  const { text, layout } = fileOf(events, ["1. Lost update: something is gone."]);
  const shown = textsOf(text, "text");
  expect(textsOf(text, "title")[0]).toBe("A <race>");
  expect(layout.rows).toHaveLength(events.length);
  for (const { label } of layout.rows) expect(shown).toContain(label);
  expect(shown).toContain("write n = '<&\">'");
  expect(shown.join(" ")).toContain("1. Lost update: something is gone.");
  expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+"/);
  expect(text).not.toMatch(/var\(|class=|href/);
});

test("every paint is a colour of the theme, with its hue", () => {
  const { text } = fileOf(events);
  expect(text).toContain('fill="sheet"');
  expect(text).toContain('stroke="hue-line155"');
  expect(text).toContain('stroke="hue-line250"');
});

test("a value with characters that XML forbids gives a file that can be read", () => {
  const { text } = fileOf([
    ...events.slice(0, 2),
    { kind: "log", ...who, level: "info", message: "a\u0000b\ud800c\u001b[0m" },
  ]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that they are gone is what is tested.
  expect(text).not.toMatch(/[\u0000-\u0008\u001b]/);
  expect(textsOf(text, "text")).toContain("a\ufffdb\ufffdc\ufffd[0m");
});
