/** Share: the link with its length, what it takes along, and the ways to pass it on. Nothing leaves the browser by it. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { type SharedSite, zipSite } from "../../share/index.ts";
import { type AppModel, useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { copy } from "../components/icons.ts";
import { Modal } from "../components/modal.tsx";
import { editions } from "./editions.ts";
import { type EmbedPart, embedParts } from "./embed.ts";
import { saveFile } from "./save-file.ts";
import { createShareModel, type ShareModel } from "./share-model.ts";
import { embedUrl, frameElement, judgeLength, markdownLink } from "./share-texts.ts";
import { useTitle } from "./use-title.ts";
import { type WorkWords, workWordsOf } from "./work-words.ts";
import "./share-dialog.css";

/** Open as long as it is there. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const words = workWordsOf(app.preferences);
  const model = useMemo(() => createShareModel(app, editions), []);
  useEffect(() => model.close, []);
  const pages = model.files.value?.size ?? 0;
  return (
    <Modal titleId="share-dialog-title" kind="share-dialog" onClose={onClose}>
      {(close) => (
        <div class="dialog-body">
          <h2 id="share-dialog-title">{words.shareTitle}</h2>
          <p>{words.shareWhy}</p>
          {model.files.value !== null && pages < 2 && app.files.pages.value.length === 0 ? (
            <p>{words.shareNothing}</p>
          ) : (
            <>
              <Choices model={model} words={words} />
              <PassOn app={app} model={model} words={words} />
            </>
          )}
          <div class="actions">
            <ZipButton app={app} model={model} words={words} />
            <button type="button" class="button" onClick={close}>
              {words.close}
            </button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function Choices({ model, words }: { model: ShareModel; words: WorkWords }) {
  const { sessions, race, cookies } = model;
  const { sessions: taken, total } = sessions.value;
  const needs = model.takesRace.value && !(model.takesCookies.value && model.takesSessions.value);
  return (
    <fieldset class="choices">
      <legend>{words.takeAlong}</legend>
      <Choice value={model.takesCookies} isThere={cookies > 0} name={words.takeCookies(cookies)} />
      <Choice
        value={model.takesSessions}
        isThere={total > 0}
        name={taken.length < total ? words.takeSessionsSome(taken.length, total) : words.takeSessions(total)}
      />
      <Choice
        value={model.takesRace}
        isThere={race !== null}
        name={race === null ? words.takeNoRace : words.takeRace(race.schedule)}
      />
      {needs && (cookies > 0 || total > 0) && <p class="soft">{words.takeRaceNeeds}</p>}
    </fieldset>
  );
}

function Choice({ value, isThere, name }: { value: Signal<boolean>; isThere: boolean; name: string }) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={value.value}
        disabled={!isThere}
        onChange={({ currentTarget }) => {
          value.value = currentTarget.checked;
        }}
      />
      <span>{name}</span>
    </label>
  );
}

function PassOn({ app, model, words }: { app: AppModel; model: ShareModel; words: WorkWords }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const said = useSignal("");
  const title = useTitle(app, words);
  const parts = useSignal<readonly EmbedPart[]>(["code", "browser", "inspector"]);
  const fragment = model.fragment.value;
  const home = new URL(import.meta.env.BASE_URL, location.href).href;
  const url = fragment === null ? "" : `${home}#${fragment}`;
  const length = judgeLength(url.length);
  const cannot = fragment === null || length === "unopenable";
  const failure = model.failure.value;
  const pass = async (text: string) => {
    said.value = "";
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (!done) mark(field.current, text);
    said.value = done ? words.copied : words.couldNotCopy;
  };
  return (
    <>
      <label class="link-field">
        {words.theLink}
        <textarea
          class="text-field"
          ref={field}
          readOnly
          rows={3}
          spellcheck={false}
          value={url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <p class={`link-length is-${fragment === null ? "waiting" : length}`} role="status">
        {failure !== null
          ? words.shareTooMuch
          : fragment === null
            ? words.makingLink
            : tellLength(url.length, words)}
      </p>
      <div class="ways">
        <button type="button" class="button is-primary" disabled={cannot} onClick={() => void pass(url)}>
          <Icon svg={copy} />
          {words.copyLink}
        </button>
        <button
          type="button"
          class="button"
          disabled={cannot}
          onClick={() => void pass(markdownLink(title, url))}
        >
          {words.copyMarkdown}
        </button>
        <button
          type="button"
          class="button"
          disabled={cannot}
          onClick={() => {
            const all = parts.value.length === embedParts.length;
            void pass(frameElement(title, embedUrl(home, fragment ?? "", all ? [] : parts.value)));
          }}
        >
          {words.copyFrame}
        </button>
        <span class="said" role="status">
          {said.value}
        </span>
      </div>
      <FrameParts app={app} parts={parts} words={words} />
    </>
  );
}

/** Where the clipboard is closed, the text to be copied stands in the field, marked. */
function mark(field: HTMLTextAreaElement | null, text: string): void {
  if (field === null) return;
  field.value = text;
  field.focus();
  field.select();
}

function tellLength(characters: number, words: WorkWords): string {
  switch (judgeLength(characters)) {
    case "short":
      return words.lengthShort(characters);
    case "long":
      return words.lengthLong(characters);
    case "too-long":
      return words.lengthTooLong(characters);
    case "unopenable":
      return words.lengthUnopenable(characters);
  }
}

/** Which parts of the page a frame in a page of the teacher's shows; the last one stays. */
function FrameParts({
  app,
  parts,
  words,
}: {
  app: AppModel;
  parts: Signal<readonly EmbedPart[]>;
  words: WorkWords;
}) {
  const { partLesson, partCode, partBrowser, partInspector } = app.preferences.words.value;
  const hasLesson = app.workspace.state.value?.work?.lesson !== undefined;
  const names = { lesson: partLesson, code: partCode, browser: partBrowser, inspector: partInspector };
  return (
    <details class="frame-parts">
      <summary>{words.frameParts}</summary>
      <div class="frame-choices">
        {embedParts.map((part) => (
          <label key={part} class="choice">
            <input
              type="checkbox"
              checked={parts.value.includes(part)}
              disabled={(part === "lesson" && !hasLesson) || parts.value.join() === part}
              onChange={({ currentTarget: { checked } }) => {
                parts.value = embedParts.filter((each) =>
                  each === part ? checked : parts.value.includes(each),
                );
              }}
            />
            <span>{names[part]}</span>
          </label>
        ))}
      </div>
    </details>
  );
}

function ZipButton({ app, model, words }: { app: AppModel; model: ShareModel; words: WorkWords }) {
  const files = model.files.value;
  const title = useTitle(app, words);
  return (
    <button
      type="button"
      class="button zip"
      title={words.zipHint}
      disabled={files === null}
      onClick={() => files !== null && downloadZip(files, title)}
    >
      {words.downloadZip}
    </button>
  );
}

/** The name of the file is that of the work, as far as files can have it. */
function downloadZip(files: SharedSite["files"], title: string): void {
  const name = title.replace(/[^\p{L}\p{N} ._-]+/gu, "").trim() || "site";
  // A copy: the types allow shared memory, of which no Blob is made.
  saveFile(new Blob([new Uint8Array(zipSite(files))], { type: "application/zip" }), `${name}.zip`);
}
