/**
 * The *Sessions* tab: each object the server keeps, where it is, who holds its key, and who wrote each attribute; the keys whose
 * session is gone; and a crowd to find out how many fit.
 */
import { useEffect } from "preact/hooks";
import { type AppModel, useApp } from "../app-model.ts";
import { createSessionsModel, keyOf, type SessionsModel } from "../models/sessions.ts";
import { useAllWords } from "./all-words.ts";
import { CrowdBox } from "./crowd-box.tsx";
import { EmptyPanel } from "./empty-panel.tsx";
import { createDownload, lazy } from "./lazy.tsx";
import { LostKeys, useLostKeys } from "./lost-keys.tsx";
import { SessionCard } from "./session-card.tsx";
import "./data-table.css";
import "./session-panel.css";

/** With fewer sessions there is nothing to filter. */
const worthFiltering = 4;

/** Only a site with many sessions needs the virtualiser. */
const list = createDownload(() => import("./session-list.tsx"));
const SessionList = lazy(list, (module) => module.SessionList);

/** One for each app, so that a filter outlives the panel. */
const models = new WeakMap<AppModel, SessionsModel>();

function useSessions(): SessionsModel {
  const app = useApp();
  const model = models.get(app) ?? createSessionsModel(app);
  models.set(app, model);
  return model;
}

export function SessionPanel() {
  const { workspace } = useApp();
  const words = useAllWords();
  const model = useSessions();
  const lost = useLostKeys();
  const count = workspace.state.value?.sessionCount ?? 0;
  const isCrowded = workspace.state.value?.crowd !== undefined;
  useEffect(() => {
    if (isCrowded) void list.start();
  }, [isCrowded]);
  const isEmpty = count === 0 && lost.length === 0;
  return (
    <div class="session-panel">
      <div class="session-top">
        <h2 class="panel-title">{words.sessionsOnServer}</h2>
        {(count >= worthFiltering || model.filter.value !== "") && <Filter model={model} count={count} />}
        <CrowdBox />
      </div>
      {isEmpty && <EmptyPanel text={words.sessionsEmpty} />}
      <LostKeys lost={lost} />
      {model.isWhole.value ? <AllSessions model={model} /> : <SessionList model={model} />}
    </div>
  );
}

function AllSessions({ model }: { model: SessionsModel }) {
  const sessions = useApp().workspace.state.value?.sessions ?? [];
  return (
    <ul>
      {sessions.map((session) => (
        <li key={keyOf(session)}>
          <SessionCard session={session} model={model} />
        </li>
      ))}
    </ul>
  );
}

function Filter({ model, count }: { model: SessionsModel; count: number }) {
  const words = useAllWords();
  return (
    <label class="session-filter">
      <span class="visually-hidden">{words.filterSessions}</span>
      <input
        class="text-field"
        type="search"
        placeholder={words.filterHint}
        value={model.filter.value}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => {
          model.filter.value = event.currentTarget.value;
        }}
      />
      <span role="status">
        {model.filter.value.trim() !== "" && words.sessionsFiltered(model.total.value, count)}
      </span>
    </label>
  );
}
