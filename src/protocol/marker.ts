/**
 * The marker by which the page tells an answer of our worker from anything else that may appear in a preview (the static
 * host's 404 page, a truncated document, the browser's own error).
 *
 * Each HTML document that leaves the worker starts with one comment, before its doctype, where HTML allows it (HTML
 * §13.2.6.4.1, the "initial" insertion mode): it changes neither layout nor mode. Other media types carry none.
 */
import type { RequestId } from "../trace/index.ts";

export type Marker =
  /** The answer to a request. */
  | { kind: "answer"; request: RequestId }
  /** The "server is thinking" page; a `result` notice will follow for this request. */
  | { kind: "waiting"; request: RequestId }
  /** A page of the worker itself: refused, not opened here, out of order. */
  | { kind: "notice" }
  /** The probe frame: see `registerWorker`. */
  | { kind: "probe" };

/** The comment to put in front of a document. */
export function stringifyMarker(marker: Marker): string {
  const request = "request" in marker ? ` ${marker.request}` : "";
  return `<!--biscuiterie ${marker.kind}${request}-->`;
}

/** Reads the text of a comment; null when it is no marker of ours. */
export function parseMarker(comment: string): Marker | null {
  const [, kind, digits] = /^biscuiterie (answer|waiting|notice|probe)(?: (\d+))?$/.exec(comment) ?? [];
  const request = Number(digits);
  if (kind === "notice" || kind === "probe") return { kind };
  if ((kind === "answer" || kind === "waiting") && digits !== undefined) return { kind, request };
  return null;
}

/**
 * The marker of a document shown in a frame; null when it has none. Ask only documents whose `contentType` is
 * `text/html`: text, images and XML carry no marker.
 */
export function documentMarker(document: Pick<Document, "firstChild">): Marker | null {
  const first = document.firstChild;
  return first !== null && first.nodeType === 8 ? parseMarker(first.nodeValue ?? "") : null;
}
