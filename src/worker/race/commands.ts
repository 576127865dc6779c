/** What a page asks of the race lab. */
import type { RaceCommand } from "../../protocol/index.ts";
import type { CommandContext } from "../commands.ts";

/** Does what `body` says; gives why not, or null. */
export function obeyRace(_body: RaceCommand, _context: CommandContext): string | null {
  return "Held requests are not here yet.";
}
