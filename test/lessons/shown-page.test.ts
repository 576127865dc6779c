import { expect, test } from "vitest";
import { documentsOf, fillForm, findLink, frameAddresses, type ShownPage } from "./shown-page.ts";

const url = "http://localhost/shop/index.html?x=1";

test("frames are found wherever they stand, as addresses", () => {
  const html =
    '<frameset><frame src="a.pih"><FRAME name=b src=/b.pih></frameset><iframe src="c?d=1&amp;e=2"></iframe><frame>';
  expect(frameAddresses(page(html))).toEqual([
    "http://localhost/shop/a.pih",
    "http://localhost/b.pih",
    "http://localhost/shop/c?d=1&e=2",
  ]);
});

test("documents come outer ones first", () => {
  const [inner, other] = [page("b"), page("c")];
  const outer = { ...page("a"), frames: [{ ...inner, frames: [other] }] };
  expect(documentsOf(outer).map(({ html }) => html)).toEqual(["a", "b", "c"]);
});

test("the first link that leads there is found", () => {
  const html = '<a name="top"></a><a href="a.pih?n=1">1</a><a href="a.pih?n=2">2</a>';
  expect(findLink(page(html), (address) => address.includes("a.pih"))).toBe(
    "http://localhost/shop/a.pih?n=1",
  );
  expect(findLink(page(html), (address) => address.includes("b.pih"))).toBeUndefined();
});

test("a form is sent as it is filled in, with what is hidden in it and the button that was pressed", () => {
  const html = `<form action="add.pih"><input type="hidden" name="id" value="7"><input name="nom">
    <textarea name="mot">bonjour</textarea><select name="n"><option>1<option value="two" selected>2</select>
    <input type="checkbox" name="c" checked><input type="checkbox" name="d"><input type="radio" name="r" value="x">
    <input name="off" disabled value="1"><input type="reset" name="z">
    <input type="submit" name="ok" value="Go"><button name="other">Other</button></form><input name="outside">`;
  expect(send(html, { nom: "Zoë", r: "x" })).toEqual({
    method: "GET",
    url: "http://localhost/shop/add.pih?id=7&nom=Zo%C3%AB&mot=bonjour&n=two&c=on&r=x&ok=Go",
  });
});

test("without action a form leads to its own page, and what it sends takes the place of the query", () => {
  expect(send("<form><input name=q></form>", { q: "2" })).toEqual({
    method: "GET",
    url: "http://localhost/shop/index.html?q=2",
  });
});

test("a form that posts has it all in its body", () => {
  const sending = fillForm(
    page('<form method="POST" action="/in.pih"><input name="nom"></form>'),
    { nom: "é" },
    () => true,
  );
  expect([sending?.method, sending?.url, String(sending?.body)]).toEqual([
    "POST",
    "http://localhost/in.pih",
    "nom=%C3%A9",
  ]);
});

test("where there are several forms the wanted one is taken", () => {
  const html = '<form action="a.pih"></form><form action="b.pih"><input name="q"></form>';
  const sending = fillForm(page(html), { q: "1" }, (address) => address.endsWith("/b.pih"));
  expect(sending?.url).toBe("http://localhost/shop/b.pih?q=1");
});

test("a field that is not there is told", () => {
  expect(() => send("<form><input name=nom></form>", { nm: "x" })).toThrow("no field to fill in with nm");
  expect(() => send("<form><select name=n><option>1</select></form>", { n: "2" })).toThrow(
    "The list has no “2”, only 1",
  );
});

function page(html: string): ShownPage {
  return { url, html, frames: [] };
}

function send(html: string, fields: Record<string, string>) {
  const sending = fillForm(page(html), fields, () => true);
  return sending && { method: sending.method, url: sending.url };
}
