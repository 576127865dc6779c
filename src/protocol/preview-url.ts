/**
 * Where a simulated browser's page lives in the real one.
 *
 *     <base>~/<workspace>/<browser>/path?query   ⇄   http://localhost/path?query
 *
 * `base` is where the app is served ("/", "/sub/path/"). Every simulated host is `http://localhost`. A stored answer (a
 * request that was answered by the waiting page first) is shown under the same address with one more query parameter, last:
 * `~answer=<request>.<token>`; the token is random, so that no page can name such a parameter by accident.
 */
import type { BrowserId, RequestId } from "../trace/index.ts";
import type { WorkspaceId } from "./messages.ts";

/** The first path segment of all previews, after the base. */
export const previewSegment = "~";
/** The host and the origin that pages believe in. */
export const simulatedHost = "localhost";
export const simulatedOrigin = `http://${simulatedHost}`;

const answerParameter = "~answer";
const answerPattern = /[?&]~answer=(\d+)\.([0-9a-z]+)$/;

/** A stored answer, by the request that got it. */
export interface AnswerReference {
  request: RequestId;
  token: string;
}

export interface PreviewAddress {
  workspace: WorkspaceId;
  browser: BrowserId;
  /** What the learner sees and the server gets, `http://localhost/path?query#fragment`, without the answer's parameter. */
  url: string;
  /** Present when the address asks for a stored answer. */
  answer?: AnswerReference;
}

/** The path under which browser `browser` of `workspace` keeps `http://localhost/`; ends with `/`. */
export function previewRoot(base: string, workspace: WorkspaceId, browser: BrowserId): string {
  return `${base}${previewSegment}/${workspace}/${browser}/`;
}

/** The path of the probe frame: see `registerWorker`. It lies among the previews, so that the same policy covers it. */
export function probePath(base: string): string {
  return `${base}${previewSegment}/probe`;
}

/** Is this a workspace id: 32 lower-case hex digits? */
export function isWorkspaceId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/**
 * The address in the real browser for `address.url`, as a path with query and fragment; null when that URL is not on
 * `http://localhost`.
 */
export function stringifyPreviewUrl(base: string, address: PreviewAddress): string | null {
  const url = parseSimulatedUrl(address.url);
  if (url === null) return null;
  const { answer } = address;
  const target = url.href.slice(simulatedOrigin.length + 1, url.href.length - url.hash.length);
  const parameter =
    answer === undefined
      ? ""
      : `${target.includes("?") ? "&" : "?"}${answerParameter}=${answer.request}.${answer.token}`;
  return previewRoot(base, address.workspace, address.browser) + target + parameter + url.hash;
}

/**
 * Reads an address of the real browser (absolute, or a path); null when it is no preview. The origin is not looked at:
 * the caller knows its own.
 */
export function parsePreviewUrl(base: string, href: string): PreviewAddress | null {
  const url = new URL(href, simulatedOrigin);
  const prefix = `${base}${previewSegment}/`;
  if (!url.pathname.startsWith(prefix)) return null;
  // Cut from the whole address: `search` does not tell `/a?` from `/a`.
  const rest = url.href.slice(url.origin.length + prefix.length, url.href.length - url.hash.length);
  const [, workspace, browser, target] = /^([0-9a-f]{32})\/([A-Z])\/(.*)$/.exec(rest) ?? [];
  if (workspace === undefined || browser === undefined || target === undefined) return null;
  const { asked, answer } = splitAnswer(target);
  const address = { workspace, browser, url: `${simulatedOrigin}/${asked}${url.hash}` };
  return answer === null ? address : { ...address, answer };
}

/** `http://localhost/…` (port 80 only) as a URL; null for every other host, scheme or nonsense. */
export function parseSimulatedUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.origin === simulatedOrigin ? url : null;
}

function splitAnswer(target: string): { asked: string; answer: AnswerReference | null } {
  const [whole, request, token] = answerPattern.exec(target) ?? [];
  if (whole === undefined || request === undefined || token === undefined)
    return { asked: target, answer: null };
  return { asked: target.slice(0, -whole.length), answer: { request: Number(request), token } };
}
