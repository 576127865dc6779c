import fc from "fast-check";
import { expect, test } from "vitest";
import type { Field, ServerResponse } from "../server/index.ts";
import { contentSecurityPolicy, type Destination, isolate, isolatePage } from "./isolation.ts";

const workspace = "0123456789abcdef0123456789abcdef";
const scope = `https://host.test/b/~/${workspace}/A/`;
const destination: Destination = {
  origin: "https://host.test",
  base: "/b/",
  address: { workspace, browser: "A", url: "http://localhost/panier/a.pih" },
  marker: { kind: "answer", request: 5 },
};

function respond(fields: Field[], body: string | Uint8Array = "", status = 200): ServerResponse {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return { status, statusText: "OK", fields, body: bytes };
}

const html: Field = ["Content-Type", "text/html; charset=utf-8"];

test("puts the marker in front of HTML, and leaves the rest byte for byte", async () => {
  const page = "<!DOCTYPE html><p>é";
  const response = isolate(respond([html], page), destination);
  expect(await response.text()).toBe(`<!--biscuiterie answer 5-->${page}`);
});

test("sends the body when what the destination waits for has come, and the head at once", async () => {
  let come = () => {};
  const bodyAfter = new Promise<void>((resolve) => {
    come = resolve;
  });
  const response = isolate(respond([html], "late"), { ...destination, bodyAfter });
  expect(response.status).toBe(200);
  const text = response.text();
  expect(await Promise.race([text, Promise.resolve("nothing yet")])).toBe("nothing yet");
  come();
  expect(await text).toBe("<!--biscuiterie answer 5-->late");
});

test("puts the marker behind a byte order mark", async () => {
  const response = isolate(respond([html], "\ufeff<p>x"), destination);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe("<!--biscuiterie answer 5--><p>x");
});

test("leaves other media types alone, byte for byte", async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const response = isolate(respond([["Content-Type", "image/png"]], bytes), destination);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});

test("every answer carries the policy of its own scope", () => {
  for (const fields of [[html], [["Content-Type", "text/css"]], []] as Field[][]) {
    const policy = isolate(respond(fields), destination).headers.get("content-security-policy");
    expect(policy).toBe(contentSecurityPolicy(scope));
  }
});

test("the policy allows nothing but its own scope", () => {
  const policy = contentSecurityPolicy(scope);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'none'");
  expect(policy).toContain(`form-action ${scope}`);
  const sources = policy.match(/\bhttps?:\S+/g)?.map((source) => source.replace(/;$/, "")) ?? [];
  expect(new Set(sources)).toEqual(new Set([scope]));
});

test("what a page shows may come from the worker's own script, as Firefox sees it; a form may not go there", () => {
  const script = "https://host.test/b/sw-1.js";
  const policy = isolate(respond([html]), { ...destination, script }).headers.get("content-security-policy");
  for (const part of ["style", "img", "font", "media", "frame"]) {
    expect(policy).toContain(`${part}-src ${scope} ${script}`);
  }
  expect(policy?.split(script)).toHaveLength(6);
});

test("says `sandbox` a second time only where frames need no scripts", () => {
  expect(contentSecurityPolicy(scope)).not.toContain("sandbox");
  expect(
    contentSecurityPolicy(scope, { sandbox: "allow-same-origin allow-forms allow-scripts" }),
  ).not.toContain("sandbox");
  expect(contentSecurityPolicy(scope, { sandbox: "allow-same-origin allow-forms" })).toMatch(
    /sandbox allow-same-origin allow-forms$/,
  );
});

test("lets no field through that is not on the list", () => {
  const allowed =
    /^(content-(type|language|disposition|security-policy)|accept-ranges|last-modified|cache-control|referrer-policy|x-[\w-]+)$/;
  const dangerous = [
    "Refresh",
    "Link",
    "Set-Cookie",
    "Clear-Site-Data",
    "Report-To",
    "NEL",
    "Location",
    "Speculation-Rules",
  ];
  const name = fc.oneof(fc.constantFrom(...dangerous), fc.string(), fc.stringMatching(/^[\w-]+$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.string({ unit: "binary" }))), (fields) => {
      const { headers } = isolate(respond(fields, "x"), destination);
      for (const [key] of headers) expect(key).toMatch(allowed);
      expect(headers.get("content-security-policy")).toBe(contentSecurityPolicy(scope));
    }),
    { numRuns: 2_000 },
  );
});

test("a page cannot replace our own fields", () => {
  const own: Field[] = [
    html,
    ["Content-Security-Policy", "default-src *"],
    ["X-Content-Type-Options", "sniff"],
    ["Referrer-Policy", "unsafe-url"],
    ["X-DNS-Prefetch-Control", "on"],
  ];
  const { headers } = isolate(respond(own), destination);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("x-dns-prefetch-control")).toBe("off");
  expect(headers.get("content-security-policy")).not.toContain("*");
});

test.each([
  ["/index.html", "index.html"],
  ["b.pih?x=1", "panier/b.pih?x=1"],
  ["http://localhost/c.pih", "c.pih"],
  ["../../../c.pih", "c.pih"],
])("keeps a redirect to %s inside the preview", (location, path) => {
  const response = isolate(respond([["Location", location]], "", 302), destination);
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe(scope + path);
});

test("a redirect keeps its method rule but is never permanent", () => {
  const statuses = [301, 302, 303, 307, 308];
  const sent = statuses.map(
    (status) => isolate(respond([["Location", "/"]], "", status), destination).status,
  );
  expect(sent).toEqual([302, 302, 303, 307, 307]);
});

test("a redirect to another site becomes a page that names it", async () => {
  const response = isolate(respond([["Location", "http://evil.test/?a=<b>"]], "", 302), destination);
  expect(response.status).toBe(502);
  expect(response.headers.has("location")).toBe(false);
  expect(await response.text()).toContain("http://evil.test/?a=");
});

test("survives any status and status text", () => {
  for (const status of [0, 100, 101, 199, 204, 205, 304, 600, 999]) {
    expect(() => isolate(respond([html], "x", status), destination)).not.toThrow();
  }
  expect(isolate({ ...respond([html]), statusText: "caf\u00e9\n" }, destination).statusText).toBe("");
});

test("reads UTF-16 as a browser would, and sends UTF-8", async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...[..."<a href=/x>"].flatMap((c) => [c.charCodeAt(0), 0])]);
  const response = isolate(respond([["Content-Type", "text/html"]], utf16), destination);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await response.text()).toBe(`<!--biscuiterie answer 5--><a href="/b/~/${workspace}/A/x">`);
});

test("rewrites XML without a marker, which must not precede its declaration", async () => {
  const body = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><a href="/x"/></svg>';
  const response = isolate(respond([["Content-Type", "image/svg+xml"]], body), destination);
  expect(await response.text()).toBe(body.replace('"/x"', `"/b/~/${workspace}/A/x"`));
});

test("a page of the worker's own may not even show pictures", () => {
  const response = isolatePage("<p>x", 403, { ...destination, marker: { kind: "notice" } });
  expect(response.headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'unsafe-inline'",
  );
});

test("an answer stands in frames of our own pages only, but where the app is embedded elsewhere", () => {
  const policyOf = (embedded?: boolean) =>
    isolate(respond([html]), { ...destination, ...(embedded !== undefined && { embedded }) }).headers.get(
      "content-security-policy",
    );
  expect(policyOf()).toContain("frame-ancestors 'self'");
  expect(policyOf(false)).toBe(policyOf());
  expect(policyOf(true)).toBe(policyOf()?.replace("; frame-ancestors 'self'", ""));
});
