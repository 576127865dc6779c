/** One session: who and where in a line, and below it, unless folded, what is in it. */
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { SessionView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import { keyOf, type SessionsModel } from "../models/sessions.ts";
import { siteTime } from "../models/site-time.ts";
import type { AllWords } from "../words/en.ts";
import { useAllWords } from "./all-words.ts";
import { pointing, SessionBadge, useHighlight } from "./badge.tsx";
import { BrowserBadge } from "./browser-badge.tsx";
import { Icon } from "./icon.tsx";
import { chevron, trash, warning } from "./icons.ts";
import { SessionEnding } from "./lost-keys.tsx";
import { SessionAttributes } from "./session-attributes.tsx";
import { SessionFile } from "./session-file.tsx";
import { SessionStory } from "./session-story.tsx";

type View = "attributes" | "history" | "pickle" | "hex";

/** `toggleProps` are for the button that folds: a list moves the focus between those. */
export function SessionCard({
  session,
  model,
  toggleProps = {},
}: {
  session: SessionView;
  model: SessionsModel;
  toggleProps?: JSX.HTMLAttributes<HTMLButtonElement>;
}) {
  const { inspector } = useApp();
  const words = useAllWords();
  const key = `session:${session.id}`;
  const highlight = useHighlight(key);
  const isOpen = model.isOpen(session);
  return (
    <article
      class={`session ${highlight}`}
      style={`--hue: ${inspector.hueOfSession(session.id)}`}
      {...pointing(inspector, key)}
    >
      <div class="session-head">
        <button
          type="button"
          class="session-toggle"
          aria-expanded={isOpen}
          aria-label={isOpen ? words.foldSession(session.id) : words.unfoldSession(session.id)}
          onClick={() => model.toggle(session)}
          {...toggleProps}
        >
          <Icon svg={chevron} />
          <SessionBadge id={session.id} whole />
        </button>
        {isOpen ? <Facts session={session} /> : <Summary session={session} />}
      </div>
      {isOpen && <Body key={keyOf(session)} session={session} model={model} />}
    </article>
  );
}

function Summary({ session }: { session: SessionView }) {
  const attributes = session.attributes.map(({ name, value }) => `${name} = ${value}`).join(", ");
  return (
    <>
      <Holders id={session.id} />
      {session.damaged !== undefined && <Icon svg={warning} />}
      <span class="session-summary">{attributes || "–"}</span>
    </>
  );
}

function Facts({ session }: { session: SessionView }) {
  const { inspector } = useApp();
  const words = useAllWords();
  const opened = inspector.sessionFacts.value.get(session.id)?.opened;
  return (
    <span class="session-facts">
      <span>{placeOf(session, words)}</span>
      <span title={words.timeHint}>{words.createdAt(siteTime(session.created))}</span>
      <span title={words.timeHint}>{words.lastUsedAt(siteTime(session.lastUsed))}</span>
      {opened !== undefined && <span>{words.sessionOpenedBy(opened)}</span>}
      <Holders id={session.id} inWords />
    </span>
  );
}

function Holders({ id, inWords = false }: { id: string; inWords?: boolean }) {
  const { workspace } = useApp();
  const words = useAllWords();
  const holders = (workspace.state.value?.browsers ?? []).filter(({ cookies }) =>
    cookies.some(({ value }) => value === id),
  );
  if (holders.length === 0) return inWords ? <span>{words.heldByNobody}</span> : null;
  return (
    <span class="session-holders">
      {inWords && words.heldBy}
      {holders.map((holder) => (
        <BrowserBadge key={holder.id} id={holder.id} />
      ))}
    </span>
  );
}

function placeOf({ storage, process }: SessionView, words: AllWords): string {
  if (storage === "disk") return words.onDisk;
  return process === undefined ? words.inMemory : words.inMemoryOf(process);
}

function Body({ session, model }: { session: SessionView; model: SessionsModel }) {
  const { notices } = useApp();
  const words = useAllWords();
  const view = useSignal<View>("attributes");
  const remove = async () => {
    const reason = await model.delete(session);
    if (reason !== null)
      notices.say(words.commandFailed(words.couldNotDelete, reason || words.noAnswer), { tone: "trouble" });
  };
  const isFile = session.storage === "disk";
  const names: Record<View, string> = {
    attributes: words.viewAttributes,
    history: words.viewHistory,
    pickle: words.viewPickle,
    hex: words.viewHex,
  };
  const views: View[] = isFile ? ["attributes", "history", "pickle", "hex"] : ["attributes", "history"];
  return (
    <div class="session-body">
      {session.damaged !== undefined && <Damage reason={session.damaged} onDelete={() => void remove()} />}
      <fieldset class="session-views" aria-label={words.viewsOf(session.id)}>
        {views.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={view.value === name}
            onClick={() => {
              view.value = name;
            }}
          >
            {names[name]}
          </button>
        ))}
        {isFile && <Download session={session} model={model} />}
      </fieldset>
      {view.value === "attributes" && session.attributes.length > 0 && (
        <SessionAttributes session={session} model={model} />
      )}
      {view.value === "attributes" && session.attributes.length === 0 && session.damaged === undefined && (
        <NoAttributes id={session.id} />
      )}
      {view.value === "history" && <SessionStory id={session.id} />}
      {(view.value === "pickle" || view.value === "hex") && (
        <SessionFile session={session} model={model} isHex={view.value === "hex"} />
      )}
    </div>
  );
}

function Damage({ reason, onDelete }: { reason: string; onDelete: () => void }) {
  const words = useAllWords();
  return (
    <div class="session-damage">
      <Icon svg={warning} />
      <p>{words.damaged(reason)}</p>
      <button type="button" class="button" onClick={onDelete}>
        <Icon svg={trash} />
        {words.deleteDamaged}
      </button>
    </div>
  );
}

/** Gives the file to the learner, under the session's id. */
function Download({ session, model }: { session: SessionView; model: SessionsModel }) {
  const words = useAllWords();
  const download = async () => {
    const details = await model.read(session);
    if (details?.pickle === undefined) return;
    const bytes = Uint8Array.from(details.pickle, (byte) => byte.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
    link.download = session.id.replace(/[^\w-]/g, "_") || "_";
    link.click();
    // Not at once: Safari reads it a little later.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <button type="button" class="link-button" onClick={() => void download()}>
      {words.download}
    </button>
  );
}

/** Empty from the start, or since someone closed it: then who. */
function NoAttributes({ id }: { id: string }) {
  const { inspector } = useApp();
  const words = useAllWords();
  const ended = inspector.sessionFacts.value.get(id)?.ended;
  return (
    <p class="session-note">
      {words.noAttributes} {ended !== undefined && <SessionEnding ended={ended} />}
    </p>
  );
}
