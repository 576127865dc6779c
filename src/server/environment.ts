/**
 * The outside world of a server: time, chance, and someone who listens.
 *
 * It is handed in at every step and never kept, so that a server can be copied, stored and continued elsewhere, and so
 * that the same clock and the same chances give the same trace.
 */
import type { Library } from "../python/index.ts";
import type { NewEvent, TraceEvent } from "../trace/index.ts";
import type { PageCache } from "./page-cache.ts";

export interface Environment {
  /** Milliseconds since the epoch. */
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  /** Hears what happened, in order. */
  emit(event: NewEvent): void;
  /** The kinds of events that anybody listens to. Absent: all. */
  hears?: ReadonlySet<NewEvent["kind"]>;
  /** What has been told so far, oldest first, as far back as somebody remembers. Absent: nobody does. */
  recall?(): readonly TraceEvent[];
  /** Compiled pages, so that a page is compiled once as long as its text stays the same. Absent: compile every time. */
  pages?: PageCache;
  /** The standard modules that are written in Python. A request waits for those that it needs. Absent: there are none. */
  library?: Library;
}

/** False when nobody would hear an event of this kind: then it need not be made, which takes time. */
export function isHeard({ hears }: Environment, kind: NewEvent["kind"]): boolean {
  return hears?.has(kind) ?? true;
}
