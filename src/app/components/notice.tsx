/** A sentence that the page says, with what can be done about it. */
import { useApp } from "../app-model.ts";
import type { NoticeView } from "../models/notices.ts";
import { useAllWords } from "./all-words.ts";
import { IconButton } from "./icon.tsx";
import { close } from "./icons.ts";
import "./notice.css";

export function Notice({ notice }: { notice: NoticeView }) {
  const { notices } = useApp();
  const words = useAllWords();
  const { id, text, tone, action } = notice;
  return (
    <div class={`notice is-${tone}`}>
      <p>{text}</p>
      {action !== undefined && (
        <button
          type="button"
          class="link-button"
          onClick={() => {
            action.run();
            notices.dismiss(id);
          }}
        >
          {action.name}
        </button>
      )}
      <IconButton icon={close} label={words.dismiss} onClick={() => notices.dismiss(id)} />
    </div>
  );
}
