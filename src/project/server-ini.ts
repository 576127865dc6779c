/**
 * `server.ini`: the configuration as a learner reads and writes it.
 *
 * The text is Karrigell's kind of file: one section `[server]`, one `name = value` a line, comments after `;` or `#`.
 * `parseConfiguration` never fails: what it cannot read keeps its default and is told with its line, so that an editor
 * can mark it while the learner types. What a control changes in the text is in `ini-edits.ts`.
 */
import {
  type Configuration,
  defaultConfiguration,
  optionNames,
  type ServerKind,
  type SessionLock,
} from "./configuration.ts";

/** A line of `server.ini` that cannot be used, and why. Lines count from 1. */
export interface ConfigurationError {
  line: number;
  /** In English, with what to do about it. */
  message: string;
  /** The same as data, for other languages. */
  problem: ConfigurationProblem;
}

type ConfigurationProblem =
  | { kind: "no-option" | "unknown-option" | "wrong-section" | "no-section"; found: string }
  | { kind: "wrong-value"; option: string; found: string; allowed: AllowedValues }
  | { kind: "set-twice"; option: string; before: number };

/** The words that may be written, or the range of whole numbers. */
type AllowedValues = readonly string[] | { from: number; to: number };

/** What a text says. `configuration` is whole: what is missing or wrong has its default. */
export interface ParsedConfiguration {
  configuration: Configuration;
  errors: ConfigurationError[];
}

/** How an option is read: the value, or what would have been allowed. */
type OptionReader = (
  text: string,
) => { value: Configuration[keyof Configuration] } | { allowed: AllowedValues };

const booleans: Readonly<Record<string, boolean>> = {
  on: true,
  yes: true,
  true: true,
  1: true,
  off: false,
  no: false,
  false: false,
  0: false,
};

/** By name. */
export const readers: { readonly [name in keyof Configuration]: OptionReader } = {
  persistent_session: readSwitch,
  server: oneOf("monoprocess", "multithread", "multiprocess", "cgi"),
  processes: wholeNumber(1, 16),
  max_sessions: wholeNumber(1, 1_000_000),
  strict_session_ids: readSwitch,
  session_lock: oneOf("none", "request", "version"),
  error_status: (text) => {
    if (text === "200" || text === "500") return { value: text === "200" ? 200 : 500 };
    return { allowed: ["200", "500"] };
  },
  allow_directory_listing: readSwitch,
};

/** Reads the text of `server.ini`. */
export function parseConfiguration(text: string): ParsedConfiguration {
  const values = new Map<string, Configuration[keyof Configuration]>();
  const seen = new Map<string, number>();
  const errors: ConfigurationError[] = [];
  let section: string | undefined;
  for (const [at, content] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1;
    const statement = statementOf(content);
    if (statement === "") continue;
    const header = headerOf(statement);
    if (header !== undefined) {
      section = header;
      if (header.toLowerCase() === "server") continue;
    }
    const problem = findProblem(statement, header, section) ?? readOption(statement, line, values, seen);
    if (problem !== undefined) errors.push({ line, message: explain(problem), problem });
  }
  return { configuration: { ...defaultConfiguration, ...Object.fromEntries(values) }, errors };
}

/** What a line says, without its comment. */
export function statementOf(content: string): string {
  return content.slice(0, /(?:^|\s)[;#]/.exec(content)?.index).trim();
}

/** The name of the section that a line opens; undefined when it opens none. */
export function headerOf(statement: string): string | undefined {
  return /^\[(.*)\]$/.exec(statement)?.[1]?.trim();
}

/** What is wrong with where a line stands, or with the section that it opens. */
function findProblem(
  statement: string,
  header: string | undefined,
  section: string | undefined,
): ConfigurationProblem | undefined {
  if (header !== undefined) return { kind: "wrong-section", found: header };
  return section === undefined ? { kind: "no-section", found: statement } : undefined;
}

function readOption(
  statement: string,
  line: number,
  values: Map<string, Configuration[keyof Configuration]>,
  seen: Map<string, number>,
): ConfigurationProblem | undefined {
  const parts = /^([^=:]*?)\s*[=:]\s*(.*)$/.exec(statement);
  if (parts === null) return { kind: "no-option", found: statement };
  const [, option = "", found = ""] = parts;
  if (!isOptionName(option)) return { kind: "unknown-option", found: option };
  const before = seen.get(option);
  if (before !== undefined) return { kind: "set-twice", option, before };
  seen.set(option, line);
  const read = readers[option](found);
  if (!("value" in read)) return { kind: "wrong-value", option, found, allowed: read.allowed };
  values.set(option, read.value);
  return undefined;
}

function explain(problem: ConfigurationProblem): string {
  switch (problem.kind) {
    case "no-option":
      return `“${problem.found}” is not an option. Write name = value, for instance persistent_session = on.`;
    case "unknown-option":
      return `There is no option called “${problem.found}”. The options are ${optionNames.join(", ")}.`;
    case "wrong-section":
      return `The section is called “${problem.found}”. server.ini has one section: write [server].`;
    case "no-section":
      return `“${problem.found}” stands before any section. Put [server] on the line above.`;
    case "set-twice":
      return `“${problem.option}” is already set on line ${problem.before}. Remove one of the two.`;
    case "wrong-value": {
      const { option, found, allowed } = problem;
      const what = "from" in allowed ? `a whole number from ${allowed.from} to ${allowed.to}` : list(allowed);
      return `“${option}” cannot be “${found}”. Write ${what}.`;
    }
  }
}

function isOptionName(name: string): name is keyof Configuration {
  return Object.hasOwn(readers, name);
}

function readSwitch(text: string): ReturnType<OptionReader> {
  const value = Object.hasOwn(booleans, text.toLowerCase()) ? booleans[text.toLowerCase()] : undefined;
  return value === undefined ? { allowed: ["on", "off"] } : { value };
}

function oneOf(...allowed: (ServerKind | SessionLock)[]): OptionReader {
  return (text) => {
    const value = allowed.find((name) => name === text.toLowerCase());
    return value === undefined ? { allowed } : { value };
  };
}

function wholeNumber(from: number, to: number): OptionReader {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? { value } : { allowed: { from, to } };
  };
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
