/**
 * Session identifiers as Karrigell 3 made them: 16 characters out of 62.
 *
 *     sessionId = 16 ( ALPHA / DIGIT )
 *
 * Chance is handed in and recorded, so that a run can be repeated. A real server must take it from a source that nobody
 * can predict; here the learner may be shown what happens otherwise.
 */

/** Characters of an identifier. */
const SESSION_ID_LENGTH = 16;

const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** A new identifier. `random` gives numbers in [0, 1). */
export function generateSessionId(random: () => number): string {
  let id = "";
  while (id.length < SESSION_ID_LENGTH) id += alphabet[Math.floor(random() * alphabet.length)] ?? "a";
  return id;
}
