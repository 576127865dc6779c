/** What is wrong with a page, and where: tags (PihError), Python's syntax, and exceptions, all in page lines. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeUtf8, SourceError } from "../python/index.ts";
import { compileScript } from "./index.ts";
import { renderPage } from "./render-page.ts";

/** The error of `page` as "kind line:column message". */
function errorOf(page: string, filename = "page.pih"): string {
  try {
    compileScript(encodeUtf8(page), filename);
  } catch (error) {
    if (error instanceof SourceError)
      return `${error.kind} ${error.span.line}:${error.span.column} ${error.message}`;
    throw error;
  }
  return "it compiles";
}

// Tags

test.each([
  ["a\n  <% x = 1\n", "PihError 2:2 the tag <% opened on line 2 is not closed: write %> where it ends"],
  ["<%= x", "PihError 1:0 the tag <%= opened on line 1 is not closed: write %> where it ends"],
  ["<%_", "PihError 1:0 the tag <%_ opened on line 1 is not closed: write %> where it ends"],
  [
    "<% print 1\n<p>\n<% print 2 %>",
    "PihError 1:0 the tag <% opened on line 1 is not closed before the next <% on line 3: write %> where it ends",
  ],
  ["a<%= %>", "PihError 1:1 the tag <%= %> is empty: write an expression inside it"],
  ["<%_ %>", "PihError 1:0 the tag <%_ %> is empty: write an expression inside it"],
  [
    "<%\n    x = 1\n  y = 2\n%>",
    "PihError 3:2 line 3 is less indented than the block's first line, line 2: align the two",
  ],
  ["  <%\nx = 1\n  %>", "PihError 2:0 line 2 is less indented than <% on line 1: align the two"],
  [
    "  <% x = 1\ny = 2 %>",
    "PihError 2:0 line 2 is less indented than the block's first line, line 1: align the two",
  ],
  [
    "<% end %>\n<% if 1: %>a<% end %>",
    "PihError 1:0 the tag <% end %> on line 1 closes nothing, so the block opened on line 2 would not be indented: remove it",
  ],
  ["a</indent>", "PihError 1:1 the tag </indent> closes nothing: there is no <indent> before it"],
  ["<indent>\n<indent>", "PihError 2:0 the tag <indent> is already open since line 1"],
  [
    "  <indent>\n a\n  </indent>",
    "PihError 2:1 line 2 is less indented than <indent> on line 1: align the two",
  ],
])("%j: wrong tag", (page, message) => {
  expect(errorOf(page)).toBe(message);
});

// Python's syntax. Kinds, messages and lines are those of CPython 2.7 for the same code; columns are the page's.

test.each([
  ["<p>\n<% x = = 1 %>", "SyntaxError 2:", "invalid syntax"],
  ["<p>\n<%\nx = 1\ny = = 2\n%>", "SyntaxError 4:", "invalid syntax"],
  ["<%= 1 + %>", "SyntaxError 1:", "invalid syntax"],
  ["<p>\n<%= f(x %>\n<p>\n<p>", "SyntaxError 2:", "invalid syntax"],
  ["<p>\n<% x = 'a %>", "SyntaxError 2:", "EOL while scanning string literal"],
  ["<% if 1: # yes %>\na\n<% end %>", "IndentationError 2:", "expected an indented block"],
  ["<% if 1:\n%>\na\n<% end %>", "IndentationError 3:", "expected an indented block"],
  ["<%\nx = 1\n  y = 2\n%>", "IndentationError 3:", "unexpected indent"],
  ["<% else: %>a", "SyntaxError 1:", "invalid syntax"],
  ["<p>\n<%% x %%>", "SyntaxError 2:", "invalid syntax"],
  ["\n<% return 1 %>", "SyntaxError 2:", "'return' outside function"],
  ["a\n\nb <% break %>", "SyntaxError 3:", "'break' outside loop"],
])("%j: wrong Python", (page, place, message) => {
  const error = errorOf(page);
  expect(error.startsWith(place) && error.endsWith(` ${message}`) ? "as expected" : error).toBe(
    "as expected",
  );
});

test("the column of a syntax error is the page's", () => {
  expect(errorOf("<% if 1: %>\n  <p><% x = = 1 %></p>\n<% end %>")).toBe("SyntaxError 2:12 invalid syntax");
});

test("a syntax error carries the whole line of the page", () => {
  try {
    compileScript("<p>\n<b><% x = = 1 %></b>\n", "page.pih");
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ filename: "page.pih", text: "<b><% x = = 1 %></b>" });
  }
});

test("law: any text is a page, or its error has a place in it", () => {
  const pieces = fc.constantFrom(
    "<%",
    "<%=",
    "<%_",
    "%>",
    "<indent>",
    "</indent>",
    "if 1:",
    "end",
    "else:",
    "x",
    "\n",
    " ",
    "(",
    "'",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const page = parts.join("");
      const error = errorOf(page);
      const line = Number(/ (\d+):/.exec(error)?.[1] ?? 1);
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(page.split("\n").length);
    }),
    { numRuns: 500 },
  );
});

// Exceptions

test("a traceback cites the page's lines and their text", () => {
  const page =
    "<h3>Suite</h3>\n<%\ndef lire(session):\n    return session.prenom\n%>\n<p>\n<%= lire(None) %>\n";
  expect(renderPage(page)).toEqual({
    output: "<h3>Suite</h3>\n<p>\n",
    error: `Traceback (most recent call last):
  File "page.pih", line 7, in <module>
    <%= lire(None) %>
  File "page.pih", line 4, in lire
    return session.prenom
AttributeError: 'NoneType' object has no attribute 'prenom'
`,
  });
});

test("a plain script keeps its own lines", () => {
  const code = compileScript("x = 1\r\nprint x\r\n", "page.py");
  expect([...new Set(code.lines)]).toEqual([1, 2]);
});

test("a page that is a plain script may have its own syntax errors", () => {
  expect(errorOf("x = 1\nx = = 2\n", "page.py")).toMatch(/^SyntaxError 2:\d+ invalid syntax$/);
});
