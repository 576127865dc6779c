/**
 * Functions every script finds: `Include` and `_`. `Session` is in `session-desk.ts`.
 *
 * They are registered by name like all natives; the request they work for is found through `vm.host`.
 */
import { compileScript } from "../pih/index.ts";
import {
  defineFunctions,
  type Keywords,
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
import { readFile } from "./site.ts";

/** `_(text)`: the translation of a text. There are no catalogues, so each text is its own. */
function translate(_vm: VM, [text = ""]: Value[]): Value {
  return text;
}

/**
 * `Include(url, **names)`: runs a script at this place in the same namespace, or writes a file's content.
 *
 * NOT-PIH: an included script runs within the statement that includes it: a stepped request does not stop inside.
 */
function include(vm: VM, [url]: Value[], keywords: Keywords): Value {
  const file = includedFile(vm, url);
  const source = readFile(scriptHost(vm).task.site, file);
  if (source === undefined)
    raiseError("IOError", `[Errno 2] No such file or directory: '${encodeText(file)}'`);
  const globals = vm.globals();
  for (const [name, value] of keywords ?? []) globals.set(name, name, value);
  if (!["pih", "py"].includes(extensionOf(file))) vm.write(source);
  else vm.execute(compileIncluded(vm, file, source), globals, globals);
  return null;
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

/** The functions by the names scripts use. */
export const scriptNatives: ReadonlyMap<string, PyNative> = defineFunctions("server", {
  Include: include,
  _: translate,
});
