/**
 * A browser's cookie jar, RFC 6265 §5.
 *
 * The jar is a list of plain records, so that it can be copied, shown and stored; the rules that are easy to get wrong
 * (reading a Set-Cookie field, dates, domain and path matching, the default path, the order of the Cookie field) are
 * `tough-cookie`'s. Its own jar is not used: it keeps its state in maps of its own, reads the host's clock, and answers
 * only *which* cookies go along, where a learner also wants to know *why not*.
 *
 * NOT-HTTP: a public-suffix list is not consulted. Every simulated host is `localhost`, and a `Domain` without a dot is
 * taken for a public suffix, which is what the rule comes to here (§5.3 step 5).
 *
 * NOT-HTTP: SameSite (RFC 6265bis) is kept and shown, and keeps no cookie back: with one simulated host every request is same-site.
 */
import { Cookie, cookieCompare, defaultPath, domainMatch, pathMatch } from "tough-cookie";
import type { RequestId, WithheldReason } from "../trace/index.ts";

/** Cookies kept for one host (§6.1 asks for at least 50). Beyond it the one longest unused goes. */
export const COOKIES_PER_HOST = 50;
/** Longest Set-Cookie field kept, in bytes (§6.1 asks for at least 4096). */
export const LONGEST_COOKIE = 4096;

/** One cookie as the jar keeps it: the fields of §5.3. Times are milliseconds since the epoch. */
export class StoredCookie {
  name: string;
  value: string;
  domain = "";
  path = "/";
  /** True when it goes back to exactly the host that set it. */
  hostOnly = true;
  secure = false;
  httpOnly = false;
  /** "strict", "lax" or "none"; null when the field did not say. */
  sameSite: string | null = null;
  /** Null for a cookie that lives as long as the browser. */
  expires: number | null = null;
  created: number;
  lastUsed: number;
  /** The request whose reply set it; null when nobody's did. */
  setBy: RequestId | null = null;
  constructor(name: string, value: string, created: number) {
    this.name = name;
    this.value = value;
    this.created = created;
    this.lastUsed = created;
  }
}

/** One browser's cookies, oldest first. */
export class CookieJar {
  cookies: StoredCookie[] = [];
}

/** What goes along with a request, and what stays behind. */
export interface CookieRequest {
  /** The value of the Cookie field; null when there is none to send. */
  field: string | null;
  sent: { name: string; value: string }[];
  withheld: { name: string; reason: WithheldReason }[];
}

/** What became of one Set-Cookie field. `removed` tells that it deleted a cookie, by a date that is past. */
export type CookieStored = { field: string; name: string; value: string } & (
  | { stored: true; removed: boolean }
  | { stored: false; reason: string }
);

/** A cookie as a panel shows it; optional facts are absent. */
export interface CookieRecord {
  name: string;
  value: string;
  path: string;
  domain: string;
  hostOnly: boolean;
  expires?: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite?: string;
  setBy?: RequestId;
}

/**
 * The Cookie field for a request to `url` at `now`, and why each other cookie of the jar stays (§5.4). Expired cookies
 * are reported once and then forgotten; those sent are marked as used.
 */
export function cookieHeader(jar: CookieJar, url: string, now: number): CookieRequest {
  const target = new URL(url);
  const judged = jar.cookies.map((cookie) => ({ cookie, reason: reasonToWithhold(cookie, target, now) }));
  const sent = judged.filter(({ reason }) => reason === null).map(({ cookie }) => cookie);
  for (const cookie of sent) cookie.lastUsed = now;
  jar.cookies = jar.cookies.filter((cookie) => !isExpired(cookie, now));
  return {
    field: sent.length === 0 ? null : inCookieOrder(sent).map(stringifyPair).join("; "),
    sent: inCookieOrder(sent).map(({ name, value }) => ({ name, value })),
    withheld: judged.flatMap(({ cookie, reason }) =>
      reason === null ? [] : [{ name: cookie.name, reason }],
    ),
  };
}

/**
 * Takes the Set-Cookie `fields` of a reply to `url`, in their order (§5.2, §5.3). `setBy` is the request they answer.
 * Each field gets one result; a rejected one says in words why.
 */
export function storeCookies(
  jar: CookieJar,
  url: string,
  fields: readonly string[],
  now: number,
  setBy: RequestId | null = null,
): CookieStored[] {
  return fields.map((field) => storeCookie(jar, new URL(url), field, now, setBy));
}

/** The jar for a panel: what has not expired at `now`, oldest first. */
export function viewCookies(jar: CookieJar, now: number): CookieRecord[] {
  return jar.cookies.filter((cookie) => !isExpired(cookie, now)).map(viewCookie);
}

function viewCookie(cookie: StoredCookie): CookieRecord {
  const { name, value, path, domain, hostOnly, httpOnly, secure } = cookie;
  const view: CookieRecord = { name, value, path, domain, hostOnly, httpOnly, secure };
  if (cookie.expires !== null) view.expires = new Date(cookie.expires).toISOString();
  if (cookie.sameSite !== null) view.sameSite = cookie.sameSite;
  if (cookie.setBy !== null) view.setBy = cookie.setBy;
  return view;
}

