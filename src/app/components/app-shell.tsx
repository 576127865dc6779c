/** The whole page: head, parts with the borders between them, notices, and on a phone the bar that chooses the part. */
import { AppContext, type AppModel, useApp } from "../app-model.ts";
import type { Part } from "../models/layout.ts";
import { AppHeader } from "./app-header.tsx";
import { BrowserPart } from "./browser-part.tsx";
import { EditorPart } from "./editor-part.tsx";
import { Icon } from "./icon.tsx";
import { book, code, globe, search } from "./icons.ts";
import { InspectorPart } from "./inspector-part.tsx";
import { EmbedHeader, KeysDialog, Notice, WorkDialogs } from "./lazy-parts.ts";
import { LessonPart } from "./lesson-part.tsx";
import { Separator } from "./separator.tsx";
import "./app-shell.css";

export function AppShell({ app }: { app: AppModel }) {
  return (
    <AppContext.Provider value={app}>
      {app.isEmbedded ? <EmbedHeader /> : <AppHeader />}
      <Parts />
      <PartBar />
      <NoticeList />
      <div class="dialog-place">{app.keysShown.value && <KeysDialog />}</div>
      <div class="dialog-place">{app.workDialog.value !== null && <WorkDialogs />}</div>
    </AppContext.Provider>
  );
}

function Parts() {
  const { layout, preferences } = useApp();
  const words = preferences.words.value;
  const { lesson, code, browser: rows } = preferences.sizes.value;
  const hasLesson = layout.parts.value.includes("lesson");
  return (
    <main
      class={`parts ${hasLesson ? "has-lesson" : ""}`}
      data-parts={layout.parts.value.join(" ")}
      data-part={layout.part.value}
      data-maximised={layout.maximised.value ?? undefined}
      data-folded={[...layout.folded.value].join(" ")}
      style={`--lesson: ${lesson}fr; --rest: ${100 - lesson}fr`}
    >
      {hasLesson && <LessonPart />}
      {hasLesson && <Separator what="lesson" label={words.resizeLesson} controls="part-lesson" />}
      <div class="bench" style={`--code: ${code}fr; --rest: ${100 - code}fr`}>
        <EditorPart />
        <Separator what="code" label={words.resizeColumns} controls="part-code" />
        <div class="play" style={`--browser: ${rows}fr; --inspector: ${100 - rows}fr`}>
          <BrowserPart />
          <Separator what="browser" label={words.resizeRows} controls="part-browser" />
          <InspectorPart />
        </div>
      </div>
    </main>
  );
}

/** Only on a phone, where one part is shown at a time. */
function PartBar() {
  const { layout, preferences } = useApp();
  const words = preferences.words.value;
  const items: [Part, string, string][] = [
    ["lesson", book, words.partLesson],
    ["code", code, words.partCode],
    ["browser", globe, words.partBrowser],
    ["inspector", search, words.partInspector],
  ];
  const shown = items.filter(([id]) => layout.parts.value.includes(id));
  return (
    <nav class="part-switch" aria-label={words.parts}>
      {shown.map(([id, icon, name]) => (
        <button
          key={id}
          type="button"
          aria-current={layout.part.value === id ? "page" : undefined}
          onClick={() => layout.show(id)}
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
  const { notices, preferences } = useApp();
  return (
    <div class="notices" role="status" style={`--lesson: ${preferences.sizes.value.lesson}%`}>
      {notices.list.value.map((notice) => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}
