/** The *Requests* tab: one row per request, newest last, and the details of the one selected. */
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { TrafficRow } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import type { AllWords } from "../words/en.ts";
import { useAllWords } from "./all-words.ts";
import { pointing, useHighlight } from "./badge.tsx";
import { BrowserBadge } from "./browser-badge.tsx";
import { EmptyPanel } from "./empty-panel.tsx";
import { RequestDetails } from "./request-details.tsx";
import "./data-table.css";
import "./request-panel.css";

export function RequestPanel() {
  const { workspace, inspector } = useApp();
  const words = useAllWords();
  const rows = workspace.traffic.value;
  const selected = rows.find(({ request }) => request === inspector.selected.value);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rows.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [rows.length]);
  // Opening the details takes room from the list: keep the row in sight.
  useEffect(() => {
    list.current?.querySelector(".is-selected")?.scrollIntoView({ block: "nearest" });
  }, [selected?.request]);
  useEffect(() => {
    if (selected === undefined || selected.request !== inspector.arriving.value) return;
    inspector.arriving.value = null;
    list.current?.querySelector<HTMLElement>(".is-selected button")?.focus();
  }, [selected?.request, inspector.arriving.value]);
  if (rows.length === 0) return <EmptyPanel text={words.requestsEmpty} />;
  const answered = answerers(rows, workspace.state.value?.configuration.server);
  return (
    <div class="request-panel" data-detailed={selected !== undefined}>
      <div class="request-list" ref={list}>
        <table class="data-table" onKeyDown={moveBetweenRows}>
          <thead>
            <tr>
              <th scope="col">{words.colRequest}</th>
              <th scope="col" class="medium">
                {words.colMethod}
              </th>
              <th scope="col">{words.colUrl}</th>
              <th scope="col">{words.colStatus}</th>
              <th scope="col" class="medium">
                {words.colSize}
              </th>
              {answered !== null && (
                <th scope="col" class="wide">
                  {words.colAnsweredBy}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.request} row={row} isSelected={row === selected} answered={answered} />
            ))}
          </tbody>
        </table>
      </div>
      {selected !== undefined && (
        <RequestDetails row={selected} answeredBy={whoAnswered(selected, answered, words)} />
      )}
    </div>
  );
}

/** What tells one answerer from another in `rows`; null while there was only one. */
function answerers(rows: readonly TrafficRow[], server: string | undefined): Answered {
  if (server === "multithread" || rows.some(({ thread = 1 }) => thread > 1)) return "process and thread";
  const isOne = (server ?? "monoprocess") === "monoprocess" && rows.every(({ process = 1 }) => process === 1);
  return isOne ? null : "process";
}

type Answered = "process" | "process and thread" | null;

/** Nothing where there is only one, or before one has taken the request. */
function whoAnswered({ process, thread = 1 }: TrafficRow, answered: Answered, words: AllWords): string {
  if (answered === null || process === undefined) return "";
  return words.processThread(process, answered === "process" ? undefined : thread);
}

function Row({ row, isSelected, answered }: { row: TrafficRow; isSelected: boolean; answered: Answered }) {
  const { inspector, workspace } = useApp();
  const isHeld = useComputed(() => workspace.held.value.includes(row.request));
  const words = useAllWords();
  const key = `request:${row.request}`;
  const highlight = useHighlight(key);
  const select = () => {
    inspector.selected.value = isSelected ? null : row.request;
  };
  const { pathname, search } = new URL(row.url);
  const session = row.session[0]?.session;
  const hue = session === undefined ? "" : `--hue: ${inspector.hueOfSession(session)}`;
  return (
    // The button in the first cell does the same by keyboard.
    <tr
      class={`${isSelected ? "is-selected" : ""} ${highlight}`}
      style={hue}
      {...pointing(inspector, key)}
      onClick={select}
    >
      <td class="number">
        <button
          type="button"
          class="link-button"
          aria-expanded={isSelected}
          aria-label={words.requestLink(row.request)}
          onClick={(event) => {
            event.stopPropagation();
            select();
          }}
        >
          {row.request}
        </button>
        {row.browser !== undefined && <BrowserBadge id={row.browser} />}
      </td>
      <td class="value medium">{row.method}</td>
      <td class="value url" title={row.url}>{`${pathname}${search}`}</td>
      <td class={`value status ${statusClass(row)}`}>
        {row.response?.status ?? (isHeld.value ? words.held : words.running)}
      </td>
      <td class="soft medium">{row.response === undefined ? "" : words.bytes(row.response.bytes)}</td>
      {answered !== null && <td class="soft wide">{whoAnswered(row, answered, words)}</td>}
    </tr>
  );
}

/** Karrigell answers a failed script with 200: the row says what the status does not. */
function statusClass({ response, error }: TrafficRow): string {
  if (response === undefined) return "is-running";
  return error !== undefined || response.status >= 400 ? "is-bad" : "";
}

/** Up and Down go from row to row. */
function moveBetweenRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("tbody button")];
  const next = buttons[buttons.findIndex((button) => button.matches(":focus")) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
