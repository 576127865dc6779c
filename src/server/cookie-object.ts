/**
 * `COOKIE` and `SET_COOKIE`: the `SimpleCookie` of Python 2's module `Cookie`, which Karrigell handed to its scripts.
 *
 *     SET_COOKIE['couleur'] = 'bleu'              COOKIE['couleur'].value
 *     SET_COOKIE['couleur']['path'] = '/'         COOKIE.has_key('couleur')
 *
 * A value that a cookie cannot carry is quoted, with octal escapes (RFC 2109), and unquoted when it comes back.
 */
import { parseCookie } from "cookie";
import {
  builtinType,
  defineMethods,
  exceptionType,
  PyException,
  PyList,
  PyObject,
  PyTuple,
  PyUnicode,
  Raised,
  raiseError,
  repr,
  str,
  type Value,
  type VM,
} from "../python/index.ts";
import { encodeText } from "./byte-strings.ts";
import { isLegal, quoteValue, unquoteValue } from "./cookie-quoting.ts";
import type { Environment } from "./environment.ts";
import { textKey } from "./header-object.ts";

export const cookieType = builtinType("SimpleCookie");
export const morselType = builtinType("Morsel");
export const cookieErrorType = builtinType("CookieError", "exception", exceptionType("Exception"));

/** A morsel's attributes, in the order of the output, and how each is written. */
const attributeNames: Readonly<Record<string, string>> = {
  comment: "Comment",
  domain: "Domain",
  expires: "expires",
  httponly: "httponly",
  "max-age": "Max-Age",
  path: "Path",
  secure: "secure",
  version: "Version",
};

/** One cookie: its value as the script has it, as the wire has it, and its attributes. */
export class MorselObject extends PyObject {
  key: string;
  value: string;
  codedValue: string;
  /** Lower-case name → value; only those that were set. */
  settings: Map<string, Value> = new Map();
  constructor(key: string, value: string, codedValue: string) {
    super(morselType);
    this.key = key;
    this.value = value;
    this.codedValue = codedValue;
  }
}

/** Cookies by name, in the order of setting. */
export class CookieObject extends PyObject {
  morsels: Map<string, MorselObject> = new Map();
  constructor() {
    super(cookieType);
  }
}

/** The cookies of a request, from its Cookie field. The first of two cookies with one name counts: it has the longer path. */
export function parseCookies(field: string | undefined): CookieObject {
  const cookies = new CookieObject();
  const pairs = parseCookie(field ?? "", { decode: (value) => value });
  for (const [name, coded] of Object.entries(pairs)) {
    if (coded !== undefined) cookies.morsels.set(name, new MorselObject(name, unquoteValue(coded), coded));
  }
  return cookies;
}

/** The values of the Set-Cookie fields that `cookies` asks for; `env` tells the time for a relative `expires`. */
export function stringifyCookies(cookies: CookieObject, env: Environment): string[] {
  return [...cookies.morsels.values()].map((morsel) => stringifyMorsel(morsel, env.now()));
}

function stringifyMorsel(morsel: MorselObject, now: number): string {
  const parts = [`${morsel.key}=${morsel.codedValue}`];
  for (const [name, written] of Object.entries(attributeNames)) {
    const value = morsel.settings.get(name);
    if (value === undefined || value === "") continue;
    parts.push(stringifyAttribute(name, written, value, now));
  }
  return parts.join("; ").replace(/[\r\n\0]/g, " ");
}

function stringifyAttribute(name: string, written: string, value: Value, now: number): string {
  if (name === "secure" || name === "httponly") return written;
  if (name === "expires" && typeof value === "number")
    return `${written}=${new Date(now + value * 1000).toUTCString()}`;
  return `${written}=${String(value)}`;
}

function cookieError(message: string): never {
  throw new Raised(new PyException(cookieErrorType, [message]));
}

function setCookie(vm: VM, self: CookieObject, key: Value, value: Value): void {
  const name = textKey(vm, key);
  if (name.toLowerCase() in attributeNames) cookieError(`Attempt to set a reserved key: ${name}`);
  if (!isLegal(name) || name === "") cookieError(`Illegal key value: ${name}`);
  if (value instanceof MorselObject) {
    self.morsels.set(name, value);
    return;
  }
  const text = value instanceof PyUnicode ? encodeText(value.value) : str(vm, value);
  const morsel = self.morsels.get(name) ?? new MorselObject(name, "", "");
  morsel.value = text;
  morsel.codedValue = quoteValue(text);
  self.morsels.set(name, morsel);
}

function attributeName(vm: VM, key: Value): string {
  const name = textKey(vm, key).toLowerCase();
  return name in attributeNames ? name : cookieError(`Invalid Attribute ${name}`);
}

/** Text and numbers are kept; anything else is written as `str` writes it. */
function attributeValue(vm: VM, value: Value): Value {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  return value instanceof PyUnicode ? encodeText(value.value) : str(vm, value);
}

function showCookies(vm: VM, self: CookieObject): string {
  const shown = [...self.morsels.values()].map(({ key, value }) => `${key}=${repr(vm, value)}`);
  return `<SimpleCookie: ${shown.join(" ")}>`;
}

function outputOf(vm: VM, self: CookieObject): string {
  const now = vm.host.now() * 1000;
  return [...self.morsels.values()]
    .map((morsel) => `Set-Cookie: ${stringifyMorsel(morsel, now)}`)
    .join("\r\n");
}

cookieType.slots = {
  repr: showCookies,
  str: outputOf,
  length: (_vm, self: CookieObject) => self.morsels.size,
  contains: (vm, self: CookieObject, key) => self.morsels.has(textKey(vm, key)),
  iterate: (vm, self: CookieObject) =>
    vm.callMethod(new PyList([...self.morsels.keys()]), "__iter__", []) ?? null,
  getItem: (vm, self: CookieObject, key) =>
    self.morsels.get(textKey(vm, key)) ?? raiseError("KeyError", textKey(vm, key)),
  setItem: setCookie,
  deleteItem(vm, self: CookieObject, key) {
    if (!self.morsels.delete(textKey(vm, key))) raiseError("KeyError", textKey(vm, key));
  },
};

defineMethods(cookieType, {
  get: (vm, [self, key = null, fallback = null]) =>
    (self as CookieObject).morsels.get(textKey(vm, key)) ?? fallback,
  has_key: (vm, [self, key = null]) => (self as CookieObject).morsels.has(textKey(vm, key)),
  keys: (_vm, [self]) => new PyList([...(self as CookieObject).morsels.keys()]),
  values: (_vm, [self]) => new PyList([...(self as CookieObject).morsels.values()]),
  items: (_vm, [self]) =>
    new PyList([...(self as CookieObject).morsels].map(([name, morsel]) => new PyTuple([name, morsel]))),
  output: (vm, [self]) => outputOf(vm, self as CookieObject),
});

morselType.slots = {
  repr: (vm, self: MorselObject) => `<Morsel: ${self.key}=${repr(vm, self.value)}>`,
  str: (vm, self: MorselObject) => `Set-Cookie: ${stringifyMorsel(self, vm.host.now() * 1000)}`,
  getItem: (vm, self: MorselObject, key) => self.settings.get(attributeName(vm, key)) ?? "",
  setItem(vm, self: MorselObject, key, value) {
    self.settings.set(attributeName(vm, key), attributeValue(vm, value));
  },
  getAttribute(_vm, self: MorselObject, name) {
    if (name === "value") return self.value;
    if (name === "key") return self.key;
    return name === "coded_value" ? self.codedValue : undefined;
  },
};
