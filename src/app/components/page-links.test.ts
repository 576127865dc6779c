import { expect, test } from "vitest";
import { parseLink } from "./page-links.ts";

test("a link names a line with the request that ran it, or a request", () => {
  expect(parseLink({ file: "a.pih", line: "4", request: "3" })).toEqual({
    kind: "line",
    file: "a.pih",
    line: 4,
    request: 3,
  });
  expect(parseLink({ request: "3" })).toEqual({ kind: "request", request: 3 });
});

test.each([
  {},
  { request: "0" },
  { request: "1.5" },
  { request: "x" },
  { file: "a.pih", request: "1" },
  { file: "a.pih", line: "-1", request: "1" },
])("what no server page writes is no link: %j", (data) => {
  expect(parseLink(data)).toBeNull();
});
