/**
 * Sessions that have nothing to do with a race are left out of it: no request of the race can name them, so all that can happen to
 * them is to be driven out, the oldest first, when a request of the race begins one more than the cap allows.
 */
import { SESSION_COOKIE, sentId } from "../../server/index.ts";
import { DiskStore, setAside } from "../../sessions/index.ts";
import type { RaceWorld } from "./race-world.ts";

/**
 * Leaves the sessions of others out of `world`, and notes which of them are still there. Its requests must have arrived, or
 * be those of `all`, the same world after they have.
 */
export function setStrangersAside(world: RaceWorld, all: RaceWorld = world): void {
  const { disk, processes, configuration } = world.server;
  const guests = {
    ids: ownIds(all),
    count: all.lanes.length,
    maxSessions: configuration.max_sessions,
  };
  const onDisk = setAside(new DiskStore(disk), guests).map((id) => placeOf({ id, storage: "disk" }));
  const inMemory = processes.flatMap(({ id: process, sessions }) =>
    setAside(sessions, guests).map((id) => placeOf({ id, storage: "memory", process })),
  );
  world.strangers = [...onDisk, ...inMemory];
}

/** A session by its place and id, as a text. */
export function placeOf(session: { id: string; storage: "memory" | "disk"; process?: number }): string {
  return `${session.storage} ${session.process ?? 0} ${session.id}`;
}

/** Of the requests, and of their browsers, which may have them from requests that were answered. */
function ownIds({ server, jars }: RaceWorld): Set<string> {
  const ids = new Set<string>();
  for (const task of server.tasks) {
    ids.add(sentId(task) ?? "");
    ids.add(task.session?.id ?? "");
  }
  for (const { cookies } of jars.values())
    for (const { name, value } of cookies) if (name === SESSION_COOKIE) ids.add(value);
  return ids;
}
