/** The script's namespace: one test for each name that a page finds. Fields are in `pages-fields.test.ts`. */
import { expect, test } from "vitest";
import { createWorld, type Files, plainText, type VisitOptions, visit } from "./harness.ts";

/** What `page.py`, or another page of `files`, prints. */
function run(code: string, options: VisitOptions & { files?: Files; path?: string } = {}): string {
  const world = createWorld({ "page.py": code, ...options.files });
  const page = visit(world, "A", options.path ?? "/page.py", options);
  return page.text.startsWith("<!DOCTYPE") ? plainText(page) : page.text;
}

test("every name of the list is there, in .py and in .pih", () => {
  const names =
    "QUERY REQUEST COOKIE SET_COOKIE HEADERS RESPONSE ACCEPTED_LANGUAGES PATH THIS Session Include SCRIPT_END SCRIPT_ERROR HTTP_REDIRECTION HTTP_ERROR HTTP_RESPONSE AUTH_USER AUTH_PASSWORD _";
  const code = `print [name for name in '${names}'.split() if name not in globals()]`;
  expect(run(code)).toBe("[]\n");
  expect(run("", { files: { "page.pih": `<% ${code} %>` }, path: "/page.pih" })).toBe("[]\n");
});

test("COOKIE has the cookies of the request and nothing else", () => {
  const fields: [string, string][] = [["Cookie", 'a=1; b="deux mots"']];
  expect(run("print len(COOKIE), COOKIE['a'].value, COOKIE['b'].value", { fields })).toBe("2 1 deux mots\n");
  expect(run("print COOKIE.keys()")).toBe("[]\n");
});

test("SET_COOKIE is sent with the page, with a redirect and with an error page", () => {
  const set = "SET_COOKIE['a'] = 'b'\nSET_COOKIE['a']['expires'] = 60\n";
  for (const end of ["", "raise HTTP_REDIRECTION, 'x'", "raise HTTP_ERROR, (404, 'x')", "1/0"]) {
    const world = createWorld({ "page.py": set + end });
    expect(visit(world, "A", "/page.py").setCookie).toEqual(["a=b; expires=Thu, 01 Jan 2026 00:01:01 GMT"]);
  }
});

test("SET_COOKIE and a new session's cookie go side by side", () => {
  const world = createWorld({ "page.py": "SET_COOKIE['a'] = 'b'\nSession()\nSET_COOKIE['c'] = 'd'" });
  expect(visit(world, "A", "/page.py").setCookie).toEqual([
    expect.stringMatching(/^sessionId=/),
    "a=b",
    "c=d",
  ]);
});

test("HEADERS has the request's fields, upper and lower case being one, repeated ones joined", () => {
  const fields: [string, string][] = [
    ["X-Note", "un"],
    ["x-note", "deux"],
  ];
  expect(run("print HEADERS['X-NOTE'], HEADERS.has_key('x-note'), HEADERS.get('y', 0)", { fields })).toBe(
    "un, deux True 0\n",
  );
  expect(run("HEADERS['x-note']")).toContain("KeyError: 'x-note'");
});

test("RESPONSE starts with the Content-Type of a page, and what is set there is sent", () => {
  expect(run("print RESPONSE['content-type']")).toBe("text/html; charset=utf-8\n");
  const world = createWorld({ "page.py": "RESPONSE['content-type'] = 'text/csv'\nprint 'a,b'" });
  const { response } = visit(world, "A", "/page.py");
  expect(response.fields.filter(([name]) => /^content-type$/i.test(name))).toEqual([
    ["content-type", "text/csv"],
  ]);
});

test("RESPONSE is not sent with a redirect or an error", () => {
  for (const end of ["raise HTTP_REDIRECTION, 'x'", "raise HTTP_ERROR, (403, 'x')", "1/0"]) {
    const world = createWorld({ "page.py": `RESPONSE['X-Note'] = 'a'\n${end}` });
    const names = visit(world, "A", "/page.py").response.fields.map(([name]) => name);
    expect(names).not.toContain("X-Note");
  }
});

test.each(["X:y\\r\\nSet-Cookie", "", "a b", "é"])("RESPONSE has no field called '%s'", (name) => {
  expect(run(`RESPONSE['${name}'] = 'a=1'`)).toContain(
    "cannot name a field: use letters, digits and hyphens",
  );
});

