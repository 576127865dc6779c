/** What events change on the page: what glows, and what is said. */
import type { BrowserView } from "../../protocol/index.ts";
import type { TraceEvent } from "../../trace/index.ts";
import { completeWords } from "../words/complete.ts";
import type { AllWords, Words } from "../words/en.ts";

/** What an event changes on the page, as keys: `request:3`, `cookie:A:sessionId`, `session:<id>`, `attribute:<id>:<name>`, `tab:…`. */
export function changeKeys(event: TraceEvent): string[] {
  switch (event.kind) {
    case "request":
    case "response":
      return [`request:${event.request}`, "tab:requests"];
    case "set-cookie":
      return event.stored ? [`cookie:${event.browser}:${event.name}`, "tab:cookies"] : [];
    case "cookie-edited":
      return [`cookie:${event.browser}:${event.name}`, "tab:cookies"];
    case "browser-closed":
      return event.cookies.length > 0 ? ["tab:cookies"] : [];
    case "session-opened":
      return event.origin === "found" ? [] : [`session:${event.session}`, "tab:sessions"];
    case "attribute-written":
      return [`attribute:${event.session}:${event.name}`, "tab:sessions"];
    case "attribute-deleted":
    case "session-closed":
    case "session-evicted":
      return [`session:${event.session}`, "tab:sessions"];
    case "server-stopped":
      return ["tab:sessions", "server"];
    default:
      return [];
  }
}

/** The sentences that the page says about `events`, if any; `browsers` are those that are open. */
export function tellings(
  events: readonly TraceEvent[],
  chosen: Words | AllWords,
  browsers: readonly BrowserView[] = [],
): string[] {
  const words = completeWords(chosen);
  return events.flatMap((event) => {
    if (event.kind === "server-stopped") {
      return [event.sessionsLost > 0 ? words.restartedLost(event.sessionsLost) : words.restartedNothingLost];
    }
    if (event.kind === "configuration-changed" && event.name === "persistent_session") {
      return [/^(true|1|on)$/i.test(event.value) ? words.nowPersistent : words.nowInMemory];
    }
    if (event.kind === "session-evicted") {
      const { session, cap } = event;
      const holders = browsers.filter(({ cookies }) => cookies.some(({ value }) => value === session));
      return holders.map(({ id }) => words.evictedNotice(id, cap));
    }
    return [];
  });
}
