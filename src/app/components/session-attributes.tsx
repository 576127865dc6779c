/** The attributes of a session: Python's repr of each, its type, who wrote it, and what is inside of it. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { AttributeView, SessionDetails, SessionView, ValueTree } from "../../protocol/index.ts";
import type { SessionsModel } from "../models/sessions.ts";
import { useAllWords } from "./all-words.ts";
import { RequestLink, useHighlight } from "./badge.tsx";
import { Icon } from "./icon.tsx";
import { chevron } from "./icons.ts";

const containers = new Set(["list", "dict", "tuple", "set", "frozenset"]);

export function SessionAttributes({ session, model }: { session: SessionView; model: SessionsModel }) {
  const words = useAllWords();
  return (
    <table class="data-table">
      <thead>
        <tr>
          <th scope="col">{words.colAttribute}</th>
          <th scope="col">{words.colValue}</th>
          <th scope="col" class="wide">
            {words.colType}
          </th>
          <th scope="col">{words.writtenBy}</th>
        </tr>
      </thead>
      <tbody>
        {session.attributes.map((attribute) => (
          <Attribute key={attribute.name} session={session} attribute={attribute} model={model} />
        ))}
      </tbody>
    </table>
  );
}

function Attribute({
  session,
  attribute,
  model,
}: {
  session: SessionView;
  attribute: AttributeView;
  model: SessionsModel;
}) {
  const words = useAllWords();
  const isOpen = useSignal(false);
  const highlight = useHighlight(`attribute:${session.id}:${attribute.name}`);
  const hasParts = containers.has(attribute.type) && /[^[\](){}set]/.test(attribute.value);
  return (
    <>
      <tr class={highlight}>
        <th scope="row" class="value">
          {attribute.name}
        </th>
        <td class="value" title={attribute.type}>
          {hasParts && (
            <button
              type="button"
              class="part-toggle"
              aria-expanded={isOpen.value}
              aria-label={words.insideOf(attribute.name)}
              title={words.insideOf(attribute.name)}
              onClick={() => {
                isOpen.value = !isOpen.value;
              }}
            >
              <Icon svg={chevron} />
            </button>
          )}
          {attribute.value}
        </td>
        <td class="value soft wide">{attribute.type}</td>
        <td>
          {attribute.writtenBy === undefined ? (
            <span class="soft">{words.writerUnknown}</span>
          ) : (
            <RequestLink request={attribute.writtenBy} />
          )}
        </td>
      </tr>
      {isOpen.value && (
        <tr>
          <td colSpan={4}>
            <Parts session={session} model={model} name={attribute.name} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Asks for all of the session, and again when it has changed. Undefined until it has come, null when it is gone. */
export function useDetails(session: SessionView, model: SessionsModel): SessionDetails | null | undefined {
  const details = useSignal<SessionDetails | null | undefined>(undefined);
  const state = `${session.version} ${session.lastUsed} ${JSON.stringify(session.attributes)}`;
  useEffect(() => {
    let isWanted = true;
    void model.read(session).then((read) => {
      if (isWanted) details.value = read;
    });
    return () => {
      isWanted = false;
    };
  }, [state]);
  return details.value;
}

function Parts({ session, model, name }: { session: SessionView; model: SessionsModel; name: string }) {
  const words = useAllWords();
  const details = useDetails(session, model);
  const tree = details?.attributes.find((attribute) => attribute.name === name);
  if (details === undefined) return null;
  return tree?.parts === undefined ? <p>{words.isGone}</p> : <PartList tree={tree} />;
}

function PartList({ tree: { parts = [], more } }: { tree: ValueTree }) {
  const words = useAllWords();
  return (
    <ul class="value-parts">
      {parts.map((part, at) => (
        <li key={at} title={part.type}>
          {part.parts === undefined ? (
            <PartLine part={part} />
          ) : (
            <details>
              <summary>
                <PartLine part={part} />
              </summary>
              <PartList tree={part} />
            </details>
          )}
        </li>
      ))}
      {more !== undefined && <li>{words.moreParts(more)}</li>}
    </ul>
  );
}

function PartLine({ part: { name, value } }: { part: ValueTree }) {
  return (
    <>
      {name !== "" && <span class="soft">{name} </span>}
      {value}
    </>
  );
}
