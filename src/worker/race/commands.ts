/** What a page asks of the race lab: held requests are moved here, everything else happens on copies of the world. */
import type { RaceCommand } from "../../protocol/index.ts";
import type { CommandContext } from "../commands.ts";
import { release } from "./held.ts";
import { labKinds } from "./lab-kinds.ts";
import { endWayBack } from "./moments.ts";

/** Is it for the race lab, which has to be brought first? */
export function isLabCommand(body: { kind: string }): boolean {
  return labKinds.some((kind) => kind === body.kind);
}

/** Does what `body` says; gives why not, or null. */
export function obeyRace(
  body: Exclude<RaceCommand, { kind: "race-move" | "race-run-all" }>,
  context: CommandContext,
): string | null {
  switch (body.kind) {
    case "hold":
      return hold(body.on, context);
    case "race-back":
      return context.desk.stepBack();
    default:
      return context.lab?.obey(body) ?? null;
  }
}

/** Switched off, the requests that are held go on live, which cannot be taken back. */
function hold(on: boolean, { holdings, desk }: CommandContext): null {
  const { race, server } = holdings.world;
  race.holding = on;
  if (on || !release(server)) return null;
  desk.mover.clear();
  endWayBack(holdings, "changed");
  return null;
}
