/** The *Requests* tab: one row per request, newest last, and the details of the one selected. */
import { useEffect, useRef } from "preact/hooks";
import type { TrafficRow } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
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
  if (rows.length === 0) return <EmptyPanel text={words.requestsEmpty} />;
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
              <th scope="col" class="wide">
                {words.colAnsweredBy}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.request} row={row} isSelected={row === selected} />
            ))}
          </tbody>
        </table>
      </div>
      {selected !== undefined && <RequestDetails row={selected} />}
    </div>
  );
}

function Row({ row, isSelected }: { row: TrafficRow; isSelected: boolean }) {
  const { inspector } = useApp();
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
      <td class={`value status ${statusClass(row)}`}>{row.response?.status ?? words.running}</td>
      <td class="soft medium">{row.response === undefined ? "" : words.bytes(row.response.bytes)}</td>
      <td class="soft wide">
        {row.process === undefined ? "" : words.processThread(row.process, row.thread ?? 1)}
      </td>
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
