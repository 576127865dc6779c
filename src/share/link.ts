/**
 * A site as the fragment of an address: version 1 of the format.
 *
 *     fragment = "1" key ["-fr"]                           a lesson, untouched
 *              / "1" key ["-fr"] "." edition packed check  what differs from an edition of a lesson
 *              / "1." packed check                         a site of its own
 *     key      = 1*3 %x61-7A                               the lesson's short name
 *     edition  = 6 base64url                               its fingerprint
 *     packed   = *base64url                                a body (`body.ts`), deflated behind the vocabulary and the edition's texts
 *     check    = 4 ( ALPHA / DIGIT )                       of everything before it: damage is known before anything is unpacked
 *
 * A link ends in a letter or a digit, because programs that make addresses in a text clickable leave out a mark at their end.
 * Whoever means harm makes the check right: behind it nothing is believed either.
 */
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { readBody, writeBody } from "./body.ts";
import { Malformed } from "./bytes.ts";
import { deflate, deflateQuickly, inflate } from "./deflate.ts";
import { hash } from "./hash.ts";
import { MAX_LINK, MAX_SITE } from "./limits.ts";
import type { DecodedLink, Edition, Editions, LinkProblem, SharedSite } from "./shared-site.ts";
import { vocabulary } from "./vocabulary.ts";

const VERSION = "1";
const languages = ["en", "fr"] as const;

const alphanumerics = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const CHECK_LENGTH = 4;
const FINGERPRINT_LENGTH = 6;

/** A site that no link can carry, and why. */
export class UnshareableSite extends Error {
  readonly problem: LinkProblem;

  constructor(problem: LinkProblem) {
    super(
      `Failed to make a link: ${JSON.stringify(problem)}. Share a smaller site, or download it as a zip.`,
    );
    this.problem = problem;
  }
}

/**
 * The shortest fragment for `site`, without the `#`: upon its lesson or by itself. An `open` that is no file of the site is left out, and half
 * characters in texts become U+FFFD. Rejects with `UnshareableSite` what could not be opened again.
 */
export async function encodeLink(site: SharedSite, editions: Editions): Promise<string> {
  const bases: (Edition | null)[] = [null];
  for (const language of languages) {
    const edition = site.lesson === undefined ? null : await editions.newest(site.lesson, language);
    if (edition !== null && isUntouched(site, edition)) return headOf(edition);
    if (edition !== null) bases.push(edition);
  }
  const candidates = bases.map((edition) => {
    const body = bodyOf(site, edition);
    const dictionary = dictionaryOf(edition);
    const head = edition === null ? `${VERSION}.` : `${headOf(edition)}.${edition.fingerprint}`;
    const length = encodeBase64url(deflateQuickly(body, dictionary)).length + head.length;
    return { length, head, body, dictionary };
  });
  const { head, body, dictionary } = candidates.reduce((best, other) =>
    other.length < best.length ? other : best,
  );
  const fragment = head + encodeBase64url(deflate(body, dictionary));
  if (fragment.length + CHECK_LENGTH > MAX_LINK)
    throw new UnshareableSite({ kind: "too-large", what: "link" });
  return fragment + checkOf(fragment);
}

function headOf({ key, language }: Edition): string {
  return `${VERSION}${key}${language === "fr" ? "-fr" : ""}`;
}

/** The body for `site`, if whoever opens the link could read it. */
function bodyOf(site: SharedSite, edition: Edition | null): Uint8Array {
  const body = writeBody(site, edition);
  if (body.length > MAX_SITE) throw new UnshareableSite({ kind: "too-large", what: "text" });
  const readable = read(body, edition);
  if (!readable.ok) throw new UnshareableSite(readable.problem);
  return body;
}

