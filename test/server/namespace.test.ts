/** What a script finds: fields, cookies, header fields, itself. */
import { expect, test } from "vitest";
import { encodeText } from "../../src/server/byte-strings.ts";
import { replaceProject } from "../../src/server/index.ts";
import { createProject, createWorld, plainText, type VisitOptions, visit } from "./harness.ts";

/** The page printed by `code`, run as `page.py` for a request to `path`. */
function run(code: string, path = "/page.py", options: VisitOptions = {}): string {
  const page = visit(createWorld({ "page.py": code }), "A", path, options);
  return page.text.startsWith("<!DOCTYPE") ? plainText(page) : page.text;
}

test("each field is a variable and an entry of QUERY, which is REQUEST", () => {
  const code = "print _nom, QUERY['nom'], REQUEST is QUERY, QUERY.has_key('prenom')";
  expect(run(code, "/page.py?nom=Jean")).toBe("Jean Jean True False\n");
});

test("a field is bytes in UTF-8", () => {
  expect(run("print len(_nom), repr(_nom)", "/page.py?nom=%C3%A9")).toBe("2 '\\xc3\\xa9'\n");
});

test("a POST's fields come under the same names and win over the query", () => {
  expect(run("print _a, _b", "/page.py?a=1&b=2", { form: { a: "3" } })).toBe("3 2\n");
});

test("a repeated plain name is its first value, a name with brackets is a list without them", () => {
  expect(run("print _a, _b", "/page.py?a=1&a=2&b[]=3&b[]=4")).toBe("1 ['3', '4']\n");
});

test("an empty field is an empty string, an absent one a NameError", () => {
  expect(run("print repr(_a)", "/page.py?a=")).toBe("''\n");
  expect(run("print _a")).toContain("NameError: name '_a' is not defined");
});

test("an uploaded file has a name, a value and can be read like a file", () => {
  const body = encodeText(
    '--X\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nune\ndeux\n\r\n--X--\r\n',
  );
  const code = "print _f.filename, repr(_f.value), repr(_f.file.readline()), repr(_f.file.read())";
  const options = {
    method: "POST",
    body: new TextEncoder().encode(body),
    fields: [["Content-Type", "multipart/form-data; boundary=X"]] as [string, string][],
  };
  expect(run(code, "/page.py", options)).toBe("a.txt 'une\\ndeux\\n' 'une\\n' 'deux\\n'\n");
});

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

test("accepted languages are ordered by preference", () => {
  const fields: [string, string][] = [["Accept-Language", "en;q=0.5, fr-FR, fr;q=0.8"]];
  expect(run("print ACCEPTED_LANGUAGES", "/page.py", { fields })).toBe("['fr-FR', 'fr', 'en']\n");
});

test("user and password of basic authentication, None without", () => {
  const fields: [string, string][] = [["Authorization", `Basic ${btoa("jean:mot:de:passe")}`]];
  expect(run("print AUTH_USER, AUTH_PASSWORD", "/page.py", { fields })).toBe("jean mot:de:passe\n");
  expect(run("print AUTH_USER, AUTH_PASSWORD")).toBe("None None\n");
});

test("THIS describes the script", () => {
  const files = { "panier/voir.py": "print THIS.name, THIS.url, THIS.baseurl, THIS.subpath, THIS.parent" };
  expect(visit(createWorld(files), "A", "/panier/voir.py/a/b").text).toBe(
    "voir.py /panier/voir.py /panier/ ['a', 'b'] None\n",
  );
});

test("Include runs a page in the same namespace, or writes a file", () => {
  const files = {
    "a/page.pih": "<% x = 1 %><% Include('partie.pih', y=2) %><% Include('/bas.html') %><%= z %>",
    "a/partie.pih": "<p><%= x + y %></p><% z = 5 %>",
    "bas.html": "<hr>",
  };
  expect(visit(createWorld(files), "A", "/a/page.pih").text).toBe("<p>3</p><hr>5");
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
