/**
 * The usual server.ini, which costs a link nothing, and the lines in which another one differs.
 *
 * The text stands here, and is not asked of the project room: it is part of version 1, and stays when the server's defaults change.
 */
import { refuse } from "./bytes.ts";

/** As `stringifyConfiguration(defaultConfiguration)` gave it when version 1 was made. */
export const usualServerIni = `[server]
persistent_session = off
server = monoprocess
processes = 3
max_sessions = 1000
strict_session_ids = off
session_lock = none
error_status = 200
allow_directory_listing = off
`;

const usualLines = usualServerIni.split("\n");

/** The lines of `text` that are not as usual; null when it differs in more than the values of options. */
export function changedOptions(text: string): string | null {
  const lines = text.split("\n");
  const isAlike = lines.every((line, at) => line === usualLines[at] || placeOf(line) === at);
  if (!isAlike || lines.length !== usualLines.length) return null;
  return lines
    .filter((line, at) => line !== usualLines[at])
    .map((line) => `${line}\n`)
    .join("");
}

/** The usual text with `changed` in it, lines as `changedOptions` gives them. Raises `Malformed`. */
export function withOptions(changed: string): string {
  const lines = [...usualLines];
  for (const line of changed.split("\n").slice(0, -1)) {
    const place = placeOf(line);
    if (place === -1) refuse(`server.ini: “${line.slice(0, 40)}” is none of its lines`);
    lines[place] = line;
  }
  return lines.join("\n");
}

/** Which line of the usual text sets the same option; -1 when none does. */
function placeOf(line: string): number {
  const [, name] = /^(\w+) = \w+$/.exec(line) ?? [];
  return name === undefined ? -1 : usualLines.findIndex((usual) => usual.startsWith(`${name} = `));
}
