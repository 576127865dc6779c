/**
 * The frames of the simulated browsers, as the race lab sees them: which request each shows or waits for, and where it is.
 *
 * When steps are taken back, the frames follow: one that shows an answer which is unsent again goes back to its waiting page; one whose
 * request has not even arrived asks again. A page of frames moves as a whole: what is inside of a frame that moves goes with it.
 */
import {
  documentMarker,
  parsePreviewUrl,
  simulatedOrigin,
  stringifyPreviewUrl,
} from "../../protocol/index.ts";
import type { BrowserId, RequestId } from "../../trace/index.ts";

/** One document in a simulated browser, the outer one before those inside. */
export interface ShownFrame {
  browser: BrowserId;
  href: string;
  /** The request that it answers or waits for; undefined for anything else. */
  request: RequestId | undefined;
  isWaiting: boolean;
  outer: ShownFrame | null;
  /** From 1, among the frames of the page around it. */
  position: number;
  /** The very document: a frame that is on its way still shows the old one. */
  document: object;
  replace(path: string): void;
}

/** Where a request is seen: the whole page of a browser, or a frame of the page `outer` (an address on the server). */
export interface FramePlace {
  browser: BrowserId;
  position: number;
  outer: string | null;
}

/** The frames among `documents`, which come outer ones first, as `PreviewFrame.documents` gives them. */
export function readFrames(browser: BrowserId, documents: readonly Document[]): ShownFrame[] {
  const byView = new Map<Window, ShownFrame>();
  return documents.flatMap((document) => {
    const view = document.defaultView;
    if (view === null) return [];
    const outer = byView.get(view.parent) ?? null;
    const marker = document.contentType === "text/html" ? documentMarker(document) : null;
    const frame: ShownFrame = {
      browser,
      href: view.location.href,
      request: marker !== null && "request" in marker ? marker.request : undefined,
      isWaiting: marker?.kind === "waiting",
      outer,
      position: outer === null ? 0 : positionIn(view.parent, view),
      document,
      replace: (path) => view.location.replace(path),
    };
    byView.set(view, frame);
    return [frame];
  });
}

function positionIn(outer: Window, view: Window): number {
  return Array.from({ length: outer.length }, (_, index) => outer[index]).indexOf(view) + 1;
}

/** Where each request is seen or waited for. */
export function findPlaces(frames: readonly ShownFrame[], base: string): ReadonlyMap<RequestId, FramePlace> {
  const places = new Map<RequestId, FramePlace>();
  for (const { request, browser, position, outer } of frames)
    if (request !== undefined)
      places.set(request, { browser, position, outer: outer === null ? null : pathOf(outer.href, base) });
  return places;
}

function pathOf(href: string, base: string): string {
  return parsePreviewUrl(base, href)?.url.slice(simulatedOrigin.length) ?? href;
}

/** What is known of a request, to follow it back: the events of the log that tell of its arrival and its answer. */
interface Known {
  arrived: number;
  method: string;
  /** Where it went, to find what a redirect leads to. */
  target: string;
  answered?: number;
}

/** Follows moves that were taken back. Made once for a page; it hears every event and every notice of an answer that was taken back. */
export interface Follower {
  /** Takes the log, as often as it grows, or is another one. True if steps were taken back since the last time. */
  notice(log: readonly FollowedEvent[]): boolean;
  /** The answer of `request` was taken back: where its frames find the waiting page now. */
  takeBack(request: RequestId, path: string): void;
  /**
   * Sends each of `frames` where it belongs. Gives those that cannot ask again, because what they asked was a form; each only once.
   */
  follow(frames: readonly ShownFrame[]): ShownFrame[];
}

/** The part of a trace event that matters here. */
export interface FollowedEvent {
  kind: string;
  seq: number;
  request?: RequestId;
  method?: string;
  to?: number;
  browser?: BrowserId;
  url?: string;
  /** Of a response: its head tells where a redirect leads. */
  raw?: string;
}

