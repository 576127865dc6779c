import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  changedExample,
  createEditions,
  editions,
  editLines,
  frames,
  manualExample,
  mendedFrames,
  mendedShop,
  shop,
  siteOf,
  visitors,
} from "../../test/share/fixtures.ts";
import { linkOfBody, makeLink } from "../../test/share/hand-made.ts";
import { defaultConfiguration, SERVER_INI, stringifyConfiguration } from "../project/index.ts";
import {
  decodeLink,
  encodeLink,
  fingerprintOf,
  type LinkProblem,
  type SharedSite,
  UnshareableSite,
} from "./index.ts";
import { usualServerIni } from "./usual-ini.ts";
import { vocabulary } from "./vocabulary.ts";

/** The fragment for `site`, after a look that it comes back. */
async function linkOf(site: SharedSite): Promise<string> {
  const fragment = await encodeLink(site, editions);
  expect(await decodeLink(fragment, editions)).toEqual({ ok: true, site });
  const decoded = await decodeLink(fragment, editions);
  expect(decoded.ok && [...decoded.site.files]).toEqual([...site.files]);
  return fragment;
}

test("the manual's example is a site of at most 300 characters", async () => {
  expect((await linkOf(siteOf(manualExample))).length).toBeLessThanOrEqual(300);
});

test("an untouched lesson is its key", async () => {
  expect(await linkOf(siteOf(shop, { lesson: "shop" }))).toBe("1s");
  const french = await editions.newest("shop", "fr");
  expect(await linkOf({ files: french?.files ?? new Map(), language: "fr", lesson: "shop" })).toBe("1s-fr");
});

test("an untouched lesson with another file open takes at most 40 characters", async () => {
  const link = await linkOf(siteOf(shop, { lesson: "shop", open: "thanks.pih" }));
  expect(link.length).toBeLessThanOrEqual(40);
});

test.each([
  ["manual-example", changedExample],
  ["shop", mendedShop],
  ["frames", mendedFrames],
])("ten changed lines of the lesson %s take at most 250 characters", async (lesson, files) => {
  expect((await linkOf(siteOf(files, { lesson }))).length).toBeLessThanOrEqual(250);
});

/** Why `fragment` is no site. */
async function problemOf(fragment: string): Promise<LinkProblem | "none"> {
  const decoded = await decodeLink(fragment, editions);
  return decoded.ok ? "none" : decoded.problem;
}

test("the vocabulary is part of version 1: it never changes", () => {
  expect(createHash("sha256").update(vocabulary).digest("hex")).toBe(
    "9f2ae0ba4e5419e847c7546f2b8d122c9a081c643f1fc46a5dc77b84e089ae77",
  );
});

test.each<[string, SharedSite]>([
  [
    "1.Y0ZEOLYmHvJQgA6oUw8zE7Xph30aRQsYRwoKEBlwBMPmUZTQJ1XQFcLmUpTQJ1bQ5lLg7VSEUYwocYuvnEWoApY1oDYMoqRFxCdIHFLW5pQCKXQZ4GS7K3B1EXgYDDRtUApkgtboqoPXeoG4OkAOeOEdOBRhy33A8456XFgsyimFlNrQsSWQHlDcQzwIb9l4qQOTRA64cQGiVO2Ac_8gIYi1YGF0s-FND0RRjxoF8JEbBZQGHQM49Idz2II9SP2wBRtLIGxZCfRK87B3mhk4GAEtIDw",
    siteOf(frames, { language: "fr", open: "gauche.pih" }),
  ],
  [
    "1.s0BEOLYmHvJQgA6oUw8zE7Xph30aRQsYRwoKEBlwBMPmUZTQJ1XQFcLmUpTQJ1bQ5lLg7VSEUYwocYuvnEWoApY1oDYMoqRFxCdIHFLW5pQCKXQZ4GS7K3B1EXgYDDRtUApkgtboqoPXeoG4OkAOeOEdOBRhy33A8456XFgsyimFlNrQsSWQHlDcQzwIb9l4qQOTRA64cQGiVO2Ac_8gIYi1YGF0s-FND0RRjxoF8JEbBZQGHQM49Idz2II9SP2wBRtLIGxZCfRK87B3mhk4GBkdGTnhtZmAY5JxiqtpuodhlrdRrp9JAaM-AyOGoDTq3hEgC7j2CLxhpFiP0ZGJTT8R5Fg2_SQQxQraHeIIAA8LGs",
    siteOf(frames, visitors),
  ],
  [
    "1s.3J1xN8Y2BhpV5LW0FBGWg7eEUEeJMqbBkLrVvgCB1oAqCZOWKa47FUbI6PNscRqQXU5oOsnyKzXc7CSnSDDbb8lrSGG0QXYrEu5Q05YIDChBGxM9Kbdyys1GlmwGtDYDiNtjUIRx3lbQ9aNTtY8TQ28HR_i0tAmxZAU1AD3QhhAAAT0b8",
    siteOf(mendedShop, { lesson: "shop" }),
  ],
])("a link made on the first day still opens: %s", async (fragment, site) => {
  expect(await decodeLink(fragment, editions)).toEqual({ ok: true, site });
});

