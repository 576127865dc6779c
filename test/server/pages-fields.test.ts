/** The field rules, each through a form's real encodings: query string, urlencoded body, multipart body. */
import { expect, test } from "vitest";
import { encodeText, writeBytes } from "../../src/server/byte-strings.ts";
import { createWorld, plainText, type VisitOptions, visit } from "./harness.ts";

/** What `code` prints for a request with `query` and `options`. */
function print(code: string, query: string, options: VisitOptions = {}): string {
  const page = visit(createWorld({ "page.py": `print ${code},` }), "A", `/page.py${query}`, options);
  return page.text.startsWith("<!DOCTYPE") ? plainText(page) : page.text;
}

/** A body as browsers write it; each part is its header parameters and its content. */
function multipart(...parts: [parameters: string, content: string, type?: string][]): VisitOptions {
  const written = parts.map(([parameters, content, type]) => {
    const line = type === undefined ? "" : `Content-Type: ${type}\r\n`;
    return `--XX\r\nContent-Disposition: form-data; ${parameters}\r\n${line}\r\n${content}\r\n`;
  });
  return {
    method: "POST",
    fields: [["Content-Type", "multipart/form-data; boundary=XX"]],
    body: writeBytes(`${encodeText(written.join(""))}--XX--\r\n`),
  };
}

test("GET: each field is a variable, and an entry of the dictionary QUERY", () => {
  expect(print("_a, sorted(QUERY.items())", "?a=1&b=2")).toBe("1 [('a', '1'), ('b', '2')]");
});

test("POST urlencoded: the same names", () => {
  expect(print("_a, QUERY['a'], REQUEST['a']", "", { form: { a: "é&=" } })).toBe("é&= é&= é&=");
});

test("POST multipart: the same names", () => {
  expect(print("repr(_a), QUERY['a'] == _a", "", multipart(['name="a"', "&=\r\n"]))).toBe("'&=\\r\\n' True");
});

test("POST over GET: body fields win over the query's of the same name, the others stay", () => {
  expect(print("_a, _b", "?a=1&b=2", { form: { a: "3" } })).toBe("3 2");
  expect(print("_a, _b", "?a=1&b=2", multipart(['name="a"', "3"]))).toBe("3 2");
  expect(print("_a", "?a[]=1&a[]=2", { form: { "a[]": "3" } })).toBe("['3']");
});

test("a body of another kind of request than POST gives no fields", () => {
  const options = { method: "GET", body: writeBytes("a=1"), fields: [] };
  expect(print("QUERY", "", options)).toBe("{}");
});

test("a name that ends in [] is always a list, under the name without brackets, also for one value", () => {
  expect(print("_a, QUERY['a']", "?a[]=1")).toBe("['1'] ['1']");
  expect(print("_a, QUERY['a']", "", multipart(['name="a[]"', "1"], ['name="a[]"', "2"]))).toBe(
    "['1', '2'] ['1', '2']",
  );
});

test("any other name is one string, the first value, even when repeated", () => {
  expect(print("_a, QUERY['a']", "?a=1&a=2")).toBe("1 1");
  expect(print("_a", "", multipart(['name="a"', "1"], ['name="a"', "2"]))).toBe("1");
});

test("a blank value stays an empty string", () => {
  expect(print("repr(_a), repr(_b), _c", "?a=&b&c[]=")).toBe("'' '' ['']");
});

test("an absent field is a NameError; has_key tells before", () => {
  expect(print("QUERY.has_key('a')", "")).toBe("False");
  expect(print("_a", "")).toContain("NameError: name '_a' is not defined");
});

test("field values are byte strings", () => {
  expect(print("type(_a).__name__, len(_a)", "?a=%E2%82%AC")).toBe("str 3");
});

test("an uploaded file has filename, value and file instead of being a string", () => {
  const body = multipart(['name="f"; filename="été.txt"', "un\ndeux", "text/plain"]);
  expect(print("_f.filename, repr(_f.value), _f.type", "", body)).toBe("été.txt 'un\\ndeux' text/plain");
  expect(print("[line for line in QUERY['f'].file]", "", body)).toBe("['un\\n', 'deux']");
});

test("an uploaded file keeps its bytes", () => {
  const body = multipart(['name="f"; filename="a.bin"', ""]);
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const at = new TextDecoder("latin1").decode(body.body).indexOf("\r\n\r\n") + 4;
  body.body = Uint8Array.from([...(body.body ?? []).slice(0, at), ...bytes, ...(body.body ?? []).slice(at)]);
  const code = "len(_f.value), _f.value == ''.join(map(chr, range(256)))";
  expect(print(code, "", body)).toBe("256 True");
});

test("several files under name[] are a list of files", () => {
  const body = multipart(['name="f[]"; filename="a"', "1"], ['name="f[]"; filename="b"', "2"]);
  expect(print("[(f.filename, f.value) for f in _f]", "", body)).toBe("[('a', '1'), ('b', '2')]");
});

test("a file field left empty has an empty filename", () => {
  const body = multipart(['name="f"; filename=""', "", "application/octet-stream"]);
  expect(print("repr(_f.filename), repr(_f.value)", "", body)).toBe("'' ''");
});

test("a filename loses the directories that old browsers sent with it", () => {
  expect(print("_f.filename", "", multipart(['name="f"; filename="C:\\img\\a.png"', ""]))).toBe("a.png");
});
