/**
 * What a control does to the text of `server.ini`: it rewrites the value on one line and leaves everything else as it was written,
 * comments, order, spaces and mistakes included.
 */
import { type Configuration, defaultConfiguration, optionNames, stringifyValue } from "./configuration.ts";
import { headerOf, readers, statementOf } from "./server-ini.ts";

/**
 * The text with `changes` in it. Only the values concerned are rewritten; an option that the text does not name is added at the
 * end of `[server]`, unless it has that value anyway. Of an option that is set twice the first line is rewritten.
 */
export function editConfiguration(text: string, changes: Partial<Configuration>): string {
  return optionNames.reduce((edited, name) => {
    const value = changes[name];
    return value === undefined ? edited : editOption(edited, name, value);
  }, text);
}

/** White space within a line. */
const blank = "[^\\S\\r\\n]";

function editOption(
  text: string,
  name: keyof Configuration,
  value: Configuration[keyof Configuration],
): string {
  const option = `(${blank}*${name}(${blank}*)[=:])([^\\r\\n]*?)`;
  const rest = `(${blank}*(?:${blank}[;#][^\\r\\n]*)?)`;
  const found = new RegExp(`(?<![^\\r\\n])${option}${rest}(?![^\\r\\n])`).exec(text);
  if (found === null) {
    return value === defaultConfiguration[name]
      ? text
      : addOption(text, `${name} = ${stringifyValue(value)}`);
  }
  const [line, before = "", spacing = "", written = "", after = ""] = found;
  const read = readers[name](written.trim());
  if ("value" in read && read.value === value) return text;
  const space = written.trim() === "" ? spacing : written.slice(0, written.search(/\S/));
  const edited = `${before}${space}${stringifyValue(value)}${after}`;
  return text.slice(0, found.index) + edited + text.slice(found.index + line.length);
}

/** The text with a line more, after the last one of `[server]` that says something. */
function addOption(text: string, line: string): string {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  const headers = lines.map((content) => headerOf(statementOf(content))?.toLowerCase());
  const start = headers.indexOf("server");
  const next = headers.findIndex((header, at) => at > start && header !== undefined);
  const section = start === -1 || next === -1 ? lines : lines.slice(0, next);
  const last = section.findLastIndex((content) => content.trim() !== "");
  const before = lines.slice(0, last + 1).join("");
  const added = [before.replace(/[\r\n]+$/, ""), ...(start === -1 ? ["[server]"] : []), line, ""];
  return added.slice(before === "" ? 1 : 0).join(lineEnd) + lines.slice(last + 1).join("");
}
