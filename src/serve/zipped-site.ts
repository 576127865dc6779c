/**
 * A site that comes as a zip, as the playground's _Download_ gives it: it is unpacked into a folder of its own, which is gone when the
 * program ends.
 *
 * Around the site's folder is an empty one, because options are also looked for beside the site.
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSite, type ZipProblem } from "../share/index.ts";

/** The folder that the zip at `path` was unpacked into, or a sentence that says why it was not. */
export function unpackSite(path: string): { ok: true; folder: string } | { ok: false; reason: string } {
  const unzipped = unzipSite(readFileSync(path));
  if (!unzipped.ok) return { ok: false, reason: `${path} cannot be served: ${explain(unzipped.problem)}` };
  const outer = realpathSync(mkdtempSync(join(tmpdir(), "biscuiterie-")));
  process.once("exit", () => rmSync(outer, { recursive: true, force: true }));
  const folder = join(outer, "site");
  for (const [name, content] of unzipped.files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { ok: true, folder };
}

function explain(problem: ZipProblem): string {
  switch (problem.kind) {
    case "not-a-zip":
      return "it is not a zip, or its end is missing. Download it again.";
    case "empty":
      return "there are no files in it.";
    case "damaged":
      return `“${problem.path}” in it is damaged. Download it again.`;
    case "encrypted":
      return `“${problem.path}” in it needs a password. Zip the pages without one.`;
    case "unknown-compression":
      return `“${problem.path}” in it is compressed in a way that is not known here (${problem.method}). Zip the pages with deflate.`;
    case "zip64":
      return "it is a zip for more than 4 GB. Unpack it, and serve the folder.";
    case "split":
      return "it is a part of several. Unpack them, and serve the folder.";
    case "too-large":
      return "it holds more than 64 files, 256 kB in one or 1 MB together. Unpack it, and serve the folder.";
    case "bad-content":
      return problem.detail;
  }
}
