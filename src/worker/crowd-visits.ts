/**
 * What the visitors of a crowd do: who comes next, with which request, and what is counted of it.
 */
import type { ServerRequest, ServerResponse } from "../server/index.ts";
import type { NewEvent } from "../trace/index.ts";
import type { Crowd } from "./crowd.ts";

const base = "http://localhost";

/** True when a visitor may be sent: the one before has been answered. */
export function isVisitorDue({ isStopped, sent, done, count }: Crowd): boolean {
  return !isStopped && sent === done && sent < count;
}

/** The request of the next visitor; null when none is to be sent now. */
export function nextVisitor(crowd: Crowd): ServerRequest | null {
  if (!isVisitorDue(crowd)) return null;
  crowd.sent += 1;
  const url = addressOf(crowd.path, crowd.sent);
  const fields: ServerRequest["fields"] = [["Host", "localhost"]];
  return { id: -crowd.sent, browser: "", method: "GET", url, fields, body: new Uint8Array() };
}

/** The address of visitor `n`, percent-encoded. */
function addressOf(path: string, n: number): string {
  return new URL(path.replaceAll("{n}", String(n)), base).href.replace(/#.*/, "");
}

/** Why a crowd cannot visit `path`, in a sentence; null when it can. */
export function refuseVisits(path: string): string | null {
  if (path.startsWith("/") && URL.canParse(path, base) && new URL(path, base).origin === base) return null;
  return `“${path}” is not a page of this site. Write its address from the first “/” on, such as /index.html.`;
}

/** Counts what a visitor's request did. */
export function countEvent(crowd: Crowd, event: NewEvent): void {
  if (event.kind === "session-opened" && event.origin === "new") crowd.created += 1;
  if (event.kind === "session-evicted") crowd.evicted += 1;
  if (event.kind === "script-error") crowd.isFailing = true;
}

/** A visitor was answered; one that was stopped on its way does not count as having come. */
export function countAnswer(crowd: Crowd, { status }: ServerResponse): void {
  if (crowd.isStopped && status === 503) {
    crowd.sent -= 1;
    return;
  }
  crowd.done += 1;
  // A failed script may have answered with 200.
  if (crowd.isFailing || status >= 400) crowd.failed += 1;
  crowd.isFailing = false;
}

/** The crowd in one line of the log. */
export function tellCrowd({ path, count, done, created, evicted, failed }: Crowd): string {
  const stopped = done < count ? ` The other ${count - done} were stopped.` : "";
  const errors = failed > 0 ? ` ${failed} of them met an error.` : "";
  return `${done} visits of ${path} by fresh browsers: ${created} sessions created, ${evicted} evicted.${errors}${stopped}`;
}
