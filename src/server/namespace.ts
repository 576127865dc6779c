/**
 * The names a script finds when it begins: Karrigell's (behaviour of version 3).
 *
 * Fields come first and the server's own names over them, so that no form can replace `Session` or the natives that a page
 * writes by. All text is byte strings.
 */
import { pageNatives } from "../pih/index.ts";
import {
  createModule,
  type Interpreter,
  PyDict,
  PyList,
  PyModule,
  type PyNative,
  Table,
  type Value,
} from "../python/index.ts";
import { sessionConflictType } from "../sessions/index.ts";
import { PAGE_TYPE } from "./answers.ts";
import { encodeText } from "./byte-strings.ts";
import { CookieObject, parseCookies } from "./cookie-object.ts";
import { type FieldContent, type FormValue, readFormFields, Upload } from "./form-fields.ts";
import { HeaderObject } from "./header-object.ts";
import { fieldValue } from "./messages.ts";
import { endingTypes } from "./script-endings.ts";
import { directoryOf } from "./script-host.ts";
import { scriptNatives } from "./script-natives.ts";
import { ScriptObject } from "./script-object.ts";
import { sessionFactory } from "./session-desk.ts";
import type { Script, Task } from "./task.ts";
import { UploadObject } from "./upload-object.ts";

/** The namespace for `script`, and on the task what of it the response will need. */
export function createNamespace(task: Task, script: Script, interpreter: Interpreter): Table {
  const namespace = new Table();
  const define = (name: string, value: Value): void => namespace.set(name, name, value);
  const query = new Table();
  for (const [name, value] of readFormFields(task.request, task.query)) {
    query.set(name, name, fieldObject(name, value));
    define(`_${name}`, fieldObject(name, value));
    task.fieldNames.push(name);
  }
  task.setCookie = new CookieObject();
  task.responseFields = new HeaderObject([["Content-Type", PAGE_TYPE]]);
  const queryObject = new PyDict(query);
  define("QUERY", queryObject);
  define("REQUEST", queryObject);
  defineRequest(task, script, define);
  define("SET_COOKIE", task.setCookie);
  define("RESPONSE", task.responseFields);
  defineNatives(define);
  define("__builtins__", builtinsOf(interpreter));
  define("__name__", "__main__");
  define("__file__", encodeText(script.file));
  return namespace;
}

/** The module of the built-in names: every module of the process has it, so the first one is asked. */
function builtinsOf(interpreter: Interpreter): Value {
  const known = interpreter.modules.get("__main__");
  const main = known instanceof PyModule ? known : createModule(interpreter, "__main__");
  return main.dict.get("__builtins__") ?? null;
}

type Define = (name: string, value: Value) => void;

function defineRequest(task: Task, script: Script, define: Define): void {
  const { fields } = task.request;
  const [user, password] = readCredentials(fieldValue(fields, "authorization"));
  define("COOKIE", parseCookies(fieldValue(fields, "cookie")));
  define("HEADERS", new HeaderObject(fields));
  define("ACCEPTED_LANGUAGES", new PyList(readLanguages(fieldValue(fields, "accept-language"))));
  define("PATH", encodeText(`/${directoryOf(script.file)}`));
  define("THIS", new ScriptObject(script));
  define("AUTH_USER", user);
  define("AUTH_PASSWORD", password);
}

function defineNatives(define: Define): void {
  const natives: ReadonlyMap<string, PyNative>[] = [scriptNatives, pageNatives];
  for (const group of natives) for (const [name, native] of group) define(name, native);
  define("Session", sessionFactory);
  define("SessionConflict", sessionConflictType);
  for (const type of endingTypes) define(type.name, type);
}

function fieldObject(name: string, value: FormValue): Value {
  if (Array.isArray(value)) return new PyList(value.map((each) => contentObject(name, each)));
  return contentObject(name, value);
}

function contentObject(name: string, content: FieldContent): Value {
  return content instanceof Upload ? new UploadObject(name, content) : content;
}

/** The language tags of an Accept-Language field, the best liked first (RFC 9110 §12.5.4). */
function readLanguages(field: string | undefined): string[] {
  const choices = (field ?? "").split(",").map((choice) => {
    const [tag = "", ...parameters] = choice.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  return choices
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** User and password of a Basic Authorization field (RFC 7617); both null when there is none. */
function readCredentials(field: string | undefined): [string | null, string | null] {
  const encoded = /^Basic\s+([A-Za-z0-9+/]+=*)\s*$/i.exec(field ?? "")?.[1];
  if (encoded === undefined) return [null, null];
  const pair = decodeBase64(encoded);
  const colon = pair.indexOf(":");
  return colon < 0 ? [null, null] : [pair.slice(0, colon), pair.slice(colon + 1)];
}

const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** RFC 4648 §4, as a byte string. */
function decodeBase64(encoded: string): string {
  let bits = 0;
  let count = 0;
  let bytes = "";
  for (const digit of encoded.replace(/=+$/, "")) {
    bits = ((bits << 6) | base64Alphabet.indexOf(digit)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += String.fromCharCode((bits >> count) & 0xff);
  }
  return bytes;
}
