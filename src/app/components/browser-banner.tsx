/** Above a page that did not come as it should: what is wrong, and Retry. */
import { useLayoutEffect, useRef } from "preact/hooks";
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
  if (problem.kind === "login") return <Login browser={browser} realm={problem.realm} />;
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

/** The browser's own question of basic authentication; the page below says what it is about. */
function Login({ browser, realm }: { browser: BrowserModel; realm: string }) {
  const words = useAllWords();
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const send = (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    void browser.logIn(String(data.get("user")), String(data.get("password")));
  };
  return (
    <form class="banner is-question" aria-label={words.logInTo(realm)} autocomplete="off" onSubmit={send}>
      <p>
        <strong>{words.logInTo(realm)}</strong>
      </p>
      <label>
        {words.userName}
        <input
          ref={first}
          name="user"
          required
          pattern="[^:]*"
          autocapitalize="off"
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <label>
        {words.password}
        <input name="password" type="password" autocomplete="off" />
      </label>
      <button type="submit" class="button is-primary">
        {words.logIn}
      </button>
      <button type="button" class="button" onClick={browser.dismiss}>
        {words.cancel}
      </button>
    </form>
  );
}

function describeProblem(
  problem: Exclude<BrowserProblem, { kind: "login" }>,
  words: AllWords,
): [string, string] {
  switch (problem.kind) {
    case "stalled":
      return [words.navigationStalled, words.navigationStalledDetail];
    case "not-from-server":
      return [words.notFromServer, words.notFromServerDetail];
    case "outside":
      return ["", words.outsideAddress(problem.url)];
  }
}