/** The first rule of §5.4 step 1 that keeps the cookie back, or null. */
function reasonToWithhold(cookie: StoredCookie, url: URL, now: number): WithheldReason | null {
  if (isExpired(cookie, now)) return "expired";
  if (!matchesHost(cookie, url.hostname)) return "domain";
  if (!pathMatch(url.pathname, cookie.path)) return "path";
  if (cookie.secure && url.protocol !== "https:") return "secure";
  return null;
}

function matchesHost(cookie: StoredCookie, host: string): boolean {
  return cookie.hostOnly ? cookie.domain === host : domainMatch(host, cookie.domain, false) === true;
}

/** Is its date past at `now`? */
export function isExpired(cookie: StoredCookie, now: number): boolean {
  return cookie.expires !== null && cookie.expires <= now;
}

/** §5.4 step 2: longer paths first, then older cookies. Creation times may be equal: the jar's order decides then. */
function inCookieOrder(cookies: readonly StoredCookie[]): StoredCookie[] {
  const sortable = cookies.map((cookie, at) => {
    const key = new Cookie({ key: cookie.name, value: cookie.value, path: cookie.path });
    key.creation = new Date(cookie.created);
    key.creationIndex = at;
    return { cookie, key };
  });
  return sortable.sort((a, b) => cookieCompare(a.key, b.key)).map(({ cookie }) => cookie);
}

function stringifyPair({ name, value }: StoredCookie): string {
  return name === "" ? value : `${name}=${value}`;
}

function storeCookie(
  jar: CookieJar,
  url: URL,
  field: string,
  now: number,
  setBy: RequestId | null,
): CookieStored {
  const parsed = Cookie.parse(field, { loose: true });
  if (parsed === undefined)
    return { field, name: "", value: "", stored: false, reason: `“${field}” is not NAME=VALUE.` };
  const what = { field, name: parsed.key, value: parsed.value };
  if (field.length > LONGEST_COOKIE)
    return {
      ...what,
      stored: false,
      reason: `It has ${field.length} bytes; a browser keeps ${LONGEST_COOKIE}.`,
    };
  const host = url.hostname;
  const problem = domainProblem(parsed.domain ?? "", host);
  if (problem !== null) return { ...what, stored: false, reason: problem };
  const cookie = readCookie(parsed, url, now, setBy);
  const removed = putCookie(jar, cookie, now);
  return { ...what, stored: true, removed };
}

/** §5.3 steps 4 to 6. */
function domainProblem(domain: string, host: string): string | null {
  if (domain === "" || domain === host) return null;
  if (!domainMatch(host, domain, true)) return `Its Domain is ${domain}, but ${host} sent it.`;
  return domain.includes(".") ? null : `Its Domain ${domain} is a public suffix.`;
}

function readCookie(parsed: Cookie, url: URL, now: number, setBy: RequestId | null): StoredCookie {
  const cookie = new StoredCookie(parsed.key, parsed.value, now);
  const domain = parsed.domain ?? "";
  cookie.hostOnly = domain === "" || !domain.includes(".");
  cookie.domain = domain === "" ? url.hostname : domain;
  cookie.path = parsed.path?.startsWith("/") ? parsed.path : defaultPath(url.pathname);
  cookie.secure = parsed.secure;
  cookie.httpOnly = parsed.httpOnly;
  cookie.sameSite = parsed.sameSite ?? null;
  cookie.expires = expiryOf(parsed, now);
  cookie.setBy = setBy;
  return cookie;
}

/** Max-Age wins over Expires (§5.3 step 3). */
function expiryOf(parsed: Cookie, now: number): number | null {
  const { maxAge, expires } = parsed;
  if (typeof maxAge === "number") return maxAge <= 0 ? 0 : now + maxAge * 1000;
  if (maxAge === "-Infinity") return 0;
  if (maxAge === "Infinity") return null;
  return expires instanceof Date ? expires.getTime() : null;
}

/**
 * §5.3 steps 11 and 12: a cookie of the same name, domain and path is replaced and keeps its creation time.
 * True when the newcomer is already expired, so that the old one is simply gone.
 */
export function putCookie(jar: CookieJar, cookie: StoredCookie, now: number): boolean {
  const at = jar.cookies.findIndex((kept) => isSame(kept, cookie));
  const old = jar.cookies[at];
  if (old !== undefined) cookie.created = old.created;
  if (isExpired(cookie, now)) {
    if (old !== undefined) jar.cookies.splice(at, 1);
    return true;
  }
  if (old !== undefined) jar.cookies[at] = cookie;
  else jar.cookies.push(cookie);
  evict(jar, cookie.domain, now);
  return false;
}

/** Cookies are told apart by name, domain and path (§5.3 step 11). */
export function isSame(kept: StoredCookie, other: { name: string; domain: string; path: string }): boolean {
  return kept.name === other.name && kept.domain === other.domain && kept.path === other.path;
}

/** §5.3, last paragraphs: expired cookies first, then the ones longest unused. */
function evict(jar: CookieJar, domain: string, now: number): void {
  jar.cookies = jar.cookies.filter((cookie) => !isExpired(cookie, now));
  const ofHost = jar.cookies.filter((cookie) => cookie.domain === domain);
  if (ofHost.length <= COOKIES_PER_HOST) return;
  const victim = ofHost.reduce((oldest, cookie) => (cookie.lastUsed < oldest.lastUsed ? cookie : oldest));
  jar.cookies.splice(jar.cookies.indexOf(victim), 1);
}
