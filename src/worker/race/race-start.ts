/** How a race begins: its requests, and all they can touch, are copied out of a world, which stays as it is. */
import { copy } from "../../image/index.ts";
import { Server } from "../../server/index.ts";
import type { RequestId } from "../../trace/index.ts";
import { type World, worldCatalogue } from "../world.ts";
import { RaceWorld } from "./race-world.ts";

/** The parts of a world that a race is made from. */
export type RaceParts = Pick<World, "server" | "jars" | "random">;

/**
 * A race of the requests `lanes` (lane A first), copied out of `parts` as they are: those that have begun go on from where they stand. Other
 * requests under way are left out. `now`, in milliseconds since the epoch, is the time that stands still.
 */
export function createRaceWorld(parts: RaceParts, lanes: readonly RequestId[], now: number): RaceWorld {
  const { site, disk, limits } = parts.server;
  const tasks = parts.server.tasks.filter(({ id }) => lanes.includes(id));
  const server = Object.assign(new Server(site, disk, limits), parts.server, { tasks });
  const race = new RaceWorld(server, parts.random, now);
  race.lanes = [...lanes];
  for (const { request } of tasks) {
    const jar = parts.jars.get(request.browser);
    if (jar !== undefined) race.jars.set(request.browser, jar);
  }
  const own = copy(race, worldCatalogue());
  for (const task of own.server.tasks) task.held = true;
  return own;
}