test("a changed option costs as much as its line, if server.ini is otherwise as usual", async () => {
  const configuration = { ...defaultConfiguration, persistent_session: true, max_sessions: 50 };
  const files = new Map(manualExample).set(SERVER_INI, stringifyConfiguration(configuration));
  expect((await linkOf(siteOf(files))).length - (await linkOf(siteOf(manualExample))).length).toBeLessThan(
    20,
  );
});

test("the usual server.ini is the server's own, until its defaults change and version 1 keeps the old ones", async () => {
  expect(usualServerIni).toBe(stringifyConfiguration(defaultConfiguration));
});

test.each([
  "",
  "[server]\n",
  usualServerIni.trimEnd(),
  `${usualServerIni}\n`,
  usualServerIni.replace("cgi", "x"),
  usualServerIni.replace("off", "what ever"),
  usualServerIni.replace("off", "maybe"),
])("a server.ini comes back letter for letter: %j", async (text) => {
  await linkOf(
    siteOf(
      new Map([
        ["a.pih", "x"],
        [SERVER_INI, text],
        ["b.pih", "y"],
      ]),
    ),
  );
});

test("the other language of a lesson is told beside its files", async () => {
  const link = await linkOf(siteOf(mendedShop, { lesson: "shop", language: "fr" }));
  expect(link).toMatch(/^1s\./);
});

test("a link stands upon the edition that it names, also when there is a newer one", async () => {
  const link = await encodeLink(siteOf(mendedShop, { lesson: "shop" }), editions);
  const newer = editLines(shop, [["thanks.pih", "session.close()", "# session.close()"]]);
  const edition = (files: ReadonlyMap<string, string>) => ({
    lesson: "shop",
    key: "s",
    language: "en" as const,
    fingerprint: fingerprintOf(files),
    files,
  });
  const both = createEditions([edition(shop), edition(newer)]);
  expect(await decodeLink(link, both)).toEqual({ ok: true, site: siteOf(mendedShop, { lesson: "shop" }) });
  expect(await decodeLink("1s", both)).toEqual({ ok: true, site: siteOf(newer, { lesson: "shop" }) });
  expect(await decodeLink(link, createEditions([edition(newer)]))).toEqual({
    ok: false,
    problem: { kind: "unknown-edition", lesson: "shop" },
  });
  const none = createEditions([]);
  expect(await decodeLink(link, none)).toEqual({
    ok: false,
    problem: { kind: "unknown-lesson", lesson: "s" },
  });
});

test("a site whose lesson has no editions keeps the lesson's name", async () => {
  expect(await linkOf(siteOf(frames, { lesson: "elsewhere" }))).toMatch(/^1\./);
});

test("an open file that the site does not have is left out", async () => {
  const link = await encodeLink(siteOf(frames, { open: "gone.pih" }), editions);
  expect(await decodeLink(link, editions)).toEqual({ ok: true, site: siteOf(frames) });
});

