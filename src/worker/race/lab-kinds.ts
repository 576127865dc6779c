/** The kinds of commands that are for the race lab, which is brought when one of them comes. */
import type { LabCommand } from "./lab.ts";

export const labKinds: readonly LabCommand["kind"][] = [
  "explore",
  "random-orders",
  "stop-exploring",
  "replay",
  "replay-move",
  "replay-next",
  "replay-back",
  "close-replay",
  "compare",
  "close-compare",
];
