import { expect, test } from "vitest";
import { RAW_BODY_LIMIT, reasonPhrase, stringifyRequest, stringifyResponse } from "./messages.ts";

test("a request is written as on the wire, with its host", () => {
  const request = {
    id: 1,
    browser: "A",
    method: "POST",
    url: "http://localhost/a.pih?x=1",
    fields: [["Content-Type", "text/plain"]] as [string, string][],
    body: new TextEncoder().encode("é"),
  };
  expect(stringifyRequest(request)).toBe(
    "POST /a.pih?x=1 HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n\r\né",
  );
});

test("a response keeps the order and the repetition of its fields", () => {
  const fields: [string, string][] = [
    ["Set-Cookie", "a=1"],
    ["Set-Cookie", "b=2"],
  ];
  const response = { status: 302, statusText: "Found", fields, body: new Uint8Array() };
  expect(stringifyResponse(response)).toBe(
    "HTTP/1.1 302 Found\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n",
  );
});

test("a long body is cut, and its length told", () => {
  const body = new Uint8Array(RAW_BODY_LIMIT + 10).fill(97);
  const raw = stringifyResponse({ status: 200, statusText: "OK", fields: [], body });
  expect(raw.length).toBeLessThan(RAW_BODY_LIMIT + 100);
  expect(raw).toContain(`(the first ${RAW_BODY_LIMIT} of ${RAW_BODY_LIMIT + 10} bytes)`);
});

test("a status without a standard phrase has none", () => {
  expect(reasonPhrase(404)).toBe("Not Found");
  expect(reasonPhrase(299)).toBe("");
});
