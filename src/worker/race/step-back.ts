/** Going back: a moment is kept before each move, and read again when the move is taken back. */
import { read } from "../../image/index.ts";
import type { BackEnd, CommandBody } from "../../protocol/index.ts";
import { replaceProject } from "../../server/index.ts";
import type { RequestId } from "../../trace/index.ts";
import { isAtWork } from "../crowd.ts";
import type { Holdings } from "../keeper.ts";
import type { StoredAnswer } from "../storage.ts";
import { jarOf, type World, worldCatalogue } from "../world.ts";
import { laneOf } from "./held.ts";
import { endWayBack } from "./moments.ts";

/** Keeps the world as it is before a move. A crowd at work would be taken back too: then nothing is kept. */
export function keepMoment(holdings: Holdings): void {
  const { log, moments } = holdings;
  const { crowd } = holdings.seen;
  if (crowd !== null && isAtWork(crowd)) {
    endWayBack(holdings, "changed");
    return;
  }
  try {
    if (moments.add(holdings.takeImage(), log.nextSeq - 1)) holdings.world.race.backEnd = "full";
  } catch (error) {
    // The next commit will tell why this world cannot be written.
    console.error(error);
    endWayBack(holdings, "full");
  }
}

const changing: ReadonlySet<CommandBody["kind"]> = new Set<CommandBody["kind"]>([
  "set-cookie",
  "delete-cookie",
  "copy-cookie",
  "close-browser",
  "log-in",
  "delete-session",
  "write-session",
  "visit-many",
]);

/** After a command was done: ends the way back if it changed what a moment holds. `before` are the server's processes before it. */
export function noteCommand(
  holdings: Holdings,
  { kind }: CommandBody,
  before: World["server"]["processes"],
): void {
  // A world that was read back has other processes, but nothing was restarted.
  const isRestarted = kind !== "race-back" && holdings.seen.server.processes !== before;
  if (isRestarted) endWayBack(holdings, "restart");
  else if (changing.has(kind)) endWayBack(holdings, "changed");
}

/** Where an answer is to be had. */
export type AnswerPlace = Pick<StoredAnswer, "request" | "browser" | "url" | "token">;

/** What a step back undid. */
export interface SteppedBack {
  /** The last event that still holds. */
  to: number;
  /** The answers that frames have shown and that were not given any more. */
  takenBack: AnswerPlace[];
  /** Requests that have not come any more. */
  gone: RequestId[];
}

/**
 * Puts the world of the last moment in the place of the one that is, or says why not. The site, its configuration, the open
 * browsers and the crowd stay as they are now, and no number is given twice.
 */
export function stepBack(holdings: Holdings): SteppedBack | string {
  const moment = holdings.moments.take();
  if (moment === null) return refusals[holdings.world.race.backEnd];
  const result = read(moment.image, worldCatalogue());
  if (!result.ok) {
    endWayBack(holdings, "full");
    return `The moment before that move cannot be read any more: ${result.reason}.`;
  }
  const { world: now } = holdings;
  const world = keepWhatStays(result.root as World, now);
  const gone = missingFrom(world, now);
  const takenBack = takeAnswersBack(holdings, world, gone);
  holdings.world = world;
  return { to: moment.lastEvent, takenBack, gone };
}

/** The requests of `now` that `world` does not know. */
function missingFrom(world: World, now: World): RequestId[] {
  const known = new Set(requestsOf(world));
  return [...new Set(requestsOf(now))].filter((request) => !known.has(request));
}

function requestsOf({ pending, race }: World): RequestId[] {
  return [...pending.map(({ id }) => id), ...race.lanes.map(({ request }) => request)];
}

/** Forgets the answers that `world` has not given; gives the places of those that pages show. */
function takeAnswersBack(
  { world: { pending, race }, answers }: Holdings,
  world: World,
  gone: readonly RequestId[],
): AnswerPlace[] {
  const open = new Set(pending.map(({ id }) => id));
  const again = world.pending.filter(({ id }) => !open.has(id));
  // What a form has sent may not be asked for a second time unasked.
  const lost = gone.flatMap((request) => {
    const answer = answers.ofRequest(request);
    return answer?.method === "GET" && laneOf(race, request)?.waitingShown === true ? [answer] : [];
  });
  for (const request of [...again.map(({ id }) => id), ...gone]) answers.forget(request);
  const shown = again.filter(({ waiting }) => waiting);
  return [...shown.map(({ id, ...pending }) => ({ request: id, ...pending })), ...lost];
}

function keepWhatStays(world: World, now: World): World {
  // Modules of the site that were edited since must not come back from a process's memory.
  replaceProject(world.server, now.server.site.project);
  world.server.site = now.server.site;
  world.nextRequest = now.nextRequest;
  world.crowd = now.crowd;
  world.race.backEnd = now.race.backEnd;
  for (const browser of now.browsers) jarOf(world, browser);
  world.browsers = now.browsers;
  return world;
}

const refusals: Record<BackEnd, string> = {
  start: "Nothing has been moved yet, so there is nothing to take back.",
  full: "Earlier moves cannot be taken back: only the last ones are kept.",
  changed: "Earlier moves cannot be taken back: something was changed by hand after them.",
  restart: "Earlier moves cannot be taken back: the server was restarted after them.",
};
