/**
 * The last line of an error page: a sentence for who has not met Python 2 before. See `python/hints`.
 *
 * The sentences are a module of the library, brought when the first error wants one: until then a response that is ready waits for it,
 * as a script waits for what it imports.
 */
import { hintFor, hintsModule, mayHaveHint } from "../python/index.ts";
import { decodeText, encodeText, readBytes, writeBytes } from "./byte-strings.ts";
import type { Environment } from "./environment.ts";
import { type Markup, markup } from "./markup.ts";
import { processOf } from "./script-host.ts";
import type { Server } from "./server.ts";
import { readFile } from "./site.ts";
import type { Puzzle, Task } from "./task.ts";

/** Lets the task's page, which tells of this error, have a hint. */
export function wantHint(task: Task, { exception, traceback }: Puzzle): void {
  if (mayHaveHint({ exception, traceback })) task.puzzle = { exception, traceback };
}

/** Adds the hint that the task's page wants, if there is one; false while the task has to wait for the sentences. */
export function addHint(server: Server, task: Task, { library }: Environment): boolean {
  const { puzzle, draft, site } = task;
  if (puzzle === null || draft === null || library === undefined) return true;
  if (library.source(hintsModule) === undefined) {
    task.awaited = [hintsModule];
    return false;
  }
  const { interpreter } = processOf(server, task);
  const sources = (filename: string) => readFile(site, decodeText(filename));
  const hint = hintFor({ ...puzzle, interpreter, library, sources });
  if (hint !== null) draft.body = withParagraph(draft.body, sentenceMarkup(decodeText(hint)));
  task.puzzle = null;
  return true;
}

/** At the end of a page of the server's own. */
function withParagraph(body: Uint8Array, paragraph: Markup): Uint8Array {
  const page = readBytes(body);
  const end = page.lastIndexOf("\n</main>");
  return writeBytes(`${page.slice(0, end)}\n${encodeText(paragraph.html)}${page.slice(end)}`);
}

/** What stands between backticks is code. */
function sentenceMarkup(sentence: string): Markup {
  const pieces = sentence.split("`");
  return markup`<p>${pieces.map((piece, at) => (at % 2 === 0 ? markup`${piece}` : markup`<code>${piece}</code>`))}</p>`;
}
