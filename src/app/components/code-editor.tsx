/**
 * The editor of the open file: Monaco once it has come, a plain textarea until then and on a phone.
 *
 * Both write to the same model. Monaco is fetched after the server, so that it never stands in the way of the first page.
 */
import { useSignal, useSignalEffect } from "@preact/signals";
import { SERVER_INI } from "../../project/index.ts";
import { useApp } from "../app-model.ts";
import { IniProblems, MonacoIsland } from "./lazy-parts.ts";

/** Below this width the page shows one part at a time and Monaco is not fetched. */
const phone = "(max-width: 719px)";

export function CodeEditor({ path }: { path: string }) {
  const { files, preferences } = useApp();
  const words = preferences.words.value;
  const isReady = useSignal(false);
  const wantsMonaco = useSignal(!matchMedia(phone).matches);
  useSignalEffect(() => {
    const query = matchMedia(phone);
    const follow = () => {
      wantsMonaco.value = !query.matches;
    };
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  });
  return (
    <div class="code-editor" role="tabpanel" id="file-panel" aria-labelledby={`file-${path}`}>
      {wantsMonaco.value && <MonacoIsland path={path} isReady={isReady} />}
      {!(wantsMonaco.value && isReady.value) && (
        <textarea
          class={wantsMonaco.value ? "stand-in" : undefined}
          data-focus="code"
          aria-label={words.editorOf(path)}
          value={files.files.value.get(path) ?? ""}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          onInput={(event) => files.edit(path, event.currentTarget.value)}
        />
      )}
      {path === SERVER_INI && <IniProblems />}
      {wantsMonaco.value && (
        <p class="editor-foot">
          <span>{isReady.value ? words.editorHint : words.editorLoading}</span>
        </p>
      )}
    </div>
  );
}
