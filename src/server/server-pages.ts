/**
 * The pages that the server writes itself: refusals, choices, errors, and the page to look at while waiting.
 *
 * One template for all, in the playground's paper and ink, following the reader's light or dark theme. Each says what
 * was asked, what was found, and what to do next. The text is English; whatever a learner wrote is escaped.
 */
import { escapeHtml, type Markup, markup } from "./markup.ts";
import { stringifyPath } from "./request-target.ts";

const style = `
:root { color-scheme: light dark; --paper: light-dark(#fbf8f1, #191613); --sheet: light-dark(#fffdf9, #211d19);
  --ink: light-dark(#2a231c, #efe7db); --soft: light-dark(#5f5346, #b9ac9b); --line: light-dark(#e3d9c8, #39322a);
  --accent: light-dark(#8f4e0b, #f0b260); --wash: light-dark(#f8e9cf, #3a2c18); --danger: light-dark(#a02c1c, #ff9d8a); }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px 20px; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 15px/1.55 Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; }
h1 { margin: 0 0 12px; font-size: 21px; line-height: 1.3; font-weight: 600; }
p, ul, figure { margin: 0 0 12px; }
.status { margin: 0 0 4px; color: var(--soft); font-size: 13px; letter-spacing: .02em; }
a:any-link { color: var(--accent); text-underline-offset: 3px; }
a:not([data-file]):not([href]) { visibility: hidden; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code, pre { font: 13px/1.55 "Cascadia Code", "Source Code Pro", ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { padding: 1px 4px; border-radius: 3px; background: var(--wash); }
pre { margin: 0 0 12px; padding: 8px 14px; white-space: pre-wrap; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; }
.where { margin: 12px 0 4px; color: var(--soft); font-size: 13px; }
.source { display: grid; grid-template-columns: auto 1fr; gap: 0 14px; border-left: 3px solid var(--accent); background: var(--wash); }
.source b { color: var(--soft); font-weight: 400; user-select: none; }
.exception { color: var(--danger); font-weight: 600; white-space: pre-wrap; }
.bar { height: 3px; overflow: hidden; border-radius: 2px; background: var(--line); }
.bar::after { content: ""; display: block; width: 30%; height: 100%; background: var(--accent); animation: pass 1.6s ease-in-out infinite alternate; }
@keyframes pass { to { margin-left: 70%; } }
@media (prefers-reduced-motion: reduce) { .bar::after { animation: none; width: 100%; } }
`;

