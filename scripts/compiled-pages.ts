/** The pages of the site that a new workspace starts with, compiled: what `compiled-pages-plugin.ts` makes a module of. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileNow } from "../src/pih/index.ts";
import { MANUAL_EXAMPLE_FOLDER, manualExampleFiles } from "../src/project/index.ts";
import { PyCode, type Value } from "../src/python/index.ts";
import { cachedCode, createPageCache } from "../src/server/page-cache.ts";
import type { WrittenCode } from "../src/worker/compiled-pages.ts";

/** By the names that a page cache has for them. */
export function compiledPages(): [name: string, code: WrittenCode][] {
  const pages = createPageCache();
  for (const file of manualExampleFiles.filter((name) => name.endsWith(".pih"))) {
    // One code unit for each byte, as pages are compiled from.
    const source = readFileSync(join(MANUAL_EXAMPLE_FOLDER, file), "latin1");
    cachedCode(pages, file, source, compileNow);
  }
  return [...pages.codes].map(([name, code]) => [name, writeCode(code)]);
}

/** The fields of a code object as JSON has them. */
export function writeCode(code: PyCode): WrittenCode {
  const {
    type: _type,
    attributes: _attributes,
    serial: _serial,
    places: _places,
    constants,
    ...fields
  } = code;
  return { ...fields, constants: constants.map(writeConstant) };
}

function writeConstant(value: Value): WrittenCode["constants"][number] {
  if (value instanceof PyCode) return writeCode(value);
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  throw new Error(
    `Failed to write the code of a page: it has a constant of type ${typeof value}. Write and read such constants too.`,
  );
}
