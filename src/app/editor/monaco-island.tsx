/** Monaco on the page: an island that is told what changes around it. It is loaded with Monaco itself, after the first paint. */
import { effect, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { SERVER_INI } from "../../project/index.ts";
import { type AppModel, useApp } from "../app-model.ts";
import { isDark } from "../models/appearance.ts";
import { type CodeIsland, createCodeIsland } from "./monaco.ts";
import "./monaco-island.css";

/**
 * Monaco on the file `path`. It is made and drawn behind the plain editor; then `isReady` tells that one to give way, and what the learner
 * was doing there goes on here: the focus, the caret, the place in the text.
 */
export function MonacoIsland({ path, isReady }: { path: string; isReady: { value: boolean } }) {
  const app = useApp();
  const { files, preferences } = app;
  const host = useRef<HTMLDivElement>(null);
  const island = useSignal<CodeIsland | null>(null);
  const words = preferences.words.value;

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const made = createCodeIsland(element, {
      onEdit(path, text) {
        app.inspector.visited.value = null;
        files.edit(path, text);
      },
      onLeave: (backwards) => leave(element, backwards),
    });
    const stopWatching = watch(made, app);
    island.value = made;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => takeOver(element, made, isReady));
    });
    return () => {
      cancelAnimationFrame(frame);
      isReady.value = false;
      island.value = null;
      stopWatching();
      made.dispose();
    };
  }, [app, files, island, isReady]);

  useLayoutEffect(() => {
    island.value?.open(path, files.files.peek().get(path) ?? "", words.editorOf(path));
  }, [path, words, island.value, files]);

  return (
    <div
      class="island"
      ref={host}
      data-focus={isReady.value ? "code" : undefined}
      data-ready={isReady.value}
    />
  );
}

/** Makes the plain editor give way to `made`, which goes on where the learner was. */
function takeOver(element: HTMLElement, made: CodeIsland, isReady: { value: boolean }): void {
  // Monaco has textareas of its own, inside `element`.
  const plain = element.parentElement?.querySelector<HTMLTextAreaElement>(":scope > textarea");
  const hadFocus = plain === document.activeElement;
  if (plain) made.continueFrom(plain.selectionStart, plain.selectionEnd, plain.scrollTop);
  isReady.value = true;
  element.dataset["ready"] = "true";
  if (hadFocus) made.focus();
}

/** Carries what changes elsewhere into the island: other texts, the theme, the line that is pointed at. */
function watch(island: CodeIsland, { files, inspector, iniErrors, preferences }: AppModel): () => void {
  let visited = inspector.visited.peek();
  const stops = [
    effect(() => {
      for (const [path, text] of files.files.value) island.replace(path, text);
      island.keepOnly([...files.files.value.keys()]);
    }),
    effect(() => island.underline(SERVER_INI, iniErrors.value)),
    effect(() => island.setDark(isDark(preferences.theme.value))),
    effect(() => {
      const cause = inspector.codeLine.value;
      const cited = inspector.citedLines.value;
      const words = preferences.words.value;
      if (cited !== null) return island.mark({ path: cited.file, line: cited.from, to: cited.to, note: "" });
      island.mark(
        cause && {
          path: cause.file,
          line: cause.line,
          note: words.lineCaused(cause.request, cause.line),
        },
      );
    }),
    effect(() => island.markLanes(inspector.laneLines.value.map((mark) => ({ ...mark, path: mark.file })))),
    effect(() => {
      const place = inspector.visited.value;
      if (place !== null && place !== visited) island.visit(place.file, place.line);
      visited = place;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Esc, then Tab: to the border beside the editor, or back to the tab of the file. */
function leave(element: HTMLElement, backwards: boolean): void {
  const target = backwards
    ? element.closest(".part")?.querySelector<HTMLElement>("[role=tab][aria-selected=true]")
    : document.querySelector<HTMLElement>(".separator");
  target?.focus();
}
