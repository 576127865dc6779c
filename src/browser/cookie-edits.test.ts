import { expect, test } from "vitest";
import { type CookieDraft, copyCookie, endBrowserSession, setCookie, takeCookies } from "./cookie-edits.ts";
import { CookieJar, cookieHeader, storeCookies, viewCookies } from "./cookie-jar.ts";

const HOME = "http://localhost/";
const NOW = 1000;
const session: CookieDraft = { name: "sessionId", value: "abc", path: "/", httpOnly: false, secure: false };
const key = { name: "sessionId", domain: "localhost", path: "/" };

function jarWith(...fields: string[]): CookieJar {
  const jar = new CookieJar();
  storeCookies(jar, HOME, fields, NOW, 7);
  return jar;
}

function set(jar: CookieJar, changes: Partial<CookieDraft>, was: typeof key | null = key) {
  return setCookie(jar, { ...session, ...changes }, { was, host: "localhost", now: NOW });
}

test("a cookie written by hand goes with the next request, and no reply has set it", () => {
  const jar = new CookieJar();
  expect(set(jar, {}, null)).toMatchObject({ ok: true, isNews: true });
  expect(cookieHeader(jar, HOME, NOW).field).toBe("sessionId=abc");
  expect(viewCookies(jar, NOW)[0]?.setBy).toBeUndefined();
});

test("a changed cookie keeps its place and its age, and loses who set it", () => {
  const jar = jarWith("sessionId=abc; Path=/", "b=2; Path=/");
  set(jar, { value: "stolen", httpOnly: true });
  expect(cookieHeader(jar, HOME, NOW + 1).field).toBe("sessionId=stolen; b=2");
  expect(viewCookies(jar, NOW)[0]).toMatchObject({ httpOnly: true });
  expect(viewCookies(jar, NOW)[0]?.setBy).toBeUndefined();
});

test("a renamed cookie is the same cookie under another name", () => {
  const jar = jarWith("sessionId=abc; Path=/");
  set(jar, { name: "other", path: "/demo" });
  expect(viewCookies(jar, NOW).map(({ name, path }) => [name, path])).toEqual([["other", "/demo"]]);
});

test.each<[Partial<CookieDraft>, string]>([
  [{ name: "" }, "name"],
  [{ name: "a=b" }, "name"],
  [{ name: "a b" }, "name"],
  [{ name: "é" }, "name"],
  [{ value: "a;b" }, "value"],
  [{ value: " a" }, "value"],
  [{ value: "a\nb" }, "value"],
  [{ path: "demo" }, "path"],
  [{ path: "/a;b" }, "path"],
  [{ value: "x".repeat(4096) }, "size"],
  [{ expires: "tomorrow-ish" }, "expires"],
  [{ expires: "1970-01-01T00:00:01.000Z" }, "past"],
])("what no Set-Cookie field could bring is refused by its rule: %j", (changes, rule) => {
  const jar = jarWith("sessionId=abc; Path=/");
  const before = structuredClone(jar.cookies);
  expect(set(jar, changes)).toMatchObject({ ok: false, rule, reason: expect.stringMatching(/\. \S/) });
  expect(structuredClone(jar.cookies)).toEqual(before);
});

test("a value that a page has set may stay as it is", () => {
  const jar = jarWith('sessionId="caf\u00e9"; Path=/');
  const value = jar.cookies[0]?.value ?? "";
  expect(set(jar, { value, secure: true })).toMatchObject({ ok: true });
});

test("another cookie of the same name and path is not overwritten unseen", () => {
  const jar = jarWith("sessionId=abc; Path=/", "b=2; Path=/");
  expect(set(jar, { name: "b" })).toMatchObject({ ok: false, rule: "taken" });
  expect(set(jar, { value: "new" }, null)).toMatchObject({ ok: false, rule: "taken" });
});

test("a cookie that is gone cannot be changed", () => {
  expect(set(new CookieJar(), {})).toMatchObject({ ok: false, rule: "missing" });
});

test("asked for twice, each change happens once", () => {
  const jar = jarWith("sessionId=abc; Path=/");
  set(jar, { name: "other" });
  expect(set(jar, { name: "other" })).toMatchObject({ ok: true, isNews: false });
  expect(set(jar, { name: "added" }, null)).toMatchObject({ ok: true, isNews: true });
  expect(set(jar, { name: "added" }, null)).toMatchObject({ ok: true, isNews: false });
});

test("a stolen cookie is the thief's too, with its flags, and leaves the owner's where it was", () => {
  const owner = jarWith("sessionId=abc; Path=/; HttpOnly");
  const thief = jarWith("sessionId=mine; Path=/");
  expect(copyCookie(owner, key, thief, 2000)).toMatchObject({ ok: true, isNews: true });
  expect(cookieHeader(thief, HOME, 3000).field).toBe("sessionId=abc");
  expect(viewCookies(thief, 3000)).toMatchObject([{ httpOnly: true }]);
  expect(viewCookies(thief, 3000)[0]?.setBy).toBeUndefined();
  expect(viewCookies(owner, 3000)).toMatchObject([{ value: "abc", setBy: 7 }]);
  expect(copyCookie(owner, key, thief, 4000)).toMatchObject({ ok: true, isNews: false });
  expect(copyCookie(new CookieJar(), key, thief, 4000)).toMatchObject({ ok: false, rule: "missing" });
});

test("cookies are taken out one by one or all together", () => {
  const jar = jarWith("sessionId=abc; Path=/", "b=2; Path=/", "c=3; Path=/");
  expect(takeCookies(jar, key).map(({ name }) => name)).toEqual(["sessionId"]);
  expect(takeCookies(jar, key)).toEqual([]);
  expect(takeCookies(jar, null).map(({ name }) => name)).toEqual(["b", "c"]);
  expect(cookieHeader(jar, HOME, NOW).field).toBe(null);
});

test("when the browser closes, only cookies with a date are kept", () => {
  const jar = jarWith("sessionId=abc; Path=/", "b=2; Path=/; Max-Age=60");
  expect(endBrowserSession(jar).map(({ name }) => name)).toEqual(["sessionId"]);
  expect(cookieHeader(jar, HOME, NOW).field).toBe("b=2");
});
