import { expect, test } from "vitest";
import { decodeText, encodeText } from "../server/index.ts";
import { type PagePlace, rewriteHtml, transcodeToUtf8 } from "./rewrite-html.ts";

const root = "/app/~/w/A/";
const place: PagePlace = {
  simulatedUrl: "http://localhost/panier/voir.pih?x=1",
  realUrl: "https://host.test/app/~/w/A/panier/voir.pih?x=1",
  toReal: (url) => (new URL(url).origin === "http://localhost" ? root + url.slice(17) : null),
};
const rewrite = (html: string, xml = false) => rewriteHtml(html, place, xml);

test("leaves a page without rooted links as it is, byte for byte", () => {
  const page = `<!DOCTYPE html>\r\n<Body  bgcolor=red><a href=suite.pih?a=1&b>x</a><img src='i.png' alt="<"><!-- <a href="/x"> -->\x00\xe9`;
  expect(rewrite(page)).toBe(page);
});

test("moves a root-relative link into the preview", () => {
  expect(rewrite('<a href="/index.html">x</a>')).toBe('<a href="/app/~/w/A/index.html">x</a>');
});

test("moves an absolute link to localhost into the preview, with query and fragment", () => {
  expect(rewrite("<a href=http://localhost/a.pih?b=1&amp;c=2#d>x</a>")).toBe(
    '<a href="/app/~/w/A/a.pih?b=1&amp;c=2#d">x</a>',
  );
});

test("moves a link that climbs above the root to the root", () => {
  expect(rewrite('<a href="../../../x.pih">')).toBe('<a href="/app/~/w/A/x.pih">');
});

test("leaves links to other hosts, mail and fragments alone", () => {
  const page =
    '<a href="http://evil.test/"><a href="//evil.test/"><a href="mailto:a@b"><a href="#top"><a href="">';
  expect(rewrite(page)).toBe(page);
});

test.each([
  ['<form action="/x">', '<form action="/app/~/w/A/x">'],
  ['<button formaction="/x">', '<button formaction="/app/~/w/A/x">'],
  ["<img src=/i.png>", '<img src="/app/~/w/A/i.png">'],
  ["<IFRAME SRC = '/f.pih'>", '<IFRAME SRC = "/app/~/w/A/f.pih">'],
  ["<frame src=/f.pih />", '<frame src="/app/~/w/A/f.pih" />'],
  ["<video poster=/p.png>", '<video poster="/app/~/w/A/p.png">'],
  ["<object data=/d.svg>", '<object data="/app/~/w/A/d.svg">'],
  ["<body background=/b.png>", '<body background="/app/~/w/A/b.png">'],
  [
    '<img srcset="/a.png 1x, b.png 2x,/c.png">',
    '<img srcset="/app/~/w/A/a.png 1x, b.png 2x,/app/~/w/A/c.png">',
  ],
  [
    '<meta http-equiv=refresh content="3; url=/next.pih">',
    '<meta http-equiv=refresh content="3; url=/app/~/w/A/next.pih">',
  ],
  ['<svg><use xlink:href="/s.svg#a"/></svg>', '<svg><use xlink:href="/app/~/w/A/s.svg#a"/></svg>'],
])("rewrites %s", (page, expected) => {
  expect(rewrite(page)).toBe(expected);
});

test("obeys <base href> for the links after it, and empties it", () => {
  expect(rewrite('<base href="/autre/"><a href="x.pih"><a href="/y.pih">')).toBe(
    '<base href=""><a href="/app/~/w/A/autre/x.pih"><a href="/app/~/w/A/y.pih">',
  );
});

test("keeps style sheets and icons, drops every other <link>", () => {
  expect(rewrite('<link rel=stylesheet href=a.css><link rel="preconnect" href=//evil.test>x')).toBe(
    "<link rel=stylesheet href=a.css>x",
  );
});

test.each([
  "<svg><title><link rel=preconnect href=//evil.test></title></svg>",
  "<svg><style><link rel=preconnect href=//evil.test></style></svg>",
  "<!--><link rel=dns-prefetch href=//evil.test>-->",
  "<LINK REL=PreConnect HREF=//evil.test>",
  "<link rel='stylesheet preconnect' href=//evil.test>",
  "<title><link rel=preconnect href=//evil.test></title>",
])("lets no link of another kind through: %s", (page) => {
  expect(rewrite(page)).not.toMatch(/<link/i);
});

test("shows the text of a text area that holds a link tag unchanged", () => {
  expect(rewrite("<textarea><link rel=preload></textarea>")).toBe(
    "<textarea>&lt;link rel=preload></textarea>",
  );
});

test("rewrites a value given with character references and UTF-8", () => {
  const source = encodeText('<a href="&#x2f;caf&eacute;?é">');
  const result = decodeText(rewrite(source));
  expect(result).toBe('<a href="/app/~/w/A/caf&eacute;?%C3%A9">');
});

test.each(["&#112;reconnect", "&#x70;reconnect", "stylesheet&Tab;preconnect", "stylesheet&#9;preconnect"])(
  "sees through character references in rel: %s",
  (rel) => {
    expect(rewrite(`<link rel="${rel}" href=//evil.test>x`)).toBe("x");
  },
);

test("rewrites XHTML by its own rules", () => {
  expect(rewrite('<html xmlns="x"><a href="/x"/><h:link rel="preconnect" href="//e"/></html>', true)).toBe(
    '<html xmlns="x"><a href="/app/~/w/A/x"/></html>',
  );
});

test("turns UTF-16 into UTF-8, so that nothing hides in it", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x62, 0, 0x3e, 0]);
  expect(transcodeToUtf8(utf16, "text/html")).toEqual(new TextEncoder().encode("<b>"));
  expect(transcodeToUtf8(new TextEncoder().encode("<b>"), "text/html; charset=utf-8")).toBeNull();
  expect(transcodeToUtf8(new TextEncoder().encode("<meta charset=latin1>"), "text/html")).toBeNull();
});
