/**
 * A crowd: many real visits, each by a browser that nobody will see again, to find out what a thousand sessions do to a server.
 *
 * One visitor at a time is in the server, like any other request, so that the pages of real browsers come in between. Their
 * numbers are negative and their events do not enter the log, which would lose everything else; what they did to the sessions is
 * counted here. The crowd is part of the world: a worker that was stopped goes on where it was last stored.
 */
import type { CrowdView } from "../protocol/index.ts";

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

/** The crowd as the page shows it. */
export function viewCrowd(crowd: Crowd): CrowdView {
  const { path, count, done, created, evicted, failed } = crowd;
  const state = isAtWork(crowd) ? "running" : done < count ? "stopped" : "done";
  return { path, count, done, state, created, evicted, failed };
}
