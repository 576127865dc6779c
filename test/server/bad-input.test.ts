/** Wrong pages and wrong requests: each gets a page that names what is wrong, and the next request works. */
import { expect, test } from "vitest";
import { createWorld, type Files, plainText, type Visit, type VisitOptions, visit } from "./harness.ts";

/** The answer to one request; afterwards the server must still answer another. */
function attempt(files: Files, path: string, options: VisitOptions = {}, limits = {}): Visit {
  const world = createWorld({ "ok.py": "print 'ok'", ...files }, {}, limits);
  const page = visit(world, "A", path, options);
  expect(visit(world, "A", "/ok.py").text).toBe("ok\n");
  return page;
}

test("a Python syntax error names the line, with CPython's caret", () => {
  const page = attempt({ "p.pih": "<p>\n<% x = = 1 %>\n</p>" }, "/p.pih");
  const text = plainText(page);
  expect(page.status).toBe(200);
  expect(text).toContain("p.pih, line 2");
  expect(text).toContain("SyntaxError: invalid syntax");
});

test("a tag that is not closed is named with its line", () => {
  const text = plainText(attempt({ "p.pih": "<p>\n<p>\n<% print 1\n" }, "/p.pih"));
  expect(text).toContain("p.pih, line 3");
  expect(text).toMatch(/<%.*not closed/);
});

test("a missing file is a 404 that names it and the file that was meant", () => {
  const page = attempt({ "suiteEssaiSession.pih": "" }, "/suiteEssaisession.pih");
  expect(page).toMatchObject({ status: 404, statusText: "Not Found" });
  expect(plainText(page)).toContain("The site has no file suiteEssaisession.pih.");
  expect(page.text).toContain('<a href="/suiteEssaiSession.pih">');
});

test.each([
  ["/a%00.pih", "%00"],
  ["/%2e%2e/x", "cannot leave the site"],
  ["/x/..%2f..%2fy", "cannot leave the site"],
  ["/%zz", "%zz"],
])("the address %s is a 400 that says why", (path, reason) => {
  const page = attempt({}, path);
  expect(page.status).toBe(400);
  expect(plainText(page)).toContain(reason);
});

test("an upload of 5 MB arrives whole", () => {
  const head = '--X\r\nContent-Disposition: form-data; name="f"; filename="big.bin"\r\n\r\n';
  const bytes = new TextEncoder().encode(`${head}${"x".repeat(5 * 1024 * 1024)}\r\n--X--\r\n`);
  const fields: [string, string][] = [["Content-Type", "multipart/form-data; boundary=X"]];
  const page = attempt({ "p.py": "print len(_f.value)" }, "/p.py", { method: "POST", body: bytes, fields });
  expect(page.text).toBe(`${5 * 1024 * 1024}\n`);
});

test("a body above the limit is a 413 that names both sizes", () => {
  const body = new Uint8Array(17 * 1024 * 1024);
  const page = attempt({}, "/ok.py", { method: "POST", body });
  expect(page.status).toBe(413);
  expect(plainText(page)).toContain("17.0 MB; this server takes up to 16 MB");
});

test("methods: 405 with what is allowed, 501 for one that HTTP does not know", () => {
  const page = attempt({ "a.html": "" }, "/a.html", { method: "POST" });
  expect(page.status).toBe(405);
  expect(page.response.fields).toContainEqual(["Allow", "GET, HEAD"]);
  expect(attempt({}, "/ok.py", { method: "DELETE" }).status).toBe(405);
  expect(attempt({}, "/ok.py", { method: "BAKE" }).status).toBe(501);
});

test("HEAD runs the page and leaves its body out", () => {
  const page = attempt({}, "/ok.py", { method: "HEAD" });
  expect(page.text).toBe("");
  expect(page.response.fields).toContainEqual(["Content-Length", "3"]);
});

test("kinds of pages that are not here yet are a 501 that says so", () => {
  const page = attempt({ "a.ks": "" }, "/a.ks/index");
  expect(page.status).toBe(501);
  expect(plainText(page)).toContain("This server runs .pih and .py pages.");
});

test("a directory is redirected to its slash, without an index page it is forbidden", () => {
  expect(attempt({ "d/a.pih": "" }, "/d")).toMatchObject({ status: 302, location: "/d/" });
  expect(attempt({ "d/a.pih": "" }, "/d/").status).toBe(403);
});

test("a name that several files answer to is a choice", () => {
  const page = attempt({ "a.html": "", "a.pih": "" }, "/a");
  expect(page.status).toBe(300);
  expect(page.text).toContain('<a href="/a.html">');
  expect(page.text).toContain('<a href="/a.pih">');
});

test.each([
  ["a loop that never ends", "n = 0\nwhile 1:\n  try: n += 1\n  except: pass", /used its 20,000 steps/, 2],
  ["a string of a gigabyte", "n = 1\ns = 'a' * 10 ** 9", /asked for one value/, 2],
  ["output without end", "while 1: print 'x' * 1000", /printed more than/, 1],
])("%s is stopped with a page that says so and names the line", (_what, code, sentence, line) => {
  const page = attempt({ "p.py": code }, "/p.py", {}, { steps: 20_000, output: 100_000 });
  const text = plainText(page);
  expect(text).toMatch(sentence);
  expect(text).toMatch(new RegExp(`p\\.py, line [${line}-9]`));
});

test("recursion without end is CPython's RuntimeError", () => {
  const text = plainText(attempt({ "p.py": "def f(): f()\nf()" }, "/p.py"));
  expect(text).toContain("RuntimeError: maximum recursion depth exceeded");
});

test("static files are sent by media type, byte for byte", () => {
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255]);
  const page = attempt({ "a.png": bytes, "s.css": "p { color: red }" }, "/a.png");
  expect(page.response.body).toEqual(bytes);
  expect(page.response.fields).toContainEqual(["Content-Type", "image/png"]);
  expect(attempt({ "s.css": "é" }, "/s.css").response.fields).toContainEqual([
    "Content-Type",
    "text/css; charset=utf-8",
  ]);
});
