/** How far a lesson is. */
import type { LessonOutline } from "../../lessons/index.ts";
import type { MetGoals } from "../models/progress.ts";

/** How many of its goals were ever met. Goals that an earlier version of the course had do not count. */
export function countMet({ id, goals }: Pick<LessonOutline, "id" | "goals">, met: MetGoals): number {
  const dates = new Map(Object.entries(met[id] ?? {}));
  return goals.filter((goal) => dates.has(goal)).length;
}
