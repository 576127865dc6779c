import { expect, test } from "vitest";
import { parseTarget, stringifyPath } from "./request-target.ts";

test("a URL is read as decoded names and the query as sent", () => {
  expect(parseTarget("http://localhost/panier/d%C3%A9but.pih?x=1%20&y#z")).toEqual({
    ok: true,
    names: ["panier", "début.pih"],
    directory: false,
    path: "/panier/d%C3%A9but.pih",
    query: "x=1%20&y",
  });
});

test("the root and a path ending in a slash are directories", () => {
  expect(parseTarget("http://localhost")).toMatchObject({ names: [], directory: true, path: "/" });
  expect(parseTarget("http://localhost/a/")).toMatchObject({ names: ["a"], directory: true });
});

test.each([
  ["/a%zz", "%zz"],
  ["/a%4", "%4"],
  ["/a%", "%"],
  ["/a%00.pih", "%00"],
  ["/%2e%2e/secret", ".."],
  ["/x/..%2fsecret", ".."],
  ["/a%0d%0ab", '"\\r"'],
  ["/a%5cb", '"\\\\"'],
  ["/%ff", "/%ff"],
])("the path %s is refused, naming %s", (path, found) => {
  expect(parseTarget(`http://localhost${path}`)).toMatchObject({ ok: false, found });
});

test("a file's path is written so that it can be read again", () => {
  const path = stringifyPath("panier/dé but?.pih");
  expect(parseTarget(path)).toMatchObject({ names: ["panier", "dé but?.pih"] });
});
