/** The history of each attribute: every value it had, the request and the line that wrote it, and how it went. */
import { readSessionHistory } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import { useAllWords } from "./all-words.ts";
import { RequestLink } from "./badge.tsx";

export function SessionStory({ id }: { id: string }) {
  const { workspace } = useApp();
  const words = useAllWords();
  const attributes = [...readSessionHistory(workspace.events.value, id).attributes.values()];
  if (attributes.length === 0) return <p class="session-note">{words.noHistory}</p>;
  const goneWords = {
    deleted: words.goneDeleted,
    closed: words.goneClosed,
    evicted: words.goneEvicted,
    restarted: words.goneRestarted,
    discarded: words.goneDiscarded,
  };
  return (
    <dl class="session-story">
      {attributes.map(({ name, written, gone }) => (
        <div key={name}>
          <dt>{name}</dt>
          {written.map(({ seq, value, request, file, line }) => (
            <dd key={seq}>
              <code>{value}</code> <Cause request={request} file={file} line={line} />
            </dd>
          ))}
          {gone !== undefined && (
            <dd class="gone">
              {goneWords[gone.how]} <Cause request={gone.request} file={gone.file} line={gone.line} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Cause({
  request,
  file,
  line,
}: {
  request: number | undefined;
  file: string | undefined;
  line: number | undefined;
}) {
  const words = useAllWords();
  if (request === undefined) return null;
  return (
    <span class="cause">
      <RequestLink request={request} />
      {file !== undefined && line !== undefined && <span>{words.at(file, line)}</span>}
    </span>
  );
}
