/**
 * The race room: schedules, every order, serial orders, orders by chance, over anything with the operations of an `Arena`.
 *
 * It knows nothing of servers; `worker/race/` makes an arena of a world.
 */
export type { Arena, Lane, Outcome } from "./arena.ts";
export { createExploration, type ExploreOptions, explore } from "./explore.ts";
export { createRandomOrders } from "./random-orders.ts";
export type { ExplorationReport, ExplorationState, FoundOutcome } from "./report.ts";
export {
  LANES_MAX,
  nextLane,
  parseSchedule,
  runSchedule,
  type ScheduleRun,
  startSchedule,
  stringifySchedule,
} from "./schedule.ts";
export { createSerialJudge, SerialJudge } from "./serial.ts";
