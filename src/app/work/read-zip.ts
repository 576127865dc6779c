/** A zip that the learner chose, as the site that it holds or as why it cannot be one. */
import { defaultConfiguration, SERVER_INI, stringifyConfiguration } from "../../project/index.ts";
import { type SharedSite, unzipSite, type ZipProblem } from "../../share/index.ts";

export type ReadZip = { kind: "site"; site: SharedSite } | { kind: "problem"; problem: ZipProblem };

/** No site's zip is larger: it is not even read. */
const mostBytes = 8_000_000;

export async function readZip(file: File, language: "en" | "fr"): Promise<ReadZip> {
  if (file.size > mostBytes) return { kind: "problem", problem: { kind: "too-large", what: "text" } };
  const unzipped = unzipSite(new Uint8Array(await file.arrayBuffer()));
  if (!unzipped.ok) return { kind: "problem", problem: unzipped.problem };
  const files = new Map(unzipped.files);
  if (!files.has(SERVER_INI)) files.set(SERVER_INI, stringifyConfiguration(defaultConfiguration));
  return { kind: "site", site: { files, language } };
}
