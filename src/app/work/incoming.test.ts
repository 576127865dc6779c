import { expect, test } from "vitest";
import {
  type Edition,
  type Editions,
  encodeLink,
  fingerprintOf,
  type SharedSite,
} from "../../share/index.ts";
import { beginningOf, readLink, serverOf } from "./incoming.ts";

const site = new Map([
  ["index.html", "<h1>Two pages</h1>\n"],
  ["server.ini", "[server]\n"],
]);
const edition: Edition = {
  lesson: "two-pages",
  key: "tp",
  language: "en",
  fingerprint: fingerprintOf(site),
  files: site,
};
const editions: Editions = {
  newest: async (lesson, language) => (lesson === "two-pages" && language === "en" ? edition : null),
  newestByKey: async (key, language) => (key === "tp" && language === "en" ? edition : null),
  find: async (key, language, fingerprint) =>
    key === "tp" && language === "en" && fingerprint === edition.fingerprint ? edition : null,
};
const untouched: SharedSite = { files: site, language: "en", lesson: "two-pages" };
const read = async (shared: SharedSite) => readLink(`#${await encodeLink(shared, editions)}`, editions);

test("an untouched lesson is nobody's text but ours, whichever file is open", async () => {
  expect(await read(untouched)).toMatchObject({ kind: "lesson", lesson: "two-pages", language: "en" });
  expect(await read({ ...untouched, open: "server.ini" })).toMatchObject({ kind: "lesson" });
});

test("a lesson with a changed line, another file or a cookie is a site to be shown first", async () => {
  const changed = new Map(site).set("index.html", "<h1>Mine</h1>\n");
  const larger = new Map(site).set("b.pih", "");
  const jars = [
    { browser: "A", cookies: [{ name: "a", value: "b", path: "/", httpOnly: false, secure: false }] },
  ];
  expect((await read({ ...untouched, files: changed })).kind).toBe("site");
  expect((await read({ ...untouched, files: larger })).kind).toBe("site");
  expect((await read({ ...untouched, jars })).kind).toBe("site");
});

test("a link that is not whole is a problem", async () => {
  const fragment = await encodeLink({ ...untouched, files: new Map([["a", "b"]]) }, editions);
  expect(await readLink(`#${fragment.slice(0, -3)}`, editions)).toMatchObject({
    kind: "problem",
    problem: { kind: "damaged" },
  });
});

test("what is told of the server is what differs, and how many lines nobody can read", () => {
  const ini = "[server]\nserver = cgi\npersistent_session = on\nprocesses = many\n";
  expect(serverOf({ files: new Map([["server.ini", ini]]), language: "en" })).toEqual({
    options: ["persistent_session = on", "server = cgi"],
    mistakes: 1,
  });
});

test("the work of a link has the lesson beside it, and nothing carried where nothing was taken along", () => {
  expect(beginningOf(untouched, "link")).toMatchObject({
    facts: { name: "", origin: "link", language: "en", lesson: "two-pages" },
    files: Object.fromEntries(site),
  });
  expect(beginningOf(untouched, "link").carried).toBeUndefined();
});