test("control characters in a field's value or in a reason become blanks", () => {
  const code = "RESPONSE['X-Note'] = 'a\\r\\n\\x01b\\tc'";
  const { response } = visit(createWorld({ "page.py": code }), "A", "/page.py");
  expect(response.fields).toContainEqual(["X-Note", "a b\tc"]);
  const refused = createWorld({ "page.py": "raise HTTP_RESPONSE, (200, 'a\\r\\nb\\x7f')" });
  expect(visit(refused, "A", "/page.py").statusText).toBe("a b ");
});

test("ACCEPTED_LANGUAGES is a list, the best liked first, without the refused ones", () => {
  const fields: [string, string][] = [["Accept-Language", "de;q=0, en;q=0.7,fr"]];
  expect(run("print ACCEPTED_LANGUAGES", { fields })).toBe("['fr', 'en']\n");
  expect(run("print ACCEPTED_LANGUAGES")).toBe("[]\n");
});

test("PATH is the directory of the script", () => {
  expect(run("print PATH")).toBe("/\n");
  expect(run("", { files: { "a/b/c.py": "print PATH" }, path: "/a/b/c.py" })).toBe("/a/b/\n");
});

test.each([
  ["name", "voir.py"],
  ["url", "/panier/voir.py"],
  ["path", "panier/voir.py"],
  ["dirname", "panier/"],
  ["baseurl", "/panier/"],
  ["subpath", "['a', 'b']"],
  ["parent", "None"],
])("THIS.%s is %s", (name, value) => {
  const files = { "panier/voir.py": `print THIS.${name}` };
  expect(run("", { files, path: "/panier/voir.py/a/b" })).toBe(`${value}\n`);
});

test("in an included script THIS is that script and its parent the one that includes it", () => {
  const files = { "parts/bas.pih": "<%= THIS.url %>,<%= THIS.parent.url %>;" };
  expect(run("Include('parts/bas.pih')\nprint THIS.url", { files })).toBe(
    "/parts/bas.pih,/page.py;/page.py\n",
  );
});

test("THIS is the page's own again after an include that failed", () => {
  const files = { "part.py": "1/0" };
  const code = "try: Include('part.py')\nexcept ZeroDivisionError: print THIS.name";
  expect(run(code, { files })).toBe("page.py\n");
});

test("Include: arguments become names, and stay", () => {
  const files = { "part.pih": "<%= qui %>" };
  expect(run("Include('part.pih', qui='Jean')\nprint qui", { files })).toBe("JeanJean\n");
});

test("Include: addresses are those of the page that includes, nested ones too", () => {
  const files = {
    "page.py": "Include('a/un.pih')",
    "a/un.pih": "1<% Include('deux.pih') %><% Include('../trois.html') %><% Include('/a/trois.html') %>",
    "a/deux.pih": "2",
    "trois.html": "3",
    "a/trois.html": "3a",
  };
  expect(run("", { files, path: "/page.py" })).toBe("1233a");
});

test("Include: the session is the same object", () => {
  const files = { "part.py": "print Session() is s, Session().nom" };
  expect(run("s = Session()\ns.nom = 'B'\nInclude('part.py')", { files })).toBe("True B\n");
});

test("Include: SCRIPT_END and a redirect in the included page end the whole page", () => {
  const files = { "end.py": "print 'in'\nraise SCRIPT_END", "go.py": "raise HTTP_REDIRECTION, 'x'" };
  expect(run("print 'a'\nInclude('end.py')\nprint 'b'", { files })).toBe("a\nin\n");
  const world = createWorld({ ...files, "page.py": "Include('go.py')" });
  expect(visit(world, "A", "/page.py")).toMatchObject({ status: 302, location: "x" });
});

test("Include: a missing file is an IOError that a page may catch", () => {
  expect(run("try: Include('x.html')\nexcept IOError, e: print e")).toBe(
    "[Errno 2] No such file or directory: 'x.html'\n",
  );
});

test("Include: a page that includes itself is a recursion error", () => {
  expect(run("Include('page.py')")).toContain("RuntimeError: maximum recursion depth exceeded");
});

test("Include: a wrong page is a SyntaxError naming that page and line", () => {
  const files = { "part.pih": "<p>\n<% print 1" };
  expect(run("Include('part.pih')", { files })).toMatch(/SyntaxError: the tag <% .* \(part\.pih, line 2\)/);
});

