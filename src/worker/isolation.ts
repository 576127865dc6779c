/**
 * The last step before an answer leaves the worker: whatever the simulated server said, the browser gets a document that can
 * run no script and reach nothing but its own preview.
 *
 * Response fields pass an allow-list (a page must not send `Refresh`, `Link`, `Clear-Site-Data` or a policy of its own), the
 * policy goes on in this one place, links are rewritten into the preview, a redirect stays inside it, and HTML gets the
 * marker by which the page's watchdog knows our answers. What the server really sent is shown by the trace, untouched.
 */
import {
  type Marker,
  type PreviewAddress,
  previewRoot,
  type Sandbox,
  sandboxes,
  simulatedOrigin,
  stringifyMarker,
  stringifyPreviewUrl,
} from "../protocol/index.ts";
import { type Field, messagePage, readBytes, type ServerResponse, writeBytes } from "../server/index.ts";
import { type PagePlace, rewriteHtml, transcodeToUtf8 } from "./rewrite-html.ts";

/** Where an answer goes. */
export interface Destination {
  /** The origin of the real browser, without a slash at its end. */
  origin: string;
  base: string;
  /** The request's own address. */
  address: PreviewAddress;
  marker: Marker;
  /** Where the worker's own script is: see `contentSecurityPolicy`. */
  script?: string;
  /** The frames' `sandbox`; with the script-less one the policy says the same a second time. */
  sandbox?: Sandbox;
  /** The app stands in a page of another site, so this answer may too. */
  embedded?: boolean;
  /** The body follows the head when this has come: what is shown is stored by then, and the browser prepares for it meanwhile. */
  bodyAfter?: Promise<void>;
}

const allowedFields = new Set(["content-language", "content-disposition", "accept-ranges", "last-modified"]);
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const bodilessStatuses = new Set([101, 204, 205, 304]);

/** The real response for what the server answered. Never throws for a server's answer, however odd. */
export function isolate(response: ServerResponse, destination: Destination): Response {
  const location = redirectTarget(response, destination.address.url);
  if (location !== null) return isolateRedirect(response.status, location, destination);
  const status = response.status >= 200 && response.status <= 599 ? response.status : 500;
  const headers = allowFields(response.fields);
  const bytes = bodilessStatuses.has(status) ? null : isolateBody(response, headers, destination);
  addPolicy(headers, destination);
  const { bodyAfter } = destination;
  const body = bytes === null || bodyAfter === undefined ? bytes : sendAfter(bodyAfter, bytes);
  return new Response(body, { status, statusText: safeStatusText(response.statusText), headers });
}

/** A page of the worker's own (a notice, the probe): it shows nothing of anybody's, and may stand in any frame. */
export function isolatePage(
  html: string,
  status: number,
  destination: Omit<Destination, "address">,
): Response {
  const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  for (const [name, value] of fixedFields) headers.set(name, value);
  headers.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
  return new Response(stringifyMarker(destination.marker) + html, { status, headers });
}

/**
 * The policy of one browser's pages. The sources are its own preview and, where `script` is given, the worker's script: Firefox judges an
 * answer that a worker made, and so has no address, by the worker's own. As a document the script is refused (`handlers.ts`), and
 * it is neither a picture, a style, a font nor a film.
 */
export function contentSecurityPolicy(
  scope: string,
  { sandbox, script, embedded }: Pick<Destination, "sandbox" | "script" | "embedded"> = {},
): string {
  const sources = script === undefined ? scope : `${scope} ${script}`;
  const directives = [
    "default-src 'none'",
    "script-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    `style-src ${sources} 'unsafe-inline'`,
    `img-src ${sources} data:`,
    `font-src ${sources} data:`,
    `media-src ${sources} data:`,
    `form-action ${scope}`,
    `frame-src ${sources}`,
  ];
  if (embedded !== true) directives.push("frame-ancestors 'self'");
  // WebKit lets the next navigation escape under this directive, so it is left out where frames need `allow-scripts`.
  if (sandbox === sandboxes[0]) directives.push(`sandbox ${sandbox}`);
  return directives.join("; ");
}

const fixedFields: Field[] = [
  ["cache-control", "no-store"],
  ["referrer-policy", "same-origin"],
  ["x-content-type-options", "nosniff"],
  ["x-dns-prefetch-control", "off"],
];

