import { expect, test } from "vitest";
import { frameUrls } from "./frame-urls.ts";

const root = "https://host.test/sub/~/0123456789abcdef0123456789abcdef/A/";
const page = (path: string, ...inner: ReturnType<typeof frame>[]) => ({ inner, href: root + path });
const frame = (path: string, inner: { href: string; request: undefined; inner: [] }[] = []) => ({
  href: path.includes(":") ? path : root + path,
  request: undefined,
  inner,
});

test("the frames of a page, in order, as the server knows them", () => {
  const shown = page("set.html", frame("a.pih?x=1#top"), frame("b.pih"));
  expect(frameUrls("/sub/", shown)).toEqual(["http://localhost/a.pih?x=1", "http://localhost/b.pih"]);
});

test("the reference to a stored answer is no part of the address", () => {
  expect(frameUrls("/sub/", page("set.html", frame("b.pih?~answer=4.k3")))).toEqual([
    "http://localhost/b.pih",
  ]);
});

test("a frameset inside stands for its frames", () => {
  const inside = { ...frame("inner.html"), inner: [{ ...frame("b.pih"), inner: [] as [] }] };
  expect(frameUrls("/sub/", { inner: [frame("a.pih"), inside] })).toEqual([
    "http://localhost/a.pih",
    "http://localhost/b.pih",
  ]);
});

test("a page without frames has none, and an empty or foreign frame is none", () => {
  expect(frameUrls("/sub/", page("a.pih"))).toEqual([]);
  expect(frameUrls("/sub/", page("a.pih", frame("about:blank"), frame("https://host.test/x")))).toEqual([]);
});
