import fc from "fast-check";
import { expect, test } from "vitest";
import { isWorkspaceId, parsePreviewUrl, stringifyPreviewUrl } from "./preview-url.ts";

const workspace = "0123456789abcdef0123456789abcdef";
const base = "/sub/path/";

test("places a page of a browser under the base, the workspace and the browser", () => {
  const path = stringifyPreviewUrl(base, { workspace, browser: "A", url: "http://localhost/a/b.pih?x=1#y" });
  expect(path).toBe(`/sub/path/~/${workspace}/A/a/b.pih?x=1#y`);
});

test("reads an address back, absolute or as a path", () => {
  const path = `${base}~/${workspace}/B/a.pih?x=1`;
  const expected = { workspace, browser: "B", url: "http://localhost/a.pih?x=1" };
  expect(parsePreviewUrl(base, path)).toEqual(expected);
  expect(parsePreviewUrl(base, `https://host.test${path}`)).toEqual(expected);
});

test.each([
  "/sub/path/",
  "/sub/path/index.html",
  "/sub/path/~/probe",
  `/sub/path/~/${workspace}`,
  `/sub/path/~/${workspace}/A`,
  `/sub/path/~/${workspace}/AB/x`,
  `/sub/path/~/${workspace.toUpperCase()}/A/x`,
  `/~/${workspace}/A/x`,
])("takes %s for no preview", (path) => {
  expect(parsePreviewUrl(base, path)).toBeNull();
});

test("has no place for another host, port or scheme", () => {
  for (const url of [
    "http://evil.test/",
    "http://localhost:8080/",
    "https://localhost/",
    "javascript:1",
    "x",
  ]) {
    expect(stringifyPreviewUrl(base, { workspace, browser: "A", url })).toBeNull();
  }
});

test("keeps the reference to a stored answer out of the address that is shown", () => {
  const address = {
    workspace,
    browser: "A",
    url: "http://localhost/a.pih?x=1",
    answer: { request: 7, token: "k3" },
  };
  const path = stringifyPreviewUrl(base, address);
  expect(path).toBe(`/sub/path/~/${workspace}/A/a.pih?x=1&~answer=7.k3`);
  expect(parsePreviewUrl(base, path ?? "")).toEqual(address);
});

test("leaves a parameter of that name alone when it is not last", () => {
  const url = "http://localhost/a.pih?~answer=7.k3&x=1";
  const path = stringifyPreviewUrl(base, { workspace, browser: "A", url }) ?? "";
  expect(parsePreviewUrl(base, path)).toEqual({ workspace, browser: "A", url });
});

test("brings every address back as it was", () => {
  const property = fc.property(
    fc.webPath(),
    fc.webQueryParameters(),
    fc.option(fc.nat()),
    (path, query, request) => {
      const url = new URL(`http://localhost/${path}?${query}`).href;
      const answer = request === null ? {} : { answer: { request, token: "a1" } };
      const address = { workspace, browser: "C", url, ...answer };
      expect(parsePreviewUrl(base, stringifyPreviewUrl(base, address) ?? "")).toEqual(address);
    },
  );
  fc.assert(property);
});

test("knows a workspace id", () => {
  expect(isWorkspaceId(workspace)).toBe(true);
  expect(isWorkspaceId(`${workspace}0`)).toBe(false);
  expect(isWorkspaceId("../../../../../../../../../../../")).toBe(false);
});
