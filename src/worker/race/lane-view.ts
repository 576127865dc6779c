/**
 * A lane as the page shows it: where it stands, what it will do, its variables, its session beside the stored one. Looking changes
 * nothing and runs no Python. It depends on a server and a lane only, so a copy of the world is shown alike.
 */
import type { DeadlockView, LaneSession, LaneView, NextStep, RaceView } from "../../protocol/index.ts";
import { findDeadlock, isMovable, type Server, type Task, turnHolder } from "../../server/index.ts";
import {
  attributesOf,
  diskShelf,
  displayValue,
  memoryShelf,
  type SessionObject,
} from "../../sessions/index.ts";
import type { Holdings } from "../keeper.ts";
import type { Lane } from "./held.ts";
import { viewVariables } from "./variables.ts";

/** The race of a workspace, as far as it is real. */
export function viewRace({ seen: { race, server }, moments }: Holdings): RaceView {
  const lanes = race.lanes.map((lane, at) => viewLane(server, lane, at + 1));
  const deadlock = viewDeadlock(server);
  return {
    holding: race.holding,
    lanes,
    ...(lanes.length > 0 && { firstEvent: race.firstEvent }),
    back: { moves: moments.count, end: race.backEnd },
    ...(deadlock !== null && { deadlock }),
    stretches: [],
  };
}

/** The requests of `server` that can never go on by themselves; null when there are none. */
function viewDeadlock(server: Server): DeadlockView | null {
  const waits = findDeadlock(server);
  return waits === null ? null : { waits };
}

/** Lane `number` (from 1) of a race on `server`. */
export function viewLane(server: Server, lane: Lane, number: number): LaneView {
  const { request, browser, method, url, operations, waitingShown, abandoned, response } = lane;
  const task = server.tasks.find(({ id }) => id === request);
  const { process, thread } = task ?? lane;
  return {
    lane: number,
    request,
    browser,
    method,
    url,
    process,
    thread,
    state: lane.ended ?? (task !== undefined && isMovable(server, task) ? "ready" : "blocked"),
    ...(task === undefined ? { variables: [] } : viewTask(server, task)),
    operations,
    waitingShown,
    abandoned,
    ...(response !== null && { response }),
  };
}

function viewTask(server: Server, task: Task): Pick<LaneView, "next" | "place" | "variables" | "session"> {
  const place = viewPlace(server, task);
  return {
    next: nextStep(server, task),
    ...(place !== undefined && { place }),
    variables: viewVariables(task),
    ...(task.session !== null && { session: viewSession(server, task, task.session) }),
  };
}

function nextStep(server: Server, task: Task): NextStep {
  const { awaited, waitsFor } = task;
  if (awaited.length > 0) return { kind: "modules", modules: [...awaited] };
  if (waitsFor !== null) return { ...waitsFor };
  const holder = turnHolder(server, task);
  return holder === null ? nextPhase(task) : { kind: "turn", holder: holder.id };
}

function nextPhase(task: Task): NextStep {
  switch (task.phase) {
    case "resolve":
      return { kind: "find" };
    case "open":
      return { kind: "open", file: task.script?.file ?? "" };
    case "run":
      return nextInRun(task);
    case "save":
      return { kind: "save", discard: task.discard !== null };
    case "respond":
    case "done":
      return { kind: "respond", setsCookie: setsCookie(task) };
  }
}

function nextInRun(task: Task): NextStep {
  const operation = task.at?.operation ?? null;
  if (operation === null) {
    const { file, line } = placeOf(task);
    return { kind: "line", file, line, source: lineOf(textOf(task.site, file), line) };
  }
  const { kind, name, value } = operation;
  return {
    kind: "operation",
    operation: kind,
    ...(name !== undefined && { name }),
    ...(value !== undefined && { value }),
  };
}

function setsCookie({ sessionCookie, setCookie }: Task): boolean {
  return sessionCookie !== null || (setCookie?.morsels.size ?? 0) > 0;
}

/** Where the run stands; before its first line, there. */
function placeOf({ at, script }: Task): { file: string; line: number } {
  return at ?? { file: script?.file ?? "", line: 1 };
}

/** The page and the line; the text that is run, where the site has another by now. */
function viewPlace(server: Server, task: Task): LaneView["place"] {
  if (task.phase !== "run") return undefined;
  const { file, line } = placeOf(task);
  const text = textOf(task.site, file);
  const source = lineOf(text, line);
  return { file, line, source, ...(text !== textOf(server.site, file) && { text }) };
}

function textOf({ project }: Task["site"], file: string): string {
  const content = project.files.get(file) ?? "";
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

/** A line without its indentation. */
function lineOf(text: string, line: number): string {
  return text.split(/\r\n|\r|\n/)[line - 1]?.trim() ?? "";
}

function viewSession(server: Server, { process }: Task, session: SessionObject): LaneSession {
  const memory = server.processes.find(({ id }) => id === process)?.sessions;
  const shelf = session.persistent || memory === undefined ? diskShelf(server.disk) : memoryShelf(memory);
  const stored = shelf.read(session.id);
  return {
    id: session.id,
    isCopy: session.persistent || session.checked,
    own: Array.from(attributesOf(session), ([name, value]) => ({ name, value: displayValue(value) })),
    stored: stored?.attributes.map(({ name, value }) => ({ name, value: shorten(value) })) ?? null,
    closed: session.closed,
  };
}

/** As `displayValue` does with what a lane has of its own. */
function shorten(value: string): string {
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}
