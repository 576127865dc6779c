/** The code of the site that a new workspace starts with, made when the app was built: it needs no compiler to answer. */
import { pages } from "virtual:compiled-pages";
import { PyCode } from "../python/index.ts";

/** A code object as JSON has it. */
export type WrittenCode = Omit<PyCode, "type" | "attributes" | "serial" | "places" | "constants"> & {
  constants: (WrittenCode | string | number | boolean | null)[];
};

/** By the names that a page cache has for them. */
export function compiledPages(): Map<string, PyCode> {
  return new Map(pages.map(([name, code]) => [name, readCode(code)]));
}

function readCode(written: WrittenCode): PyCode {
  const constants = written.constants.map((value) =>
    typeof value === "object" && value !== null ? readCode(value) : value,
  );
  return Object.assign(new PyCode(), written, { constants });
}
