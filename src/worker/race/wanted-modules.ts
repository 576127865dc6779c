/** The standard modules that a race will want are brought before it begins: no order may depend on which have come by then. */
import { copy } from "../../image/index.ts";
import { hintsModule, type Library } from "../../python/index.ts";
import { provideModule, step } from "../../server/index.ts";
import { worldCatalogue } from "../world.ts";
import type { LabPlace } from "./lab-place.ts";
import { raceEnvironment, taskOf } from "./race-surroundings.ts";
import type { RaceWorld } from "./race-world.ts";

/** Brings them. Gives why one could not be had, in a sentence; null when all are here. */
export async function bringModules(race: RaceWorld, place: LabPlace): Promise<string | null> {
  for (const name of wantedModules(race, place)) {
    try {
      place.library.add(name, await place.fetchModule(name));
    } catch (error) {
      console.warn(error);
      // An error page does without its hint, in every order.
      if (name === hintsModule) place.library.add(name, "");
      else return `The standard module ${name} could not be loaded. Check your connection, then try again.`;
    }
  }
  provideKnown(race, place.library);
  return null;
}

/** Nobody in `race` waits any more for a module that is here. */
export function provideKnown({ server }: RaceWorld, library: Library): void {
  for (const name of server.tasks.flatMap(({ awaited }) => awaited))
    if (library.source(name) !== undefined) provideModule(server, name);
}

/** Those that are not here yet. Tries each lane on a copy, as far as its imports. */
export function wantedModules(race: RaceWorld, { pages, library }: LabPlace): Set<string> {
  const wanted = new Set<string>();
  for (const request of race.lanes) {
    const trial = copy(race, worldCatalogue());
    const task = taskOf(trial, request);
    const env = raceEnvironment(trial, { pages, library });
    while (task?.phase === "resolve" || task?.phase === "open")
      step(trial.server, task, env, { kind: "statement" });
    // Asked to run, it says what it waits for.
    if (task?.phase === "run") step(trial.server, task, env, { kind: "statement" });
    for (const name of task?.awaited ?? []) wanted.add(name);
  }
  // Any order may end in an error.
  if (library.source(hintsModule) === undefined) wanted.add(hintsModule);
  return wanted;
}
