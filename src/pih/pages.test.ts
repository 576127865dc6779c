/** What pages print: one test per rule of the language. Errors are in `page-errors.test.ts`. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePage } from "./index.ts";
import { renderPage } from "./render-page.ts";

/** Expects `page` to print `output` after `prelude`. */
function expectOutput(page: string, output: string, prelude = ""): void {
  expect(renderPage(page, prelude)).toEqual({ output, error: "" });
}

// Text

test("text is printed as it is, indentation, quotes and backslashes included", () => {
  expectOutput("<p>\n  \"l'été\" \\n \\\\ '''x'''\n</p>\n", "<p>\n  \"l'été\" \\n \\\\ '''x'''\n</p>\n");
});

test("law: a page without tags prints itself, without its empty lines", () => {
  const texts = fc.array(
    fc.constantFrom("a", "é", " ", "\n", "\n\n", "'", '"', "\\", "%>", "<", "%", "\t", "\\n"),
  );
  fc.assert(
    fc.property(texts, (parts) => {
      const page = parts.join("");
      fc.pre(!page.includes("<%"));
      expectOutput(page, page.replace(/^\n+|(?<=\n)\n+/g, ""));
    }),
  );
});

test("a page may be empty", () => {
  expectOutput("", "");
});

test("the end of the last line is not invented", () => {
  expectOutput("<p>", "<p>");
});

test("empty lines are dropped", () => {
  expectOutput("a\n\n\nb\n", "a\nb\n");
});

test("the newline right after a tag is dropped", () => {
  expectOutput("<% x = 1 %>\na\n<%= x %>\nb", "a\n1b");
});

test("blanks alone before a tag are dropped", () => {
  expectOutput("a\n   <%= 1 %> \t <%= 2 %> b", "a\n12 b");
});

test("blanks between words and a tag stay", () => {
  expectOutput("a <%= 1 %>", "a 1");
});

test("line ends of other systems become newlines", () => {
  expectOutput("a\r\n<%\r\nx = 1\r\nprint x\r\n%>\r\nb\r\n", "a\n1\nb\n");
});

test("a byte order mark is not printed", () => {
  expectOutput("\ufeffa", "a");
});

// Values

test("<%= %> prints str() of its value without a newline", () => {
  expectOutput("<%= 0.1 + 0.2 %>,<%= 'é' %>,<%= None %>,<%= [u'é'] %>", "0.3,é,None,[u'\\xe9']");
});

test("<%= %> prints unicode as UTF-8", () => {
  expectOutput("<%= u'12 €' %>", "12 €");
});

test("<%= %> takes any expression, over several lines and with a comment", () => {
  expectOutput("<%= 1 if x else 2 # one %><%= sum(i for i in\n  (1, 2)) %><%= 1, 2 %>", "13(1, 2)", "x = 1");
});

test("<%_ %> prints the translation of its value", () => {
  expectOutput("<%_ 'Hello' %>!", "Bonjour!", "def _(text): return {'Hello': 'Bonjour'}[text]");
});

test("a name that begins with an underscore needs a blank after <%", () => {
  expectOutput("<% _nom = 'B' %><%= _nom %>", "B");
});

test("print goes to the page, between the text around it", () => {
  expectOutput("<p>\n<% print 'a' %>\n</p>", "<p>\na\n</p>");
});

// Blocks

test("a colon before %> opens a block that <% end %> ends", () => {
  expectOutput("<% for i in range(2): %>\n<b><%= i %></b>\n<% end %>\n.", "<b>0</b>\n<b>1</b>\n.");
});

test("end is written in any case and with any blanks", () => {
  expectOutput("<% if 0: %>a<%END%>b<% if 0: %>c<%  End\n%>d", "bd");
});

test("blocks nest, whatever the indentation of the page", () => {
  expectOutput(
    "<% for i in (1, 2): %>\n      <% for j in (1, 2): %>\n<%= i * j %>,\n   <% end %>\n<% end %>",
    "1,\n2,\n2,\n4,\n",
  );
});

