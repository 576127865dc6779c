/** One request in full: the text that went out and the text that came back, side by side, then what happened in between. */

import type { TrafficRow } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import type { CodeLine } from "../models/relations.ts";
import type { AllWords } from "../words/en.ts";
import { useAllWords } from "./all-words.ts";
import { pointing } from "./badge.tsx";
import { IconButton } from "./icon.tsx";
import { close } from "./icons.ts";
import { createDownload, lazy, Nothing } from "./lazy.tsx";
import { type Step, tellStory } from "./request-story.ts";

/** Only who sees requests that were at work together can replay them. */
const race = createDownload(() => import("../race-part.ts"));
const ReplayThis = lazy(race, (parts) => parts.ReplayThis, Nothing);

/** `answeredBy` is the process or thread, in words; empty where there is only one. */
export function RequestDetails({ row, answeredBy }: { row: TrafficRow; answeredBy: string }) {
  const { inspector, files, layout, workspace } = useApp();
  const words = useAllWords();
  const stretch = workspace.state.value?.race.stretches.findLast(({ requests }) =>
    requests.some(({ request }) => request === row.request),
  );
  const session = row.session[0]?.session;
  const hue = session === undefined ? "" : `--hue: ${inspector.hueOfSession(session)}`;
  const showLine = (file: string) => {
    if (!files.files.value.has(file)) return;
    files.active.value = file;
    layout.show("code");
  };
  return (
    <section class="request-details" style={hue} aria-label={words.requestLink(row.request)}>
      <div class="details-head">
        <h2>
          {words.requestLink(row.request)} · {row.method} {new URL(row.url).pathname}
          {answeredBy !== "" && <span class="answered-by"> · {answeredBy}</span>}
        </h2>
        {stretch !== undefined && <ReplayThis stretch={stretch} />}
        <IconButton
          icon={close}
          label={words.closeDetails}
          onClick={() => {
            inspector.selected.value = null;
          }}
        />
      </div>
      <div class="raw">
        <Raw name={words.rawRequest} text={row.raw} field="Cookie" row={row} />
        <Raw
          name={words.rawResponse}
          text={row.response?.raw ?? words.noResponseYet}
          field="Set-Cookie"
          row={row}
        />
      </div>
      <Story steps={tellStory(row, words)} row={row} words={words} onShow={showLine} />
    </section>
  );
}

/** More of a message than this is not shown: an upload of megabytes would stop the page. */
const longestShown = 20_000;

/** A message as text; the lines of `field` are links to the cookie, since they are what this is all about. */
function Raw({ name, text, field, row }: { name: string; text: string; field: string; row: TrafficRow }) {
  const words = useAllWords();
  const shown = text.slice(0, longestShown).replaceAll("\r\n", "\n");
  const headEnd = shown.indexOf("\n\n");
  const head = (headEnd === -1 ? shown : shown.slice(0, headEnd)).split("\n");
  const isField = (line: string) => line.toLowerCase().startsWith(`${field.toLowerCase()}:`);
  return (
    <div>
      <h3>{name}</h3>
      <pre>
        {head.map((line) => [isField(line) ? <CookieField key={line} line={line} row={row} /> : line, "\n"])}
        {headEnd === -1 ? "" : shown.slice(headEnd + 1)}
        {text.length > longestShown && words.cutAfter(words.bytes(longestShown), words.bytes(text.length))}
      </pre>
    </div>
  );
}

/** `Set-Cookie: name=…` or `Cookie: name=…`: pointing lights the cookie, its session and its line of code; a click shows the jar. */
function CookieField({ line, row }: { line: string; row: TrafficRow }) {
  const { inspector } = useApp();
  const [, name = ""] = /^[\w-]+:\s*([^=;\s]+)/.exec(line) ?? [];
  return (
    <button
      type="button"
      class="cookie-field"
      {...pointing(inspector, `cookie:${row.browser}:${name}`)}
      onClick={() => {
        inspector.tab.value = "cookies";
      }}
    >
      {line}
    </button>
  );
}

function Story({
  steps,
  row,
  words,
  onShow,
}: {
  steps: readonly Step[];
  row: TrafficRow;
  words: AllWords;
  onShow: (file: string) => void;
}) {
  if (steps.length === 0) return null;
  return (
    <div class="story">
      <h3>{words.whatHappened}</h3>
      <ol>
        {steps.map((step) => (
          <li key={step.key} class={step.isBad ? "is-bad" : ""}>
            <span>{step.text}</span>
            {step.file !== undefined && step.line !== undefined && (
              <CodeLink line={{ file: step.file, line: step.line, request: row.request }} onShow={onShow} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A place in the code: pointing marks the line in the editor, a click opens its file. */
function CodeLink({ line, onShow }: { line: CodeLine; onShow: (file: string) => void }) {
  const { inspector } = useApp();
  const words = useAllWords();
  const point = () => {
    inspector.pointedLine.value = line;
  };
  const leave = () => {
    inspector.pointedLine.value = null;
  };
  return (
    <button
      type="button"
      class="where link-button"
      onPointerEnter={point}
      onFocus={point}
      onPointerLeave={leave}
      onBlur={leave}
      onClick={() => onShow(line.file)}
    >
      {words.at(line.file, line.line)}
    </button>
  );
}
