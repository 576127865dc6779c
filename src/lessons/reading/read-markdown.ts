/**
 * The text of a lesson, from Markdown to the blocks and inlines that the app draws.
 *
 * CommonMark, less what a lesson has no use for: what is left out is told with what to write instead. Every quote, question, pointer and step
 * that a text has is noted in order, so that two languages can be compared, and names that nobody uses found.
 */
import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { type Block, type Inline, type PlaceName, placeNames } from "../lesson.ts";
import { listNames, type Tell } from "./problems.ts";

/** Something of a text that the other language must have too. */
export interface Reference {
  kind: "quote" | "predict" | "point" | "do";
  name: string;
  line: number;
}

/** What texts may refer to. */
export interface Names {
  /** Mark → its lines' text; without those that were not found, which are `lost`. */
  marks: ReadonlyMap<string, string>;
  lost: ReadonlySet<string>;
  steps: ReadonlySet<string>;
  /** Question → its right option, from 1. */
  predictions: ReadonlyMap<string, number>;
}

export interface Context {
  names: Names;
  tell: Tell;
  /** The line of the file on which the Markdown begins. */
  firstLine: number;
  /** Grows. */
  references: Reference[];
}

/** A whole text. */
export function readBlocks(markdown: string, context: Context): Block[] {
  return blocksOf(fromMarkdown(markdown).children, context);
}

/** A text of one paragraph, of which there is nothing but inlines. */
export function readInlines(markdown: string, context: Context): Inline[] {
  const [first, ...more] = fromMarkdown(markdown.trim()).children;
  if (first?.type === "paragraph" && more.length === 0) return inlinesOf(first.children, context);
  context.tell(
    context.firstLine,
    "This text is more than a sentence.",
    "Write one paragraph, without lists and headings.",
  );
  return [];
}

function blocksOf(nodes: readonly RootContent[], context: Context): Block[] {
  return nodes.flatMap((node) => blockOf(node, context));
}

function blockOf(node: RootContent, context: Context): Block[] {
  switch (node.type) {
    case "paragraph":
      if (/^\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?)?\s*$/m.test(plainText(node)))
        return refuse(node, context, "Tables are not shown.", "Write a list.");
      return [{ kind: "paragraph", inlines: inlinesOf(node.children, context) }];
    case "heading":
      if (node.depth !== 2 && node.depth !== 3)
        return refuse(
          node,
          context,
          `A heading of level ${node.depth} is not shown.`,
          "Write ## or ###; the title stands in the front matter.",
        );
      return [{ kind: "heading", level: node.depth, inlines: inlinesOf(node.children, context) }];
    case "list":
      return [
        {
          kind: "list",
          ordered: node.ordered === true,
          items: node.children.map((item) => blocksOf(item.children, context)),
        },
      ];
    case "blockquote":
      return [{ kind: "aside", blocks: blocksOf(node.children, context) }];
    case "code":
      return codeOf(node.lang ?? "", node.meta ?? "", node.value, lineOf(node, context), context);
    case "html":
      return refuse(
        node,
        context,
        "Raw HTML is not shown.",
        "Use Markdown, or put it between backticks to talk about it.",
      );
    case "thematicBreak":
      return refuse(node, context, "A line across is not shown.", "Use a heading: ##.");
    case "definition":
      return refuse(
        node,
        context,
        "References are not read.",
        "Write the link where it is used: [words](https://…).",
      );
    default:
      return refuse(
        node,
        context,
        `“${node.type}” is not shown.`,
        "See what texts may have in tutorials/README.md.",
      );
  }
}

/** A fenced block: a quote or a question by its language, else code. */
function codeOf(language: string, name: string, text: string, line: number, context: Context): Block[] {
  if (language === "quote") return quoteOf(name, text, line, context);
  if (language === "predict") return predictOf(name, text, line, context);
  if (language === "")
    context.tell(
      line,
      "This block of code has no language.",
      "Name it after the backticks: ```pih, ```html, ```http or ```text.",
    );
  return [{ kind: "code", language, text }];
}

function quoteOf(name: string, text: string, line: number, context: Context): Block[] {
  const { names, tell, references } = context;
  references.push({ kind: "quote", name, line });
  if (text.trim() !== "")
    tell(line, `The quote of “${name}” has a text.`, "Leave it empty: its lines are taken from the file.");
  const lines = names.marks.get(name);
  if (lines !== undefined) return [{ kind: "quote", mark: name, text: lines }];
  if (!names.lost.has(name))
    tell(
      line,
      `There is no mark “${name}” to quote.`,
      `Add it to lesson.yaml, or use one of these: ${listNames(names.marks.keys())}.`,
    );
  return [];
}

