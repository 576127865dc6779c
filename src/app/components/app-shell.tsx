/** The whole page: head, parts with the borders between them, notices, and on a phone the bar that chooses the part. */
import { AppContext, type AppModel, useApp } from "../app-model.ts";
import type { Part } from "../models/layout.ts";
import { AppHeader } from "./app-header.tsx";
import { BrowserPart } from "./browser-part.tsx";
import { EditorPart } from "./editor-part.tsx";
import { Icon } from "./icon.tsx";
import { code, globe, search } from "./icons.ts";
import { InspectorPart } from "./inspector-part.tsx";
import { KeysDialog, Notice } from "./lazy-parts.ts";
import { Separator } from "./separator.tsx";
import "./app-shell.css";

export function AppShell({ app }: { app: AppModel }) {
  return (
    <AppContext.Provider value={app}>
      <AppHeader />
      <Parts />
      <PartBar />
      <NoticeList />
      <div class="dialog-place">{app.keysShown.value && <KeysDialog />}</div>
    </AppContext.Provider>
  );
}

function Parts() {
  const { layout, preferences } = useApp();
  const words = preferences.words.value;
  const { code, browser: rows } = preferences.sizes.value;
  return (
    <main
      class="parts"
      data-part={layout.part.value}
      data-maximised={layout.maximised.value ?? undefined}
      data-folded={[...layout.folded.value].join(" ")}
      style={`--code: ${code}fr; --rest: ${100 - code}fr`}
    >
      <EditorPart />
      <Separator what="code" label={words.resizeColumns} controls="part-code" />
      <div class="play" style={`--browser: ${rows}fr; --inspector: ${100 - rows}fr`}>
        <BrowserPart />
        <Separator what="browser" label={words.resizeRows} controls="part-browser" />
        <InspectorPart />
      </div>
    </main>
  );
}

/** Only on a phone, where one part is shown at a time. */
function PartBar() {
  const { layout, preferences } = useApp();
  const words = preferences.words.value;
  const items: [Part, string, string][] = [
    ["code", code, words.partCode],
    ["browser", globe, words.partBrowser],
    ["inspector", search, words.partInspector],
  ];
  return (
    <nav class="part-switch" aria-label={words.parts}>
      {items.map(([id, icon, name]) => (
        <button
          key={id}
          type="button"
          aria-current={layout.part.value === id ? "page" : undefined}
          onClick={() => {
            layout.part.value = id;
          }}
        >
          <Icon svg={icon} />
          {name}
        </button>
      ))}
    </nav>
  );
}

/** The place of the notices is there from the start: a screen reader reads what is put into it. */
function NoticeList() {
  const { notices } = useApp();
  return (
    <div class="notices" role="status">
      {notices.list.value.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
