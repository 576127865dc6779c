import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cookieOf, exchange, getRaw, openService, rawSocket } from "./test-service.ts";

/** A page that counts its visits. */
const counter = `<%
session = Session()
if not hasattr(session, "visits"): session.visits = 0
session.visits += 1
print "visit", session.visits
%>`;
/** A page that says that it has begun, and never ends. */
const endless = "<%\nimport sys\nprint >>sys.stderr, 'begun'\nwhile True: pass\n%>";

test("each client has a session of its own, by a real cookie", async () => {
  const { address, get } = await openService({ "a.pih": counter });
  const [a, b] = [cookieOf(await fetch(`${address}a.pih`)), cookieOf(await fetch(`${address}a.pih`))];
  expect(a).toMatch(/^sessionId=[A-Za-z0-9]{16}$/);
  expect(a).not.toBe(b);
  expect(await get("/a.pih", a)).toContain("visit 2");
  expect(await get("/a.pih", a)).toContain("visit 3");
  expect(await get("/a.pih", b)).toContain("visit 2");
});

test("an edited, a new and a deleted file are seen by the next request", async () => {
  const { get, site } = await openService({ "a.pih": "<% print 1 %>" });
  expect(await get("/a.pih")).toContain("1");
  writeFileSync(join(site, "a.pih"), "<% print 2 %>");
  expect(await get("/a.pih")).toContain("2");
  mkdirSync(join(site, "deep"));
  writeFileSync(join(site, "deep/b.html"), "hello");
  expect(await get("/deep/b.html")).toBe("hello");
  rmSync(join(site, "a.pih"));
  expect(await get("/a.pih")).toContain("404 Not Found");
});

test("a request that waits for ever is ended, as nobody is here to stop it", async () => {
  const { get } = await openService({
    "verrous.py": "import threading\nverrou = threading.Lock()",
    "keep.pih": "<% import verrous\nverrous.verrou.acquire() %>kept",
    "a.html": "fine",
  });
  expect(await get("/keep.pih")).toContain("kept");
  expect(await get("/keep.pih")).toMatch(/This request could never go on.*took and never released/s);
  expect(await get("/a.html")).toBe("fine");
});

test("a page of bytes that are not UTF-8 arrives byte for byte", async () => {
  const { address } = await openService({ "a.html": "caf\u00e9" });
  const bytes = new Uint8Array(await (await fetch(`${address}a.html`)).arrayBuffer());
  expect([...bytes]).toEqual([0x63, 0x61, 0x66, 0xe9]);
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/deep/../../secret.txt",
  "/..%2fsecret.txt",
  "/..\\secret.txt",
  "/%5c..%5csecret.txt",
  "/secret.txt%00.html",
  "//secret.txt",
  "/link.txt",
  "/linked/secret.txt",
  "/.hidden",
  "/server.ini",
])("%s leads to nothing that is not a page of the site", async (target) => {
  const { port, site } = await openService({
    "deep/a.html": "",
    ".hidden": "secret",
    "server.ini": "; secret",
  });
  writeFileSync(join(site, "../secret.txt"), "secret");
  symlinkSync("../secret.txt", join(site, "link.txt"));
  symlinkSync("..", join(site, "linked"));
  const answer = await getRaw(port, target);
  expect(answer).toMatch(/^HTTP\/1\.1 40[034] /);
  expect(answer.split("\r\n\r\n")[1]).not.toMatch(/^(?:; )?secret$/);
});

test("a link to a file of the folder is that file", async () => {
  const { get, site, errors } = await openService({ "a.html": "hello" });
  symlinkSync("a.html", join(site, "b.html"));
  symlinkSync("/etc/passwd", join(site, "c.html"));
  expect(await get("/b.html")).toBe("hello");
  expect(errors()).toContain("c.html is not served: it is a link that leads out of the folder");
});

