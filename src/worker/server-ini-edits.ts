/** What commands do to the text of `server.ini`: see `server-ini.ts`. */
import { type Configuration, editConfiguration, parseConfiguration } from "../project/index.ts";

/** The configuration that `text` says; undefined while a line of it is wrong: then nothing may change. */
export function usableConfiguration(text: string): Configuration | undefined {
  const { configuration, errors } = parseConfiguration(text);
  return errors.length === 0 ? configuration : undefined;
}

/** `text` after a control changed it, or why that would change nothing: a line of it is wrong. */
export function editIni(
  text: string,
  changes: Partial<Configuration>,
): { ok: true; text: string } | { ok: false; reason: string } {
  const edited = editConfiguration(text, changes);
  const [error] = parseConfiguration(edited).errors;
  if (error === undefined) return { ok: true, text: edited };
  return {
    ok: false,
    reason: `Line ${error.line} of server.ini has to be corrected first: ${error.message}`,
  };
}

/** Why `server.ini` stays where it is. */
export const iniStays =
  "server.ini is the configuration of the server, not a file of the site: it cannot be renamed or deleted, and no other file can have its name.";
