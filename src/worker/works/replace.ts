/**
 * What puts something else in the place of a work: it begins again, gets other files, or goes back to a version. All but the plain
 * `reset` first keep the work as it is.
 */
import { SERVER_INI, sameContent } from "../../project/index.ts";
import type { SentFiles, VersionCommand } from "../../protocol/index.ts";
import { announceStart, configure, messagePage, pageResponse, replaceProject } from "../../server/index.ts";
import { eventsOf, restoreTraceLog } from "../../trace/index.ts";
import type { CommandContext } from "../commands.ts";
import { restoreHoldings } from "../restored-holdings.ts";
import { readSiteFiles } from "../server-ini.ts";
import { usableConfiguration } from "../server-ini-edits.ts";
import { createWorld, jarOf, type World } from "../world.ts";
import type { VersionContent } from "./rows.ts";
import { sentFiles } from "./versions.ts";

/** Does what `body` says, which `Versions.prepare` knows of; gives why not, or null. */
export function obeyVersions(body: VersionCommand, context: CommandContext): string | null {
  const { versions } = context;
  if (versions.isDone(body)) {
    if (body.kind === "restore-version") versions.take(body.version);
    return null;
  }
  const refusal = obey(body, context);
  if (refusal === null && replacing.has(body.kind)) versions.noteDone(body);
  return refusal;
}

const replacing: ReadonlySet<VersionCommand["kind"]> = new Set([
  "begin-again",
  "replace-files",
  "restore-version",
]);

function obey(body: VersionCommand, context: CommandContext): string | null {
  switch (body.kind) {
    case "begin-again":
      return beginAgain(body, context);
    case "replace-files": {
      const site = readSiteFiles(body.files);
      if (!site.ok) return site.reason;
      context.versions.keep(body.reason);
      return replaceFiles(body.files, context);
    }
    case "restore-version": {
      const content = context.versions.take(body.version);
      if (content === undefined) return noVersion;
      context.versions.keep("restore");
      return restore(content, context);
    }
    case "read-version":
      return context.versions.has(body.version) ? null : noVersion;
    case "list-versions":
    case "read-files":
      return null;
  }
}

const noVersion = "This version is no longer kept. Choose another one.";

function beginAgain(body: VersionCommand & { kind: "begin-again" }, context: CommandContext): string | null {
  const site = readSiteFiles(body.files);
  if (!site.ok) return site.reason;
  context.versions.keep(body.reason);
  return reset(body.files, context);
}

/** Back to the first day: given files and configuration, no cookies, no sessions. Numbers go on, and browsers stay open. */
export function reset(files: SentFiles, context: CommandContext): string | null {
  const { holdings } = context;
  const site = readSiteFiles(files);
  if (!site.ok) return site.reason;
  endRequests(context, "The site was reset");
  const { nextRequest, openedAt, browsers, race } = holdings.world;
  const world = createWorld(site.project, context.seed(), openedAt);
  world.nextRequest = nextRequest;
  for (const browser of browsers) jarOf(world, browser);
  world.browsers = browsers;
  world.race.holding = race.holding;
  putInPlace(world, site.ini, { events: [], answers: [] }, context);
  const env = context.environment();
  env.emit({ kind: "log", level: "info", message: "The site was reset." });
  announceStart(world.server, env);
  return null;
}

/** Whoever waits for an answer gets a page that says why there is none. */
function endRequests({ holdings, finish }: CommandContext, heading: string): void {
  const page = messagePage(heading, ["This request was at work when that happened."]);
  for (const task of holdings.world.server.tasks) finish(task, pageResponse(503, page));
}

type Past = Pick<NonNullable<VersionContent["rest"]>, "events" | "answers">;

/** Another world, and what has happened in it. The numbers of events go on, so that none is given twice. */
function putInPlace(world: World, ini: string, past: Past, context: CommandContext): void {
  const { holdings, desk, lab } = context;
  const { log, answers, moments } = holdings;
  moments.clear();
  desk.mover.clear();
  Object.assign(holdings, { world, ini });
  lab?.reset();
  Object.assign(log, restoreTraceLog(past.events), { nextSeq: log.nextSeq });
  answers.clear();
  // What is stored goes with the next commit, so nothing has to be forgotten one by one.
  answers.takeChanges();
  for (const answer of past.answers) answers.add(answer);
  context.beginAnew(eventsOf(log));
}

/**
 * Goes back to a version. Of a whole one that is exact, but that no request gets the number of another: what has happened since
 * is gone. Where the image is of another version of the engine, only the files come back, and the log says so.
 */
function restore({ workspace, project, rest }: VersionContent, context: CommandContext): string | null {
  const { holdings, environment, seed } = context;
  if (rest === undefined) return replaceFiles(sentFiles(project), context);
  const now = () => environment().now();
  const found = restoreHoldings(workspace, { seed, now }, { ...rest, project, moments: [] });
  if (found.loss !== null) {
    environment().emit({ kind: "log", level: "error", message: found.loss });
    return replaceFiles(sentFiles(project), context);
  }
  endRequests(context, "The site went back to an earlier version");
  const { world } = found;
  world.nextRequest = Math.max(world.nextRequest, holdings.world.nextRequest);
  if (rest.hadMoments) world.race.backEnd = "changed";
  putInPlace(world, found.ini, rest, context);
  const waiting = world.pending.filter((pending) => pending.waiting);
  context.takenBack(waiting.map(({ id, ...pending }) => ({ request: id, ...pending })));
  return null;
}

/** Puts these files in the place of the site's. Without a `server.ini` the configuration stays. */
function replaceFiles(files: SentFiles, context: CommandContext): string | null {
  const site = readSiteFiles(files);
  if (!site.ok) return site.reason;
  const { server } = context.holdings.world;
  const before = server.site.project.files;
  const after = site.project.files;
  replaceProject(server, site.project);
  const env = context.environment();
  for (const [path, content] of after) {
    const was = before.get(path);
    if (sameContent(was, content)) continue;
    env.emit({ kind: "file-changed", path, change: was === undefined ? "added" : "edited" });
  }
  for (const path of before.keys())
    if (!after.has(path)) env.emit({ kind: "file-changed", path, change: "deleted" });
  return SERVER_INI in files ? writeIni(site.ini, context) : null;
}

/** Keeps the text of `server.ini`; the server follows it unless a line is wrong. */
export function writeIni(
  text: string,
  { holdings, environment }: Pick<CommandContext, "holdings" | "environment">,
): null {
  if (text === holdings.ini) return null;
  const env = environment();
  const configuration = usableConfiguration(text);
  if (configuration !== undefined) configure(holdings.world.server, configuration, env);
  holdings.ini = text;
  env.emit({ kind: "file-changed", path: SERVER_INI, change: "edited" });
  return null;
}
