/**
 * A fresh Node that loads one side's scripts and runs the page: `node start-child.mjs SCRIPT…`. Prints the milliseconds of the
 * processor from before the first script is compiled to after the last output, those of the whole process, and the output, as JSON. Of the processor,
 * with all threads: a clock would tell what else the machine does.
 *
 * Node's own leavings are collected before the clock starts (twice, since what is young stays for one more round), and the sources are flat strings, as a browser hands them to
 * V8. With `CODE_CACHE=use` compiled code is taken from `SCRIPT.cache`, which a run with `CODE_CACHE=make` has left there:
 * Chrome does the same for the script of a service worker.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { Script } from "node:vm";

const mode = process.env.CODE_CACHE ?? "none";
const files = process.argv.slice(2);
const sources = files.map((file) => `(function (module, exports) {${readFileSync(file, "utf8")}\n})`);
const caches = files.map((file) => (mode === "use" ? readFileSync(`${file}.cache`) : undefined));

for (const source of sources) source.at(-1);
for (let round = 0; round < 2; round++) globalThis.gc?.({ type: "minor" });
const scripts = [];
const module = { exports: {} };
// Once before it counts: what measures is no part of what is measured.
processor();
const before = processor();
for (let at = 0; at < files.length; at++) {
  const script = new Script(sources[at], { filename: files[at], cachedData: caches[at] });
  script.runInThisContext()(module, module.exports);
  scripts.push(script);
}
const output = files.length === 0 ? "" : module.exports.run();
const after = processor();

console.log(
  JSON.stringify({
    inside: after - before,
    whole: after,
    output,
    rejected: scripts.some((each) => each.cachedDataRejected),
  }),
);
if (mode === "make")
  for (const [at, script] of scripts.entries())
    writeFileSync(`${files[at]}.cache`, script.createCachedData());

function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
