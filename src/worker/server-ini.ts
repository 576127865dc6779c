/**
 * `server.ini` in a workspace: the configuration as text, beside the site's files.
 *
 * The text is the learner's, comments and mistakes included; the server follows the last text without a mistake. To the page it is a file
 * like the others, the last one; it is taken out of what the page sends before there is a site, so that no URL leads to it. How it is edited
 * is in `server-ini-edits.ts`.
 */
import {
  createProject,
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
