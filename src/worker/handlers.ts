/**
 * The routes of the worker, as MSW handlers: the same under a service worker's `fetch` events and under `msw/node` in tests.
 *
 *     <base>~/probe                       the probe frame
 *     <base>~/<workspace>/<browser>/…     the simulated server
 *     <base>~/…                           nothing is there
 *     anything of ours inside a frame     refused, or sent back into the preview it came from
 *     <base>?embed inside a frame         the app in a page of another site: let through, unless a preview asks
 *
 * Everything else belongs to the static host. A handler never rejects: the worst answer is a page that says so.
 */
import { http, type RequestHandler } from "msw";
import {
  type PreviewAddress,
  parsePreviewUrl,
  previewSegment,
  probePath,
  type Sandbox,
  simulatedOrigin,
  stringifyPreviewUrl,
} from "../protocol/index.ts";
import { messagePage, pageResponse, waitingPage } from "../server/index.ts";
import { type Destination, isolate, isolatePage } from "./isolation.ts";
import { requestFields } from "./request-fields.ts";
import type { StoredAnswer } from "./storage.ts";
import type { Ask, Outcome } from "./workspace.ts";

/** What the routes need. */
export interface Routes {
  /** The real origin, without a slash at its end, and the path under which the app is served. */
  origin: string;
  base: string;
  /** The address of the worker's own script. */
  script?: string;
  /** Asks the simulated server; null when there is no such workspace. */
  ask(address: PreviewAddress, ask: Ask): Promise<Outcome | null>;
  /** How the workspace's frames are sandboxed. */
  sandboxOf(address: PreviewAddress): Sandbox | undefined;
  /** Is the workspace, which has been asked by then, shown inside a page of another site? */
  isEmbedded?(address: PreviewAddress): boolean;
  /** The browser's name for the document that a navigation will make; undefined when unknown. */
  clientOf(request: Request): string | undefined;
}

/** Where the app is. */
export type Place = Pick<Routes, "origin" | "base">;

const frames = new Set(["iframe", "frame", "embed", "object"]);
const parts = new Set(["image", "style", "font", "audio", "video", "track", "script", "manifest"]);

/** Does this request concern us? Decided at once, because a service worker must say so before its event ends. */
export function isOurs(request: Request, place: Place): boolean {
  return isPreview(request, place) || isFramedApp(request, place);
}

function isPreview({ url }: Request, { origin, base }: Place): boolean {
  return url.startsWith(previewsUnder(origin, base));
}

/** Something under the app's path, asked for by a frame, that is no preview: the app itself, or a link that escaped. */
function isFramedApp(request: Request, place: Place): boolean {
  const { url, destination } = request;
  return frames.has(destination) && url.startsWith(place.origin + place.base) && !isEmbedding(request, place);
}

/**
 * Is it the app that shows itself inside a page of another site? A preview may not ask for that; one that hides where it comes from gets a
 * page that refuses to run, because what is above it is ours (`app/main.tsx`).
 */
function isEmbedding({ url, mode, destination, referrer }: Request, { origin, base }: Place): boolean {
  const { pathname, searchParams } = new URL(url);
  const isApp = pathname === base && searchParams.has("embed");
  return (
    isApp &&
    mode === "navigate" &&
    destination === "iframe" &&
    !referrer.startsWith(previewsUnder(origin, base))
  );
}

/** Is this the address of a page of the app, embedded or not, and not of a preview? */
export function isAppPage(url: string, { origin, base }: Place): boolean {
  return url.startsWith(origin + base) && !url.startsWith(previewsUnder(origin, base));
}

function previewsUnder(origin: string, base: string): string {
  return `${origin}${base}${previewSegment}/`;
}

/** The handlers, most particular first. Build them once: MSW remembers where each was made. */
export function createHandlers(routes: Routes): RequestHandler[] {
  const notice = (status: number, heading: string, ...sentences: string[]) =>
    isolatePage(messagePage(heading, sentences), status, { ...routes, marker: { kind: "notice" } });
  return [
    http.all(
      ({ request }) => new URL(request.url).pathname === probePath(routes.base) && isPreview(request, routes),
      () => isolatePage("<!DOCTYPE html><title>Probe</title>", 200, { ...routes, marker: { kind: "probe" } }),
    ),
    http.all(
      ({ request }) => isPreview(request, routes),
      async ({ request }) => {
        const address = parsePreviewUrl(routes.base, request.url);
        if (address === null)
          return notice(404, "There is nothing here", "This address belongs to no preview.");
        return refuse(request, address, routes, notice) ?? (await answer(request, address, routes, notice));
      },
    ),
    http.all(
      ({ request }) => isFramedApp(request, routes),
      ({ request }) => redirectIntoPreview(request, routes) ?? refuseFramedApp(notice),
    ),
  ];
}

type NoticeMaker = (status: number, heading: string, ...sentences: string[]) => Response;