/** A whole page of the server's own: `heading` is also its title. */
export function serverPage(heading: string, status: string, content: Markup[]): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(heading)}</title>
<style>${style}</style>
</head>
<body>
<main>
${status === "" ? "" : `<p class="status">${escapeHtml(status)}</p>\n`}<h1>${escapeHtml(heading)}</h1>
${content.map(({ html }) => html).join("\n")}
</main>
</body>
</html>
`;
}

/** A page of one or more plain sentences. */
export function messagePage(heading: string, sentences: readonly string[], status = ""): string {
  return serverPage(
    heading,
    status,
    sentences.map((sentence) => markup`<p>${sentence}</p>`),
  );
}

/** What a frame shows while its request has not been answered yet; `held`: because the learner holds it. */
export function waitingPage(what: string, held = false): string {
  if (held) {
    return serverPage("This request is held", "", [
      markup`<p><code>${what}</code> has reached the server, which takes no step for it by itself.</p>`,
      markup`<p>Move it in the Race panel. Its page will appear here when its response is sent.</p>`,
    ]);
  }
  return serverPage("The server is thinking…", "", [
    markup`<div class="bar" aria-hidden="true"></div>`,
    markup`<p class="where"><code>${what}</code> is still running. Its page will appear here when it is done.</p>`,
  ]);
}

/** 404: what is missing, and files whose names come near. */
export function missingPage(file: string, near: readonly string[], status: string): string {
  const sentences = [markup`<p>The site has no file <code>${file}</code>.</p>`];
  if (near.length > 0) sentences.push(markup`<p>Did you mean one of these?</p>`, linkList(near));
  else sentences.push(markup`<p>Check the spelling of the address or of the link that led here.</p>`);
  return serverPage("There is no such page", status, sentences);
}

/** 300: several files answer to the name. */
export function choicePage(path: string, files: readonly string[], status: string): string {
  return serverPage("Which one do you mean?", status, [
    markup`<p>Several files answer to <code>${path}</code>:</p>`,
    linkList(files),
  ]);
}

/** A directory's files; the names of directories end in `/`, as does `directory` unless it is the root. */
export function listingPage(directory: string, names: readonly string[], status: string): string {
  const up = directory === "" ? [] : [markup`<li><a href="../">..</a></li>`];
  const items = names.map(
    (name) => markup`<li><a href="${stringifyPath(directory + name)}">${name}</a></li>`,
  );
  return serverPage(`Files in /${directory}`, status, [markup`<ul>${[...up, ...items]}</ul>`]);
}

function linkList(files: readonly string[]): Markup {
  const items = files.map((file) => markup`<li><a href="${stringifyPath(file)}">${file}</a></li>`);
  return markup`<ul>${items}</ul>`;
}

/** A line of a page, as the error pages quote it. */
export interface QuotedLine {
  file: string;
  line: number;
  /** Without indentation; null when the text is not known. */
  text: string | null;
}

/** What went wrong in a page. */
export interface ErrorReport {
  /** The address asked for, without query: "/suiteEssaiSession.pih". */
  url: string;
  /** The request that failed. */
  request: number;
  heading: string;
  /** Null when no line is to blame. */
  where: QuotedLine | null;
  /** "AttributeError: 'SessionObject' object has no attribute 'prenom'". */
  exception: string;
  /** What Python prints; empty when there is nothing to print. */
  traceback: string;
  /** Why, or what to do, in plain words. */
  advice: (string | Markup)[];
}

/**
 * The error page: script, line and its source, exception, then the traceback, then a sentence in plain words. Places in files
 * that `isOwn` knows are marked, see `placeMarkup`.
 */
export function errorPage(
  report: ErrorReport,
  status: string,
  isOwn: (file: string) => boolean = () => true,
): string {
  const { where, traceback, request } = report;
  const content: Markup[] = [];
  if (where !== null) content.push(quoteLine(where, request));
  content.push(markup`<p class="exception">${report.exception}</p>`);
  if (traceback !== "")
    content.push(markup`<pre class="traceback">${markPlaces(traceback, request, isOwn)}</pre>`);
  content.push(...report.advice.map((sentence) => markup`<p>${sentence}</p>`));
  return serverPage(report.heading, `${report.url} · ${status}`, content);
}

function quoteLine({ file, line, text }: QuotedLine, request: number): Markup {
  const place = markup`<p class="where">${placeMarkup(`${file}, line ${line}`, { file, line, request })}</p>`;
  if (text === null) return place;
  return markup`${place}
<pre class="source"><b>${line}</b><span>${text}</span></pre>`;
}

/** A line of a file, and the request that ran it. */
export interface Place {
  file: string;
  line: number;
  request: number;
}

/**
 * `words`, marked as being about a line of a file. An anchor without an address is plain text; whoever shows the page beside an
 * editor may give it one.
 */
export function placeMarkup(words: string, { file, line, request }: Place): Markup {
  return markup`<a data-file="${file}" data-line="${line}" data-request="${request}">${words}</a>`;
}

/** A link to a request, which is there only for whoever can show one and gives it an address. */
export function requestMarkup(words: string, request: number): Markup {
  return markup`<a data-request="${request}">${words}</a>`;
}

/** Marks each `File "x", line n` of a traceback with its place. */
function markPlaces(traceback: string, request: number, isOwn: (file: string) => boolean): Markup {
  const pieces = traceback.split(/^ {2}(File "([^"\n]*)", line (\d+))/m);
  const marked: Markup[] = [markup`${pieces[0] ?? ""}`];
  for (let at = 1; at < pieces.length; at += 4) {
    const [words = "", file = "", line = "", text = ""] = pieces.slice(at, at + 4);
    const place = isOwn(file) ? placeMarkup(words, { file, line: Number(line), request }) : words;
    marked.push(markup`  ${place}${text}`);
  }
  return { html: marked.map(({ html }) => html).join("") };
}
