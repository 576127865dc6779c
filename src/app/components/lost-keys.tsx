/** Keys that browsers still hold though the session behind them is gone: how that happened, and what comes next. */
import type { BrowserId } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import type { SessionEnd } from "../models/relations.ts";
import { useAllWords } from "./all-words.ts";
import { pointing, RequestLink, SessionBadge, useHighlight } from "./badge.tsx";
import { BrowserBadge } from "./browser-badge.tsx";

interface LostKey {
  browser: BrowserId;
  id: string;
  ended: SessionEnd | undefined;
}

/** Every cookie that was once the key of a session, and is none now. */
export function useLostKeys(): LostKey[] {
  const { workspace, inspector } = useApp();
  const { browsers = [], sessions = [] } = workspace.state.value ?? {};
  const facts = inspector.sessionFacts.value;
  const live = new Set(sessions.map(({ id }) => id));
  return browsers.flatMap(({ id: browser, cookies }) =>
    cookies.flatMap(({ value: id }) =>
      facts.has(id) && !live.has(id) ? [{ browser, id, ended: facts.get(id)?.ended }] : [],
    ),
  );
}

export function LostKeys({ lost }: { lost: readonly LostKey[] }) {
  const words = useAllWords();
  if (lost.length === 0) return null;
  return (
    <section class="lost-keys">
      <h3>{words.keysWithout}</h3>
      <ul>
        {lost.map((key) => (
          <LostKeyRow key={`${key.browser} ${key.id}`} lost={key} />
        ))}
      </ul>
    </section>
  );
}

function LostKeyRow({ lost: { browser, id, ended } }: { lost: LostKey }) {
  const { inspector, workspace } = useApp();
  const words = useAllWords();
  const key = `session:${id}`;
  const isStrict = workspace.state.value?.configuration.strict_session_ids ?? false;
  const highlight = useHighlight(key);
  return (
    <li class={highlight} style={`--hue: ${inspector.hueOfSession(id)}`} {...pointing(inspector, key)}>
      <p>
        <BrowserBadge id={browser} /> {words.keyOf(browser)} <SessionBadge id={id} whole />
      </p>
      <p class="soft">
        <SessionEnding ended={ended} /> {isStrict ? words.nextSessionStrict : words.nextSession}
      </p>
    </li>
  );
}

/** How a session ended, with links to who did it. */
export function SessionEnding({ ended }: { ended: SessionEnd | undefined }) {
  const words = useAllWords();
  if (ended === undefined) return <>{words.endUnknown}</>;
  const { how, request, file, line, cap = 0 } = ended;
  const sentence = {
    closed: words.endClosed(request ?? 0),
    evicted: words.endEvicted(cap),
    lost: words.endLost,
  }[how];
  return (
    <>
      {sentence}{" "}
      {request !== undefined && (
        <>
          <RequestLink request={request} />
          {file !== undefined && line !== undefined && <code> {words.at(file, line)}</code>}
          {"."}
        </>
      )}
    </>
  );
}
