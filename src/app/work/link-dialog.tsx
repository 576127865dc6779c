/**
 * Shows whose text is about to run and what it contains, or why a link cannot be opened. Nothing was written before, and no page of it runs.
 */
import { useSignal } from "@preact/signals";
import type { LinkProblem, SharedSite, ZipProblem } from "../../share/index.ts";
import { Modal } from "../components/modal.tsx";
import type { Preferences } from "../models/preferences.ts";
import type { Incoming } from "./incoming.ts";
import { titleOfLesson } from "./lesson-site.ts";
import type { Outcome } from "./open-work.ts";
import { SiteContents } from "./site-contents.tsx";
import { type WorkWords, workWordsOf } from "./work-words.ts";
import "./link-dialog.css";

export type Shown = Exclude<Incoming, { kind: "lesson" }> | { kind: "zip-problem"; problem: ZipProblem };

/** Where the site comes from: each has its own title and warning. */
export type Source = { kind: "link" } | { kind: "embed" } | { kind: "zip"; name: string };

/** `onOpen` makes the work: what it says of a failure is shown. */
export function LinkDialog({
  shown,
  source,
  preferences,
  onOpen,
  onLeave,
}: {
  shown: Shown;
  source: Source;
  preferences: Preferences;
  onOpen: () => Promise<Outcome>;
  /** Null: there is nothing to go back to. */
  onLeave: (() => void) | null;
}) {
  const words = workWordsOf(preferences);
  const failure = useSignal<string | null>(null);
  const isOpening = useSignal(false);
  const open = async () => {
    isOpening.value = true;
    const outcome = await onOpen();
    isOpening.value = false;
    failure.value = outcome.ok ? null : words.couldNot(outcome.reason || preferences.words.value.noAnswer);
  };
  const Frame = onLeave === null ? Standing : Modal;
  return (
    <Frame titleId="link-dialog-title" kind="link-dialog" onClose={onLeave ?? (() => {})}>
      {(close) => (
        <div class="dialog-body">
          {shown.kind === "site" ? (
            <Contents site={shown.site} source={source} preferences={preferences} words={words} />
          ) : (
            <Problem shown={shown} words={words} />
          )}
          {failure.value !== null && (
            <p class="refusal" role="alert">
              {failure.value}
            </p>
          )}
          <div class="actions">
            <OtherLanguage preferences={preferences} words={words} />
            {onLeave !== null && (
              <button
                type="button"
                class={`button ${shown.kind === "site" ? "" : "is-primary"}`}
                autofocus={shown.kind !== "site"}
                onClick={close}
              >
                {shown.kind === "site" ? words.leave : words.goOn}
              </button>
            )}
            {shown.kind === "site" && (
              <button
                type="button"
                class="button is-primary"
                disabled={isOpening.value}
                onClick={() => void open()}
              >
                {source.kind === "embed" ? words.start : words.openAsNew}
              </button>
            )}
          </div>
        </div>
      )}
    </Frame>
  );
}

/** In the place of a modal dialog where there is nothing to go back to: Escape takes it not away. */
function Standing({ titleId, kind, children }: Parameters<typeof Modal>[0]) {
  return (
    <section class={`dialog is-standing ${kind}`} aria-labelledby={titleId}>
      {children(() => {})}
    </section>
  );
}

function Contents({
  site,
  source,
  preferences,
  words,
}: {
  site: SharedSite;
  source: Source;
  preferences: Preferences;
  words: WorkWords;
}) {
  const lesson = titleOfLesson(site.lesson, preferences.language.value);
  const [title, warning] = {
    link: [words.linkTitle, words.linkWarning] as const,
    embed: [words.linkTitle, words.embedWarning] as const,
    zip: [source.kind === "zip" ? words.zipTitle(source.name) : "", words.zipWarning] as const,
  }[source.kind];
  return (
    <>
      <h2 id="link-dialog-title">{title}</h2>
      <p>{warning}</p>
      <section aria-label={words.linkHas}>
        <SiteContents site={site} lesson={lesson} words={words} />
      </section>
    </>
  );
}

function Problem({ shown, words }: { shown: Exclude<Shown, { kind: "site" }>; words: WorkWords }) {
  const isLink = shown.kind !== "zip-problem";
  return (
    <>
      <h2 id="link-dialog-title">{isLink ? words.problemTitle : words.zipProblemTitle}</h2>
      <p class="cause">{tell(shown, words)}</p>
      <p>{words.problemLeft}</p>
    </>
  );
}

function tell(shown: Exclude<Shown, { kind: "site" }>, words: WorkWords): string {
  switch (shown.kind) {
    case "problem":
      return tellProblem(shown.problem, words);
    case "zip-problem":
      return tellZipProblem(shown.problem, words);
    case "not-loaded":
      return words.problemNotLoaded;
  }
}

function tellProblem(problem: LinkProblem, words: WorkWords): string {
  switch (problem.kind) {
    case "damaged":
      return words.problemDamaged;
    case "future":
      return words.problemFuture(problem.version);
    case "unknown-lesson":
      return words.problemUnknownLesson(problem.lesson);
    case "unknown-edition":
      return words.problemUnknownEdition(problem.lesson);
    case "too-large":
      return words.problemTooLarge[problem.what];
    case "bad-content":
      return words.problemContent(problem.detail);
  }
}

function tellZipProblem(problem: ZipProblem, words: WorkWords): string {
  switch (problem.kind) {
    case "not-a-zip":
      return words.zipNot;
    case "empty":
      return words.zipEmpty;
    case "damaged":
      return words.zipDamaged(problem.path);
    case "encrypted":
      return words.zipEncrypted(problem.path);
    case "unknown-compression":
      return words.zipCompression(problem.path, problem.method);
    case "zip64":
      return words.zipHuge;
    case "split":
      return words.zipSplit;
    case "too-large":
      return words.problemTooLarge[problem.what];
    case "bad-content":
      return words.problemContent(problem.detail);
  }
}

/** A link may be the first that somebody sees of this page. */
function OtherLanguage({ preferences, words }: { preferences: Preferences; words: WorkWords }) {
  const other = preferences.language.value === "en" ? "fr" : "en";
  return (
    <button
      type="button"
      class="link-button other-language"
      lang={other}
      onClick={() => void preferences.chooseLanguage(other)}
    >
      {words.otherLanguage}
    </button>
  );
}