function isUntouched(site: SharedSite, edition: Edition): boolean {
  const { files, language, lesson, ...more } = site;
  if (language !== edition.language || lesson !== edition.lesson) return false;
  if (Object.values(more).some((field) => field !== undefined)) return false;
  const known = [...edition.files];
  return (
    files.size === known.length &&
    [...files].every(([path, content], at) => path === known[at]?.[0] && content === known[at]?.[1])
  );
}

/** The site that a fragment, without its `#`, stands for; or why there is none. Never rejects unless `editions` does. */
export async function decodeLink(fragment: string, editions: Editions): Promise<DecodedLink> {
  if (fragment.length > MAX_LINK) return fail({ kind: "too-large", what: "link" });
  const version = /^[1-9]\d{0,3}(?!\d)/.exec(fragment)?.[0];
  if (version !== undefined && version !== VERSION) return fail({ kind: "future", version });
  const parts = /^1(?:([a-z]{1,3})(-fr)?)?(?:\.([\w-]*))?$/.exec(fragment);
  const [, key, french, packed] = parts ?? [];
  if (key === undefined && packed === undefined) return fail({ kind: "damaged" });
  const language = french === undefined ? "en" : "fr";
  if (packed === undefined) return decodeUntouched(key ?? "", language, editions);
  const text = fragment.slice(0, -CHECK_LENGTH);
  if (packed.length < CHECK_LENGTH || checkOf(text) !== fragment.slice(-CHECK_LENGTH))
    return fail({ kind: "damaged" });
  const content = packed.slice(0, -CHECK_LENGTH);
  return key === undefined ? unpack(content, null) : decodeUpon(key, language, content, editions);
}

async function decodeUntouched(key: string, language: "en" | "fr", editions: Editions): Promise<DecodedLink> {
  const edition = await editions.newestByKey(key, language);
  if (edition === null) return fail({ kind: "unknown-lesson", lesson: key });
  return { ok: true, site: { files: edition.files, language, lesson: edition.lesson } };
}

async function decodeUpon(
  key: string,
  language: "en" | "fr",
  content: string,
  editions: Editions,
): Promise<DecodedLink> {
  const fingerprint = content.slice(0, FINGERPRINT_LENGTH);
  const edition = await editions.find(key, language, fingerprint);
  if (edition !== null) return unpack(content.slice(FINGERPRINT_LENGTH), edition);
  const newest = await editions.newestByKey(key, language);
  return newest === null
    ? fail({ kind: "unknown-lesson", lesson: key })
    : fail({ kind: "unknown-edition", lesson: newest.lesson });
}

function unpack(content: string, edition: Edition | null): DecodedLink {
  const packed = decodeBase64url(content);
  const body = packed === null ? null : inflate(packed, MAX_SITE, dictionaryOf(edition));
  if (body === null) return fail({ kind: "damaged" });
  return body === "too-large" ? fail({ kind: "too-large", what: "text" }) : read(body, edition);
}

function read(body: Uint8Array, edition: Edition | null): DecodedLink {
  try {
    return { ok: true, site: readBody(body, edition) };
  } catch (error) {
    if (error instanceof Malformed) return fail(error.problem);
    throw error;
  }
}

function fail(problem: LinkProblem): DecodedLink {
  return { ok: false, problem };
}

/** What need not be said: the vocabulary, and nearer the lesson's own texts, each as a body would have it. */
export function dictionaryOf(edition: Pick<Edition, "files"> | null): Uint8Array {
  const texts = [...(edition?.files ?? [])].map(([path, text]) => `${path}\x01${text}\0`);
  return new TextEncoder().encode(vocabulary + texts.join(""));
}

/** Four letters or digits that follow from a text: one damage in fourteen million goes unnoticed. */
export function checkOf(text: string): string {
  let bits = hash(Array.from(text, (character) => character.charCodeAt(0)));
  let check = "";
  for (; check.length < CHECK_LENGTH; bits = Math.floor(bits / alphanumerics.length))
    check += alphanumerics.charAt(bits % alphanumerics.length);
  return check;
}