test("HEAD has the length and no body, and a range is not minded", async () => {
  const { port } = await openService({ "a.html": "hello" });
  const head = await exchange(port, "HEAD /a.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\nDate: \w{3}, \d\d .* GMT\r\nServer: Biscuiterie/);
  expect(head).toMatch(/Content-Length: 5\r\n[\s\S]*\r\n\r\n$/);
  expect(await getRaw(port, "/a.html", "Range: bytes=0-1\r\n")).toMatch(
    /^HTTP\/1\.1 200 OK[\s\S]*\r\n\r\nhello$/,
  );
});

test("a connection stays open for the next request", async () => {
  const { port } = await openService({ "a.html": "hello" });
  const one = "GET /a.html HTTP/1.1\r\nHost: localhost\r\n";
  const answers = await exchange(port, `${one}\r\n${one}Connection: close\r\n\r\n`);
  expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
});

test("a form's fields arrive as bytes", async () => {
  const { address } = await openService({ "a.pih": "<% print repr(_x) %>" });
  const posted = await fetch(`${address}a.pih`, { method: "POST", body: new URLSearchParams({ x: "é" }) });
  expect(await posted.text()).toContain(String.raw`'\xc3\xa9'`);
});

test("a page cannot set the fields of the connection itself", async () => {
  const page = `<%
RESPONSE["X-Mine"] = "caf\\xe9"
RESPONSE["Transfer-Encoding"] = "chunked"
RESPONSE["Connection"] = "upgrade"
print "hello"
%>`;
  const { port } = await openService({ "a.pih": page });
  const answer = await getRaw(port, "/a.pih");
  expect(answer).toContain("X-Mine: caf\u00e9\r\n");
  expect(answer).not.toMatch(/chunked|upgrade/);
});

test.each([
  ["a body that says that it is too large", "Content-Length: 2000\r\n\r\n", "413 Content Too Large"],
  [
    "a body that becomes too large",
    `Transfer-Encoding: chunked\r\n\r\n7d0\r\n${"x".repeat(2000)}\r\n`,
    "413 Content Too Large",
  ],
  [
    "a large body that asks first",
    "Content-Length: 2000\r\nExpect: 100-continue\r\n\r\n",
    "413 Content Too Large",
  ],
  ["a header that is too large", `X: ${"x".repeat(20_000)}\r\n\r\n`, "431 Request Header Fields Too Large"],
  ["what is no HTTP", "no field\r\n\r\n", "400 Bad Request"],
])("%s is refused", async (_what, rest, status) => {
  const { port, out, close } = await openService({ "a.pih": "" }, { limits: { body: 1000 } });
  const answer = await exchange(port, `POST /a.pih HTTP/1.1\r\nHost: localhost\r\n${rest}`);
  expect(answer.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true);
  expect(answer).toContain(`<p class="status">${status}</p>`);
  await close();
  expect(out()).toContain(`HTTP/`);
});

test("a client hears that its body is too large while it is still sending", async () => {
  const { address } = await openService({ "a.pih": "" }, { limits: { body: 1000 } });
  const response = await fetch(`${address}a.pih`, { method: "POST", body: "x".repeat(5_000_000) });
  expect(response.status).toBe(413);
});

test("a Host that is none is refused", async () => {
  const { port } = await openService({ "a.html": "" });
  const answer = await exchange(port, "GET /a.html HTTP/1.1\r\nHost: a/../b\r\n\r\n");
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

test.each([
  ["a header", "GET /a.html HTTP/1.1\r\nHost: loc"],
  ["a body", "POST /a.pih HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc"],
])("%s that does not come to its end is given up, and others are answered meanwhile", async (_what, text) => {
  const limits = { headersTimeout: 300, requestTimeout: 300 };
  const { port, get } = await openService({ "a.html": "hello", "a.pih": "" }, { limits });
  const slow = exchange(port, text);
  expect(await get("/a.html")).toBe("hello");
  expect(await slow).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test("clients that vanish in the middle leave nothing behind", async () => {
  const { port, get, errors } = await openService({ "a.html": "hello", "a.pih": "" });
  for (const text of [
    "GET /a.h",
    "POST /a.pih HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc",
    "GET /a.html HTTP/1.1\r\nHost: x\r\n\r\n",
  ]) {
    const socket = rawSocket(port, text);
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.resetAndDestroy();
  }
  expect(await get("/a.html")).toBe("hello");
  expect(errors()).toBe("");
});

/** Asks for the endless page and, when it has begun, for another; says who was answered first. */
async function race(server: "monoprocess" | "multithread" | "multiprocess" | "cgi"): Promise<string[]> {
  const files = { "endless.pih": endless, "a.pih": "<% print 1 %>" };
  const options = { configuration: { server, persistent_session: true } };
  const { get, heard } = await openService(files, options);
  const order: string[] = [];
  const ask = async (path: string) => {
    const text = await get(path);
    order.push(text.includes("was stopped") ? `${path} was stopped` : path);
  };
  const first = ask("/endless.pih");
  await heard("begun");
  await Promise.all([first, ask("/a.pih")]);
  return order;
}

test.each(["multithread", "multiprocess", "cgi"] as const)(
  "%s: an endless page is stopped, and others are answered meanwhile",
  async (server) => {
    expect(await race(server)).toEqual(["/a.pih", "/endless.pih was stopped"]);
  },
);

test("monoprocess: others wait until an endless page is stopped", async () => {
  expect(await race("monoprocess")).toEqual(["/endless.pih was stopped", "/a.pih"]);
});

test("closing answers what has arrived and takes nothing more", async () => {
  const { get, heard, close, port } = await openService({ "endless.pih": endless, "a.html": "hello" });
  const idle = exchange(port, "");
  const running = get("/endless.pih");
  await heard("begun");
  const closed = close();
  expect(await running).toContain("was stopped");
  await closed;
  expect(await idle).toBe("");
  await expect(get("/a.html")).rejects.toThrow();
});

test("each request is a line, and what pages write to sys.stderr and their errors go to the error stream", async () => {
  const page = "<%\nimport sys\nprint >>sys.stderr, 'beware \\x1b[31m'\nprint 1/0\n%>";
  const { get, out, errors, close } = await openService({ "a.pih": page });
  await get("/a.pih?x=%22");
  await close();
  expect(out()).toMatch(
    /^127\.0\.0\.1 - - \[\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000\] "GET \/a\.pih\?x=%22 HTTP\/1\.1" 200 \d+\n$/,
  );
  expect(errors()).toContain("beware \ufffd[31m\n");
  expect(errors()).toContain("a.pih, line 4: ZeroDivisionError: integer division or modulo by zero\n");
});

test("standard modules written in Python are there", async () => {
  const { get } = await openService({ "a.pih": "<%\nimport json\nprint json.dumps([1])\n%>" });
  expect(await get("/a.pih")).toContain("[1]");
});

test("memory sessions where memory is not shared are warned of", async () => {
  const { errors } = await openService({ "a.pih": "" }, { configuration: { server: "cgi" } });
  expect(errors()).not.toBe("");
});
