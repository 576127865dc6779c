/** The experiment with a crowd: how many fresh browsers are to visit which page, how far they are, and what came of it. */
import { useComputed, useSignal } from "@preact/signals";
import type { CrowdView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import { crowdPage } from "../models/crowd-page.ts";
import { useAllWords } from "./all-words.ts";
import { SessionBadge } from "./badge.tsx";
import { Icon } from "./icon.tsx";
import { plus, stop } from "./icons.ts";
import "./crowd-box.css";

const mostVisitors = 100_000;
/** Sessions named as evicted. */
const mostNamed = 8;

export function CrowdBox() {
  const { workspace } = useApp();
  const words = useAllWords();
  const isOpen = useSignal(false);
  const crowd = workspace.state.value?.crowd;
  if (crowd?.state === "running") return <Progress crowd={crowd} />;
  return (
    <div class="crowd">
      {!isOpen.value && (
        <button
          type="button"
          class="button"
          data-place="crowd"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          <Icon svg={plus} />
          {words.createMany}
        </button>
      )}
      {isOpen.value && (
        <CrowdForm
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
      {crowd !== undefined && !isOpen.value && <Outcome crowd={crowd} />}
    </div>
  );
}

function CrowdForm({ onClose }: { onClose: () => void }) {
  const { workspace, connection, notices, files } = useApp();
  const words = useAllWords();
  const count = useSignal("1000");
  const visitors = useComputed(() =>
    Math.min(mostVisitors, Math.max(1, Math.round(Number(count.value)) || 1)),
  );
  const page = useSignal(crowdPage(Object.fromEntries(files.files.value)));
  const path = useSignal(workspace.state.value?.crowd?.path ?? page.value ?? "/");
  const send = async (event: Event) => {
    event.preventDefault();
    await files.save();
    const answer = await connection.send({
      kind: "visit-many",
      count: visitors.value,
      path: path.value.trim(),
    });
    if (!answer.ok) {
      const reason = answer.reason || words.noAnswer;
      return notices.say(words.commandFailed(words.crowdRefused, reason), { tone: "trouble" });
    }
    onClose();
    workspace.accept(answer.state);
  };
  return (
    <form
      class="crowd-form"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <p>{words.crowdWhy}</p>
      {page.value === null && <p class="crowd-problem">{words.crowdNoPage}</p>}
      <label>
        {words.crowdCount}
        <input
          class="text-field"
          type="number"
          min={1}
          max={mostVisitors}
          value={count.value}
          autofocus
          onInput={(event) => {
            count.value = event.currentTarget.value;
          }}
        />
      </label>
      <label class="crowd-path">
        {words.crowdPath}
        <input
          class="text-field"
          value={path.value}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            path.value = event.currentTarget.value;
          }}
        />
        <small>{words.crowdPathHint}</small>
      </label>
      <div class="crowd-actions">
        <button type="submit" class="button is-primary">
          {words.crowdSend(visitors.value)}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function Progress({ crowd: { done, count } }: { crowd: CrowdView }) {
  const { connection, notices, workspace } = useApp();
  const words = useAllWords();
  const halt = async () => {
    const answer = await connection.send({ kind: "stop-visits" });
    if (answer.ok) return workspace.accept(answer.state);
    const reason = answer.reason || words.noAnswer;
    notices.say(words.commandFailed(words.crowdGoesOn, reason), { tone: "trouble" });
  };
  return (
    <div class="crowd is-running">
      <progress max={count} value={done} aria-label={words.crowdVisits} />
      <span class="crowd-count">{words.crowdProgress(done, count)}</span>
      <button type="button" class="button" onClick={() => void halt()}>
        <Icon svg={stop} />
        {words.crowdStop}
      </button>
    </div>
  );
}

function Outcome({ crowd: { done, count, created, evicted, failed } }: { crowd: CrowdView }) {
  const { workspace } = useApp();
  const words = useAllWords();
  const named = workspace.events.value.flatMap((event) =>
    event.kind === "session-evicted" ? [event.session] : [],
  );
  return (
    <div class="crowd-outcome">
      <p role="status">
        {words.crowdDone(done, created, evicted)}
        {done < count && ` ${words.crowdStopped(count - done)}`}
        {failed > 0 && ` ${words.crowdFailed(failed)}`}
      </p>
      {named.length > 0 && (
        <p>
          {words.evictedLately}{" "}
          {[...new Set(named)].slice(-mostNamed).map((id) => (
            <SessionBadge key={id} id={id} />
          ))}
        </p>
      )}
    </div>
  );
}
