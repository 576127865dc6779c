/** Asks for the name of a new file, or the new name of one, and says at once what is wrong with it. */
import { useSignal } from "@preact/signals";
import { useApp } from "../app-model.ts";
import { refusePath } from "../models/file-names.ts";
import { useAllWords } from "./all-words.ts";
import { Modal } from "./modal.tsx";

export type FileTask = { kind: "add" } | { kind: "rename"; path: string };

/** Open as long as it is there; `onClose` takes it away. */
export function FileDialog({ task, onClose }: { task: FileTask; onClose: () => void }) {
  const { files } = useApp();
  const words = useAllWords();
  const oldPath = task.kind === "rename" ? task.path : undefined;
  const name = useSignal(oldPath ?? "");
  const refusal = useSignal<string | null>(null);

  const submit = (event: Event, close: () => void) => {
    event.preventDefault();
    const path = name.value.trim();
    refusal.value = refusePath(path, files.paths.value, words, oldPath);
    if (refusal.value !== null) return;
    close();
    void (oldPath === undefined ? files.add(path) : files.rename(oldPath, path));
  };
  return (
    <Modal titleId="file-dialog-title" onClose={onClose}>
      {(close) => (
        <form onSubmit={(event) => submit(event, close)} noValidate>
          <h2 id="file-dialog-title">
            {oldPath === undefined ? words.addFileTitle : words.renameFileTitle(oldPath)}
          </h2>
          <label>
            {words.fileName}
            <input
              class="text-field"
              value={name.value}
              spellcheck={false}
              autocomplete="off"
              placeholder="suite.pih"
              aria-invalid={refusal.value !== null}
              aria-describedby="file-dialog-refusal"
              onInput={(event) => {
                name.value = event.currentTarget.value;
                refusal.value = null;
              }}
            />
          </label>
          <p id="file-dialog-refusal" class="refusal" role="alert">
            {refusal.value}
          </p>
          <div class="actions">
            <button type="button" class="button" onClick={close}>
              {words.cancel}
            </button>
            <button type="submit" class="button is-primary">
              {oldPath === undefined ? words.create : words.rename}
            </button>
          </div>
        </form>
      )}
    </Modal>
  );
}