function addPolicy(headers: Headers, destination: Destination): void {
  const { origin, base, address } = destination;
  const scope = origin + previewRoot(base, address.workspace, address.browser);
  for (const [name, value] of fixedFields) headers.set(name, value);
  headers.set("content-security-policy", contentSecurityPolicy(scope, destination));
}

/** Content type apart, only fields that cannot make the browser do anything. Odd names and values are left out. */
function allowFields(fields: readonly Field[]): Headers {
  const headers = new Headers();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    const isAllowed = allowedFields.has(key) || /^x-(?!dns-prefetch-control|frame-options)[\w-]+$/.test(key);
    if (isAllowed || key === "content-type") setField(headers, key, value);
  }
  return headers;
}

function setField(headers: Headers, name: string, value: string): void {
  try {
    headers.set(name, value);
  } catch {
    // A value that HTTP forbids (a line break, a NUL): the trace shows it, the browser would have refused it.
  }
}

/** A body that is sent as one piece when `ready` has come. Whoever has gone away by then gets nothing. */
function sendAfter(
  ready: Promise<void>,
  bytes: Uint8Array<ArrayBuffer>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      await ready;
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

function isolateBody(
  response: ServerResponse,
  headers: Headers,
  destination: Destination,
): Uint8Array<ArrayBuffer> {
  const mediaType = headers.get("content-type") ?? "text/plain";
  headers.set("content-type", mediaType);
  const syntax = markupSyntax(mediaType);
  if (syntax === null) return copyBytes(response.body);
  const transcoded = transcodeToUtf8(response.body, mediaType);
  if (transcoded !== null) headers.set("content-type", `${mediaType.split(";")[0]?.trim()}; charset=utf-8`);
  const source = readBytes(transcoded ?? response.body);
  const rewritten = rewriteHtml(source, placeOf(destination), syntax === "xml");
  return writeBytes(syntax === "html" ? mark(rewritten, destination.marker) : rewritten);
}

function markupSyntax(mediaType: string): "html" | "xml" | null {
  const essence = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  if (essence === "text/html") return "html";
  return /^(text|application)\/xml$|\+xml$/.test(essence) ? "xml" : null;
}

/** Before the doctype, where a comment changes nothing; after a byte order mark, which must stay first. */
function mark(source: string, marker: Marker): string {
  const order = "\xef\xbb\xbf";
  const text = stringifyMarker(marker);
  return source.startsWith(order) ? order + text + source.slice(order.length) : text + source;
}

function placeOf({ origin, base, address }: Destination): PagePlace {
  const { workspace, browser } = address;
  const toReal = (url: string) => stringifyPreviewUrl(base, { workspace, browser, url });
  return { simulatedUrl: address.url, realUrl: origin + (toReal(address.url) ?? base), toReal };
}

function redirectTarget(response: ServerResponse, url: string): string | null {
  if (!redirectStatuses.has(response.status)) return null;
  const value = response.fields.find(([name]) => name.toLowerCase() === "location")?.[1];
  return value !== undefined && URL.canParse(value, url) ? new URL(value, url).href : null;
}

/** Permanent redirects become temporary ones: the browser must not remember what a learner is about to change. */
const temporaryStatus: Readonly<Record<number, number>> = { 301: 302, 308: 307 };

function isolateRedirect(status: number, location: string, destination: Destination): Response {
  const { workspace, browser } = destination.address;
  const path = stringifyPreviewUrl(destination.base, { workspace, browser, url: location });
  if (path === null)
    return isolatePage(leavingPage(location), 502, { ...destination, marker: { kind: "notice" } });
  const headers = new Headers({ location: destination.origin + path });
  addPolicy(headers, destination);
  return new Response(null, { status: temporaryStatus[status] ?? status, headers });
}

function leavingPage(location: string): string {
  return messagePage("This redirect leads away from the site", [
    `The server answered with a redirect to ${location}. Here only ${simulatedOrigin} exists, so the browser stays.`,
  ]);
}

function safeStatusText(text: string): string {
  return /^[\t\x20-\x7e]*$/.test(text) ? text : "";
}

/** The body on a buffer of its own, as `Response` wants it. */
function copyBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