/** Requests that must not reach the simulated server. */
function refuse(
  request: Request,
  address: PreviewAddress,
  routes: Routes,
  notice: NoticeMaker,
): Response | null {
  if (request.destination === "document") {
    return notice(
      200,
      "This page belongs in the playground",
      `${address.url} is a page of a simulated site. It can only be shown inside Biscuiterie, where the browser keeps it apart from everything else.`,
      `Close this tab and look at the page in Browser ${address.browser}.`,
    );
  }
  if (!comesFromElsewhere(request, address, routes)) return null;
  return notice(
    403,
    "This page belongs to another site",
    "A page of one simulated browser asked for a page of another. Each has its own address and cookies, so this request was not sent.",
  );
}

/** Does the request come from another workspace, or from another browser of the same one? */
function comesFromElsewhere(
  { referrer }: Request,
  address: PreviewAddress,
  { origin, base }: Place,
): boolean {
  if (!referrer.startsWith(`${origin}${base}`)) return false;
  const from = parsePreviewUrl(base, referrer);
  return from !== null && (from.workspace !== address.workspace || from.browser !== address.browser);
}

async function answer(
  request: Request,
  address: PreviewAddress,
  routes: Routes,
  notice: NoticeMaker,
): Promise<Response> {
  const outcome = await routes.ask(address, await readAsk(request, address, routes));
  if (outcome === null) {
    return notice(
      503,
      "This site is not open",
      "The playground does not know this site any more. Reload the playground's own page.",
    );
  }
  if (outcome.kind === "closed") {
    return notice(
      410,
      "This browser is closed",
      `Browser ${address.browser} was closed in the playground. Open it again there.`,
    );
  }
  if (outcome.kind === "gone") {
    return notice(
      410,
      "This answer is no longer kept",
      "It was the answer to a form. It is not sent a second time unasked: go back to the form and send it again.",
    );
  }
  const embedded = routes.isEmbedded?.(address) === true;
  const destination = { ...routes, address, embedded, ...sandboxField(routes.sandboxOf(address)) };
  const { stored } = outcome;
  const response = isolateOutcome(outcome, {
    ...destination,
    ...(stored !== undefined && { bodyAfter: stored }),
  });
  // Where there is no body, the head is all there is to see.
  if (stored !== undefined && response.body === null) await stored;
  return response;
}

function isolateOutcome(
  outcome: Extract<Outcome, { kind: "waiting" | "answer" }>,
  destination: Omit<Destination, "marker">,
): Response {
  const { address } = destination;
  if (outcome.kind === "waiting") {
    const marker = { kind: "waiting", request: outcome.request } as const;
    return isolate(waitingResponse(address.url, outcome.held), { ...destination, marker });
  }
  const marker = { kind: "answer", request: outcome.answer.request } as const;
  return isolate(outcome.answer, { ...destination, address: placeOfAnswer(address, outcome.answer), marker });
}

/** A stored answer is shown under the address it was the answer to. */
function placeOfAnswer({ workspace, browser }: PreviewAddress, { url }: StoredAnswer): PreviewAddress {
  return { workspace, browser, url };
}

function sandboxField(sandbox: Sandbox | undefined): { sandbox?: Sandbox } {
  return sandbox === undefined ? {} : { sandbox };
}

function waitingResponse(url: string, held: boolean) {
  return pageResponse(200, waitingPage(url.slice(simulatedOrigin.length), held));
}

async function readAsk(request: Request, address: PreviewAddress, routes: Routes): Promise<Ask> {
  const body = new Uint8Array(await request.arrayBuffer());
  const client = routes.clientOf(request);
  return {
    browser: address.browser,
    method: request.method,
    url: withoutFragment(address.url),
    fields: requestFields(request, body.length, routes),
    body,
    isPage: !parts.has(request.destination),
    isHistory: request.cache === "force-cache" || request.cache === "only-if-cached",
    ...(client === undefined || client === "" ? {} : { client }),
    ...(address.answer === undefined ? {} : { answer: address.answer }),
  };
}

function withoutFragment(url: string): string {
  return url.split("#")[0] ?? url;
}

/**
 * A link that escaped from a preview (`../../..` in a place we do not rewrite) goes back to where it would have led. 307 keeps
 * a form's method and body.
 */
function redirectIntoPreview(request: Request, { origin, base }: Place): Response | null {
  const from = request.referrer.startsWith(`${origin}${base}`)
    ? parsePreviewUrl(base, request.referrer)
    : null;
  if (from === null) return null;
  const { pathname, search } = new URL(request.url);
  const url = `${simulatedOrigin}/${pathname.slice(base.length)}${search}`;
  const location = stringifyPreviewUrl(base, { workspace: from.workspace, browser: from.browser, url });
  if (location === null) return null;
  return new Response(null, { status: 307, headers: { location: origin + location } });
}

function refuseFramedApp(notice: NoticeMaker): Response {
  return notice(
    403,
    "The playground does not open inside a page",
    "A page asked for Biscuiterie itself inside a frame. A page that could do that could press its buttons, so it is refused.",
  );
}