test("a link ends in a letter or a digit, so that nobody takes its end for punctuation", async () => {
  for (let visits = 0; visits < 300; visits++) {
    const files = new Map([["a.pih", `<% print ${visits} %>`]]);
    expect(await encodeLink(siteOf(files), editions)).toMatch(/^1\.[\w-]*[A-Za-z0-9]$/);
  }
});

test.each(["2", "2m", "2.abc", "31.AAAA", "9999s-fr.x"])("%j is of a future version", async (fragment) => {
  expect(await problemOf(fragment)).toEqual({ kind: "future", version: /^\d+/.exec(fragment)?.[0] });
});

test.each([
  "",
  "1",
  "1.",
  "1.abc",
  "0",
  "m",
  "1M",
  "1s.",
  "1s-",
  "1s-de",
  "1four",
  "1s!",
  "1.=%",
  "99999",
  "1s.AAAA",
  "é",
])("%j is damaged", async (fragment) => {
  expect(await problemOf(fragment)).toEqual({ kind: "damaged" });
});

test("a lesson that does not exist is named", async () => {
  expect(await problemOf("1zz")).toEqual({ kind: "unknown-lesson", lesson: "zz" });
  expect(await problemOf("1zz-fr")).toEqual({ kind: "unknown-lesson", lesson: "zz" });
});

test("every damage to a character is told as damage", async () => {
  const link = await encodeLink(siteOf(mendedFrames), editions);
  for (let at = 2; at < link.length; at++) {
    const other = link[at] === "A" ? "B" : "A";
    expect(await problemOf(link.slice(0, at) + other + link.slice(at + 1))).toEqual({ kind: "damaged" });
    expect(await problemOf(link.slice(0, at))).toEqual({ kind: "damaged" });
  }
});

test("a link of more than 100,000 characters is not looked at", async () => {
  expect(await problemOf(`1.${"A".repeat(100_000)}`)).toEqual({ kind: "too-large", what: "link" });
});

test("a bomb is stopped as soon as it is larger than a site", async () => {
  const gigabyte = new Uint8Array(deflateRawSync(Buffer.alloc(64 * 1024 * 1024)));
  expect(await problemOf(makeLink("1.", gigabyte.slice(0, 74_000)))).toEqual({
    kind: "too-large",
    what: "text",
  });
});

test("a bomb that begins as a page is no other", async () => {
  const page = Buffer.concat([Buffer.from("\0a.pih\x01"), Buffer.alloc(50_000_000, " ")]);
  expect(await problemOf(makeLink("1.", new Uint8Array(deflateRawSync(page, { level: 9 }))))).toEqual({
    kind: "too-large",
    what: "text",
  });
});

test("a file, and files, may be so large and no larger", async () => {
  const page = (length: number) => siteOf(new Map([["a.pih", "x".repeat(length)]]));
  await linkOf(page(262_144));
  const problem = { kind: "too-large", what: "file" };
  expect(await problemOf(linkOfBody(`\0a.pih\x01${"x".repeat(262_145)}\0\x08`))).toEqual(problem);
  await expect(encodeLink(page(262_145), editions)).rejects.toMatchObject({ problem });
});

test("64 files are a site, and 65 or 10,000 are too many", async () => {
  const many = (count: number) =>
    siteOf(new Map(Array.from({ length: count }, (_, at) => [`${at}.pih`, "x"])));
  await linkOf(many(64));
  const problem = { kind: "too-large", what: "files" };
  await expect(encodeLink(many(65), editions)).rejects.toMatchObject({ problem });
  const body = Array.from({ length: 10_000 }, (_, at) => `${at}.pih\x01x\0`).join("");
  expect(await problemOf(linkOfBody(`\0${body}\x08`))).toEqual(problem);
});

