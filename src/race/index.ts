/**
 * The race room: schedules, every order, serial orders, orders by chance, over anything with the operations of an `Arena`.
 *
 * It knows nothing of servers; `worker/race/` makes an arena of a world.
 */
export type { Arena, Lane, Outcome } from "./arena.ts";
export { createExploration, Exploration, type ExploreOptions, explore, STATES_LIMIT } from "./explore.ts";
export { createRandomOrders, RandomOrders } from "./random-orders.ts";
export type { ExplorationReport, ExplorationState, FoundOutcome } from "./report.ts";
export {
  compareSchedules,
  LANES_MAX,
  nextLane,
  parseSchedule,
  runSchedule,
  type ScheduleRun,
  startSchedule,
  stringifySchedule,
} from "./schedule.ts";
export { createSerialJudge, SerialJudge } from "./serial.ts";
