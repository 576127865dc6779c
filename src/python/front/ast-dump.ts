/**
 * A tree as text, one node a line, exactly as `test/python/front/ast-dump.py` prints CPython 2.7's tree of the same
 * program. For tests and for looking at trees.
 */
import { PyComplex, PyFloat, PyInt, PyUnicode } from "../objects/builtin-objects.ts";
import type { Mod } from "./ast.ts";

/** Fields whose string is an identifier or a text, not the name of a fieldless node such as `Load` or `Add`. */
const textFields: ReadonlySet<string> = new Set([
  "name",
  "asname",
  "id",
  "attr",
  "arg",
  "module",
  "vararg",
  "kwarg",
  "s",
]);

/** The dump of `tree`. */
export function dumpTree(tree: Mod): string {
  const lines: string[] = [];
  dump(tree, lines, { depth: 0, label: "", isText: false });
  return lines.join("\n");
}

interface Place {
  depth: number;
  label: string;
  isText: boolean;
}

function dump(node: unknown, lines: string[], place: Place): void {
  const { depth, label, isText } = place;
  const head = "  ".repeat(depth) + label;
  if (Array.isArray(node)) {
    lines.push(`${head}[${node.length}]`);
    for (const item of node) dump(item, lines, { depth: depth + 1, label: "", isText: label === "names=" });
  } else if (isNode(node)) {
    const position = node.lineno === undefined ? "" : `@${node.lineno}:${node.col_offset}`;
    lines.push(head + node.kind + position);
    for (const [field, child] of fieldsOf(node))
      dump(child, lines, { depth: depth + 1, label: `${field}=`, isText: textFields.has(field) });
  } else lines.push(head + (isText || typeof node !== "string" ? valueText(node) : node));
}

interface Node {
  kind: string;
  lineno?: number;
  col_offset?: number;
}

function isNode(node: unknown): node is Node {
  return typeof node === "object" && node !== null && "kind" in node;
}

function fieldsOf(node: Node): [string, unknown][] {
  return Object.entries(node).filter(([key]) => key !== "kind" && key !== "lineno" && key !== "col_offset");
}

function valueText(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return `int ${value}`;
  if (typeof value === "bigint") return `long ${value}`;
  if (typeof value === "string") return `str ${asciiJson(value)}`;
  if (value instanceof PyUnicode) return `unicode ${asciiJson(value.value)}`;
  if (value instanceof PyInt) return `int ${value.value}`;
  if (value instanceof PyFloat) return `float ${hex(value.value)}`;
  if (value instanceof PyComplex) return `complex ${hex(value.real)}${hex(value.imag)}`;
  throw new Error(`Failed to dump a tree: it holds ${String(value)}.`);
}

function hex(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

/** JSON with everything beyond printable ASCII escaped, as Python's `json.dumps` writes it. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
