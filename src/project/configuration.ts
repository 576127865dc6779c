/**
 * The server's configuration: `server.ini` as an immutable value.
 *
 * The text is Karrigell's kind of file: one section `[server]`, one `name = value` a line, comments after `;` or `#`.
 * `parseConfiguration` never fails: what it cannot read keeps its default and is told with its line, so that an editor
 * can mark it while the learner types.
 */

type ServerKind = "monoprocess" | "multithread" | "multiprocess" | "cgi";
type SessionLock = "none" | "request" | "version";

export interface Configuration {
  readonly persistent_session: boolean;
  readonly server: ServerKind;
  /** Of `multiprocess`. */
  readonly processes: number;
  readonly max_sessions: number;
  readonly strict_session_ids: boolean;
  readonly session_lock: SessionLock;
  readonly error_status: 200 | 500;
}

export const defaultConfiguration: Configuration = Object.freeze({
  persistent_session: false,
  server: "monoprocess",
  processes: 3,
  max_sessions: 1000,
  strict_session_ids: false,
  session_lock: "none",
  error_status: 200,
});

/** A line of `server.ini` that cannot be used, and why. Lines count from 1. */
interface ConfigurationError {
  line: number;
  message: string;
}

/** What a text says. `configuration` is whole: what is missing or wrong has its default. */
export interface ParsedConfiguration {
  configuration: Configuration;
  errors: ConfigurationError[];
}

/** How an option is read: the value, or what would have been allowed. */
type OptionReader = (text: string) => { value: Configuration[keyof Configuration] } | { allowed: string };

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

const readers: { readonly [name in keyof Configuration]: OptionReader } = {
  persistent_session: readSwitch,
  server: oneOf("monoprocess", "multithread", "multiprocess", "cgi"),
  processes: wholeNumber(1, 16),
  max_sessions: wholeNumber(1, 1_000_000),
  strict_session_ids: readSwitch,
  session_lock: oneOf("none", "request", "version"),
  error_status: (text) => {
    if (text === "200" || text === "500") return { value: text === "200" ? 200 : 500 };
    return { allowed: "200 or 500" };
  },
};

/** The names of the options, in the order of `server.ini`. */
const optionNames = Object.keys(readers) as readonly (keyof Configuration)[];

/** Reads the text of `server.ini`. */
export function parseConfiguration(text: string): ParsedConfiguration {
  const values = new Map<string, Configuration[keyof Configuration]>();
  const seen = new Map<string, number>();
  const errors: ConfigurationError[] = [];
  let section: string | undefined;
  for (const [at, content] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1;
    const statement = content.replace(/(^|\s)[;#].*$/, "").trim();
    if (statement === "") continue;
    const header = /^\[(.*)\]$/.exec(statement)?.[1]?.trim();
    if (header !== undefined) {
      section = header;
      if (header.toLowerCase() !== "server") errors.push(wrongSection(line, header));
      continue;
    }
    const message =
      section === undefined ? missingSection(statement) : readOption(statement, line, values, seen);
    if (message !== undefined) errors.push({ line, message });
  }
  return { configuration: { ...defaultConfiguration, ...Object.fromEntries(values) }, errors };
}

/** The text of `server.ini` for `configuration`: every option, in a fixed order. `parseConfiguration` gives it back. */
export function stringifyConfiguration(configuration: Configuration): string {
  const lines = optionNames.map((name) => `${name} = ${stringifyValue(configuration[name])}`);
  return `[server]\n${lines.join("\n")}\n`;
}

/** Reads one value, as text, of option `name`. */
function parseOption(
  name: keyof Configuration,
  text: string,
): { ok: true; value: Configuration[keyof Configuration] } | { ok: false; reason: string } {
  const read = readers[name](text.trim());
  if ("value" in read) return { ok: true, value: read.value };
  return { ok: false, reason: `“${name}” cannot be “${text.trim()}”. Write ${read.allowed}.` };
}

function readOption(
  statement: string,
  line: number,
  values: Map<string, Configuration[keyof Configuration]>,
  seen: Map<string, number>,
): string | undefined {
  const parts = /^([^=:]*?)\s*[=:]\s*(.*)$/.exec(statement);
  if (parts === null)
    return `“${statement}” is not an option. Write name = value, for instance persistent_session = on.`;
  const [, name = "", value = ""] = parts;
  if (!isOptionName(name))
    return `There is no option called “${name}”. The options are ${optionNames.join(", ")}.`;
  const before = seen.get(name);
  if (before !== undefined) return `“${name}” is already set on line ${before}. Remove one of the two.`;
  seen.set(name, line);
  const read = parseOption(name, value);
  if (!read.ok) return read.reason;
  values.set(name, read.value);
  return undefined;
}

function isOptionName(name: string): name is keyof Configuration {
  return Object.hasOwn(readers, name);
}

function wrongSection(line: number, header: string): ConfigurationError {
  return { line, message: `The section is called “${header}”. server.ini has one section: write [server].` };
}

function missingSection(statement: string): string {
  return `“${statement}” stands before any section. Put [server] on the line above.`;
}

function readSwitch(text: string): ReturnType<OptionReader> {
  const value = Object.hasOwn(booleans, text.toLowerCase()) ? booleans[text.toLowerCase()] : undefined;
  return value === undefined ? { allowed: "on or off" } : { value };
}

function oneOf(...allowed: (ServerKind | SessionLock)[]): OptionReader {
  return (text) => {
    const value = allowed.find((name) => name === text.toLowerCase());
    return value === undefined ? { allowed: list(allowed) } : { value };
  };
}

function wholeNumber(from: number, to: number): OptionReader {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? { value } : { allowed: `a whole number from ${from} to ${to}` };
  };
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function stringifyValue(value: Configuration[keyof Configuration]): string {
  return typeof value === "boolean" ? (value ? "on" : "off") : String(value);
}