test("AUTH_USER and AUTH_PASSWORD: a page asks for them by 401 and finds them in the next request", () => {
  const code =
    "if (AUTH_USER, AUTH_PASSWORD) != ('jean', 'é:1'): raise HTTP_ERROR, (401, 'Qui ?')\nprint 'bonjour', AUTH_USER";
  const world = createWorld({ "page.py": code });
  const asked = visit(world, "A", "/page.py");
  expect(asked).toMatchObject({ status: 401, statusText: "Unauthorized" });
  expect(asked.response.fields).toContainEqual(["WWW-Authenticate", 'Basic realm="Biscuiterie"']);
  const credentials = Buffer.from("jean:é:1").toString("base64");
  const fields: [string, string][] = [["Authorization", `Basic ${credentials}`]];
  expect(visit(world, "A", "/page.py", { fields }).text).toBe("bonjour jean\n");
});

test("the realm asked for may be the page's own", () => {
  const code = "RESPONSE['WWW-Authenticate'] = 'Basic realm=\"Le coffre\"'\nraise HTTP_ERROR, (401, 'Qui ?')";
  const { response } = visit(createWorld({ "page.py": code }), "A", "/page.py");
  expect(response.fields).toContainEqual(["WWW-Authenticate", 'Basic realm="Le coffre"']);
});

test.each([
  ["Bearer abc", "None None"],
  ["Basic", "None None"],
  ["Basic !!!", "None None"],
  [`basic ${btoa(":")}`, " "],
  [`Basic ${btoa("no colon")}`, "None None"],
])("the Authorization field %j gives %j", (value, printed) => {
  expect(run("print AUTH_USER, AUTH_PASSWORD", { fields: [["Authorization", value]] })).toBe(`${printed}\n`);
});

test("_ translates a text, and without a catalogue gives it back", () => {
  expect(run("print _('Bonjour')")).toBe("Bonjour\n");
  expect(run("", { files: { "p.pih": "<%_ 'Bonjour' %>" }, path: "/p.pih" })).toBe("Bonjour");
});

test("what a page defines does not reach the next request", () => {
  const world = createWorld({ "a.py": "x = 1\nQUERY['y'] = 2", "b.py": "print 'x' in globals(), QUERY" });
  visit(world, "A", "/a.py");
  expect(visit(world, "A", "/b.py").text).toBe("False {}\n");
});

test("a .py script is plain Python 2, whatever its line ends", () => {
  expect(run("if 1:\r\n    print 'a',\r\n    print 'b'\r\n")).toBe("a b\n");
  expect(run("# -*- coding: utf-8 -*-\nprint 'é', __name__")).toBe("é __main__\n");
});

// Expected by CPython 2.7.18, compile() of the same bytes.
test.each([
  ["# -*- coding: latin-1 -*-\nprint repr('é'), repr(u'é')", "'\\xc3\\xa9' u'\\xc3\\xa9'\n"],
  ["# -*- coding: utf-8 -*-\nprint repr('é'), repr(u'é')", "'\\xc3\\xa9' u'\\xe9'\n"],
  ["\ufeffprint repr('é'), repr(u'é')", "'\\xc3\\xa9' u'\\xe9'\n"],
])("a script's encoding may be declared, or shown by a byte order mark: %j", (code, printed) => {
  expect(run(code)).toBe(printed);
});

// CPython 2.7.18 says the same of such a file.
test("an encoding other than the one its byte order mark shows is a SyntaxError on its line", () => {
  const text = run("\ufeff# -*- coding: latin-1 -*-\nprint 1");
  expect(text).toContain("SyntaxError: encoding problem: iso-8859-1 with BOM");
  expect(text).toContain("page.py, line 1");
});

test("a file that is included leaves its byte order mark behind; one that is opened has it", () => {
  const files = { "a.txt": "\ufeffa", "p.pih": "<% Include('a.txt') %>,<%= repr(open('a.txt').read()) %>" };
  expect(run("", { files, path: "/p.pih" })).toBe("a,'\\xef\\xbb\\xbfa'");
});

test("an encoding that nobody knows is a SyntaxError on its line", () => {
  const text = run("\n# -*- coding: nope -*-\nprint 1");
  expect(text).toContain("SyntaxError: encoding problem: nope");
  expect(text).toContain("page.py, line 2");
});
