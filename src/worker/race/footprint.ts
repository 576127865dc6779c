/**
 * What the next move of a request can touch. Two moves that touch nothing in common can be exchanged, so an explorer
 * need not try both orders (Mazurkiewicz: they are independent).
 *
 * A move is an operation and all the code up to the next one. That code can reach everything in its process: shared lists, modules,
 * `id()`. So moves of threads meet, except the last ones: a response runs no more code. Where code could reach beyond its process
 * without saying so, nothing is known of the page's moves.
 */
import { Op, type Operation, PyCode } from "../../python/index.ts";
import type { Server, Site, Task } from "../../server/index.ts";
import type { RaceWorld } from "./race-world.ts";

/** Names of what is touched: `process:2`, `disk`, `jar:A`, `locks`. Null: nobody knows. */
type Footprint = readonly string[] | null;

/** True only if the next moves of `first` and `second` lead to the same world in both orders, and neither hinders the other. */
export function doCommute({ server }: RaceWorld, first: Task, second: Task): boolean {
  const one = footprintOf(server, first);
  const other = one === null ? null : footprintOf(server, second);
  if (one === null || other === null) return false;
  return !one.some((thing) => other.includes(thing));
}

function footprintOf(server: Server, task: Task): Footprint {
  switch (task.phase) {
    case "run":
      return isOpenBook(server, task) ? operationFootprint(server, task, task.at?.operation ?? null) : null;
    // From here on no code of a page runs any more.
    case "save":
      return [processName(task), ...storage(server)];
    case "respond":
      return responseFootprint(task);
    default:
      return null;
  }
}

function operationFootprint(server: Server, task: Task, operation: Operation | null): Footprint {
  const process = processName(task);
  switch (operation?.kind) {
    // In a copy, in the memory of the process, or in its modules.
    case "attribute-read":
    case "attribute-write":
    case "attribute-delete":
    case "module-read":
    case "module-write":
    case "module-delete":
    case "lock-acquire":
    case "lock-release":
      return [process];
    case "session-open":
      return [process, ...storage(server), LOCKS];
    case "session-close":
    case "session-save":
    case "session-reload":
      return [process, ...storage(server)];
    default:
      return null;
  }
}

/** It also frees a process that answers one request at a time; but those who wait for that have no next move yet. */
function responseFootprint(task: Task): Footprint {
  const isCookieSet = task.sessionCookie !== null || (task.setCookie?.morsels.size ?? 0) > 0;
  return [...(isCookieSet ? [`jar:${task.request.browser}`] : []), ...(task.holds === null ? [] : [LOCKS])];
}

const LOCKS = "locks";

function processName({ process }: Task): string {
  return `process:${process}`;
}

/** On disk all sessions are neighbours: a number counts what was written, and the oldest makes room. */
function storage(server: Server): string[] {
  return server.configuration.persistent_session ? ["disk"] : [];
}

// What nobody announces

/**
 * Can all that the page of `task` does between its operations be foreseen? A built-in function may call back what opens files or
 * sessions, and cannot be stopped there. An object kept in memory may have methods that another page has written.
 */
function isOpenBook(server: Server, { python, site }: Task): boolean {
  if (!server.configuration.persistent_session) return isOpenSite(site);
  const frame = python?.frame ?? null;
  return frame !== null && frame.back === null && isOpenCode(frame.code);
}

/** By these names a page brings in other code, reaches files, calls what it does not name, or finds names by other names. */
const closedNames = new Set(
  "open file execfile eval compile globals locals vars dir input raw_input Include apply map filter reduce sorted sort min max iter".split(
    " ",
  ),
);
const closedOperations: ReadonlySet<number> = new Set([Op.IMPORT_NAME, Op.EXEC_STMT]);
const openCodes = new WeakMap<PyCode, boolean>();

/** Without functions of its own a page has nothing that could be called back. */
function isOpenCode(code: PyCode): boolean {
  const known = openCodes.get(code);
  if (known !== undefined) return known;
  const isOpen =
    !code.constants.some((constant) => constant instanceof PyCode) &&
    !code.names.some((name) => closedNames.has(name) || name.startsWith("__")) &&
    !code.instructions.some((operation, at) => at % 2 === 0 && closedOperations.has(operation));
  openCodes.set(code, isOpen);
  return isOpen;
}

const closedWords =
  /\b(?:import|Include|open|file|exec|execfile|eval|compile|globals|locals|vars|dir|input|raw_input|__\w+)\b|>>/;
const openSites = new WeakMap<Site, boolean>();

/** The same of all pages, by their text. In memory sessions are no more than their process, so functions do no harm. */
function isOpenSite(site: Site): boolean {
  const known = openSites.get(site);
  if (known !== undefined) return known;
  const pages = [...site.project.files].filter(([file]) => /\.(?:pih|py)$/.test(file));
  const isOpen = pages.every(([, text]) => typeof text === "string" && !closedWords.test(text));
  openSites.set(site, isOpen);
  return isOpen;
}
