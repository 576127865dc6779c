/** What the state of a lane means. */
import type { LaneView } from "../../protocol/index.ts";

/** Is there nothing more to do in a lane of this state? */
export function isOver(state: LaneView["state"]): boolean {
  return state === "answered" || state === "dropped";
}
