import { expect, test } from "vitest";
import { encodeText, writeBytes } from "./byte-strings.ts";
import { parseMultipart, readFormFields, Upload } from "./form-fields.ts";
import type { ServerRequest } from "./messages.ts";

function post(body: string, contentType: string): ServerRequest {
  return {
    id: 1,
    browser: "A",
    method: "POST",
    url: "http://localhost/x.pih",
    fields: [["Content-Type", contentType]],
    body: writeBytes(encodeText(body)),
  };
}

const get: ServerRequest = { ...post("", ""), method: "GET" };

function fieldsOf(request: ServerRequest, query = ""): Record<string, unknown> {
  return Object.fromEntries(readFormFields(request, query));
}

test("a query is read with blanks, escapes and UTF-8 bytes", () => {
  expect(fieldsOf(get, "nom=Jean+Dupont&pr%C3%A9nom=%C3%A9&vide=&seul")).toEqual({
    nom: "Jean Dupont",
    "prÃ©nom": "Ã©",
    vide: "",
    seul: "",
  });
});

test("a repeated plain name keeps its first value, a name with brackets is a list", () => {
  expect(fieldsOf(get, "a=1&a=2&b[]=3&b[]=4&c[]=5")).toEqual({ a: "1", b: ["3", "4"], c: ["5"] });
});

test("an escape that is cut off stays as it is", () => {
  expect(fieldsOf(get, "a=100%&b=%zz%4")).toEqual({ a: "100%", b: "%zz%4" });
});

test("fields of a POST win over those of the query", () => {
  const request = post("a=body&b=2", "application/x-www-form-urlencoded");
  expect(fieldsOf(request, "a=query&c=3")).toEqual({ a: "body", c: "3", b: "2" });
});

test("a body of another type gives no fields", () => {
  expect(fieldsOf(post('{"a": 1}', "application/json"))).toEqual({});
});

test("a multipart form carries plain fields and files", () => {
  const body = [
    "--XX",
    'Content-Disposition: form-data; name="nom"',
    "",
    "Jean",
    "--XX",
    'Content-Disposition: form-data; name="photo"; filename="C:\\images\\moi.txt"',
    "Content-Type: text/plain",
    "",
    "line 1\r\nline 2",
    "--XX--",
    "",
  ].join("\r\n");
  expect(fieldsOf(post(body, 'multipart/form-data; boundary="XX"'))).toEqual({
    nom: "Jean",
    photo: new Upload("moi.txt", "text/plain", "line 1\r\nline 2"),
  });
});

test("a multipart body that is cut off gives what is whole", () => {
  const body = '--X\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--X\r\nContent-Dispo';
  expect(parseMultipart(writeBytes(body), "multipart/form-data; boundary=X")).toEqual([["a", "1"]]);
  expect(parseMultipart(writeBytes("nothing"), "multipart/form-data")).toEqual([]);
});
