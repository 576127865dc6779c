/** From an address to an answer: which file, which status with which text, which media type. */
import { expect, test } from "vitest";
import { createWorld, type Files, plainText, type Visit, type VisitOptions, visit } from "./harness.ts";

function ask(path: string, files: Files, options: VisitOptions = {}): Visit {
  return visit(createWorld(files), "A", path, options);
}

function mediaTypeOf({ response }: Visit): string | undefined {
  return response.fields.find(([name]) => name === "Content-Type")?.[1];
}

test("a file is found by its name, also with blanks and accents in it", () => {
  expect(ask("/a%20b/%C3%A9t%C3%A9.html", { "a b/été.html": "trouvé" }).text).toBe("trouvé");
});

test("names in a path tell upper from lower case", () => {
  expect(ask("/A.html", { "a.html": "" }).status).toBe(404);
});

test.each(["html", "htm", "py", "pih", "hip", "ks"])("a name without an ending finds its .%s", (ending) => {
  const page = ask("/page", { [`page.${ending}`]: "" });
  expect(page.status).toBe(ending === "hip" || ending === "ks" ? 501 : 200);
});

test("an ending that Karrigell does not try is not found", () => {
  expect(ask("/page", { "page.txt": "" }).status).toBe(404);
});

test("several files of one name are a 300 that lists them in Karrigell's order", () => {
  const page = ask("/page", { "page.pih": "", "page.html": "", "page.py": "" });
  expect(page).toMatchObject({ status: 300, statusText: "Multiple Choices" });
  const links = [...page.text.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual(["/page.html", "/page.py", "/page.pih"]);
});

test("names behind a script are its subpath, behind any other file they lead nowhere", () => {
  expect(ask("/page.pih/a/b?x=1", { "page.pih": "<%= THIS.subpath + [_x] %>" }).text).toBe("['a', 'b', '1']");
  expect(ask("/page.html/a", { "page.html": "" }).status).toBe(404);
});

test.each(["index.html", "index.htm", "index.py", "index.pih"])("%s is a directory's index page", (index) => {
  expect(ask("/d/", { [`d/${index}`]: "" }).status).toBe(200);
  expect(ask("/", { [index]: "" }).status).toBe(200);
});

test("two index pages are a 300", () => {
  expect(ask("/", { "index.html": "", "index.pih": "" }).status).toBe(300);
});

test("a directory without its slash is a 302 to it with the slash, the query kept", () => {
  expect(ask("/d?x=1", { "d/index.html": "" })).toMatchObject({
    status: 302,
    statusText: "Found",
    location: "/d/?x=1",
  });
});

test("a directory without an index page is a 403 that says what to do", () => {
  const page = ask("/d/", { "d/a.html": "" });
  expect(page).toMatchObject({ status: 403, statusText: "Forbidden" });
  expect(plainText(page)).toContain("allow_directory_listing is off");
});

test("with allow_directory_listing it is listed: directories first, no hidden files", () => {
  const files = {
    "d/b.pih": "",
    "d/a<1>.html": "",
    "d/c/x.pih": "",
    "d/c/y.pih": "",
    "d/z.ini": "",
    "e.html": "",
  };
  const world = createWorld(files, { allow_directory_listing: true });
  const page = visit(world, "A", "/d/");
  expect(page.status).toBe(200);
  const links = [...page.text.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, href, name]) => [
    href,
    name,
  ]);
  expect(links).toEqual([
    ["../", ".."],
    ["/d/c/", "c/"],
    ["/d/a%3C1%3E.html", "a&#60;1&#62;.html"],
    ["/d/b.pih", "b.pih"],
  ]);
  const root = visit(world, "A", "/");
  expect(root.text).toContain('<a href="/e.html">');
  expect(root.text).not.toContain('href="../"');
});

test("an index page wins over a listing", () => {
  const world = createWorld({ "index.html": "mine" }, { allow_directory_listing: true });
  expect(visit(world, "A", "/").text).toBe("mine");
});

test("the server's own files are a 403", () => {
  expect(ask("/secret.ini", { "secret.ini": "" }).status).toBe(403);
});

test("kinds of pages that are not here yet are a 501 that names the kind", () => {
  for (const path of ["/a.hip", "/a.ks", "/a.ks/index"]) {
    const page = ask(path, { "a.hip": "", "a.ks": "" });
    expect(page).toMatchObject({ status: 501, statusText: "Not Implemented" });
    expect(plainText(page)).toMatch(/\.(hip|ks) file/);
  }
});

test.each([
  ["a.html", "text/html; charset=utf-8"],
  ["a.CSS", "text/css; charset=utf-8"],
  ["a.js", "text/javascript; charset=utf-8"],
  ["a.json", "application/json; charset=utf-8"],
  ["a.svg", "image/svg+xml; charset=utf-8"],
  ["a.txt", "text/plain; charset=utf-8"],
  ["a.jpeg", "image/jpeg"],
  ["a.pdf", "application/pdf"],
  ["a.xyz", "application/octet-stream"],
  ["README", "application/octet-stream"],
])("%s is sent as %s", (file, mediaType) => {
  expect(mediaTypeOf(ask(`/${file}`, { [file]: "x" }))).toBe(mediaType);
});

test("a file's text is sent as UTF-8, its bytes untouched", () => {
  expect(ask("/a.txt", { "a.txt": "é\r\n" }).response.body).toEqual(new Uint8Array([195, 169, 13, 10]));
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  expect(ask("/a.bin", { "a.bin": bytes }).response.body).toEqual(bytes);
});

test("tags in a file that is not a page are not run", () => {
  expect(ask("/a.html", { "a.html": "<% 1/0 %>" }).text).toBe("<% 1/0 %>");
});

test.each([
  ["/nowhere.html", {}, 404, "Not Found"],
  ["/%", {}, 400, "Bad Request"],
  ["/ok.html", { method: "POST" }, 405, "Method Not Allowed"],
  ["/ok.html", { method: "BAKE" }, 501, "Not Implemented"],
  ["/ok.html", { method: "POST", body: new Uint8Array(17 << 20) }, 413, "Content Too Large"],
] as [string, VisitOptions, number, string][])(
  "an error page says its status in words: %s %j",
  (path, options, status, reason) => {
    const page = ask(path, { "ok.html": "" }, options);
    expect(page).toMatchObject({ status, statusText: reason });
    expect(plainText(page)).toContain(`${status} ${reason}`);
    expect(mediaTypeOf(page)).toBe("text/html; charset=utf-8");
  },
);

test.each([
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [500, "Internal Server Error"],
])("HTTP_ERROR %i has the standard reason beside the page's own message", (status, reason) => {
  const page = ask("/p.py", { "p.py": `raise HTTP_ERROR, (${status}, 'à moi')` });
  expect(page).toMatchObject({ status, statusText: reason });
  expect(plainText(page)).toContain(`${status} ${reason}`);
  expect(plainText(page)).toContain("à moi");
});

test("a page's own files are not reachable by leaving the site", () => {
  for (const path of ["/../x", "/d/../../x", "/%2e%2e/x", "/..%5cx"])
    expect(ask(path, { x: "" }).status, path).toBe(400);
});