test("bytes that nothing can make shorter are too many for a link", async () => {
  let seed = 1;
  const noise = Uint8Array.from({ length: 100_000 }, () => {
    seed = (seed * 16807) % 2147483647;
    return seed & 255;
  });
  await expect(encodeLink(siteOf(new Map([["noise.bin", noise]])), editions)).rejects.toThrow(
    UnshareableSite,
  );
});

test.each<[string, RegExp]>([
  ["\0../a.pih\x01x\0\x08", /steps out of its folder/],
  ["\0a/../../b.pih\x01x\0\x08", /steps out of its folder/],
  ["\0/etc/passwd\x01x\0\x08", /begins with “\/”/],
  ["\0C:\\a.pih\x01x\0\x08", /the character :/],
  ["\0__proto__\x01x\0\x08", /“__proto__” cannot be the name of a file/],
  ["\0pages/constructor\x01x\0\x08", /“pages\/constructor” cannot be the name of a file/],
  ["\0\x01x\0\x08", /unknown kind|lesson does not have/],
  ["\0a.pih\x01x\0a.pih\x01y\0\x08", /there twice/],
  ["\0a\x01x\0a/b\x01y\0\x08", /cannot be a file and also the folder/],
  ["\0a.pih\x01\xff\xfe\0\x08", /not UTF-8/],
  ["\0\xe9.pih\x01x\0\x08", /not UTF-8/],
  ["\0a.pih\x01x", /ends too early/],
  ["\0a.pih\x01x\0", /ends too early/],
  ["\0a.pih", /ends too early/],
  ["\0a.pih\x03\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f", /more than 262144/],
  ["\0a.pih\x03\xff\x7f", /ends too early/],
  ["\0a.pih\x03\x81\x00x\x08", /written too long/],
  ["\0a.pih\x09x\0\x08", /unknown kind/],
  ["\0\x1f\x08", /unknown kind/],
  ["\0\x04\x04\x08", /does not have/],
  ["\0\x07colour = red\n\0\x08", /“colour = red” is none of its lines/],
  ["\0\x07server\n\0\x08", /“server” is none of its lines/],
  ["\0a.pih\x01x\0\x08more", /something follows/],
  ["\x40\x08", /unknown field/],
  ["\x02a.pih\x01x\0\x08\x05", /open file is not there/],
  ["\x08\x08\xff\xff\xff\x7f", /browsers: more than/],
  ["\x08\x08\x01\x01A\xff\xff\xff\x7f", /cookies: more than/],
  ["\x08\x08\x01\x01a\0", /browser is called by a letter/],
  ["\x08\x08\x02\x01A\0\x01A\0", /browser is there twice/],
  ["\x08\x08\x01\x01A\x01\x01n\x01v\x01/\x20", /unknown mark/],
  ["\x08\x08\x01\x01A\x01\x01n\x01v\x01/\x04\x03now", /date is none/],
  ["\x08\x08\x01\x01A\x01\x02\r\n\x01v\x01/\x00", /control character/],
  ["\x10\x08\xff\x7f", /sessions: more than/],
  ["\x10\x08\x02\x01i\0\x01i\0", /session is there twice/],
  ["\x20\x08\x01A\x00\x00", /without pages/],
  ["\x20\x08\x01A\x7f", /pages of a race: more than/],
  ["\x20\x08\x01A\x01\x01/\x01Z", /letters A to J/],
])("the body %j is refused", async (body, detail) => {
  expect(await problemOf(linkOfBody(body))).toEqual({
    kind: "bad-content",
    detail: expect.stringMatching(detail),
  });
});

test("bytes behind the end of what was packed are not looked at", async () => {
  const packed = deflateRawSync(Buffer.from("\0a.pih\x01x\0\x08"));
  const link = makeLink("1.", new Uint8Array([...packed, 1, 2, 3]));
  expect(await decodeLink(link, editions)).toEqual({ ok: true, site: siteOf(new Map([["a.pih", "x"]])) });
});

test("a body of nothing is refused", async () => {
  expect(await problemOf(linkOfBody(""))).toEqual({ kind: "bad-content", detail: "it ends too early" });
});
