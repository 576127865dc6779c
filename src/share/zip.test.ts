import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { anyFiles } from "../../test/share/arbitraries.ts";
import { manualExample } from "../../test/share/fixtures.ts";
import type { FileContent } from "../project/index.ts";
import { unzipSite, type ZipProblem, zipSite } from "./index.ts";

const zips = "test/share/zips";
const pythons = ["python2.7", "python3"].filter((name) => spawnSync(name, ["--version"]).status === 0);

/** A zip made by Python's zipfile; `zips.py` says of what. */
const fromPython = new Uint8Array(readFileSync(join(zips, "site.zip")));

/** Eight megabytes of nothing. */
const bomb = zipSite(new Map([["index.html", "\0".repeat(8 * 1024 * 1024)]]));

function problemOf(bytes: Uint8Array): ZipProblem | "none" {
  const unzipped = unzipSite(bytes);
  return unzipped.ok ? "none" : unzipped.problem;
}

/** A zip of `files`, with the 16 bits at `place` of each entry in its directory changed. */
function patched(files: Record<string, string>, place: number, value: number): Uint8Array {
  const bytes = zipSite(new Map(Object.entries(files)));
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + place, value, true);
  return bytes;
}

test("what Python has zipped is read: folders, links and what a Mac adds left out, the folder around it taken off", () => {
  const unzipped = unzipSite(fromPython);
  expect(unzipped.ok && [...unzipped.files]).toEqual([
    ["index.html", "<h1>Été</h1>\n".repeat(40)],
    ["pages/gâteau.pih", "<% print 1 %>\n"],
    ["dot.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff)],
    ["server.ini", "[server]\nserver = cgi\n"],
  ]);
});

test.skipIf(pythons.length === 0)("Python reads what we have zipped", () => {
  const folder = mkdtempSync(join(tmpdir(), "biscuiterie-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const zip = join(folder, "site.zip");
  const files = new Map<string, FileContent>([
    ...manualExample,
    ["été/œuf.bin", Uint8Array.of(0, 255, 128)],
    ["empty.txt", ""],
  ]);
  writeFileSync(zip, zipSite(files));
  const expected = [...files].map(([path, content]) => [path, Buffer.from(content).toString("hex")]);
  for (const python of pythons) {
    const { stdout } = spawnSync(python, [join(zips, "zips.py"), "read", zip], { encoding: "utf8" });
    expect(JSON.parse(stdout)).toEqual(Object.fromEntries(expected));
  }
});

test("any site comes back from its zip; bytes that are UTF-8 come back as text", () => {
  fc.assert(
    fc.property(anyFiles({ least: 1 }), (files) => {
      const unzipped = unzipSite(zipSite(files));
      const texts = [...files].map(([path, content]) => [path, asText(content)] as const);
      expect(unzipped).toEqual({ ok: true, files: new Map(texts) });
    }),
    { numRuns: 200 },
  );
});

function asText(content: FileContent): FileContent {
  const text = Buffer.from(content).toString("utf8");
  return Buffer.from(text).equals(Buffer.from(content)) ? text : content;
}

test("the same site gives the same bytes, whatever the day and the time zone", () => {
  const before = process.env["TZ"];
  onTestFinished(() => {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  });
  const [here, there] = ["Pacific/Kiritimati", "America/Los_Angeles"].map((zone) => {
    process.env["TZ"] = zone;
    return zipSite(manualExample);
  });
  expect(here).toEqual(there);
});

test("a site whose files are all in one folder keeps it", () => {
  const files = new Map([["pages/a.pih", "1"]]);
  expect(unzipSite(zipSite(files))).toEqual({ ok: true, files });
});

test("a name in the letters of an old Windows is read", () => {
  const bytes = zipSite(new Map([["a\u00e9\u00e9.pih", "1"]]));
  const old = Uint8Array.from(bytes);
  const view = new DataView(old.buffer);
  for (let at = 0; at + 4 <= old.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint16(at + 8, 0, true);
      old.set([0x61, 0x82, 0x82, 0x85, 0x8a], at + 46);
    }
  }
  const name = "a\u00e9\u00e9\u00e0\u00e8.pih";
  expect(unzipSite(old)).toEqual({ ok: true, files: new Map([[name, "1"]]) });
});

test("a bomb is refused by what it says it will be", () => {
  expect(problemOf(bomb)).toEqual({ kind: "too-large", what: "file" });
});

test("a bomb that says it is small is stopped as soon as it is more", () => {
  const liar = bomb.slice();
  const view = new DataView(liar.buffer);
  for (let at = 0; at + 4 <= liar.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  expect(problemOf(liar)).toEqual({ kind: "damaged", path: "index.html" });
});

test("files that are small alone and too large together are refused", () => {
  const files = new Map(Array.from({ length: 5 }, (_, at) => [`${at}.txt`, "x".repeat(250_000)]));
  expect(problemOf(zipSite(files))).toEqual({ kind: "too-large", what: "text" });
});

test("10,000 files are refused", () => {
  const files = new Map(Array.from({ length: 10_000 }, (_, at) => [`${at}.txt`, ""]));
  expect(problemOf(zipSite(files))).toEqual({ kind: "too-large", what: "files" });
});

test.each(["../a.pih", "a/../../b.pih", "/etc/passwd", "C:/a.pih", "a\0.pih", "constructor/a.pih", ".."])(
  "a file called %j is refused",
  (path) => {
    expect(
      problemOf(
        zipSite(
          new Map([
            [path, "1"],
            ["b.pih", "2"],
          ]),
        ),
      ),
    ).toMatchObject({ kind: "bad-content" });
  },
);

test.each<[string, number, number, ZipProblem]>([
  ["a password", 8, 1, { kind: "encrypted", path: "a.pih" }],
  ["a compression that nobody knows", 10, 14, { kind: "unknown-compression", path: "a.pih", method: 14 }],
  ["a wrong CRC-32", 16, 0x1234, { kind: "damaged", path: "a.pih" }],
  ["a place beyond the end", 42, 0x7fff, { kind: "damaged", path: "a.pih" }],
])("%s is told", (_what, place, value, problem) => {
  expect(problemOf(patched({ "a.pih": "print 1", "b.pih": "print 2" }, place, value))).toEqual(problem);
});

test.each<[string, number, number, ZipProblem]>([
  ["a zip64", 16, 0xffffffff, { kind: "zip64" }],
  ["a part of several", 4, 1 + (1 << 16), { kind: "split" }],
  ["an empty zip", 8, 0, { kind: "empty" }],
  ["a directory that begins elsewhere", 16, 5, { kind: "not-a-zip" }],
])("%s is told", (_what, place, value, problem) => {
  const bytes = zipSite(new Map([["a.pih", "print 1"]]));
  new DataView(bytes.buffer).setUint32(bytes.length - 22 + place, value, true);
  expect(problemOf(bytes)).toEqual(problem);
});

test("a zip that is cut or changed anywhere gives a problem or a site, and never throws", () => {
  fc.assert(
    fc.property(
      fc.nat(fromPython.length),
      fc.array(fc.tuple(fc.nat(fromPython.length - 1), fc.nat(255)), { maxLength: 3 }),
      (end, changes) => {
        const bytes = fromPython.slice();
        for (const [at, value] of changes) bytes[at] = value;
        expect(typeof unzipSite(bytes).ok).toBe("boolean");
        expect(unzipSite(bytes.slice(0, end)).ok).toBe(end === fromPython.length && unzipSite(bytes).ok);
      },
    ),
    { numRuns: 1_000 },
  );
});
