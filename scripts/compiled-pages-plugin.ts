/**
 * Vite's plugin that compiles the pages of the example when the app is built, so that a first visit needs no compiler:
 * `virtual:compiled-pages` has their code.
 */
import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";
import { bundle } from "./bundle-ts.mjs";

const moduleId = "virtual:compiled-pages";

/** The plugin; `pages` gives other pages than the example's. Tests have it as well, since they share Vite's configuration. */
export function compiledPagesPlugin(pages: () => unknown = compilePages): Plugin {
  return {
    name: "biscuiterie:compiled-pages",
    resolveId: (source) => (source === moduleId ? `\0${moduleId}` : null),
    async load(id) {
      if (id !== `\0${moduleId}`) return null;
      return `export const pages = ${JSON.stringify(await pages())};`;
    },
  };
}

async function compilePages(): Promise<unknown> {
  const bundled = await bundle("scripts/compiled-pages.ts");
  const { compiledPages } = await import(pathToFileURL(bundled).href);
  rmSync(dirname(bundled), { recursive: true, force: true });
  return compiledPages();
}
