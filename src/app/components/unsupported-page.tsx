/** When no server can run here: what Biscuiterie needs, what is in the way, what to do about it. */
import type { RegistrationProblem } from "../../protocol/index.ts";
import type { Preferences } from "../models/preferences.ts";
import { completeWords } from "../words/complete.ts";
import type { AllWords } from "../words/en.ts";
import { Mark } from "./mark.tsx";
import "./unsupported-page.css";

/** `onUpdate` takes this page's version of the server into use although other tabs run an older one. */
export function UnsupportedPage({
  problem,
  preferences,
  onUpdate,
}: {
  problem: RegistrationProblem;
  preferences: Preferences;
  onUpdate: () => void;
}) {
  const words = completeWords(preferences.words.value);
  const { cause, cure } = explain(problem, words);
  return (
    <main class="unsupported-page">
      <p class="brand">
        <Mark />
        {words.appName}
      </p>
      <h1>{words.unsupportedTitle}</h1>
      <p>{words.unsupportedWhy}</p>
      <p class="cause">{cause}</p>
      <p>{cure}</p>
      <p class="soft">{words.yourFiles}</p>
      <div class="actions">
        {problem.kind === "other-version" && (
          <button type="button" class="button" onClick={onUpdate}>
            {words.updateNow}
          </button>
        )}
        {problem.kind === "framed" ? (
          <a
            class="button is-primary"
            href={import.meta.env.BASE_URL + location.hash}
            target="_blank"
            rel="noopener"
          >
            {words.openInTab}
          </a>
        ) : (
          <button type="button" class="button is-primary" onClick={() => location.reload()}>
            {words.reloadPage}
          </button>
        )}
        <button
          type="button"
          class="link-button"
          lang={preferences.language.value === "en" ? "fr" : "en"}
          onClick={() => {
            void preferences.chooseLanguage(preferences.language.value === "en" ? "fr" : "en");
          }}
        >
          {preferences.language.value === "en" ? "En français" : "In English"}
        </button>
      </div>
    </main>
  );
}

function explain(problem: RegistrationProblem, words: AllWords): { cause: string; cure: string } {
  switch (problem.kind) {
    case "framed":
      return { cause: words.causeFramed, cure: words.cureFramed };
    case "insecure":
      return problem.protocol === "file:"
        ? { cause: words.causeFile, cure: words.cureFile }
        : { cause: words.causeInsecure(location.origin), cure: words.cureInsecure };
    case "unsupported":
      return { cause: words.causeMissing, cure: words.cureMissing };
    case "blocked":
      return { cause: words.causeBlocked, cure: words.cureBlocked };
    case "failed":
    case "no-control":
      return { cause: words.causeRefused(problem.message), cure: words.cureRefused };
    case "other-version":
      return { cause: words.causeOtherVersion, cure: words.cureOtherVersion };
    case "reloading":
      return { cause: "", cure: "" };
  }
}
