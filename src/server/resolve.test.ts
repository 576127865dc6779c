import { expect, test } from "vitest";
import { emptyProject } from "../project/index.ts";
import { parseTarget } from "./request-target.ts";
import { type Resolution, resolveTarget } from "./resolve.ts";

function resolve(path: string, ...files: string[]): Resolution {
  const target = parseTarget(`http://localhost${path}`);
  if (!target.ok) throw new Error(target.reason);
  return resolveTarget({ ...emptyProject, files: new Map(files.map((file) => [file, ""])) }, target);
}

test("a file is found by its name", () => {
  expect(resolve("/a/b.pih", "a/b.pih")).toEqual({
    kind: "script",
    file: "a/b.pih",
    language: "pih",
    subpath: [],
  });
  expect(resolve("/style.css", "style.css")).toEqual({ kind: "static", file: "style.css" });
});

test("names after a script are its subpath, after a file they lead nowhere", () => {
  expect(resolve("/a.py/x/y", "a.py")).toMatchObject({ kind: "script", file: "a.py", subpath: ["x", "y"] });
  expect(resolve("/a.html/x", "a.html")).toMatchObject({ kind: "missing" });
});

test("the ending may be left out when one file answers to the name", () => {
  expect(resolve("/debut", "debut.pih")).toMatchObject({ kind: "script", file: "debut.pih" });
  expect(resolve("/debut", "debut.pih", "debut.html")).toEqual({
    kind: "choice",
    files: ["debut.html", "debut.pih"],
  });
});

test("a directory shows its only index page", () => {
  expect(resolve("/", "index.html")).toEqual({ kind: "static", file: "index.html" });
  expect(resolve("/a/", "a/index.pih")).toMatchObject({ kind: "script", file: "a/index.pih" });
  expect(resolve("/a/", "a/index.pih", "a/index.py")).toMatchObject({ kind: "choice" });
});

test("a directory without index page is not listed", () => {
  expect(resolve("/a/", "a/b.pih")).toMatchObject({ kind: "forbidden", file: "a/" });
  expect(resolve("/")).toMatchObject({ kind: "forbidden" });
});

test("a directory asked for without its slash is a redirect that keeps the query", () => {
  expect(resolve("/a?x=1", "a/b.pih")).toEqual({ kind: "directory-redirect", location: "/a/?x=1" });
});

test("a missing file names those that come near", () => {
  expect(resolve("/debutEssai.pih", "debutEssaiSession.pih", "style.css")).toEqual({
    kind: "missing",
    file: "debutEssai.pih",
    near: ["debutEssaiSession.pih"],
  });
  expect(resolve("/SuiteEssaisession.pih", "suiteEssaiSession.pih", "a.css")).toMatchObject({
    near: ["suiteEssaiSession.pih"],
  });
  expect(resolve("/suiteEssai.html", "suiteEssai.pih")).toMatchObject({ near: ["suiteEssai.pih"] });
});

test("kinds of pages that are not here yet are named, the server's own files are hidden", () => {
  expect(resolve("/a.ks/index", "a.ks")).toMatchObject({ kind: "unsupported", extension: "ks" });
  expect(resolve("/a.hip", "a.hip")).toEqual({ kind: "unsupported", file: "a.hip", extension: "hip" });
  expect(resolve("/server.ini", "server.ini")).toMatchObject({ kind: "forbidden" });
});
