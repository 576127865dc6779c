/**
 * The start tags of an HTML or XML document with the place of every attribute value, so that a rewriter can replace single
 * values and leave every other byte alone.
 *
 * The tokenizer is htmlparser2's (WHATWG tokenization); this file only remembers positions, and which tags stand inside
 * `<svg>` or `<math>`, where `<title>` and `<style>` are ordinary elements.
 */
import { Tokenizer } from "htmlparser2";
import { encodeText } from "../server/index.ts";

export interface Attribute {
  /** Lower-case in HTML, as written in XML. */
  name: string;
  /** With those character references decoded that can change where it leads. */
  value: string;
  /** Where the value stands, with its quotes: from `start` up to but not including `end`. Equal when there is none. */
  start: number;
  end: number;
}

export interface Tag {
  /** Lower-case. */
  name: string;
  /** From `<` up to and including `>`. */
  start: number;
  end: number;
  attributes: Attribute[];
}

const foreignElements = new Set(["svg", "math"]);
/** Inside these, HTML's rules hold again (HTML §13.2.6, integration points). */
const integrationPoints = new Set([
  "foreignobject",
  "desc",
  "title",
  "annotation-xml",
  "mi",
  "mo",
  "mn",
  "ms",
  "mtext",
]);

/** Every start tag of `source`, in order. `xml` reads it as XML does. An unfinished last tag is left out, as browsers do. */
export function scanTags(source: string, xml = false): Tag[] {
  const scanner = new TagScanner(source, xml);
  const tokenizer = new Tokenizer({ xmlMode: xml, decodeEntities: false }, scanner);
  tokenizer.write(source);
  tokenizer.end();
  return scanner.tags;
}

/** The tokenizer's listener. */
class TagScanner {
  readonly tags: Tag[] = [];
  readonly #source: string;
  readonly #xml: boolean;
  /** The open `<svg>`, `<math>` and integration points, innermost last. */
  readonly #context: string[] = [];
  #tag: Tag | null = null;
  #attribute: { name: string; nameEnd: number; value: string } | null = null;

  constructor(source: string, xml: boolean) {
    this.#source = source;
    this.#xml = xml;
  }

  isInForeignContext(): boolean {
    return foreignElements.has(this.#context.at(-1) ?? "");
  }

  onopentagname(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    this.#tag = { name, start: start - 1, end, attributes: [] };
  }

  onopentagend(index: number): void {
    const tag = this.#finishTag(index);
    const opensContext =
      foreignElements.has(tag?.name ?? "") ||
      (this.isInForeignContext() && integrationPoints.has(tag?.name ?? ""));
    if (tag !== null && opensContext) this.#context.push(tag.name);
  }

  onselfclosingtag(index: number): void {
    // In HTML the slash of `<svg/>` counts, that of `<div/>` does not, and no context-opening HTML element has one.
    this.#finishTag(index);
  }

  onclosetag(start: number, end: number): void {
    const depth = this.#context.lastIndexOf(this.#source.slice(start, end).toLowerCase());
    if (depth >= 0) this.#context.length = depth;
  }

  onattribname(start: number, end: number): void {
    const written = this.#source.slice(start, end);
    this.#attribute = { name: this.#xml ? written : written.toLowerCase(), nameEnd: end, value: "" };
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute !== null) this.#attribute.value += this.#source.slice(start, end);
  }

  onattribentity(): void {}

  onattribend(_quote: number, end: number): void {
    const attribute = this.#attribute;
    if (attribute === null || this.#tag === null) return;
    const [gap = ""] = /^[\s]*=[\s]*/.exec(this.#source.slice(attribute.nameEnd, end)) ?? [];
    const start = gap === "" ? end : attribute.nameEnd + gap.length;
    this.#tag.attributes.push({ name: attribute.name, value: decodeReferences(attribute.value), start, end });
    this.#attribute = null;
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}

  #finishTag(index: number): Tag | null {
    const tag = this.#tag;
    this.#tag = null;
    if (tag === null) return null;
    tag.end = index + 1;
    this.tags.push(tag);
    return tag;
  }
}

/** The named references for characters that mean something in an address or a list of words. */
const namedReferences: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  colon: ":",
  comma: ",",
  equals: "=",
  gt: ">",
  lt: "<",
  NewLine: "\n",
  num: "#",
  percnt: "%",
  period: ".",
  plus: "+",
  quest: "?",
  quot: '"',
  semi: ";",
  sol: "/",
  Tab: "\t",
};

/**
 * A value with its character references as the UTF-8 bytes they stand for. Of the 2,231 names only those that can change
 * where an address leads are known here: the whole table would be a tenth of the worker. Others stay as they are written.
 */
function decodeReferences(value: string): string {
  if (!value.includes("&")) return value;
  return value.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+)(?=;));?/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name = "") => {
      if (hex !== undefined) return encodeAsBytes(Number.parseInt(hex, 16));
      if (decimal !== undefined) return encodeAsBytes(Number.parseInt(decimal, 10));
      return namedReferences[name] ?? whole;
    },
  );
}

function encodeAsBytes(codepoint: number): string {
  const isCharacter = codepoint > 0 && codepoint <= 0x10ffff;
  return encodeText(isCharacter ? String.fromCodePoint(codepoint) : "\ufffd");
}
