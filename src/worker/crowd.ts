/**
 * A crowd: many real visits, each by a browser that nobody will see again, to find out what a thousand sessions do to a server.
 *
 * One visitor at a time is in the server, like any other request, so that the pages of real browsers come in between. Their
 * numbers are negative and their events do not enter the log, which would lose everything else; what they did to the sessions is
 * counted here. The crowd is part of the world: a worker that was stopped goes on where it was last stored.
 */
import type { CrowdView } from "../protocol/index.ts";
import type { ServerRequest, ServerResponse } from "../server/index.ts";
import type { NewEvent } from "../trace/index.ts";

const base = "http://localhost";

/** Visits under way or done. Copyable data. */
export class Crowd {
  /** As the learner wrote it: path and query, `{n}` for the visitor's number. */
  path: string;
  count: number;
  /** Visitors that were sent, and visitors that were answered. */
  sent = 0;
  done = 0;
  isStopped = false;
  created = 0;
  evicted = 0;
  failed = 0;
  /** The script of the visitor now in the server has failed. */
  isFailing = false;
  constructor(path: string, count: number) {
    this.path = path;
    this.count = count;
  }
}

/** True for the numbers of a crowd's requests. */
export function isVisitor(request: number | undefined): boolean {
  return request !== undefined && request < 0;
}

/** True while visitors are to come, or one is being answered. */
export function isAtWork({ isStopped, sent, done, count }: Crowd): boolean {
  return sent > done || (!isStopped && sent < count);
}

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

/** The crowd as the page shows it. */
export function viewCrowd(crowd: Crowd): CrowdView {
  const { path, count, done, created, evicted, failed } = crowd;
  const state = isAtWork(crowd) ? "running" : done < count ? "stopped" : "done";
  return { path, count, done, state, created, evicted, failed };
}

/** The crowd in one line of the log. */
export function tellCrowd({ path, count, done, created, evicted, failed }: Crowd): string {
  const stopped = done < count ? ` The other ${count - done} were stopped.` : "";
  const errors = failed > 0 ? ` ${failed} of them met an error.` : "";
  return `${done} visits of ${path} by fresh browsers: ${created} sessions created, ${evicted} evicted.${errors}${stopped}`;
}
