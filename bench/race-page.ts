/** The page that `race-held.ts` and `race-chromium.ts` hold: four operations on the session, between opening it and sending the response. */
export const heldFiles = {
  "n.pih":
    "<%\nsession = Session()\nif not hasattr(session, 'n'): session.n = 0\nsession.n = session.n + 1\nprint session.n\n%>",
};

/** A request that is held, moved operation by operation and fetched may cost so many times a live one. */
export const MOST_FOR_HELD = 3;

/** One comparison in a line that says what was compared, and whether it is too much. `held` and `live` are milliseconds. */
export function describeHeld(what: string, moves: number, held: number, live: number): string {
  const ratio = held / live;
  const verdict = `(at most ${MOST_FOR_HELD})${ratio > MOST_FOR_HELD ? " (!)" : ""}`;
  return `${what}, a request that is held, moved ${moves} times by commands to the worker, and fetched: ${held.toFixed(2)} ms, live: ${live.toFixed(2)} ms
  with a message, a moment to go back to and its part of a commit for each move it costs ${ratio.toFixed(2)} times as much ${verdict}`;
}
