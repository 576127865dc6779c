import { expect, test } from "vitest";
import { isOurs } from "./handlers.ts";
import { openSite } from "./test-site.ts";

const counter = `<%
session = Session()
if not hasattr(session, 'n'): session.n = 0
session.n = session.n + 1
print session.n
%>`;

test("answers a static file with its bytes", async () => {
  const site = await openSite({ "style.css": "p { color: red }" });
  const response = await site.visit("/style.css");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/css/);
  expect(await response.text()).toBe("p { color: red }");
});

test("runs a page and keeps its session by the jar's cookie", async () => {
  const site = await openSite({ "n.pih": counter });
  expect((await site.read("/n.pih")).trim()).toBe("1");
  expect((await site.read("/n.pih")).trim()).toBe("2");
  expect(site.events().filter(({ kind }) => kind === "set-cookie")).toHaveLength(1);
});

test("two browsers have two jars", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  expect((await site.read("/n.pih", {}, "B")).trim()).toBe("1");
});

test("two workspaces never meet", async () => {
  const one = await openSite({ "n.pih": counter });
  await one.read("/n.pih");
  const other = await openSite({ "n.pih": counter });
  expect((await other.read("/n.pih")).trim()).toBe("1");
});

test("hands a form to the page, sent either way", async () => {
  const site = await openSite({ "f.pih": "<% print _nom %>" });
  expect((await site.read("/f.pih?nom=Zo%C3%AB")).trim()).toBe("Zoë");
  const body = new URLSearchParams({ nom: "Zoë" });
  expect((await site.read("/f.pih", { method: "POST", body })).trim()).toBe("Zoë");
  const form = new FormData();
  form.set("nom", "Zoë");
  expect((await site.read("/f.pih", { method: "POST", body: form })).trim()).toBe("Zoë");
});

test("takes a file of 5 MB, and the next request works", async () => {
  const site = await openSite({ "f.pih": "<% print len(_doc.file.read()) %>", "a.html": "fine" });
  const form = new FormData();
  form.set("doc", new File([new Uint8Array(5_000_000)], "big.bin"));
  const text = await site.read("/f.pih", { method: "POST", body: form });
  expect(text.trim()).toBe("5000000");
  expect(await site.read("/a.html")).toBe("fine");
});

test("never hands Set-Cookie to the real browser", async () => {
  const site = await openSite({ "n.pih": counter });
  expect((await site.visit("/n.pih")).headers.get("set-cookie")).toBeNull();
});

test("follows a redirect inside the preview", async () => {
  const site = await openSite({ "r.pih": "<% raise HTTP_REDIRECTION, '/t.html' %>", "t.html": "there" });
  const response = await site.visit("/r.pih");
  expect(response.url).toBe(site.address("/t.html"));
  expect(await response.text()).toMatch(/there$/);
});

test("goes Back without running the page again", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  expect((await site.read("/n.pih", { cache: "force-cache" })).trim()).toBe("1");
  expect((await site.read("/n.pih", { cache: "reload" })).trim()).toBe("2");
});

test("goes Back without running where the page announces it", async () => {
  const site = await openSite({ "n.pih": counter });
  await site.read("/n.pih");
  await site.command({ kind: "history-navigation", browser: "A", phase: "begin" });
  expect((await site.read("/n.pih")).trim()).toBe("1");
  await site.command({ kind: "history-navigation", browser: "A", phase: "end" });
  expect((await site.read("/n.pih")).trim()).toBe("2");
});

test("does not send a form again when its answer is no longer kept", async () => {
  const site = await openSite({ "n.pih": counter });
  const response = await site.visit("/n.pih", { method: "POST", body: "x=1", cache: "force-cache" });
  expect(response.status).toBe(410);
  expect((await site.read("/n.pih")).trim()).toBe("1");
});

test("a site that nobody opened is a page that says so", async () => {
  const site = await openSite({});
  const url = site.address("/x").replace(/[0-9a-f]{32}/, "f".repeat(32));
  const response = await fetch(url);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("not open");
});

test("a malformed preview address is nothing", async () => {
  const site = await openSite({});
  const url = site.address("/x").replace("/A/", "/AA/");
  expect((await fetch(url)).status).toBe(404);
});

test("the probe says what it is", async () => {
  const site = await openSite({});
  const url = site.address("/x").replace(/~.*/, "~/probe");
  expect(await (await fetch(url)).text()).toMatch(/^<!--biscuiterie probe-->/);
});

test("takes previews and framed documents for its own, and leaves the app to the static host", () => {
  const place = { origin: "http://host.test", base: "/app/" };
  const request = (url: string, destination = "") => ({ url, destination }) as Request;
  expect(isOurs(request("http://host.test/app/~/x"), place)).toBe(true);
  expect(isOurs(request("http://host.test/app/"), place)).toBe(false);
  expect(isOurs(request("http://host.test/app/", "iframe"), place)).toBe(true);
  expect(isOurs(request("http://host.test/elsewhere", "iframe"), place)).toBe(false);
  expect(isOurs(request("http://other.test/app/~/x", "iframe"), place)).toBe(false);
});

test("lets the app into a page of another site by `?embed`, and nothing else, and no preview asks for it", () => {
  const place = { origin: "http://host.test", base: "/app/" };
  const request = (path: string, fields: Partial<Request> = {}) =>
    ({
      url: `http://host.test${path}`,
      destination: "iframe",
      mode: "navigate",
      referrer: "https://course.test/",
      ...fields,
    }) as Request;
  expect(isOurs(request("/app/?embed"), place)).toBe(false);
  expect(isOurs(request("/app/?embed&parts=code"), place)).toBe(false);
  expect(isOurs(request("/app/?embed", { referrer: "" }), place)).toBe(false);
  for (const path of ["/app/", "/app/?embedded", "/app/index.html?embed", "/app/a?embed", "/app/~/x?embed"])
    expect(isOurs(request(path), place), path).toBe(true);
  const inside = { referrer: "http://host.test/app/~/0123456789abcdef0123456789abcdef/A/x.html" };
  expect(isOurs(request("/app/?embed", inside), place)).toBe(true);
  for (const destination of ["frame", "embed", "object"] as const)
    expect(isOurs(request("/app/?embed", { destination }), place), destination).toBe(true);
});
