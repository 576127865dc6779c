/**
 * `server.ini` in a workspace: the configuration as text, beside the site's files.
 *
 * The text is the learner's, comments and mistakes included; the server follows the last text without a mistake. To the page it is a file
 * like the others, the last one; it is taken out of what the page sends before there is a site, so that no URL leads to it.
 */
import {
  type Configuration,
  createProject,
  editConfiguration,
  type Project,
  parseConfiguration,
  SERVER_INI,
  stringifyConfiguration,
} from "../project/index.ts";
import type { SentFiles } from "../protocol/index.ts";

/** What a page sent as files: the site, and the text of its configuration. */
export type SiteFiles = { ok: true; project: Project; ini: string } | { ok: false; reason: string };

/** Takes `server.ini` out of `files`. Without one the configuration is the default; what is wrong in it has its default too. */
export function readSiteFiles(files: SentFiles): SiteFiles {
  const { [SERVER_INI]: sent, ...pages } = files;
  const text = sent instanceof Uint8Array ? new TextDecoder().decode(sent) : sent;
  const { configuration } = parseConfiguration(text ?? "");
  const created = createProject(Object.entries(pages), configuration);
  return created.ok ? { ...created, ini: text ?? stringifyConfiguration(configuration) } : created;
}

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
