/**
 * What a link brings, read before anything of it is used: a lesson as it is, a site that somebody wrote, or why it cannot be opened.
 */
import {
  type Configuration,
  defaultConfiguration,
  parseConfiguration,
  SERVER_INI,
  stringifyConfiguration,
} from "../../project/index.ts";
import type { CarriedState, WorkFacts, WorkOrigin } from "../../protocol/index.ts";
import { decodeLink, type Editions, type LinkProblem, type SharedSite } from "../../share/index.ts";
import type { Beginning } from "./open-work.ts";

export type Incoming =
  /** Our own text, untouched: nobody has to be asked. */
  | { kind: "lesson"; lesson: string; language: "en" | "fr" }
  | { kind: "site"; site: SharedSite }
  | { kind: "problem"; problem: LinkProblem }
  /** The lesson that it stands upon could not be fetched. */
  | { kind: "not-loaded" };

/** Never rejects. `hash` begins with `#`. */
export function readLink(hash: string, editions: Editions): Promise<Incoming> {
  return read(hash, editions).catch(() => ({ kind: "not-loaded" }));
}

async function read(hash: string, editions: Editions): Promise<Incoming> {
  const decoded = await decodeLink(hash.slice(1), editions);
  if (!decoded.ok) return { kind: "problem", problem: decoded.problem };
  const { site } = decoded;
  const { lesson, language } = site;
  if (lesson !== undefined && (await isUntouched(site, editions)))
    return { kind: "lesson", lesson, language };
  return { kind: "site", site };
}

async function isUntouched(site: SharedSite, editions: Editions): Promise<boolean> {
  if (site.lesson === undefined || hasState(site)) return false;
  const newest = await editions.newest(site.lesson, site.language);
  return (
    newest !== null &&
    newest.files.size === site.files.size &&
    [...newest.files].every(([path, text]) => site.files.get(path) === text)
  );
}

function hasState({ jars = [], sessions = [], race }: SharedSite): boolean {
  return jars.length > 0 || sessions.length > 0 || race !== undefined;
}

/** The work that `site` begins. */
export function beginningOf(site: SharedSite, origin: WorkOrigin, name = ""): Beginning {
  const { files, language, lesson, open, jars = [], sessions = [], race } = site;
  const facts: WorkFacts = { name, origin, language, ...(lesson !== undefined && { lesson }) };
  const carried: CarriedState = { jars, sessions };
  return {
    facts,
    files: Object.fromEntries(files),
    ...(hasState(site) && { carried }),
    race,
    open,
  };
}

/** The options of its server that are not as at first, as `name = value`; and how many lines nobody can read. */
export function serverOf({ files }: SharedSite): { options: string[]; mistakes: number } {
  const text = files.get(SERVER_INI);
  if (typeof text !== "string") return { options: [], mistakes: 0 };
  const { configuration, errors } = parseConfiguration(text);
  return { options: changedOptions(configuration), mistakes: errors.length };
}

function changedOptions(configuration: Configuration): string[] {
  const usual = new Set(stringifyConfiguration(defaultConfiguration).split("\n"));
  return stringifyConfiguration(configuration)
    .split("\n")
    .filter((line) => !usual.has(line));
}
