/** A work in the list: what it is, and what can be done with it. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { WorkView } from "../../protocol/index.ts";
import { type AppModel, useApp } from "../app-model.ts";
import { IconButton } from "../components/icon.tsx";
import { pencil, trash } from "../components/icons.ts";
import { outlineOf, titleOfLesson } from "./lesson-site.ts";
import { nameOfWork } from "./work-names.ts";
import type { WorkWords } from "./work-words.ts";
import type { WorksModel } from "./works-model.ts";

type Doing = "renaming" | "deleting" | null;

export function WorkRow({
  work,
  model,
  words,
  onVersions,
}: {
  work: WorkView;
  model: WorksModel;
  words: WorkWords;
  onVersions: () => void;
}) {
  const app = useApp();
  const doing = useSignal<Doing>(null);
  const row = useRef<HTMLLIElement>(null);
  const name = nameOfView(work, app, words);
  const start = (what: Doing) => () => {
    doing.value = what;
  };
  const stop = () => {
    doing.value = null;
    requestAnimationFrame(() => row.current?.querySelector("button")?.focus());
  };
  return (
    <li class={`work ${work.workspace === app.workspaceId ? "is-here" : ""}`} ref={row}>
      {doing.value === "renaming" ? (
        <RenameForm
          name={name}
          words={words}
          onCancel={stop}
          onRename={(next) => {
            void model.rename(work, next);
            stop();
          }}
        />
      ) : (
        <p class="about">
          <strong>{name}</strong>
          <span class="soft">{tellFacts(work, app, words)}</span>
        </p>
      )}
      {doing.value === "deleting" && (
        <Question
          name={name}
          words={words}
          onKeep={stop}
          onDelete={() => {
            void model.remove(work);
          }}
        />
      )}
      {doing.value === null && (
        <Buttons
          work={work}
          name={name}
          words={words}
          onOpen={() => void model.open(work)}
          onVersions={onVersions}
          onRename={start("renaming")}
          onDelete={start("deleting")}
        />
      )}
    </li>
  );
}

function Buttons({
  work,
  name,
  words,
  onOpen,
  onVersions,
  onRename,
  onDelete,
}: {
  work: WorkView;
  name: string;
  words: WorkWords;
  onOpen: () => void;
  onVersions: () => void;
  onRename: () => void;
  onDelete: () => void;
}) {
  const isHere = work.workspace === useApp().workspaceId;
  return (
    <div class="do">
      {isHere ? (
        <button type="button" class="button" onClick={onVersions}>
          {words.versionsOpen}
        </button>
      ) : (
        <button
          type="button"
          class="button"
          aria-label={words.openWorkNamed(name)}
          title={work.shown ? words.openElsewhere(name) : undefined}
          disabled={work.shown}
          onClick={onOpen}
        >
          {words.openWork}
        </button>
      )}
      <IconButton icon={pencil} label={words.renameNamed(name)} onClick={onRename} />
      <IconButton
        icon={trash}
        label={words.deleteNamed(name)}
        disabled={isHere || work.shown}
        onClick={onDelete}
      />
    </div>
  );
}

function RenameForm({
  name,
  words,
  onRename,
  onCancel,
}: {
  name: string;
  words: WorkWords;
  onRename: (name: string) => void;
  onCancel: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  // At once: the next key belongs to it.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        onRename(field.current?.value.trim() ?? "");
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // The dialog stays.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        class="text-field"
        ref={field}
        aria-label={words.workName}
        defaultValue={name}
        maxLength={80}
        autocomplete="off"
      />
      <button type="submit" class="button is-primary">
        {words.saveName}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </form>
  );
}

/** Nothing brings a deleted work back, so it is asked first. */
function Question({
  name,
  words,
  onDelete,
  onKeep,
}: {
  name: string;
  words: WorkWords;
  onDelete: () => void;
  onKeep: () => void;
}) {
  const keep = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => keep.current?.focus(), []);
  return (
    <fieldset class="question" aria-label={words.deleteNamed(name)}>
      <p>{words.deleteQuestion(name)}</p>
      <button type="button" class="button is-danger" onClick={onDelete}>
        {words.deleteYes}
      </button>
      <button type="button" class="button" ref={keep} onClick={onKeep}>
        {words.keepIt}
      </button>
    </fieldset>
  );
}

function nameOfView(work: WorkView, { preferences }: AppModel, words: WorkWords): string {
  return nameOfWork(work, titleOfLesson(work.lesson, preferences.language.value), words);
}

/** Lesson, files, when it was last used; one of it is shown here, another elsewhere. */
function tellFacts(work: WorkView, { preferences, workspaceId }: AppModel, words: WorkWords): string {
  const outline = work.lesson === undefined ? null : outlineOf(work.lesson);
  const isHere = work.workspace === workspaceId;
  const time = new Date(work.lastUsed).toLocaleString(preferences.language.value, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return [
    ...(isHere ? [words.shownHere] : work.shown ? [words.shownElsewhere] : []),
    ...(outline === null ? [] : [words.lessonNumber(outline.number)]),
    words.files(work.files),
    ...(isHere ? [] : [words.lastUsed(time)]),
  ].join(" · ");
}
