/**
 * Functions every script finds: `Include` and `_`. `Session` is in `session-desk.ts`.
 *
 * They are registered by name like all natives; the request they work for is found through `vm.host`.
 */
import { compileScript } from "../pih/index.ts";
import {
  type Access,
  builtinType,
  defineFunctions,
  type Keywords,
  nativeType,
  type Operation,
  type PyNative,
  PyUnicode,
  raiseError,
  SourceError,
  type Value,
  type VM,
} from "../python/index.ts";
import { decodeText, encodeText } from "./byte-strings.ts";
import { extensionOf } from "./media-types.ts";
import { cachedCode } from "./page-cache.ts";
import { unescapeBytes } from "./request-target.ts";
import { directoryOf, scriptHost } from "./script-host.ts";
import { ScriptObject } from "./script-object.ts";
import { opening } from "./session-cookie.ts";
import { readFile, readText } from "./site.ts";
import type { Script } from "./task.ts";

/** `_(text)`: the translation of a text. There are no catalogues, so each text is its own. */
function translate(_vm: VM, [text = ""]: Value[]): Value {
  return text;
}

/**
 * `Include(url, **names)`: runs a script at this place in the same namespace, or writes a file's content. While the script
 * runs, `THIS` is its own, and `THIS.parent` the one that includes it.
 *
 * NOT-PIH: an included script runs within the statement that includes it: a stepped request does not stop inside.
 */
function include(vm: VM, [url]: Value[], keywords: Keywords): Value {
  const file = includedFile(vm, url);
  const { site } = scriptHost(vm).task;
  const source = readFile(site, file);
  if (source === undefined)
    raiseError("IOError", `[Errno 2] No such file or directory: '${encodeText(file)}'`);
  const globals = vm.globals();
  for (const [name, value] of keywords ?? []) globals.set(name, name, value);
  const language = extensionOf(file);
  if (language === "pih" || language === "py") runIncluded(vm, { file, language, subpath: [] }, source);
  else vm.write(readText(site, file) ?? "");
  return null;
}

function runIncluded(vm: VM, script: Script, source: string): void {
  const globals = vm.globals();
  const code = compileIncluded(vm, script.file, source);
  const parent = globals.get("THIS") ?? null;
  globals.set("THIS", "THIS", new ScriptObject(script, parent));
  try {
    vm.execute(code, globals, globals);
  } finally {
    globals.set("THIS", "THIS", parent);
  }
}

/** The file meant by `url`, relative to the page that is running, as a browser would resolve it. */
function includedFile(vm: VM, url: Value | undefined): string {
  const text = url instanceof PyUnicode ? encodeText(url.value) : url;
  if (typeof text !== "string") return raiseError("TypeError", "Include() takes the address of a page");
  const path = decodeText(unescapeBytes(text.split(/[?#]/)[0] ?? ""));
  const here = decodeText(vm.thread.frame?.code.filename ?? "");
  const names = path.startsWith("/") ? [] : directoryOf(here).split("/").filter(Boolean);
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}

function compileIncluded(vm: VM, file: string, source: string) {
  try {
    return cachedCode(scriptHost(vm).env.pages, encodeText(file), source, compileScript);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const kind = error.kind === "PihError" ? "SyntaxError" : error.kind;
    return raiseError(kind, `${error.message} (${encodeText(file)}, line ${error.span.line})`);
  }
}

/**
 * The type of `Include`, which names the operation that it may come to: as it cannot be stopped inside, a request that has
 * to wait for its session must wait before it.
 */
export const includeType = builtinType("builtin_function_or_method", "other", nativeType);

includeType.slots = {
  visible(vm: VM, _self: PyNative, access: Access): Operation | undefined {
    const { task } = scriptHost(vm);
    if (access.kind !== "call" || access.method !== undefined || task.session !== null) return undefined;
    const source = readFile(task.site, includedFile(vm, access.args[0])) ?? "";
    return /\b(?:Session|Include)\b/.test(source) ? opening(task) : undefined;
  },
};

/** The functions by the names scripts use. */
export const scriptNatives: ReadonlyMap<string, PyNative> = defineFunctions("server", {
  Include: include,
  _: translate,
});

const includeFunction = scriptNatives.get("Include");
if (includeFunction !== undefined) includeFunction.type = includeType;
