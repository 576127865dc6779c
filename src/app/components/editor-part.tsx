/** The code: one tab per file, buttons to add, rename and delete, and the editor below. */
import { useSignal } from "@preact/signals";
import { SERVER_INI } from "../../project/index.ts";
import { useApp } from "../app-model.ts";
import { CodeEditor } from "./code-editor.tsx";
import type { FileTask } from "./file-dialog.tsx";
import { Icon, IconButton } from "./icon.tsx";
import { ellipsis, plus } from "./icons.ts";
import { BytesNote, FileDialog } from "./lazy-parts.ts";
import { PartButtons } from "./part-buttons.tsx";
import { Tabs } from "./tabs.tsx";
import "./editor-part.css";

export function EditorPart() {
  const { files, inspector, preferences } = useApp();
  const words = preferences.words.value;
  const task = useSignal<FileTask | null>(null);
  const active = files.active.value;
  const items = files.paths.value.map((path) => ({
    id: path,
    name: path,
    mark: files.unsaved.value.has(path) ? "●" : undefined,
    lit:
      path !== active && [inspector.codeLine, inspector.citedLines].some((lit) => lit.value?.file === path),
    markTitle: words.unsaved,
  }));
  const startAdding = () => {
    task.value = { kind: "add" };
  };
  return (
    <section class="editor-part part" id="part-code" aria-label={words.partCode}>
      <div class="part-bar">
        {items.length > 0 && (
          <Tabs
            items={items}
            active={active}
            label={words.files}
            panel="file-panel"
            prefix="file"
            onOpen={(path) => {
              files.active.value = path;
            }}
          />
        )}
        <IconButton icon={plus} label={words.addFile} onClick={startAdding} />
        {active !== null && active !== SERVER_INI && (
          <FileMenu
            onRename={() => {
              task.value = { kind: "rename", path: active };
            }}
            onDelete={() => void files.remove(active)}
          />
        )}
        <PartButtons part="code" name={words.partCode} />
      </div>
      {active === null ? (
        <div class="empty-state">
          <p>{words.noFiles}</p>
          <button type="button" class="button" onClick={startAdding}>
            <Icon svg={plus} />
            {words.addFile}
          </button>
        </div>
      ) : (
        <CodeOrBytes path={active} />
      )}
      <div class="dialog-place">
        {task.value !== null && (
          <FileDialog
            task={task.value}
            onClose={() => {
              task.value = null;
            }}
          />
        )}
      </div>
    </section>
  );
}

function CodeOrBytes({ path }: { path: string }) {
  const { files } = useApp();
  const bytes = files.binaries.value[path];
  return bytes === undefined ? <CodeEditor path={path} /> : <BytesNote path={path} bytes={bytes} />;
}

/** What can be done with the open file. A `<details>` opens and closes by itself, with the mouse and the keyboard. */
function FileMenu({ onRename, onDelete }: { onRename: () => void; onDelete: () => void }) {
  const words = useApp().preferences.words.value;
  const run = (action: () => void) => (event: MouseEvent) => {
    if (event.currentTarget instanceof HTMLElement)
      event.currentTarget.closest("details")?.removeAttribute("open");
    action();
  };
  const onFocusOut = (event: FocusEvent & { currentTarget: HTMLDetailsElement }) => {
    const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!inside) event.currentTarget.open = false;
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLDetailsElement }) => {
    if (event.key !== "Escape") return;
    event.currentTarget.open = false;
    event.currentTarget.querySelector("summary")?.focus();
  };
  return (
    <details class="file-menu" onFocusOut={onFocusOut} onKeyDown={onKeyDown}>
      <summary class="icon-button" aria-label={words.fileActions} title={words.fileActions}>
        <Icon svg={ellipsis} />
      </summary>
      <div class="menu">
        <button type="button" onClick={run(onRename)}>
          {words.renameFile}
        </button>
        <button type="button" onClick={run(onDelete)}>
          {words.deleteFile}
        </button>
      </div>
    </details>
  );
}