/** A question: a paragraph, a list of options, a paragraph that says why. */
function predictOf(name: string, text: string, line: number, context: Context): Block[] {
  const { names, tell, references } = context;
  const inside = { ...context, firstLine: line + 1 };
  if (references.some((one) => one.kind === "predict" && one.name === name))
    tell(
      line,
      `The question “${name}” is asked twice.`,
      "Give the second one another name, and an answer in lesson.yaml.",
    );
  references.push({ kind: "predict", name, line });
  const right = names.predictions.get(name);
  if (right === undefined) {
    tell(
      line,
      `There is no prediction “${name}”.`,
      `Add its right option to lesson.yaml, or use one of these: ${listNames(names.predictions.keys())}.`,
    );
  }
  const nodes = fromMarkdown(text).children;
  const [question, options, because] = nodes;
  if (
    question?.type !== "paragraph" ||
    options?.type !== "list" ||
    because?.type !== "paragraph" ||
    nodes.length > 3
  ) {
    tell(
      line,
      `The question “${name}” has not its three parts.`,
      "Write a paragraph, a list of options, and a paragraph that says why.",
    );
    return [];
  }
  const choices = options.children.map((item) => {
    const [words, ...more] = item.children;
    if (words?.type === "paragraph" && more.length === 0) return inlinesOf(words.children, inside);
    tell(lineOf(item, inside), "An option of a question is one paragraph.", "Shorten it.");
    return [];
  });
  if (right !== undefined && right > choices.length) {
    tell(
      line,
      `The right option of “${name}” is number ${right}, and there are ${choices.length}.`,
      "Correct one of the two.",
    );
  }
  if (choices.length < 2) tell(line, `The question “${name}” has one option.`, "Write at least two.");
  return [
    {
      kind: "predict",
      id: name,
      question: inlinesOf(question.children, inside),
      options: choices,
      answer: (right ?? 1) - 1,
      because: inlinesOf(because.children, inside),
    },
  ];
}

function inlinesOf(nodes: readonly PhrasingContent[], context: Context): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, context));
}

function inlineOf(node: PhrasingContent, context: Context): Inline[] {
  switch (node.type) {
    case "text":
      return [{ kind: "text", text: unbreakable(node.value.replace(/\s*\n\s*/g, " ")) }];
    case "inlineCode":
      return [{ kind: "code", text: node.value }];
    case "emphasis":
    case "strong":
      return [{ kind: node.type, inlines: inlinesOf(node.children, context) }];
    case "break":
      return [{ kind: "break" }];
    case "link":
      return linkOf(node.url, node, context);
    case "image":
    case "imageReference":
      return refuse(
        node,
        context,
        "Pictures are not shown.",
        "Say it in words, or point at the thing itself: [words](point:cookies).",
      );
    case "linkReference":
      return refuse(
        node,
        context,
        "References are not read.",
        "Write the link where it is used: [words](https://…).",
      );
    case "html":
      return refuse(
        node,
        context,
        "Raw HTML is not shown.",
        "Use Markdown, or put it between backticks to talk about it.",
      );
    default:
      return refuse(
        node,
        context,
        `“${node.type}” is not shown.`,
        "See what texts may have in tutorials/README.md.",
      );
  }
}

function linkOf(url: string, node: PhrasingContent & { type: "link" }, context: Context): Inline[] {
  const inlines = inlinesOf(node.children, context);
  const line = lineOf(node, context);
  const [, scheme = "", name = ""] = /^(\w+):(.*)$/s.exec(url) ?? [];
  if (plainText(node).trim() === "")
    return refuse(node, context, "This link has no words.", "Write some between [ and ].");
  if (scheme === "point") return pointOf(name, line, inlines, context);
  if (scheme === "do") {
    context.references.push({ kind: "do", name, line });
    if (!context.names.steps.has(name)) {
      const remedy = `Add it to lesson.yaml, or use one of these: ${listNames(context.names.steps)}.`;
      context.tell(line, `There is no step “${name}”.`, remedy);
    }
    return [{ kind: "do", step: name, inlines }];
  }
  if (scheme === "https" && URL.canParse(url)) return [{ kind: "link", href: url, inlines }];
  return refuse(
    node,
    context,
    `A link cannot lead to “${url}”.`,
    "Links lead to point:…, do:… or https://….",
  );
}

function pointOf(name: string, line: number, inlines: readonly Inline[], context: Context): Inline[] {
  const { names, tell, references } = context;
  references.push({ kind: "point", name, line });
  if (isPlace(name)) return [{ kind: "point", target: { kind: "place", name }, inlines }];
  if (!names.marks.has(name) && !names.lost.has(name)) {
    tell(
      line,
      `There is nothing called “${name}” to point at.`,
      `Places: ${listNames(placeNames)}. Marks of this lesson: ${listNames(names.marks.keys())}.`,
    );
  }
  return [{ kind: "point", target: { kind: "mark", name }, inlines }];
}

/** Whether a name is one of the page's own places. */
export function isPlace(name: string): name is PlaceName {
  return placeNames.some((place) => place === name);
}

function refuse(node: Nodes, context: Context, message: string, remedy: string): [] {
  context.tell(lineOf(node, context), message, remedy);
  return [];
}

function lineOf(node: Nodes, { firstLine }: Context): number {
  return firstLine + (node.position?.start.line ?? 1) - 1;
}

/** The words of a node, with neither marks nor links. */
function plainText(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(plainText).join("") : "";
}

/** French puts a blank before some signs; a line must not end there. */
export function unbreakable(text: string): string {
  return text.replace(/ (?=[;:!?»])|(?<=«) /g, "\u00a0");
}
