/** The *Sessions* tab: each object the server keeps, where it is, who holds its key, and who wrote each attribute. */

import type { AttributeView, SessionView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import type { AllWords } from "../words/en.ts";
import { useAllWords } from "./all-words.ts";
import { pointing, RequestLink, SessionBadge, useHighlight } from "./badge.tsx";
import { BrowserBadge } from "./browser-badge.tsx";
import { EmptyPanel } from "./empty-panel.tsx";
import "./data-table.css";
import "./session-panel.css";

export function SessionPanel() {
  const { workspace } = useApp();
  const words = useAllWords();
  const sessions = workspace.state.value?.sessions ?? [];
  return (
    <div class="session-panel">
      <h2 class="panel-title">{words.sessionsOnServer}</h2>
      {sessions.length === 0 && <EmptyPanel text={words.sessionsEmpty} />}
      <ul>
        {sessions.map((session) => (
          <Session key={`${session.storage} ${session.process ?? ""} ${session.id}`} session={session} />
        ))}
      </ul>
    </div>
  );
}

function Session({ session }: { session: SessionView }) {
  const { inspector } = useApp();
  const words = useAllWords();
  const key = `session:${session.id}`;
  const highlight = useHighlight(key);
  return (
    <li
      class={`session ${highlight}`}
      style={`--hue: ${inspector.hueOfSession(session.id)}`}
      {...pointing(inspector, key)}
    >
      <SessionHead session={session} />
      {session.damaged !== undefined && <p class="damaged">{words.damaged(session.damaged)}</p>}
      {session.attributes.length > 0 && (
        <table class="data-table">
          <thead>
            <tr>
              <th scope="col">{words.colAttribute}</th>
              <th scope="col">{words.colValue}</th>
              <th scope="col">{words.colType}</th>
              <th scope="col">{words.writtenBy}</th>
            </tr>
          </thead>
          <tbody>
            {session.attributes.map((attribute) => (
              <Attribute key={attribute.name} session={session.id} attribute={attribute} />
            ))}
          </tbody>
        </table>
      )}
      {session.attributes.length === 0 && session.damaged === undefined && <NoAttributes id={session.id} />}
      {session.pickle !== undefined && (
        <details class="pickle">
          <summary>{words.pickle}</summary>
          <pre>{session.pickle}</pre>
        </details>
      )}
    </li>
  );
}

function SessionHead({ session }: { session: SessionView }) {
  const { workspace, inspector } = useApp();
  const words = useAllWords();
  const opened = inspector.sessionFacts.value.get(session.id)?.opened;
  const holders = (workspace.state.value?.browsers ?? []).filter(({ cookies }) =>
    cookies.some(({ value }) => value === session.id),
  );
  return (
    <p class="session-head">
      <SessionBadge id={session.id} whole />
      <span>{placeOf(session, words)}</span>
      {opened !== undefined && <span>{words.sessionOpenedBy(opened)}</span>}
      <span>
        {holders.length === 0 ? words.heldByNobody : `${words.heldBy} `}
        {holders.map(({ id }) => (
          <BrowserBadge key={id} id={id} />
        ))}
      </span>
    </p>
  );
}

function placeOf({ storage, process }: SessionView, words: AllWords): string {
  if (storage === "disk") return words.onDisk;
  return process === undefined ? words.inMemory : words.inMemoryOf(process);
}

function Attribute({ session, attribute }: { session: string; attribute: AttributeView }) {
  const highlight = useHighlight(`attribute:${session}:${attribute.name}`);
  return (
    <tr class={highlight}>
      <th scope="row" class="value">
        {attribute.name}
      </th>
      <td class="value">{attribute.value}</td>
      <td class="value soft">{attribute.type}</td>
      <td>
        <RequestLink request={attribute.writtenBy} />
      </td>
    </tr>
  );
}

/** Empty from the start, or since someone closed it: then who. */
function NoAttributes({ id }: { id: string }) {
  const { inspector } = useApp();
  const words = useAllWords();
  const closed = inspector.sessionFacts.value.get(id)?.closed;
  return (
    <p class="no-attributes">
      {words.noAttributes}{" "}
      {closed !== undefined && (
        <>
          {words.closedBy(closed.request)} <RequestLink request={closed.request} />
          {closed.file !== undefined && closed.line !== undefined && (
            <code> {words.at(closed.file, closed.line)}</code>
          )}
        </>
      )}
    </p>
  );
}
