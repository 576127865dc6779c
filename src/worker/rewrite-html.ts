/**
 * Keeps a page's links inside its own preview.
 *
 * A page believes that it lives at `http://localhost/…`; really it lives deep under the app's own path. Relative links work
 * untouched. A value that would lead elsewhere (`/panier.pih`, `http://localhost/x`, `../../..` past the root, anything after
 * `<base>`) is replaced by its place in the preview; a value that leads to another host stays as it is and is stopped by the
 * policy. `<link>` may only name a style sheet or an icon, since `preconnect` and its kin open connections that no policy
 * stops. All other bytes stay as the server sent them.
 * NOT-HTTP: addresses inside style sheets (`url(/x)`) are not rewritten; relative ones work.
 */
import { decodeStrictly, readBytes } from "../server/index.ts";
import { type Attribute, scanTags, type Tag } from "./html-tags.ts";

export interface PagePlace {
  /** What the page believes: `http://localhost/…`. */
  simulatedUrl: string;
  /** Where it really is, absolute, without an answer's parameter. */
  realUrl: string;
  /** The real path for an URL on `http://localhost`; null for other URLs. */
  toReal(simulatedUrl: string): string | null;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

const urlAttributes = new Set([
  "action",
  "background",
  "cite",
  "data",
  "formaction",
  "href",
  "longdesc",
  "poster",
  "src",
  "xlink:href",
]);
const candidateAttributes = new Set(["srcset", "imagesrcset"]);
const harmlessRelations = new Set(["stylesheet", "icon", "shortcut", "alternate", "apple-touch-icon"]);

/**
 * The document with its links kept inside. `source` holds one code unit per byte (`readBytes`), in an encoding that
 * writes ASCII as ASCII; `xml` for XHTML and SVG.
 */
export function rewriteHtml(source: string, place: PagePlace, xml = false): string {
  const tags = scanTags(source, xml);
  const edits: Edit[] = [];
  let base = place.simulatedUrl;
  for (const tag of tags) {
    if (isForbiddenLink(tag)) edits.push({ start: tag.start, end: tag.end, text: "" });
    else if (tag.name === "base") base = takeBase(tag, base, edits);
    else editTag(tag, { ...place, base }, edits);
  }
  hideUnseenLinks(source, tags, edits);
  return applyEdits(source, edits);
}

type Place = PagePlace & { base: string };

function editTag(tag: Tag, place: Place, edits: Edit[]): void {
  for (const attribute of tag.attributes) {
    const value = rewriteAttribute(tag, attribute, place);
    if (value !== null) edits.push({ start: attribute.start, end: attribute.end, text: quote(value) });
  }
}

function rewriteAttribute(tag: Tag, { name, value, start, end }: Attribute, place: Place): string | null {
  if (start === end) return null;
  if (urlAttributes.has(name.toLowerCase())) return rewriteUrl(value, place);
  if (candidateAttributes.has(name)) return rewriteCandidates(value, place);
  if (tag.name === "meta" && name === "content" && isRefresh(tag)) return rewriteRefresh(value, place);
  return null;
}

/** The new value for a URL, or null when the old one leads to the same place (or away from localhost). */
function rewriteUrl(value: string, place: Place): string | null {
  const text = readText(value).trim();
  if (!URL.canParse(text, place.base)) return null;
  const wanted = place.toReal(new URL(text, place.base).href);
  if (wanted === null) return null;
  const actual = new URL(text, place.realUrl);
  return actual.href === new URL(wanted, place.realUrl).href ? null : wanted;
}

/** HTML §4.8.4.3.10: candidates are URLs with descriptors, separated by commas; a URL may hold commas, but not at its end. */
function rewriteCandidates(value: string, place: Place): string | null {
  let changed = false;
  const text = value.replace(
    /([\s,]*)([^\s,]\S*)([^,]*)/g,
    (_whole, before: string, url: string, rest: string) => {
      const bare = url.replace(/,+$/, "");
      const replacement = rewriteUrl(bare, place);
      changed ||= replacement !== null;
      return `${before}${replacement ?? bare}${url.slice(bare.length)}${rest}`;
    },
  );
  return changed ? text : null;
}

function isRefresh(tag: Tag): boolean {
  return tag.attributes.some(({ name, value }) => name === "http-equiv" && value.toLowerCase() === "refresh");
}

function rewriteRefresh(value: string, place: Place): string | null {
  const [, before, url] = /^([\d.\s]*[;,\s]\s*(?:url\s*=\s*)?["']?)([^"']*)/i.exec(value) ?? [];
  if (before === undefined || url === undefined || url === "") return null;
  const replacement = rewriteUrl(url, place);
  return replacement === null ? null : `${before.replace(/["']$/, "")}${replacement}`;
}

/** `<base href>` is obeyed here, link by link, and goes away: the policy would refuse it. Only the first one counts. */
function takeBase(tag: Tag, base: string, edits: Edit[]): string {
  const href = tag.attributes.find(({ name }) => name === "href");
  if (href === undefined) return base;
  edits.push({ start: href.start, end: href.end, text: '""' });
  const text = readText(href.value).trim();
  return URL.canParse(text, base) ? new URL(text, base).href : base;
}

function isForbiddenLink(tag: Tag): boolean {
  if (tag.name !== "link" && !tag.name.endsWith(":link")) return false;
  const relation = tag.attributes.find(({ name }) => name.toLowerCase() === "rel")?.value ?? "";
  const tokens = relation.toLowerCase().split(/\s+/).filter(Boolean);
  return tokens.length > 0 && !tokens.every((token) => harmlessRelations.has(token));
}

/**
 * A `<link` that our tokenizer took for text or comment becomes text for the browser as well: should the two ever disagree
 * about where a comment or a `<title>` ends, nothing is connected to.
 */
function hideUnseenLinks(source: string, tags: Tag[], edits: Edit[]): void {
  let next = 0;
  for (const { index } of source.matchAll(/<(?=(?:[\w-]+:)?link\b)/gi)) {
    while ((tags[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    const isTag = (tags[next]?.start ?? Number.POSITIVE_INFINITY) <= index;
    if (!isTag) edits.push({ start: index, end: index + 1, text: "&lt;" });
  }
}

function applyEdits(source: string, edits: Edit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}

/** A reference that was not decoded (`&eacute;`) stays one. */
function quote(value: string): string {
  return `"${value
    .replaceAll(/&(?!\w+;)/g, "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")}"`;
}

/** A value as text: UTF-8 where it is, else byte by byte. */
function readText(value: string): string {
  return decodeStrictly(value) ?? value;
}

const asciiCompatible = /^(utf-?8|us-ascii|ascii|iso-8859-\d+|latin\d|windows-125\d|cp125\d|koi8-[ru])$/i;

/**
 * A document in an encoding that a rewriter of ASCII bytes may misread (UTF-16, ISO-2022-JP, …) as UTF-8 bytes; null when it
 * can stay as it is. Encodings are found as browsers do: byte order mark, then `charset` of the media type, then `<meta>`.
 */
export function transcodeToUtf8(bytes: Uint8Array, mediaType: string): Uint8Array | null {
  const label =
    markedEncoding(bytes) ?? charsetOf(mediaType) ?? charsetOf(readBytes(bytes.subarray(0, 1024)));
  if (label === null || asciiCompatible.test(label)) return null;
  try {
    return new TextEncoder().encode(new TextDecoder(label).decode(bytes));
  } catch {
    return bytes;
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : null;
}

function charsetOf(text: string): string | null {
  return /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1] ?? null;
}