test("after an ended block an else needs no courtesy: if, end, else, end", () => {
  const page = "<% if x: %>yes<% end %>\n<% else: %>no<% end %>.";
  expectOutput(page, "yes.", "x = 1");
  expectOutput(page, "no.", "x = 0");
});

test("else closes the block before it: if, else, end", () => {
  const page = "<% if x: %>yes<% else: %>no<% end %>.";
  expectOutput(page, "yes.", "x = 1");
  expectOutput(page, "no.", "x = 0");
});

test("elif, except and finally close the block before them too", () => {
  const page =
    "<% try: %><% if x > 1: %>many<% elif x: %><%= 1 / (x - 1) %><% else: %>none<% end %><% except ZeroDivisionError: %>oops<% finally: %>!<% end %>.";
  expectOutput(page, "many!.", "x = 2");
  expectOutput(page, "oops!.", "x = 1");
  expectOutput(page, "none!.", "x = 0");
});

test("an else after an inner end belongs to the outer block when the ends say so", () => {
  const page = "<% if a: %><% if b: %>both<% end %><% else: %>none<% end %>.";
  expectOutput(page, "both.", "a = b = 1");
  expectOutput(page, ".", "a = 1; b = 0");
  expectOutput(page, "none.", "a = b = 0");
});

test("an else after an inner end belongs to the inner block when the ends say so", () => {
  const page = "<% if a: %><% if b: %>both<% end %><% else: %>one<% end %><% end %>.";
  expectOutput(page, "one.", "a = 1; b = 0");
  expectOutput(page, ".", "a = b = 0");
});

test("an else after a block within one tag continues that block", () => {
  const page = "<% for i in (0, 1): %><% if i: print 'one' %><% else: print 'none' %><% end %>.";
  expectOutput(page, "none\none\n.");
  expectOutput("<% if 1: %><%\nif 0:\n    pass\n%><% else: %>b<% end %><% end %>.", "b.");
});

test("an else after an inner block that cannot have one belongs to the outer block", () => {
  expectOutput("<% if 0: %><% class a: %><% b = 1 %><% end %><% else: %>none<% end %>.", "none.");
});

test("a comment that ends with a colon opens nothing", () => {
  expectOutput("<% # note: %>a<% x = 1 # see: %>b<% if x: # so: %>c<% end %>", "abc");
});

test("a comment between end and else changes nothing", () => {
  expectOutput("<% if 0: %>a<% end %><% # or %><% else: %>b<% end %>", "b");
});

test("functions may hold text", () => {
  expectOutput(
    "<% def item(name): %><li><%= name %></li>\n<% end %><% item('a') %><% item('b') %>",
    "<li>a</li>\n<li>b</li>\n",
  );
});

test("an end too many at the end of the page is harmless", () => {
  expectOutput("<% if 1: %>a<% end %>b<% end %>c", "abc");
});

test("a block left open at the end of the page is harmless", () => {
  expectOutput("<% if 1: %>a", "a");
});

// Code of several lines

test("the code of a tag is Python as it stands", () => {
  expectOutput(
    "<%\nfor i in (1, 2):\n    if i > 1:\n        print 'big',\n    print i\n%>\n.",
    "1\nbig 2\n.",
  );
});

test("code may begin beside its <%", () => {
  expectOutput("<% if 1:\n    print 'a'\nprint 'b' %>", "a\nb\n");
});

test("code may go on in the column where it began beside its <%", () => {
  expectOutput("<% x = 1\n   if x:\n       print x %>", "1\n");
});

test("the body of a block begun beside <% may stand in that column", () => {
  expectOutput("<% if 1:\n   x = 1\n   print x %>", "1\n");
});

test("code is measured from the line of its <%", () => {
  expectOutput("<div>\n    <%\n    x = 1\n    if x:\n        print x\n    %>\n</div>", "<div>\n1\n</div>");
});

test("code may be indented under its <%", () => {
  expectOutput("<div>\n<%\n    x = 1\n    if x:\n        print x\n%>\n</div>", "<div>\n1\n</div>");
});

