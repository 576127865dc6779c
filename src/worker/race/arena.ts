/**
 * The arena of the race room, made of a simulated server: lanes are held requests, a move is one visible operation and the code behind it.
 *
 *     const arena = createArena({ pages, library });
 *     arena.prepare(world);                       // up to each lane's first operation
 *     while (arena.movable(world).length > 0) arena.move(world, …);
 *     arena.outcome(world);
 */
import { copy, fingerprint } from "../../image/index.ts";
import type { Arena, Lane } from "../../race/index.ts";
import { approach, carryOut, drop, isMovable, type Task } from "../../server/index.ts";
import { worldCatalogue } from "../world.ts";
import { doCommute } from "./footprint.ts";
import { outcomeOf, type RaceOutcome } from "./outcome.ts";
import { deliver, type RaceSurroundings, raceEnvironment, taskOf } from "./race-surroundings.ts";
import type { RaceWorld } from "./race-world.ts";
import { setStrangersAside } from "./strangers.ts";

export interface RaceArena extends Arena<RaceWorld, RaceOutcome> {
  /**
   * Makes ready for many copies: sessions of others are left out, and every lane that can do so without taking anybody's turn goes
   * to where its first operation would begin. Nobody notices that. Changes `world`; all lanes must have arrived.
   */
  prepare(world: RaceWorld): void;
}

/** An arena whose requests run with these pages and modules; `emit`, where given, hears what they do. */
export function createArena(surroundings: RaceSurroundings): RaceArena {
  return {
    prepare: (world) => prepare(world, surroundings),
    movable: (world) => lanesOf(world, (task) => isMovable(world.server, task)),
    unfinished: (world) => lanesOf(world, () => true),
    move: (world, lane) => move(world, lane, surroundings),
    copy: (world) => copy(world, worldCatalogue()),
    fingerprint: (world) => fingerprint(world, worldCatalogue()),
    outcome: outcomeOf,
    withdraw: (world, lanes) => withdraw(world, lanes, surroundings),
    commute: (world, first, second) => doCommute(world, taskAt(world, first), taskAt(world, second)),
  };
}

/** The lanes with a task that `isWanted`, ascending. */
function lanesOf(world: RaceWorld, isWanted: (task: Task) => boolean): Lane[] {
  const wanted = new Set<number>();
  for (const task of world.server.tasks) if (isWanted(task)) wanted.add(task.id);
  return [...world.lanes.keys()].filter((lane) => wanted.has(world.lanes[lane] ?? 0));
}

function taskAt(world: RaceWorld, lane: Lane): Task {
  const task = taskOf(world, world.lanes[lane]);
  if (task !== undefined) return task;
  throw new Error(`Failed to move lane ${lane}: it is over. Ask which lanes are movable.`);
}

function prepare(world: RaceWorld, surroundings: RaceSurroundings): void {
  const { server } = world;
  setStrangersAside(world);
  const env = raceEnvironment(world, surroundings);
  for (const task of server.tasks)
    if (takesNobodysTurn(world, task) && isMovable(server, task)) approach(server, task, env);
}

/** Threads and CGI processes have no turns; a process that answers one at a time has when two wait for it. */
function takesNobodysTurn({ server }: RaceWorld, task: Task): boolean {
  const { server: kind } = server.configuration;
  if (kind === "multithread" || kind === "cgi" || task.started) return true;
  return server.tasks.every((other) => other === task || other.process !== task.process);
}

function move(world: RaceWorld, lane: Lane, surroundings: RaceSurroundings): void {
  const task = taskAt(world, lane);
  const env = raceEnvironment(world, surroundings);
  carryOut(world.server, task, env);
  if (task.response !== null) deliver(world, task, task.response, env);
}

/** What a lane holds is free again. One that was answered before the race stays as it is. */
function withdraw(world: RaceWorld, lanes: readonly Lane[], surroundings: RaceSurroundings): void {
  const env = raceEnvironment(world, surroundings);
  for (const lane of lanes) {
    const task = taskOf(world, world.lanes[lane]);
    if (task !== undefined) drop(world.server, task, env);
  }
}
