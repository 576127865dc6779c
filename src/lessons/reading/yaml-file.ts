/**
 * YAML with places: what a text says as plain data, and the line where each part of it stands, so that a schema's complaint becomes
 * "file, line, message, remedy".
 */
import * as v from "valibot";
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import { listNames, type Tell } from "./problems.ts";
import { describeAt, keysAt } from "./schema-words.ts";

type Path = readonly (string | number)[];

export interface YamlFile {
  value: unknown;
  /** The line of a key or an item; of the nearest thing around it where there is none. */
  lineOf(path: Path): number;
}

/** Reads a text that begins on `firstLine` of its file. Null where it is not YAML, which is told. */
export function readYaml(text: string, tell: Tell, firstLine = 1): YamlFile | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const [error] = document.errors;
  if (error !== undefined) {
    tell(lineAt(error.pos[0]), `This is not YAML: ${error.message}.`, remedyOf(error.code));
    return null;
  }
  const alias = aliasOf(document);
  if (alias !== null) {
    const at = lineAt(alias.range?.[0] ?? 0);
    tell(
      at,
      `“*${alias.source}” stands for something else.`,
      "Write out what it stands for, or put it between quotes.",
    );
    return null;
  }
  return { value: document.toJS(), lineOf: (path) => lineAt(offsetOf(document.contents, path)) };
}

/** The first `*name`: lessons have no use for them, and one that leads nowhere, or into itself, is no value. */
function aliasOf(document: Document): Alias | null {
  let found: Alias | null = null;
  visit(document, {
    Alias: (_key, node) => {
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

function remedyOf(code: string): string {
  if (code === "BAD_SCALAR_START") return "Put the whole text between quotes.";
  if (code === "DUPLICATE_KEY") return "Remove one of the two.";
  return "Look at the blanks at the beginning of the lines, and put texts with “: ” or “#” between quotes.";
}

function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (!isMap(item) && !isSeq(item) && !isScalar(item) && !isAlias(item)) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

/** `value`, which stands at `path` of the file, as `schema` reads it. Null where it does not fit, which is told. */
export function readAs<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  file: Pick<YamlFile, "lineOf">,
  tell: Tell,
  path: Path = [],
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const inner = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
    const at = [...path, ...inner];
    const { message, remedy } = explain(schema, issue, inner, at);
    tell(file.lineOf(at), message, remedy);
  }
  return null;
}

function explain(
  schema: v.GenericSchema,
  issue: v.BaseIssue<unknown>,
  inner: Path,
  at: Path,
): { message: string; remedy: string } {
  const name = at.length === 0 ? "This" : `“${at.join(".")}”`;
  const about = describeAt(schema, inner);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const known = keysAt(schema, inner.slice(0, -1));
    return { message: `${name} is not known.`, remedy: `Known here: ${listNames(known)}.` };
  }
  if (issue.type === "strict_object" && issue.received === "undefined")
    return { message: `${name} is missing.`, remedy: `Add it: ${about}` };
  const found = typeof issue.input === "string" ? `“${issue.input}”` : issue.received;
  const isOurs = issue.kind === "validation";
  return {
    message: `${name} cannot be ${found}.`,
    remedy: isOurs ? issue.message : `Expected: ${about}`,
  };
}
