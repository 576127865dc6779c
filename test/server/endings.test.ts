/** How a script can end, and what then becomes of its page and its session. */
import { expect, test } from "vitest";
import { createWorld, eventsOfKind, plainText, type Visit, visit } from "./harness.ts";

function run(code: string): Visit {
  return visit(createWorld({ "page.py": code }), "A", "/page.py");
}

test("SCRIPT_END sends what has been printed", () => {
  expect(run("print 'a'\nraise SCRIPT_END\nprint 'b'").text).toBe("a\n");
});

test("SCRIPT_ERROR sends its text only", () => {
  expect(run("print 'a'\nraise SCRIPT_ERROR, 'inconnu'").text).toBe("inconnu");
});

test("HTTP_REDIRECTION is a 302 with the location as given, with cookies and without a body", () => {
  const page = run("s = Session()\nSET_COOKIE['a'] = 1\nraise HTTP_REDIRECTION, 'autre.pih?x=1'");
  expect(page).toMatchObject({ status: 302, statusText: "Found", location: "autre.pih?x=1", text: "" });
  expect(page.setCookie).toEqual([expect.stringMatching(/^sessionId=/), "a=1"]);
});

test("a location cannot smuggle in a field", () => {
  const page = run("raise HTTP_REDIRECTION, 'a\\r\\nSet-Cookie: x=1 \\xc3\\xa9'");
  expect(page.location).toBe("a%0D%0ASet-Cookie:%20x=1%20%C3%A9");
  expect(page.setCookie).toEqual([]);
});

test("HTTP_ERROR is the server's error page with that status", () => {
  const page = run("print 'a'\nraise HTTP_ERROR, (404, 'Pas de <tel> livre')");
  expect(page).toMatchObject({ status: 404, statusText: "Not Found" });
  expect(plainText(page)).toContain("Pas de <tel> livre");
  expect(page.text).not.toContain("<tel>");
});

test("HTTP_ERROR 401 asks the browser for a name and a password", () => {
  expect(run("raise HTTP_ERROR, (401, 'Qui va là ?')").response.fields).toContainEqual([
    "WWW-Authenticate",
    'Basic realm="Biscuiterie"',
  ]);
});

test("HTTP_RESPONSE is a status without a body", () => {
  expect(run("raise HTTP_RESPONSE, (204, 'Rien')")).toMatchObject({
    status: 204,
    statusText: "Rien",
    text: "",
  });
});

test("an ending without what it needs is told as an error", () => {
  expect(plainText(run("raise HTTP_REDIRECTION"))).toContain("page.py, line 1");
  expect(run("raise HTTP_ERROR, (999, 'x')")).toMatchObject({ status: 500 });
});

test("an ending inside a function, or caught by the page, behaves like any exception", () => {
  expect(run("def f(): raise SCRIPT_END\nprint 'a'\nf()").text).toBe("a\n");
  expect(run("try: raise SCRIPT_END\nexcept: print 'caught'").text).toBe("caught\n");
});

test("an exception gives its page with status 200, or 500 if that is chosen", () => {
  const files = { "page.py": "print 'x'\n1/0" };
  expect(visit(createWorld(files), "A", "/page.py").status).toBe(200);
  const page = visit(createWorld(files, { error_status: 500 }), "A", "/page.py");
  expect(page).toMatchObject({ status: 500, statusText: "Internal Server Error" });
  expect(plainText(page)).toContain(
    'Traceback (most recent call last):\n  File "page.py", line 2, in <module>\n    1/0\nZeroDivisionError: integer division or modulo by zero',
  );
});

test("the line cited is the deepest one in a file of the site", () => {
  const world = createWorld({
    "page.py": "from outils import f\nf(1)",
    "outils.py": "def f(a):\n    return a + 'é'",
  });
  const text = plainText(visit(world, "A", "/page.py"));
  expect(text).toContain("outils.py, line 2");
  expect(text).toContain("return a + 'é'");
  expect(eventsOfKind(world, "script-error")).toMatchObject([
    {
      exception: "TypeError",
      message: "unsupported operand type(s) for +: 'int' and 'str'",
      file: "outils.py",
      line: 2,
    },
  ]);
});

test("what a learner wrote is escaped on the error page", () => {
  const page = run("raise ValueError, '<b onclick=x>&'");
  expect(page.text).not.toContain("<b onclick");
  expect(plainText(page)).toContain("ValueError: <b onclick=x>&");
});

const endings: [ending: string, saved: boolean][] = [
  ["pass", true],
  ["raise HTTP_REDIRECTION, 'x'", true],
  ["raise SCRIPT_END", false],
  ["raise SCRIPT_ERROR, 'x'", false],
  ["raise HTTP_ERROR, (404, 'x')", false],
  ["1/0", false],
];

test.each(endings)("in persistent mode the end “%s” saves the session: %s", (ending, saved) => {
  const world = createWorld(
    { "write.py": `s = Session()\ns.a = 1\n${ending}`, "read.py": "print hasattr(Session(), 'a')" },
    { persistent_session: true },
  );
  visit(world, "A", "/write.py");
  expect(eventsOfKind(world, "session-saved")).toHaveLength(saved ? 1 : 0);
  expect(eventsOfKind(world, "session-discarded")).toHaveLength(saved ? 0 : 1);
  expect(visit(world, "A", "/read.py").text).toBe(saved ? "True\n" : "False\n");
});

test.each(endings)("in memory the end “%s” keeps what was assigned", (ending) => {
  const world = createWorld({
    "write.py": `s = Session()\ns.a = 1\n${ending}`,
    "read.py": "print Session().a",
  });
  visit(world, "A", "/write.py");
  expect(visit(world, "A", "/read.py").text).toBe("1\n");
});

test("a page with an accent in its name is cited by that name", () => {
  const world = createWorld({ "début.pih": "<p>\n<% 1/0 %>" });
  const page = visit(world, "A", "/d%C3%A9but.pih");
  expect(plainText(page)).toContain('File "début.pih", line 2, in <module>');
  expect(eventsOfKind(world, "script-error")).toMatchObject([{ file: "début.pih", line: 2 }]);
});
