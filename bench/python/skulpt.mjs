/** One of the sides of `bench -- python`: Skulpt in its Python 2 mode. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runInThisContext } from "node:vm";

const folder = join(dirname(createRequire(import.meta.url).resolve("skulpt/package.json")), "dist");
for (const file of ["skulpt.min.js", "skulpt-stdlib.js"])
  runInThisContext(readFileSync(join(folder, file), "utf8"), { filename: file });
const { Sk } = globalThis;

export function run(source) {
  let printed = "";
  Sk.configure({
    output: (text) => {
      printed += text;
    },
    read: (file) => {
      const text = Sk.builtinFiles.files[file];
      if (text === undefined) throw new Error(`File not found: '${file}'`);
      return text;
    },
    __future__: Sk.python2,
    execLimit: Number.MAX_SAFE_INTEGER,
  });
  Sk.importMainWithBody("<stdin>", false, source, false);
  return printed;
}
