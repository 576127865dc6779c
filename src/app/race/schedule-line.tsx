/** A schedule as letters, with the place that comes next marked, and letters that had to wait. Long ones are cut around the place. */
import { useOrdersWords } from "./orders-words.ts";
import "./schedule-line.css";

/** So many letters are seen before and after the place. */
const around = 60;

/** `position` letters are done; `postponed` are places, from 0, of letters whose lane could not move. */
export function ScheduleLine({
  schedule,
  position,
  postponed = [],
}: {
  schedule: string;
  position?: number;
  postponed?: readonly number[];
}) {
  const words = useOrdersWords();
  const { start, end } = cutAround(schedule.length, position ?? 0);
  const letters = [...schedule.slice(start, end)].map((letter, index) => ({ letter, at: start + index }));
  return (
    <p class="schedule-line">
      <span class="schedule-name">{words.schedule}</span>
      <code aria-label={`${words.schedule} ${schedule}`} role="img">
        {start > 0 && "…"}
        {letters.map(({ letter, at }) => (
          <span key={at} class={classOf(at, position, postponed)} data-lane={letter}>
            {letter}
          </span>
        ))}
        {end < schedule.length && "…"}
      </code>
      {position !== undefined && <span class="schedule-place">{words.place(position, schedule.length)}</span>}
    </p>
  );
}

/** The part of a schedule that is shown: all of it if it is short, else so much before and after `position`. */
export function cutAround(length: number, position: number): { start: number; end: number } {
  if (length <= 2 * around) return { start: 0, end: length };
  const start = Math.min(Math.max(0, position - around), length - 2 * around);
  return { start, end: start + 2 * around };
}

function classOf(at: number, position: number | undefined, postponed: readonly number[]): string {
  const waits = postponed.includes(at) ? "waits" : "";
  if (position === undefined) return waits;
  if (at === position) return `${waits} is-next`;
  return at < position ? `${waits} is-done` : waits;
}
