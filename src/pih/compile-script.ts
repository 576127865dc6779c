/**
 * From a script's text to a code object that cites the script's own lines.
 *
 * A PIH page is compiled through the Python program that `page-compiler.ts` writes. Then every line number in the code
 * objects is replaced by the page's, so that pauses, tracebacks and events need no map at run time, and an error of the
 * Python compiler is moved to its place in the page.
 */
import { compile, Op, PyCode, SourceError, type Span } from "../python/index.ts";
import { type PageProgram, writeProgram } from "./page-compiler.ts";
import type { GeneratedLine } from "./python-writer.ts";
import { registerScriptCompiler } from "./script-compiler.ts";
import { type Piece, raisePih } from "./tokenizer.ts";

/** What `script-compiler.ts` promises. */
export function compileNow(source: string, filename: string): PyCode {
  if (filename.endsWith(".py")) return compile(source.replaceAll("\r\n", "\n"), filename, "file");
  const program = writeProgram(source, filename);
  const code = compileProgram(program);
  remapLines(code, [0, ...program.writer.lines.map(({ line }) => line)]);
  return code;
}

/** Replaces each line `n` cited by `code`, and by the code objects inside it, by `lineMap[n]`. */
function remapLines(code: PyCode, lineMap: readonly number[]): void {
  const pageLine = (line: number): number => lineMap[line] ?? lineMap.at(-1) ?? line;
  code.firstLine = pageLine(code.firstLine);
  code.lines = code.lines.map(pageLine);
  for (let pc = 0; pc < code.instructions.length; pc += 2) {
    if (code.instructions[pc] !== Op.STATEMENT) continue;
    code.instructions[pc + 1] = pageLine(code.instructions[pc + 1] ?? 0);
  }
  for (const constant of code.constants) if (constant instanceof PyCode) remapLines(constant, lineMap);
}

function compileProgram(program: PageProgram): PyCode {
  try {
    return compile(program.writer.python, program.page.filename, "exec");
  } catch (error) {
    if (error instanceof SourceError) throw moveError(program, error);
    throw error;
  }
}

/** The error as the page's writer should see it. */
function moveError(program: PageProgram, error: SourceError): SourceError {
  const generated = program.writer.lines;
  const at = Math.min(Math.max(error.span.line, 1), generated.length);
  const line = generated[at - 1];
  if (line === undefined) return error;
  refuseSwallowedTag(program, line.line);
  const span = wrongExpression(program, line.line) ?? placeInPage(program, line, error.span);
  const text = program.page.lines[span.line - 1] ?? null;
  return new SourceError(error.kind, error.message, error.filename, span, text);
}

function placeInPage(program: PageProgram, line: GeneratedLine, { column }: Span): Span {
  const width = (program.page.lines[line.line - 1] ?? "").length;
  const moved = column - line.offset + line.column;
  return { line: line.line, column: Math.min(Math.max(moved, 0), width) };
}

/**
 * `<% print 1 <p> <% print 2 %>`: a tag that is not closed ends at the next tag's `%>` and swallows what is between. The
 * Python error is then about HTML; the missing `%>` is what helps.
 */
function refuseSwallowedTag({ page, pieces }: PageProgram, line: number): void {
  const piece = pieces.find((candidate) => isTagOver(candidate, line) && candidate.source.includes("<%"));
  if (piece === undefined) return;
  const before = piece.source.slice(0, piece.source.indexOf("<%"));
  const next = piece.sourceLine + before.split("\n").length - 1;
  raisePih(
    page,
    piece.line,
    piece.column,
    `the tag <% opened on line ${piece.line} is not closed before the next <% on line ${next}: write %> where it ends`,
  );
}

function isTagOver(piece: Piece, line: number): boolean {
  const last = piece.sourceLine + piece.source.split("\n").length - 1;
  return piece.kind !== "text" && piece.line <= line && line <= last;
}

/**
 * The place of the first wrong `<%= %>` up to `line`. An open bracket in one makes Python read on past the tag, and
 * complain far below; each expression alone complains where it is.
 */
function wrongExpression({ pieces, page }: PageProgram, line: number): Span | undefined {
  for (const piece of pieces) {
    if (piece.kind !== "value" && piece.kind !== "translation") continue;
    if (piece.line > line) return undefined;
    const error = compileAlone(piece, page.filename);
    if (error === undefined) continue;
    const lines = piece.source.split("\n");
    const at = Math.min(Math.max(error.span.line - 1, 0), lines.length - 1);
    const end = (at === 0 ? piece.sourceColumn : 0) + (lines[at] ?? "").length;
    const column =
      error.span.line - 1 > at ? end : (at === 0 ? piece.sourceColumn - 1 : 0) + error.span.column;
    return { line: piece.sourceLine + at, column: Math.min(Math.max(column, 0), end) };
  }
  return undefined;
}

function compileAlone(piece: Piece, filename: string): SourceError | undefined {
  try {
    compile(`(${piece.source}\n)`, filename, "eval");
    return undefined;
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

registerScriptCompiler(compileNow);