/** `base` is where the page is served. */
export function createFollower(base: string): Follower {
  const known = new Map<RequestId, Known>();
  /** Requests that have not arrived any more, and how they were sent. */
  const gone = new Map<RequestId, string>();
  /** Answers that are unsent again: where to, once that is told. */
  const unsent = new Map<RequestId, string | null>();
  /** Redirects that no request has followed yet, by where they lead; and the requests that have, each with the one redirected. */
  const redirects = new Map<string, RequestId>();
  const redirected = new Map<RequestId, RequestId>();
  const moved = new WeakSet<object>();
  let newest: FollowedEvent | undefined;

  const stepBack = (to: number) => {
    for (const [request, { arrived, method, target, answered }] of known) {
      if (arrived > to) {
        known.delete(request);
        unsent.delete(request);
        gone.set(request, method);
      } else if (answered !== undefined && answered > to) {
        known.set(request, { arrived, method, target });
        if (!unsent.has(request)) unsent.set(request, null);
      }
    }
  };

  /** The request that a frame has to wait for again, when the one it shows came of a redirect that is unsent. */
  const redirectedFrom = (request: RequestId): RequestId | undefined => {
    const from = redirected.get(request);
    return from !== undefined && gone.has(from) ? redirectedFrom(from) : from;
  };

  return {
    notice(log) {
      if (newest !== undefined && !continues(log, newest)) {
        for (const each of [known, redirects, redirected]) each.clear();
        newest = undefined;
      }
      const last = newest?.seq ?? 0;
      const news = log.filter(({ seq }) => seq > last);
      newest = news.at(-1) ?? newest;
      for (const { kind, seq, request, method = "GET", to, browser = "", url = "", raw = "" } of news) {
        if (kind === "stepped-back" && to !== undefined) stepBack(to);
        if (request === undefined) continue;
        if (kind === "request") {
          const target = `${browser} ${url}`;
          known.set(request, { arrived: seq, method, target });
          const from = redirects.get(target);
          if (from !== undefined) redirected.set(request, from);
          redirects.delete(target);
        }
        if (kind !== "response") continue;
        unsent.delete(request);
        const asked = known.get(request);
        if (asked === undefined) continue;
        known.set(request, { ...asked, answered: seq });
        const next = redirectTarget(asked.target, raw);
        if (next !== null) redirects.set(next, request);
      }
      return news.some(({ kind }) => kind === "stepped-back");
    },
    takeBack(request, path) {
      if (!gone.has(request)) unsent.set(request, path);
    },
    follow(frames) {
      const moving = new Set<ShownFrame>();
      const stuck: ShownFrame[] = [];
      for (const frame of frames) {
        const { request, outer, isWaiting } = frame;
        if (outer !== null && moving.has(outer)) moving.add(frame);
        if (request === undefined || moving.has(frame)) continue;
        const method = gone.get(request);
        const isUnsent = !isWaiting && unsent.has(request);
        if (method === undefined && !isUnsent) continue;
        moving.add(frame);
        const from = redirectedFrom(request);
        const path = isUnsent
          ? unsent.get(request)
          : from !== undefined && unsent.has(from)
            ? unsent.get(from)
            : method === "GET"
              ? askAgain(frame.href, base)
              : undefined;
        // On its way already, or still to be told where to.
        if (path === null || moved.has(frame.document)) continue;
        moved.add(frame.document);
        if (path === undefined) stuck.push(frame);
        else frame.replace(path);
      }
      return stuck;
    },
  };
}

/**
 * Does the log go on after `newest`? A worker that is stopped loses the moves that it has told and not stored; the next one gives
 * their numbers to other events.
 */
function continues(log: readonly FollowedEvent[], newest: FollowedEvent): boolean {
  if ((log.at(-1)?.seq ?? 0) < newest.seq) return false;
  const known = log.findLast(({ seq }) => seq <= newest.seq);
  return known === newest || known?.seq !== newest.seq;
}

/** Where the answer with the head `raw` sends the browser on; null for any other answer. */
function redirectTarget(target: string, raw: string): string | null {
  const [head = ""] = raw.split(/\r?\n\r?\n/);
  const [, location] = /^location: *(.+)$/im.exec(head) ?? [];
  const [browser = "", url = ""] = target.split(" ");
  if (location === undefined || !/^\S+ 3/.test(head) || !URL.canParse(location, url)) return null;
  return `${browser} ${new URL(location, url).href.replace(/#.*/s, "")}`;
}

/** The address in the real browser that asks the server afresh for what `href` shows; a fragment would ask nobody. */
function askAgain(href: string, base: string): string | undefined {
  const address = parsePreviewUrl(base, href);
  if (address === null) return undefined;
  const { workspace, browser, url } = address;
  return stringifyPreviewUrl(base, { workspace, browser, url: url.replace(/#.*/s, "") }) ?? undefined;
}
