/**
 * The links of the server's error pages that lead out of the preview: to a line in the editor, to a request in the inspector.
 *
 * On the page they are anchors without an address, which are plain text; here they get one. It is a fragment, so that nothing is fetched
 * even where our listener is not heard.
 */
import type { AppModel } from "../app-model.ts";

/** What such a link names. `request` is the one that ran the line. */
type PageLink =
  | { kind: "line"; file: string; line: number; request: number }
  | { kind: "request"; request: number };

/** Makes links of the marked anchors in `documents`. Calling it again changes nothing. */
export function wireLinks(app: AppModel, documents: readonly Document[]): void {
  for (const anchor of documents.flatMap(markedAnchors)) {
    const link = parseLink(anchor.dataset);
    if (link === null) continue;
    anchor.setAttribute("href", "#");
    anchor.addEventListener("click", (event) => {
      event.preventDefault();
      followLink(app, link);
    });
  }
}

function markedAnchors(document: Document): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("a[data-request]:not([href])")];
}

/** The link that an anchor's `data-` attributes name; null for what no server page writes: any page may have such attributes. */
export function parseLink(data: Readonly<Record<string, string | undefined>>): PageLink | null {
  const request = Number(data["request"]);
  const line = Number(data["line"]);
  const file = data["file"];
  if (!isCount(request)) return null;
  if (file === undefined) return { kind: "request", request };
  return isCount(line) ? { kind: "line", file, line, request } : null;
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number > 0;
}

/** Goes where `link` leads. A file that has been renamed or deleted since leads nowhere. */
function followLink({ files, inspector, layout }: AppModel, link: PageLink): void {
  if (link.kind === "request") {
    inspector.showRequest(link.request);
    layout.show("inspector");
    return;
  }
  const text = files.files.value.get(link.file);
  if (text === undefined) return;
  files.active.value = link.file;
  layout.show("code");
  inspector.visited.value = { file: link.file, line: link.line, request: link.request };
  requestAnimationFrame(() => selectInPlainEditor(text, link.line));
}

/** On a phone, and until Monaco has come, the editor is a textarea. */
function selectInPlainEditor(text: string, line: number): void {
  const editor = document.querySelector<HTMLTextAreaElement>("textarea[data-focus=code]");
  if (editor === null) return;
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  editor.focus();
  editor.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  editor.scrollTop = (editor.scrollHeight * (line - 3)) / lines.length;
}
