/** The *Log* tab: what the server wrote down, newest last. Warnings and errors have an icon and a word, never only a colour. */
import { useEffect, useRef } from "preact/hooks";
import { levelOf, readServerLog, type ServerLogEvent } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import type { AllWords } from "../words/en.ts";
import { useAllWords } from "./all-words.ts";
import { RequestLink } from "./badge.tsx";
import { EmptyPanel } from "./empty-panel.tsx";
import { Icon } from "./icon.tsx";
import { failure, info, warning } from "./icons.ts";
import { storageName } from "./server-names.ts";
import "./data-table.css";
import "./log-panel.css";

/** A page that prints to sys.stderr in a loop fills the log; more than this nobody reads. */
const mostRows = 500;

const icons = { info, warning, error: failure };

export function LogPanel() {
  const { workspace } = useApp();
  const words = useAllWords();
  const all = readServerLog(workspace.events.value);
  const rows = all.slice(-mostRows);
  const isThreaded = workspace.state.value?.configuration.server === "multithread";
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [rows.at(-1)?.seq]);
  if (rows.length === 0) return <EmptyPanel text={words.logEmpty} />;
  return (
    <div class="log-panel" ref={list}>
      <table class="data-table">
        <thead>
          <tr>
            <th scope="col" title={words.timeHint}>
              {words.colTime}
            </th>
            <th scope="col">{words.colLevel}</th>
            <th scope="col">{words.colMessage}</th>
            <th scope="col" class="wide">
              {words.colBy}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.length > mostRows && (
            <tr>
              <td colSpan={4} class="soft">
                {words.logCut(mostRows, all.length)}
              </td>
            </tr>
          )}
          {rows.map((event) => (
            <Row key={event.seq} event={event} words={words} isThreaded={isThreaded} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ event, words, isThreaded }: { event: ServerLogEvent; words: AllWords; isThreaded: boolean }) {
  const level = levelOf(event);
  const { request, process, thread, file, line } = event;
  const levels = { info: words.levelInfo, warning: words.levelWarning, error: words.levelError };
  return (
    <tr class={`is-${level}`}>
      <td class="soft time">{clock(event.time)}</td>
      <td class="level">
        <Icon svg={icons[level]} />
        {levels[level]}
      </td>
      <td class="message">
        <span class={event.kind === "log" || event.kind === "script-error" ? "value" : ""}>
          {tell(event, words)}
        </span>
        {file !== undefined && line !== undefined && <span class="soft"> {words.at(file, line)}</span>}
        {request !== undefined && (
          <span class="by">
            {" "}
            <RequestLink request={request} />
          </span>
        )}
      </td>
      <td class="soft wide">
        {process !== undefined &&
          words.processThread(process, thread === 1 && !isThreaded ? undefined : thread)}
      </td>
    </tr>
  );
}

function tell(event: ServerLogEvent, words: AllWords): string {
  switch (event.kind) {
    case "log":
      return event.message;
    case "script-error":
      return `${event.exception}: ${event.message}`;
    case "server-started":
      return words.logStarted(storageName(event.persistent, words), event.server);
    case "server-stopped":
      return words.logStopped(event.sessionsLost);
    case "configuration-changed":
      return `${event.name} = ${{ true: "on", false: "off" }[event.value] ?? event.value}`;
  }
}

/** Minutes, seconds and tenths since the site was opened. */
function clock(time: number): string {
  const tenths = Math.floor(time / 100);
  const seconds = String(Math.floor(tenths / 10) % 60).padStart(2, "0");
  return `${Math.floor(tenths / 600)}:${seconds}.${tenths % 10}`;
}
