/**
 * What a page may ask of a workspace, command by command. Each is done at once and gives null, or is refused with a sentence and
 * changes nothing.
 */
import { type Edit, removeFile, renameFile, SERVER_INI, writeFile } from "../project/index.ts";
import type { CommandBody, WorkCommand } from "../protocol/index.ts";
import {
  drop,
  type Environment,
  replaceProject,
  restart,
  type ServerResponse,
  stop,
  type Task,
} from "../server/index.ts";
import type { BrowserId, NewEvent, RequestId, TraceEvent } from "../trace/index.ts";
import { closeBrowser, editJar, openBrowser, type Refusal } from "./browsers.ts";
import type { CrowdGuide } from "./crowd-guide.ts";
import type { HistoryJourneys } from "./history-journeys.ts";
import type { Holdings } from "./keeper.ts";
import { logIn } from "./log-in.ts";
import { obeyRace } from "./race/commands.ts";
import { endLane } from "./race/held.ts";
import type { RaceLab } from "./race/lab.ts";
import type { RaceDesk } from "./race/race-desk.ts";
import type { AnswerPlace } from "./race/step-back.ts";
import { editIni, iniStays } from "./server-ini-edits.ts";
import { deleteSession, writeSession } from "./session-answers.ts";
import { obeyVersions, reset, writeIni } from "./works/replace.ts";
import { isVersionCommand, type Versions } from "./works/versions.ts";

/** What commands may touch. */
export interface CommandContext {
  readonly holdings: Holdings;
  /** The log is `events` now, to the disk and to the pages. */
  beginAnew(events: readonly TraceEvent[]): void;
  readonly journeys: HistoryJourneys;
  readonly crowd: CrowdGuide;
  /** Clock, chance and listeners of the world that stands now. */
  environment(): Environment;
  /** Four random 32-bit words. */
  seed(): ArrayLike<number>;
  /** Gives a request its answer. */
  finish(task: Task, response: ServerResponse): void;
  /** Null before anything was asked of it. */
  readonly lab: RaceLab | null;
  readonly desk: RaceDesk;
  /** Whoever waits for the answer to a request waits in vain. */
  neverAnswered(request: RequestId): void;
  /** These answers are to be taken out of their frames. */
  takenBack(answers: readonly AnswerPlace[]): void;
  readonly versions: Versions;
}

/** Does what `body` says; gives why not, or null. */
export function obey(body: CommandBody, context: CommandContext): Refusal | string | null {
  switch (body.kind) {
    case "open":
    case "ping":
    case "list-sessions":
    case "read-session":
    case "list-works":
    case "rename-work":
    case "delete-work":
      return null;
    case "race-move":
      return context.desk.mover.move(body.request, body.length);
    case "race-run-all":
      return context.desk.mover.runAll();
    default:
      return isVersionCommand(body) ? obeyVersions(body, context) : change(body, context);
  }
}

type Looking = "open" | "ping" | "list-sessions" | "read-session" | "race-move" | "race-run-all";
type Changing = Exclude<CommandBody, { kind: Looking | WorkCommand["kind"] }>;

/** Those that change the world at once. */
function change(body: Changing, context: CommandContext): Refusal | string | null {
  const { holdings } = context;
  const { world } = holdings;
  const env = context.environment();
  switch (body.kind) {
    case "delete-session":
      return tell(deleteSession(world, body), `You deleted the session ${body.session}.`, env);
    case "write-session": {
      const refusal = writeSession(world, body, env.now());
      return tell(refusal, `You rewrote the file of the session ${body.session}.`, env);
    }
    case "visit-many":
      return context.crowd.send(body);
    case "stop-visits":
      return context.crowd.stop();
    case "history-navigation":
      if (body.phase === "begin") context.journeys.begin(body.browser, body.requests ?? [], env.now());
      else context.journeys.end(body.browser);
      return null;
    case "open-browser":
      return openBrowser(world, body.browser, env);
    case "close-browser":
      return closeBrowser(world, body.browser, env, holdings.answers) ?? dropHeld(body.browser, context);
    case "set-cookie":
    case "delete-cookie":
    case "copy-cookie":
      return editJar(world, body, env);
    case "log-in":
      return logIn(world, body);
    case "write-file":
    case "rename-file":
    case "delete-file":
      return changeFile(body, context);
    case "configure": {
      const edit = editIni(holdings.ini, body.changes);
      return edit.ok ? writeIni(edit.text, context) : edit.reason;
    }
    case "restart-server":
      restart(world.server, env);
      context.desk.mover.clear();
      return null;
    case "reset":
      return reset(body.files, context);
    case "stop-request":
      return stopRequest(body.request, context);
    default:
      return obeyRace(body, context);
  }
}

/** What a learner does to a session by hand is told in the log, unless it was refused. */
function tell(refusal: string | null, message: string, env: Environment): string | null {
  if (refusal === null) env.emit({ kind: "log", level: "info", message });
  return refusal;
}

type FileCommand = Extract<CommandBody, { kind: "write-file" | "rename-file" | "delete-file" }>;

function changeFile(body: FileCommand, context: CommandContext): string | null {
  const { project } = context.holdings.world.server.site;
  const { path } = body;
  switch (body.kind) {
    case "write-file": {
      if (path === SERVER_INI) return writeIni(body.content, context);
      const change = project.files.has(path) ? "edited" : "added";
      return put(writeFile(project, path, body.content), { kind: "file-changed", path, change }, context);
    }
    case "rename-file": {
      if (path === SERVER_INI || body.to === SERVER_INI) return iniStays;
      const event = { kind: "file-changed", path: body.to, change: "renamed" } as const;
      return put(renameFile(project, path, body.to), event, context);
    }
    case "delete-file":
      if (path === SERVER_INI) return iniStays;
      return put(removeFile(project, path), { kind: "file-changed", path, change: "deleted" }, context);
  }
}

function put(
  edit: Edit,
  event: NewEvent,
  { holdings: { world }, environment }: CommandContext,
): string | null {
  if (!edit.ok) return edit.reason;
  if (edit.project === world.server.site.project) return null;
  replaceProject(world.server, edit.project);
  environment().emit(event);
  return null;
}

/** A closed browser takes its held requests with it: nobody else would ever move them. */
function dropHeld(
  browser: BrowserId,
  { holdings: { world }, environment, neverAnswered }: CommandContext,
): null {
  for (const task of world.server.tasks.filter((task) => task.held && task.request.browser === browser)) {
    drop(world.server, task, environment());
    endLane(world.race, task, null);
    world.pending = world.pending.filter(({ id }) => id !== task.id);
    neverAnswered(task.id);
  }
  return null;
}

function stopRequest(
  request: RequestId,
  { holdings: { world }, environment, desk }: CommandContext,
): string | null {
  const task = world.server.tasks.find(({ id }) => id === request);
  if (task === undefined) return `Request ${request} has already been answered.`;
  if (task.held) desk.mover.stop(task);
  else stop(world.server, task, environment());
  return null;
}
