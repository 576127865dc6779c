/** What differs between two sites, file by file and line by line, with a little of what stays around it. */
import { diffLines } from "diff";
import type { FileContent } from "../../project/index.ts";

export type DifferenceLine =
  | { kind: "kept" | "added" | "removed"; text: string }
  /** Lines that stay as they are and are not shown. */
  | { kind: "skipped"; count: number };

export interface FileDifference {
  path: string;
  change: "added" | "removed" | "changed";
  /** Empty where one of the two is not text. */
  lines: readonly DifferenceLine[];
}

/** Lines that are shown before and after a change. */
const context = 2;

type Site = Readonly<Record<string, FileContent>>;

/** The files that are not the same, in the order of `after`, those that are gone last. */
export function compareSites(before: Site, after: Site): FileDifference[] {
  const paths = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...paths].flatMap((path) => {
    const [old, now] = [before[path], after[path]];
    if (isSame(old, now)) return [];
    const change = old === undefined ? "added" : now === undefined ? "removed" : "changed";
    return [{ path, change, lines: compareTexts(old ?? "", now ?? "") } as const];
  });
}

function isSame(a: FileContent | undefined, b: FileContent | undefined): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function compareTexts(before: FileContent, after: FileContent): DifferenceLine[] {
  if (typeof before !== "string" || typeof after !== "string") return [];
  const lines = diffLines(before, after).flatMap(({ value, added, removed }) => {
    const kind = added ? "added" : removed ? "removed" : "kept";
    return value
      .replace(/\n$/, "")
      .split("\n")
      .map((text) => ({ kind, text }) as const);
  });
  return fold(lines);
}

function fold(lines: readonly Exclude<DifferenceLine, { kind: "skipped" }>[]): DifferenceLine[] {
  const isNear = (index: number) =>
    lines.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== "kept");
  const folded: DifferenceLine[] = [];
  for (const [index, line] of lines.entries()) {
    const last = folded.at(-1);
    if (isNear(index)) folded.push(line);
    else if (last?.kind === "skipped") last.count += 1;
    else folded.push({ kind: "skipped", count: 1 });
  }
  return folded;
}
