/** What the state of a lane means. */
import type { LaneView, ReplayView } from "../../protocol/index.ts";

/** Is there nothing more to do in a lane of this state? */
export function isOver(state: LaneView["state"]): boolean {
  return state === "answered" || state === "dropped";
}

/** The lane of a replay whose turn is next, or was last. */
export function laneInTurn({ schedule, position, lanes }: ReplayView): LaneView | undefined {
  const turn = schedule.charCodeAt(Math.min(position, schedule.length - 1));
  return lanes.find(({ lane }) => 64 + lane === turn);
}
