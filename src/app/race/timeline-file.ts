/**
 * The diagram as a file of its own: every colour written out, a title, and under the picture the sentences that explain its marks.
 *
 * Pure text; `timeline-download.ts` resolves the colours and saves it.
 */
import type { Drawing, Paint, Shape, ShapeGroup } from "./timeline-drawing.ts";
import { GUTTER, HEAD_HEIGHT, type Measure, type PlacedRow, ROW_HEIGHT } from "./timeline-layout.ts";

export interface FileOptions {
  title: string;
  /** The sentences under the picture, in order. */
  sentences: readonly string[];
  /** The colour of a paint, for shapes of `hue`. */
  colour(paint: Paint, hue: number | undefined): string;
  measure: Measure;
  font: string;
}

const lineHeight = 19;
const top = 44;

/** The text of a self-contained SVG file. */
export function stringifyDrawing(drawing: Drawing, options: FileOptions): string {
  const width = Math.max(420, Math.ceil(drawing.width));
  const sentences = options.sentences.map((sentence) => wrap(sentence, width - 2 * GUTTER, options.measure));
  const begin = top + HEAD_HEIGHT + drawing.height + lineHeight;
  const height = begin + sentences.reduce((sum, lines) => sum + lines.length * lineHeight + 6, 0) + 12;
  const text = (line: string, x: number, y: number, size: number, weight = 400) =>
    element(
      { tag: "text", at: { x, y, "font-size": size, "font-weight": weight }, fill: "ink", text: line },
      options,
    );
  let y = begin;
  const below = sentences.flatMap((lines) => {
    const drawn = lines.map((line, at) => text(line, GUTTER, y + at * lineHeight, 13));
    y += lines.length * lineHeight + 6;
    return drawn;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(options.font)}" role="img">`,
    `<title>${escapeXml(options.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${options.colour("sheet", undefined)}"/>`,
    text(options.title, GUTTER, 28, 16, 600),
    `<g transform="translate(0 ${top})">`,
    element(drawing.corner, options),
    ...drawing.heads.map((head) => group(head, options)),
    "</g>",
    `<g transform="translate(0 ${top + HEAD_HEIGHT})">`,
    ...drawing.rows.filter(isMarked).map(({ of: { y } }) => {
      const at = { x: 0, y: y - ROW_HEIGHT / 2, width, height: ROW_HEIGHT };
      return element({ tag: "rect", at, fill: "danger-wash" }, options);
    }),
    ...drawing.ground.map((shape) => element(shape, options)),
    ...drawing.rows.map((row) => group(row, options)),
    "</g>",
    ...below,
    "</svg>\n",
  ].join("\n");
}

/** Is a mark told at this row? */
function isMarked({ of }: ShapeGroup<PlacedRow>): boolean {
  return of.badges.some(({ isLast }) => isLast);
}

function group({ title, shapes }: ShapeGroup<unknown>, options: FileOptions): string {
  return `<g><title>${escapeXml(title)}</title>${shapes.map((shape) => element(shape, options)).join("")}</g>`;
}

function element({ tag, at, fill, stroke, hue, text }: Shape, { colour }: FileOptions): string {
  const paints = {
    fill: fill === undefined ? "none" : colour(fill, hue),
    ...(stroke !== undefined && { stroke: colour(stroke, hue) }),
  };
  const attributes = Object.entries({ ...at, ...paints }).map(
    ([name, value]) => ` ${name}="${escapeXml(String(value))}"`,
  );
  return text === undefined
    ? `<${tag}${attributes.join("")}/>`
    : `<${tag}${attributes.join("")}>${escapeXml(text)}</${tag}>`;
}

/** `sentence` in lines that are at most `available` wide. */
function wrap(sentence: string, available: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of sentence.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    // Sentences are a little larger than what is measured.
    if (line !== "" && measure(longer) * 1.09 > available) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Values of the learner's may hold anything: in XML a control character or half a pair is not even allowed as a reference. */
function escapeXml(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
