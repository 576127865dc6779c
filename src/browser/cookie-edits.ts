/**
 * A jar changed by hand, as browsers' developer tools let their users do.
 *
 * What is written goes by the jar's own rules: a cookie that no Set-Cookie field could have brought (RFC 6265 §5.2, §5.3) is
 * refused, with the rule and what to do. A cookie is known by its name, domain and path; whoever changes one of these must not
 * overwrite another cookie unseen. Every simulated host is `localhost`, so the domain is not for the learner to choose.
 *
 * Each change may be asked for twice (a page that heard no answer asks again): the second time it finds nothing left to do.
 */
import { type CookieJar, isExpired, isSame, LONGEST_COOKIE, putCookie, StoredCookie } from "./cookie-jar.ts";

/** Which cookie of a jar. */
export interface CookieKey {
  name: string;
  domain: string;
  path: string;
}

/** A cookie as the learner writes it; optional facts are absent. */
export interface CookieDraft {
  name: string;
  value: string;
  path: string;
  /** A date that `Date.parse` reads; absent for a cookie that lives until the browser closes. */
  expires?: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite?: string;
}

/** The rule that a draft breaks. */
type CookieRule = "name" | "value" | "path" | "expires" | "past" | "size" | "taken" | "missing";

/** What became of a change: the cookie as it is now and whether that is news, or the rule it breaks, in words too. */
export type CookieEdit =
  | { ok: true; cookie: StoredCookie; isNews: boolean }
  | { ok: false; rule: CookieRule; reason: string };

const reasons: Record<CookieRule, string> = {
  name: "A cookie’s name has no space, = or ; in it, only plain letters, digits and signs (RFC 6265 §4.1.1). Write one such as sessionId.",
  value:
    "A cookie’s value has no ; in it and no space around it, only plain letters, digits and signs (RFC 6265 §5.2). Leave the others out, or write them as %3B.",
  path: "A cookie’s path begins with / and has no ; in it (RFC 6265 §5.2.4). Write / for the whole site.",
  expires: "This is not a date. Choose one, or let the cookie live until the browser closes.",
  past: "This date is past, and a browser forgets such a cookie at once (RFC 6265 §5.3). Choose a later one, or delete the cookie.",
  size: `Name and value together are longer than ${LONGEST_COOKIE} bytes, the most that a browser must keep (RFC 6265 §6.1). Make the value shorter.`,
  taken:
    "The jar has another cookie of that name and path, which this one would replace (RFC 6265 §5.3). Change that one, or choose another name or path.",
  missing:
    "This cookie is not in the jar any more: it has expired, or a page has replaced it. Close this and look again.",
};

/**
 * Puts `draft` into the jar of a browser that visits `host`, in place of the cookie `was` (null adds one). It keeps its age,
 * and nobody's reply has set it.
 */
export function setCookie(
  jar: CookieJar,
  draft: CookieDraft,
  { was, host, now }: { was: CookieKey | null; host: string; now: number },
): CookieEdit {
  const cookie = cookieOf(draft, was?.domain ?? host, now);
  const there = findCookie(jar, cookie, now);
  if (there !== undefined && isEqual(there, cookie)) return { ok: true, cookie: there, isNews: false };
  const old = was === null ? undefined : findCookie(jar, was, now);
  const rule = brokenRule(draft, { old, now });
  if (rule !== null) return refused(rule);
  if (was !== null && old === undefined) return refused("missing");
  if (there !== undefined && there !== old) return refused("taken");
  if (old !== undefined) {
    cookie.created = old.created;
    cookie.hostOnly = old.hostOnly;
    if (!isSame(old, cookie)) jar.cookies.splice(jar.cookies.indexOf(old), 1);
  }
  putCookie(jar, cookie, now);
  return { ok: true, cookie, isNews: true };
}

/** Puts a copy of the cookie `key` of one jar into another, where it replaces one of the same name and path. */
export function copyCookie(from: CookieJar, key: CookieKey, to: CookieJar, now: number): CookieEdit {
  const cookie = findCookie(from, key, now);
  if (cookie === undefined) return refused("missing");
  const there = findCookie(to, key, now);
  if (there !== undefined && isEqual(there, cookie)) return { ok: true, cookie: there, isNews: false };
  const copy = Object.assign(new StoredCookie(cookie.name, cookie.value, now), cookie, {
    created: now,
    lastUsed: now,
    setBy: null,
  });
  putCookie(to, copy, now);
  return { ok: true, cookie: copy, isNews: true };
}

/** Takes the cookie `key` out of the jar, or all of them; returns those that are gone. */
export function takeCookies(jar: CookieJar, key: CookieKey | null): StoredCookie[] {
  const taken = jar.cookies.filter((cookie) => key === null || isSame(cookie, key));
  jar.cookies = jar.cookies.filter((cookie) => !taken.includes(cookie));
  return taken;
}

/** The browser closes: what was to live until then is forgotten (§5.3, last paragraph). Returns those that are gone. */
export function endBrowserSession(jar: CookieJar): StoredCookie[] {
  const ended = jar.cookies.filter(({ expires }) => expires === null);
  jar.cookies = jar.cookies.filter(({ expires }) => expires !== null);
  return ended;
}

function refused(rule: CookieRule): CookieEdit {
  return { ok: false, rule, reason: reasons[rule] };
}

/** What stays as it was stays allowed: a page may have set what nobody can type here. The ranges leave out ; and, in a name, =. */
function brokenRule(
  draft: CookieDraft,
  { old, now }: { old: StoredCookie | undefined; now: number },
): CookieRule | null {
  const { name, value, path, expires } = draft;
  if (name !== old?.name && !/^[!-:<>-~]+$/.test(name)) return "name";
  if (value !== old?.value && !/^([!-:<-~]([ -:<-~]*[!-:<-~])?)?$/.test(value)) return "value";
  if (!/^\/[ -:<-~]*$/.test(path)) return "path";
  if (name.length + value.length >= LONGEST_COOKIE) return "size";
  if (expires === undefined) return null;
  const moment = Date.parse(expires);
  if (Number.isNaN(moment)) return "expires";
  return moment <= now ? "past" : null;
}

function cookieOf(draft: CookieDraft, domain: string, now: number): StoredCookie {
  const { name, value, path, expires, httpOnly, secure, sameSite } = draft;
  const moment = expires === undefined ? null : Date.parse(expires);
  const cookie = new StoredCookie(name, value, now);
  return Object.assign(cookie, {
    domain,
    path,
    httpOnly,
    secure,
    sameSite: sameSite ?? null,
    expires: moment,
  });
}

function findCookie(jar: CookieJar, key: CookieKey, now: number): StoredCookie | undefined {
  return jar.cookies.find((cookie) => isSame(cookie, key) && !isExpired(cookie, now));
}

/** The same in everything that travels or decides whether it travels. */
function isEqual(one: StoredCookie, other: StoredCookie): boolean {
  return (
    isSame(one, other) &&
    one.value === other.value &&
    one.expires === other.expires &&
    one.httpOnly === other.httpOnly &&
    one.secure === other.secure &&
    one.sameSite === other.sameSite
  );
}
