/** What a script finds where several rules meet: names that fields cannot take, cookies both ways, modules of the site. */
import { expect, test } from "vitest";
import { replaceProject } from "../../src/server/index.ts";
import { createProject, createWorld, plainText, type VisitOptions, visit } from "./harness.ts";

/** The page printed by `code`, run as `page.py` for a request to `path`. */
function run(code: string, path = "/page.py", options: VisitOptions = {}): string {
  const page = visit(createWorld({ "page.py": code }), "A", path, options);
  return page.text.startsWith("<!DOCTYPE") ? plainText(page) : page.text;
}

test("no field can replace what the server provides", () => {
  expect(run("print Session, SCRIPT_END", "/page.py?=x&name__=y&html__=z")).toContain(
    "<built-in function Session>",
  );
  const page = visit(createWorld({ "p.pih": "<p><%= 1 %></p>" }), "A", "/p.pih?_html__=z&_value__=z&=z");
  expect(page.text).toBe("<p>1</p>");
});

test("cookies are read by COOKIE and set by SET_COOKIE", () => {
  const code = [
    "if COOKIE.has_key('couleur'): print COOKIE['couleur'].value",
    "SET_COOKIE['couleur'] = 'bleu, clair'",
    "SET_COOKIE['couleur']['path'] = '/'",
    "SET_COOKIE['couleur']['max-age'] = 60",
  ].join("\n");
  const world = createWorld({ "page.py": code });
  expect(visit(world, "A", "/page.py").setCookie).toEqual(['couleur="bleu\\054 clair"; Max-Age=60; Path=/']);
  expect(visit(world, "A", "/page.py").text).toBe("bleu, clair\n");
});

test("a cookie that cannot be is refused as the module Cookie does", () => {
  expect(run("SET_COOKIE['a b'] = 1")).toContain("CookieError: Illegal key value: a b");
  expect(run("SET_COOKIE['path'] = 1")).toContain("CookieError: Attempt to set a reserved key: path");
  expect(run("SET_COOKIE['a'] = 1\nSET_COOKIE['a']['x'] = 1")).toContain("CookieError: Invalid Attribute x");
  expect(run("print COOKIE['a']")).toContain("KeyError: 'a'");
});

test("HEADERS and RESPONSE ignore upper and lower case", () => {
  const fields: [string, string][] = [["User-Agent", "Test/1.0"]];
  const code = [
    "print HEADERS['user-agent'], 'USER-AGENT' in HEADERS, HEADERS.get('x')",
    "RESPONSE['content-type'] = 'text/plain'",
    "RESPONSE['X-Note'] = 'a\\r\\nSet-Cookie: b=1'",
  ].join("\n");
  const page = visit(createWorld({ "page.py": code }), "A", "/page.py", { fields });
  expect(page.text).toBe("Test/1.0 True None\n");
  expect(page.response.fields).toContainEqual(["content-type", "text/plain"]);
  expect(page.response.fields).toContainEqual(["X-Note", "a Set-Cookie: b=1"]);
  expect(page.setCookie).toEqual([]);
});

test("an Include that fails says where, in both pages", () => {
  const files = { "page.py": "Include('x.py')", "x.py": "\n1/0" };
  const text = plainText(visit(createWorld(files), "A", "/page.py"));
  expect(text).toContain('File "page.py", line 1, in <module>');
  expect(text).toContain('File "x.py", line 2, in <module>');
  expect(run("Include('nulle-part.py')")).toContain(
    "IOError: [Errno 2] No such file or directory: 'nulle-part.py'",
  );
  expect(run("Include('page.py')")).toContain("RuntimeError: maximum recursion depth exceeded");
});

test("a page can import a module of the site", () => {
  const files = {
    "page.py": "import outils\nprint outils.double(21)",
    "outils.py": "def double(n): return 2 * n",
  };
  expect(visit(createWorld(files), "A", "/page.py").text).toBe("42\n");
});

test("an edited module is imported anew by the next request", () => {
  const page = "import outils\nprint outils.VERSION";
  const world = createWorld({ "page.py": page, "outils.py": "VERSION = 1" });
  expect(visit(world, "A", "/page.py").text).toBe("1\n");
  replaceProject(world.server, createProject({ "page.py": page, "outils.py": "VERSION = 2" }));
  expect(visit(world, "A", "/page.py").text).toBe("2\n");
});
