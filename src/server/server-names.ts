/** The server's own names among those that a page finds: see `namespace.ts`. */
import { endingTypes } from "./script-endings.ts";
import { scriptNatives } from "./script-natives.ts";

/** The names that every script finds, besides those of its fields. */
export const serverNames: ReadonlySet<string> = new Set([
  ...["QUERY", "REQUEST", "COOKIE", "SET_COOKIE", "HEADERS", "RESPONSE", "ACCEPTED_LANGUAGES"],
  ...["PATH", "THIS", "AUTH_USER", "AUTH_PASSWORD", "Session", "SessionConflict"],
  ...scriptNatives.keys(),
  ...endingTypes.map(({ name }) => name),
]);