test("after code of several lines the text is back at the level of its first line", () => {
  expectOutput(
    "<% for i in (1, 2): %>\n<%\nif i == 2:\n    print 'two'\n%>\n<i>\n<% end %>",
    "<i>\ntwo\n<i>\n",
  );
});

test("code of several lines may open a block with its last line", () => {
  expectOutput("<%\nx = 2\nfor i in range(x): %>\n<i>\n<% end %>.", "<i>\n<i>\n.");
});

test("blank lines in code vanish, in strings too", () => {
  expectOutput('<%\nx = """a\n\nb"""\n\nprint x\n%>', "a\nb\n");
});

test("a string of several lines in an indented block is indented with it", () => {
  expectOutput('<% if 1: %><%\nx = """a\nb"""\nprint x\n%><% end %>', "a\n    b\n");
});

test("bytes that JavaScript takes for blanks stay", () => {
  expectOutput('<% x = """voilà\nà""" # à\nprint x %>\nà\n<%= 1 %>à<%= 2 %>', "voilà\nà\nà\n1à2");
});

test("blanks at the end of a line in a string stay", () => {
  expectOutput('<%\nx = """a  \nb"""\nprint repr(x)\n%>', "'a  \\nb'\n");
});

test("%> ends the tag wherever it stands", () => {
  expectOutput("<% x = 'a' # '%>' %>", "' %>");
});

test("tabs count to the next multiple of eight", () => {
  expectOutput("<%\nif 1:\n\tif 1:\n\t    print 'a'\n        print 'b'\n%>", "a\nb\n");
});

// <indent>

test("in <indent> the page's own columns are the indentation", () => {
  expectOutput(
    "<indent>\n<% for i in (1, 2): %>\n  <b><%= i %></b>\n  <% if i == 1: %>\n     one\n  <% else: %>\n     more\nend\n</indent>\n.",
    "  <b>1</b>\n     one\n  <b>2</b>\n     more\nend\n.",
  );
});

test("columns count from the column of <indent>, written in any case and with blanks", () => {
  expectOutput("  < INDENT >\n  <% if 1: %>\n     a\n  b\n  </ indent >c", "     a\n  b\nc");
});

test("code of several lines keeps its own columns in <indent>", () => {
  expectOutput(
    "<indent>\n<% for i in (1, 2): %>\n  <%\n  x = i\n  if x == 2:\n    print 'two'\n  %>\n  .\n</indent>",
    "  .\ntwo\n  .\n",
  );
});

test("</indent> resets the level", () => {
  expectOutput("<indent>\n<% if 0: %>\n  a\n</indent>\nb", "b");
});

// Where things come from

test("every generated line knows its page line", () => {
  const page = "<h1>\n<% for i in l: %>\n\n<b>\n<%\na = 1\n\nb = 2\n%>\n<%= a %><%= b %>\n<% end %>\n";
  const { python, lineMap } = compilePage(page, "page.pih");
  const lines = python.split("\n").slice(0, -1);
  expect(lines.map((text, at) => `${lineMap[at + 1]}: ${text.trim().slice(0, 14)}`)).toEqual([
    "1: __html__(b'<h1",
    "2: for i in l:",
    "4: __html__(b'<b>",
    "6: a = 1",
    "8: b = 2",
    "10: __value__(( a",
    "10: ))",
    "10: __value__(( b",
    "10: ))",
  ]);
  expect(lineMap[0]).toBe(0);
});

test("text in a page with unicode literals stays bytes", () => {
  expectOutput("<% from __future__ import unicode_literals %>é<%= 'é' %>", "éé");
});

test("the manual's pages compile to what they say", () => {
  const page = readFileSync("tutorials/01-sessions/03-manual-example/files/suiteEssaiSession.pih", "utf8");
  expect(compilePage(page, "suiteEssaiSession.pih")).toEqual({
    python:
      "__html__(b'<h3>L\\'essai de session continue</h3>\\n')\nsession=Session()\nprint session.prenom\nsession.close()\n",
    lineMap: [0, 1, 3, 4, 5],
  });
});
