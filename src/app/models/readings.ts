/**
 * How the page reads the log: as requests, as what belongs together, as what has just changed.
 *
 * Events come first and may be read later: the models hold the log from the start, and the readings arrive with the panels that show
 * them, after the first paint.
 */
import { type ConfigurationError, parseConfiguration } from "../../project/index.ts";
import { readTraffic, type TraceEvent, type TrafficRow } from "../../trace/index.ts";
import { changeKeys, tellings } from "./changes.ts";
import { findCodeLine, readSessionFacts, relatives } from "./relations.ts";

export const readings = {
  readRows,
  changeKeys,
  tellings,
  findCodeLine,
  readSessionFacts,
  relatives,
  findIniErrors,
};

export type Readings = typeof readings;

/** The lines of `server.ini` that cannot be used. */
function findIniErrors(text: string): readonly ConfigurationError[] {
  return parseConfiguration(text).errors;
}

/** The requests of `events`; see `keepRows` for what `previous` is good for. */
function readRows(previous: readonly TrafficRow[], events: readonly TraceEvent[]): readonly TrafficRow[] {
  return keepRows(previous, readTraffic(events));
}

/**
 * `next`, with the very objects of `previous` where nothing was added to a request or taken back, so that only rows that changed
 * are drawn again.
 */
export function keepRows(
  previous: readonly TrafficRow[],
  next: readonly TrafficRow[],
): readonly TrafficRow[] {
  const known = new Map(previous.map((row) => [row.request, row]));
  return next.map((row) => {
    const old = known.get(row.request);
    return old?.newest === row.newest ? old : row;
  });
}
