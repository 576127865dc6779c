/** A session's file on the disk: as the text that it is, which may be changed by hand, or byte by byte. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SessionView } from "../../protocol/index.ts";
import { hexLines } from "../models/hex.ts";
import type { SessionsModel } from "../models/sessions.ts";
import { useAllWords } from "./all-words.ts";
import { useDetails } from "./session-attributes.tsx";

/** More is for an editor, not for a panel. */
const mostShown = 16_384;
/** Pixels below which a line of sixteen bytes does not fit. */
const wideEnough = 620;

export function SessionFile({
  session,
  model,
  isHex,
}: {
  session: SessionView;
  model: SessionsModel;
  isHex: boolean;
}) {
  const words = useAllWords();
  const isEdited = useSignal(false);
  const pickle = useDetails(session, model)?.pickle;
  if (pickle === undefined) return null;
  const shown = pickle.slice(0, mostShown);
  const edit = (yes: boolean) => () => {
    isEdited.value = yes;
  };
  if (isEdited.value && !isHex)
    return <FileEditor session={session} model={model} content={pickle} onClose={edit(false)} />;
  return (
    <div class="session-file">
      {isHex ? <Hex content={shown} /> : <pre title={words.pickleHint}>{shown}</pre>}
      {shown.length < pickle.length && (
        <p>{words.firstBytes(words.bytes(shown.length), words.bytes(pickle.length))}</p>
      )}
      {!isHex && shown.length === pickle.length && (
        <button type="button" class="link-button" onClick={edit(true)}>
          {words.editFile}
        </button>
      )}
    </div>
  );
}

/** The file as text to be changed: a lesson in what a server reads back. */
function FileEditor({
  session,
  model,
  content,
  onClose,
}: {
  session: SessionView;
  model: SessionsModel;
  content: string;
  onClose: () => void;
}) {
  const words = useAllWords();
  const text = useRef<HTMLTextAreaElement>(null);
  const refusal = useSignal<string | null>(null);
  const save = async (event: Event) => {
    event.preventDefault();
    const reason = await model.write(session, text.current?.value ?? content);
    if (reason === null) onClose();
    else refusal.value = reason || words.noAnswer;
  };
  return (
    <form class="session-file" onSubmit={(event) => void save(event)}>
      <textarea
        ref={text}
        class="text-field"
        rows={Math.min(16, content.split("\n").length + 1)}
        aria-label={words.fileOfSession(session.id)}
        spellcheck={false}
        autofocus
        defaultValue={content}
      />
      <p role="alert" class="refusal">
        {refusal.value}
      </p>
      <p>{words.editFileHint}</p>
      <div class="session-actions">
        <button type="submit" class="button is-primary">
          {words.saveFile}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function Hex({ content }: { content: string }) {
  const box = useRef<HTMLPreElement>(null);
  const [width, setWidth] = useState(16);
  useLayoutEffect(() => {
    if (box.current !== null && box.current.clientWidth < wideEnough) setWidth(8);
  }, []);
  return (
    <pre ref={box} class="hex">
      {hexLines(content, width).map(({ offset, bytes, text }) => (
        <div key={offset}>
          <span class="soft">{offset}</span> {bytes} <span class="ascii">{text}</span>
        </div>
      ))}
    </pre>
  );
}
