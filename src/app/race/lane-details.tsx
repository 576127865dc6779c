/** What a held request knows: its line, its variables, its copy of the session beside the stored one; once it is answered, its page. */
import type { LaneSession, LaneView, VariableView } from "../../protocol/index.ts";
import { SessionBadge } from "../components/badge.tsx";
import { Process } from "./lane-card.tsx";
import { type LaneWords, useLaneWords } from "./lane-words.ts";

/** A page that was sent is shown at once if it has so few characters. */
const shortPage = 300;
/** Lines of a text that the site has no more, before and after the one where the request stands. */
const linesAround = 2;

export function LaneDetails({
  lane,
  onShowLine,
}: {
  lane: LaneView;
  onShowLine(file: string, line: number): void;
}) {
  const words = useLaneWords();
  const { place, session, variables, response, operations } = lane;
  return (
    <div class="lane-details">
      {place !== undefined && <Place place={place} onShowLine={onShowLine} words={words} />}
      <div class="lane-facts">
        {response === undefined && <Variables variables={variables} words={words} />}
        {session !== undefined && <Session session={session} words={words} />}
      </div>
      {response !== undefined && (
        <details class="lane-page" open={response.text.length <= shortPage}>
          <summary>{words.page}</summary>
          <pre>{response.text}</pre>
        </details>
      )}
      <p class="lane-count">
        {words.operations(operations)} <Process lane={lane} />
      </p>
    </div>
  );
}

function Place({
  place: { file, line, source, text },
  onShowLine,
  words,
}: {
  place: NonNullable<LaneView["place"]>;
  onShowLine(file: string, line: number): void;
  words: LaneWords;
}) {
  const isEdited = text !== undefined;
  return (
    <div class="lane-place">
      {isEdited ? (
        <span>{words.line(file, line)}</span>
      ) : (
        <button
          type="button"
          class="link-button"
          title={words.showLine(file, line)}
          onClick={() => onShowLine(file, line)}
        >
          {words.line(file, line)}
        </button>
      )}
      {isEdited ? (
        <OldText text={text} line={line} words={words} />
      ) : (
        <code class="lane-source">{source.trim()}</code>
      )}
    </div>
  );
}

/** The page as it was when the request arrived, around the line where it stands. */
function OldText({ text, line, words }: { text: string; line: number; words: LaneWords }) {
  const lines = text.split("\n");
  const first = Math.max(1, line - linesAround);
  const shown = lines.slice(first - 1, line + linesAround);
  return (
    <div class="lane-old">
      <p>{words.edited}</p>
      <ol start={first}>
        {shown.map((source, index) => (
          <li key={first + index} value={first + index} aria-current={first + index === line}>
            <code>{source || " "}</code>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Variables({ variables, words }: { variables: readonly VariableView[]; words: LaneWords }) {
  return (
    <section class="lane-variables" aria-label={words.variables}>
      <h3>{words.variables}</h3>
      {variables.length === 0 && <p class="soft">{words.noVariables}</p>}
      <table>
        <tbody>
          {variables.map(({ name, scope, value, type }) => (
            <tr key={`${scope} ${name}`}>
              <th scope="row">
                {name} {scope === "global" && <span class="soft">{words.global}</span>}
              </th>
              <td title={type}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Session({ session, words }: { session: LaneSession; words: LaneWords }) {
  const { id, isCopy, own, stored, closed } = session;
  const theirs = new Map((stored ?? []).map(({ name, value }) => [name, value]));
  const ours = new Map(own.map(({ name, value }) => [name, value]));
  const names = [...new Set([...ours.keys(), ...(isCopy ? theirs.keys() : [])])];
  return (
    <section class="lane-session" aria-label={words.session}>
      <h3>
        {words.session} <SessionBadge id={id} /> {closed && <span class="soft">{words.closed}</span>}
      </h3>
      {!isCopy && <p class="soft">{words.sameObject}</p>}
      {isCopy && stored === null && <p class="soft">{words.notStored}</p>}
      {names.length === 0 ? (
        <p class="soft">{words.noAttribute}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.colAttribute}</th>
              <th scope="col">{isCopy ? words.colOwn : words.colValue}</th>
              {isCopy && <th scope="col">{words.colStored}</th>}
            </tr>
          </thead>
          <tbody>
            {names.map((name) => (
              <Attribute
                key={name}
                name={name}
                own={ours.get(name)}
                stored={theirs.get(name)}
                isCopy={isCopy}
                words={words}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Attribute({
  name,
  own,
  stored,
  isCopy,
  words,
}: {
  name: string;
  own: string | undefined;
  stored: string | undefined;
  isCopy: boolean;
  words: LaneWords;
}) {
  const differs = isCopy && own !== stored;
  return (
    <tr class={differs ? "differs" : ""}>
      <th scope="row">{name}</th>
      <td>{own ?? <span class="soft">{words.absent}</span>}</td>
      {isCopy && (
        <td>
          {stored ?? <span class="soft">{words.absent}</span>}{" "}
          {differs && <span class="lane-differs">≠ {words.differs}</span>}
        </td>
      )}
    </tr>
  );
}
