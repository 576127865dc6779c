import { expect, test } from "vitest";
import { visibleText } from "./visible-text.ts";

test.each([
  [
    "tags within a line leave no gap, others are a blank",
    "<p>Zo<b>ë</b></p><p>again<br>and</p>",
    "Zoë again and",
  ],
  ["blanks are one, also unbreakable ones", " a \n\n b&nbsp;&nbsp;c\t", "a b c"],
  [
    "character references are decoded",
    "&eacute;&#233;&#xE9; &lt;b&gt; &amp;amp; &Ecirc; &oelig;",
    "ééé <b> &amp; Ê œ",
  ],
  ["an unknown reference stays as it is written", "AT&T &nosuch; &", "AT&T &nosuch; &"],
  ["a number that is no character is shown as such", "&#0;&#x110000;", "��"],
  [
    "what is never seen is left out",
    "<title>T</title><style>p{}</style>a<SCRIPT>if (a<b) x()</SCRIPT >b<!-- c --->d",
    "a bd",
  ],
  ["a comment ends where it ends, not at its first >", "a<!-- <p> x > -->b", "ab"],
  ["a > in a value ends no tag", `a<input value="x > y" title='>'>b`, "a b"],
  [
    "an apostrophe in a value without quotes is just that",
    "<input value=l'eau>bonjour<i>l'eau</i>",
    "bonjourl'eau",
  ],
  ["a < that begins no tag is a sign like others", "1 < 2 <3", "1 < 2 <3"],
  ["an unfinished tag or comment is not seen, as in browsers", "a<p class=x", "a"],
  ["and neither is what comes after it", "a<!-- b", "a"],
  ["doctype and instructions are no text", "<!DOCTYPE html><?xml version='1.0'?><html>a</html>", "a"],
])("%s", (_, html, text) => {
  expect(visibleText(html)).toBe(text);
});

test("a hostile page is read in one go", () => {
  for (const part of ["<a ", "<a b='", "<!--", "<script>", "&", '<a x="1" '])
    expect(visibleText(part.repeat(20_000)).length).toBeLessThan(20_001);
});
