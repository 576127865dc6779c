/**
 * The log read backwards: which request wrote the attributes that sessions have now. A state is made of it at every turn, so it
 * looks no further back than it must: to the last write of each attribute that is asked for.
 */
import type { RequestId } from "./events.ts";
import { keptFrom, type TraceLog } from "./log.ts";

/** Names of attributes, by session. */
type AttributeNames = ReadonlyMap<string, Iterable<string>>;

/**
 * The last request that wrote each of `attributes`, by session and name; absent where the log does not know it, or tells that it has
 * gone. What a request wrote or deleted in a copy of the session that was not saved does not count.
 */
export function readWriters(log: TraceLog, attributes: AttributeNames): Map<string, Map<string, RequestId>> {
  const wanted = new Map<string, Set<string>>();
  for (const [session, names] of attributes) wanted.set(session, new Set(names));
  const writers = new Map([...wanted.keys()].map((session) => [session, new Map<string, RequestId>()]));
  const discarded = new Set<string>();
  const { kept } = log;
  const oldest = keptFrom(log);
  let open = 0;
  for (const names of wanted.values()) open += names.size;
  for (let at = kept.length - 1; at >= oldest && open > 0; at--) {
    const event = kept[at];
    if (event === undefined || !("session" in event)) continue;
    const names = wanted.get(event.session);
    if (names === undefined) continue;
    const before = names.size;
    switch (event.kind) {
      case "session-discarded":
        discarded.add(copyOf(event));
        break;
      case "session-closed":
      case "session-evicted":
        names.clear();
        break;
      case "attribute-written":
      case "attribute-deleted":
        if (discarded.has(copyOf(event)) || !names.delete(event.name)) break;
        if (event.kind === "attribute-written" && event.request !== undefined)
          writers.get(event.session)?.set(event.name, event.request);
        break;
    }
    open -= before - names.size;
  }
  return writers;
}

/** The copy of a session that a request has. */
function copyOf({ session, request }: { session: string; request?: RequestId }): string {
  return `${request} ${session}`;
}
