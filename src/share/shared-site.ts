/** What a link carries: a site, what stands beside it, and on request what was at stake. Plain data, past the decoder believed. */
import type { FileContent } from "../project/index.ts";

export interface SharedSite {
  /** Path → content, in the order of the tabs; `server.ini` among them. */
  files: ReadonlyMap<string, FileContent>;
  language: "en" | "fr";
  /** The open file. */
  open?: string;
  /** The lesson that stands beside the site, by its id. */
  lesson?: string;
  jars?: readonly SharedJar[];
  /** Sessions on disk: the id and the pickle, a byte per character. */
  sessions?: readonly { id: string; pickle: string }[];
  race?: SharedRace;
}

export interface SharedJar {
  browser: string;
  cookies: readonly SharedCookie[];
}

export interface SharedCookie {
  name: string;
  value: string;
  path: string;
  /** ISO date; absent: until the browser closes. */
  expires?: string;
  httpOnly: boolean;
  secure: boolean;
  sameSite?: string;
}

/** Pages asked for at once by one browser, and whose turn it is: a letter per visible operation, `AABBA`. */
export interface SharedRace {
  browser: string;
  urls: readonly string[];
  schedule: string;
}

/** A lesson's site as one edition of it was. `key` is the short name of the lesson in links, of one to three letters. */
export interface Edition {
  lesson: string;
  key: string;
  language: "en" | "fr";
  /** Of its texts: six characters. */
  fingerprint: string;
  files: ReadonlyMap<string, string>;
}

/** Where editions are found; `null`: there is none like that. */
export interface Editions {
  /** The newest of a lesson, by its id. */
  newest(lesson: string, language: "en" | "fr"): Promise<Edition | null>;
  /** By what a link says. */
  find(key: string, language: "en" | "fr", fingerprint: string): Promise<Edition | null>;
  newestByKey(key: string, language: "en" | "fr"): Promise<Edition | null>;
}

/** Why a link cannot be opened; the app has the words. `detail` names what was found. */
export type LinkProblem =
  | { kind: "damaged" }
  | { kind: "future"; version: string }
  | { kind: "unknown-lesson"; lesson: string }
  | { kind: "unknown-edition"; lesson: string }
  | { kind: "too-large"; what: "link" | "text" | "file" | "files" }
  | { kind: "bad-content"; detail: string };

export type DecodedLink = { ok: true; site: SharedSite } | { ok: false; problem: LinkProblem };
