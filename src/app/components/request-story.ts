/** What happened during a request, as sentences in order: cookies out, what the page did to its session, cookies back. */
import type { SessionEvent, TrafficRow, WithheldReason } from "../../trace/index.ts";
import type { AllWords } from "../words/en.ts";

/** One sentence, and the line of code behind it. */
export interface Step {
  key: string;
  text: string;
  isBad: boolean;
  file?: string | undefined;
  line?: number | undefined;
}

/** The story of `row` in `words`. */
export function tellStory(row: TrafficRow, words: AllWords): Step[] {
  const out = row.cookiesSent.map(({ name }) => plain(`sent ${name}`, words.didSendCookie(name)));
  const kept = row.cookiesWithheld.map(({ name, reason }) =>
    plain(`kept ${name}`, words.didWithhold(name, withheldBecause(reason, words))),
  );
  const did = row.session.map((event) => sessionStep(event, words));
  const error = row.error === undefined ? [] : [errorStep(row.error, words)];
  const back = row.setCookies.map(({ name, stored, reason }) =>
    stored
      ? plain(`stored ${name}`, words.didSetCookie(name))
      : { ...plain(`refused ${name}`, words.didRefuseCookie(name, reason ?? "")), isBad: true },
  );
  return [...out, ...kept, ...did, ...error, ...back];
}

function plain(key: string, text: string): Step {
  return { key, text, isBad: false };
}

function errorStep(error: NonNullable<TrafficRow["error"]>, words: AllWords): Step {
  const text = words.scriptFailed(`${error.exception}: ${error.message}`);
  return { key: "error", text, isBad: true, file: error.file, line: error.line };
}

function sessionStep(event: SessionEvent, words: AllWords): Step {
  const isBad = ["attribute-missing", "session-discarded", "session-conflict"].includes(event.kind);
  return {
    key: String(event.seq),
    text: tellSession(event, words),
    isBad,
    file: event.file,
    line: event.line,
  };
}

function tellSession(event: SessionEvent, words: AllWords): string {
  switch (event.kind) {
    case "session-opened":
      if (event.origin === "new") return words.didOpenNew(event.session);
      return event.origin === "found" ? words.didFind(event.session) : words.didAdopt(event.session);
    case "session-loaded":
      return words.didLoad;
    case "attribute-read":
      return words.didRead(event.name, event.value);
    case "attribute-missing":
      return words.didMiss(event.name);
    case "attribute-written":
      return words.didWrite(event.name, event.value);
    case "attribute-deleted":
      return words.didDelete(event.name);
    case "session-closed":
      return event.attributes.length === 0
        ? words.didCloseEmpty
        : words.didClose(event.attributes.join(", "));
    case "session-saved":
      return words.didSave(event.bytes);
    case "session-discarded":
      return words.didDiscard(event.reason);
    case "session-evicted":
      return words.didEvict(event.session);
    case "session-waiting":
      return words.didWait(event.holder);
    case "session-locked":
      return words.didLock;
    case "session-unlocked":
      return words.didUnlock;
    case "session-conflict":
      return words.didConflict;
  }
}

/** Why a cookie stayed in the jar, as the end of a sentence. */
export function withheldBecause(reason: WithheldReason, words: AllWords): string {
  const sentences = {
    domain: words.becauseDomain,
    path: words.becausePath,
    secure: words.becauseSecure,
    expired: words.becauseExpired,
  };
  return sentences[reason];
}
