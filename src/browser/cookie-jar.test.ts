import { expect, test } from "vitest";
import { COOKIES_PER_HOST, CookieJar, cookieHeader, storeCookies, viewCookies } from "./cookie-jar.ts";

const HOME = "http://localhost/";

function jarWith(...fields: string[]): CookieJar {
  const jar = new CookieJar();
  storeCookies(jar, "http://localhost/demo/page.pih", fields, 1000, 7);
  return jar;
}

test("a cookie comes back to the path it was set for, and to those below it", () => {
  const jar = jarWith("a=1; Path=/demo");
  expect(cookieHeader(jar, "http://localhost/demo", 2000).field).toBe("a=1");
  expect(cookieHeader(jar, "http://localhost/demo/x/y", 2000).field).toBe("a=1");
  expect(cookieHeader(jar, "http://localhost/demolition", 2000)).toEqual({
    field: null,
    sent: [],
    withheld: [{ name: "a", reason: "path" }],
  });
});

test("without a Path a cookie belongs to the directory of the page", () => {
  const jar = jarWith("a=1");
  expect(viewCookies(jar, 1000)[0]?.path).toBe("/demo");
  expect(cookieHeader(jar, HOME, 2000).field).toBe(null);
});

test("longer paths come first, then older cookies, whatever the order of arrival", () => {
  const jar = jarWith("a=1; Path=/", "b=2; Path=/demo", "c=3; Path=/");
  storeCookies(jar, HOME, ["a=4; Path=/"], 5000);
  expect(cookieHeader(jar, "http://localhost/demo/", 6000).field).toBe("b=2; a=4; c=3");
});

test("a cookie of the same name, domain and path is replaced and remembers who set it last", () => {
  const jar = jarWith("a=1; Path=/");
  storeCookies(jar, HOME, ["a=2; Path=/"], 2000, 9);
  expect(viewCookies(jar, 2000)).toEqual([
    {
      name: "a",
      value: "2",
      path: "/",
      domain: "localhost",
      hostOnly: true,
      httpOnly: false,
      secure: false,
      setBy: 9,
    },
  ]);
});

test("Max-Age wins over Expires, and a past date removes", () => {
  const jar = jarWith("a=1; Path=/; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "b=1; Path=/");
  expect(viewCookies(jar, 1000)[0]?.expires).toBe("1970-01-01T00:00:11.000Z");
  const [removal] = storeCookies(jar, HOME, ["b=; Path=/; Max-Age=0"], 2000);
  expect(removal).toMatchObject({ stored: true, removed: true });
  expect(cookieHeader(jar, HOME, 3000).field).toBe("a=1");
});

test("an expired cookie is reported once, then forgotten", () => {
  const jar = jarWith("a=1; Path=/; Max-Age=1");
  expect(cookieHeader(jar, HOME, 2000).withheld).toEqual([{ name: "a", reason: "expired" }]);
  expect(cookieHeader(jar, HOME, 2000).withheld).toEqual([]);
});

test("a Secure cookie waits for https", () => {
  const jar = jarWith("a=1; Path=/; Secure; HttpOnly; SameSite=Lax");
  expect(cookieHeader(jar, HOME, 2000).withheld).toEqual([{ name: "a", reason: "secure" }]);
  expect(cookieHeader(jar, "https://localhost/", 2000).field).toBe("a=1");
  expect(viewCookies(jar, 2000)[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: "lax" });
});

test("a cookie for another host is refused with the reason", () => {
  const jar = new CookieJar();
  const results = storeCookies(jar, HOME, ["a=1; Domain=example.com", "b=2; Domain=localhost"], 1000);
  expect(results[0]).toMatchObject({
    stored: false,
    reason: "Its Domain is example.com, but localhost sent it.",
  });
  expect(results[1]).toMatchObject({ stored: true });
  expect(jar.cookies.map(({ name, hostOnly }) => [name, hostOnly])).toEqual([["b", true]]);
});

test("a cookie of one host does not go to another", () => {
  expect(cookieHeader(jarWith("a=1; Path=/"), "http://example.com/", 2000).withheld).toEqual([
    { name: "a", reason: "domain" },
  ]);
});

test("a field that is no cookie, or too long a one, is refused in words", () => {
  const jar = new CookieJar();
  const results = storeCookies(jar, HOME, ["", `a=${"x".repeat(5000)}`], 1000);
  expect(results).toMatchObject([
    { stored: false },
    { stored: false, reason: "It has 5002 bytes; a browser keeps 4096." },
  ]);
});

test("the fifty-first cookie of a host drives out the one longest unused", () => {
  const jar = new CookieJar();
  for (let n = 0; n < COOKIES_PER_HOST; n++) storeCookies(jar, HOME, [`c${n}=${n}; Path=/p${n}`], 1000 + n);
  cookieHeader(jar, "http://localhost/p0", 9000);
  storeCookies(jar, HOME, ["last=1; Path=/"], 9001);
  const names = jar.cookies.map(({ name }) => name);
  expect(names).toHaveLength(COOKIES_PER_HOST);
  expect(names).toContain("c0");
  expect(names).not.toContain("c1");
});
