/** Above a page that did not come as it should: what is wrong, and Retry. */
import type { BrowserModel, BrowserProblem } from "../models/browser.ts";
import type { AllWords } from "../words/en.ts";
import { useAllWords } from "./all-words.ts";
import { Icon } from "./icon.tsx";
import { warning } from "./icons.ts";
import "./browser-banner.css";

export function BrowserBanner({ browser }: { browser: BrowserModel }) {
  const words = useAllWords();
  const problem = browser.problem.value;
  if (problem === null) return null;
  const [what, detail] = describeProblem(problem, words);
  return (
    <div class="banner" role="alert">
      <Icon svg={warning} />
      <p>
        <strong>{what}</strong> {detail}
      </p>
      {problem.kind !== "outside" && (
        <button type="button" class="button" onClick={browser.retry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

function describeProblem(problem: BrowserProblem, words: AllWords): [string, string] {
  switch (problem.kind) {
    case "stalled":
      return [words.navigationStalled, words.navigationStalledDetail];
    case "not-from-server":
      return [words.notFromServer, words.notFromServerDetail];
    case "outside":
      return ["", words.outsideAddress(problem.url)];
  }
}
