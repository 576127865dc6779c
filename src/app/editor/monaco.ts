/**
 * Monaco, as small as we can have it: the core, the features a page of forty lines needs, four languages of its own and two of ours. Loaded after the first paint.
 *
 * An island: one editor for all files, one text model per file, so that undo and scrolling are each file's own. The page
 * talks to it through `CodeIsland`, as it does to the plain textarea. Copy and paste are the browser's own; Monaco's clipboard feature would bring
 * 40 kB for a menu that we do not show.
 */
import * as monaco from "monaco-editor/editor/editor.api.js";
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/codeEditor/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/find/register.js";
import "monaco-editor/features/indentation/register.js";
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/languages/definitions/css/register.js";
import "monaco-editor/languages/definitions/html/register.js";
import "monaco-editor/languages/definitions/javascript/register.js";
import "monaco-editor/languages/definitions/python/register.js";
import type { ConfigurationError } from "../../project/index.ts";
import { iniConfiguration, iniLanguageId, iniTokenizer } from "./ini-language.ts";
import { pihConfiguration, pihLanguageId, pihTokenizer } from "./pih-language.ts";
import { darkTheme, lightTheme } from "./themes.ts";

/** Where a held request stands: a number in the margin, a note beside the line. */
export interface LaneMark extends MarkedLine {
  lane: number;
  isOpen: boolean;
}

/** A line to mark, and what to write beside it. */
export interface MarkedLine {
  path: string;
  line: number;
  /** The last one, where there are several. */
  to?: number;
  note: string;
}

export interface CodeIsland {
  /** Shows `path`; `label` is the name that screen readers hear. */
  open(path: string, text: string, label: string): void;
  /** Takes a text that changed outside of the editor. */
  replace(path: string, text: string): void;
  /** Forgets files that are gone. */
  keepOnly(paths: readonly string[]): void;
  /** Marks a line of the file shown, or of one that is about to be. */
  mark(marked: MarkedLine | null): void;
  /** Marks the lines where held requests stand; where the open one stands comes into sight, if its file is shown. */
  markLanes(lanes: readonly LaneMark[]): void;
  /** Goes to a line as the learner would: with the caret and the focus. The file may be one that is about to be shown. */
  visit(path: string, line: number): void;
  /** Underlines the lines of the file `path` that are wrong, and only these. */
  underline(path: string, errors: readonly ConfigurationError[]): void;
  setDark(dark: boolean): void;
  /** Selects the characters from `start` to `end` of the text shown, scrolled down by `top` pixels. */
  continueFrom(start: number, end: number, top: number): void;
  focus(): void;
  dispose(): void;
}

monaco.languages.register({ id: pihLanguageId, extensions: [".pih"] });
monaco.languages.setLanguageConfiguration(pihLanguageId, pihConfiguration);
monaco.languages.setMonarchTokensProvider(pihLanguageId, pihTokenizer);
monaco.languages.register({ id: iniLanguageId, extensions: [".ini"] });
monaco.languages.setLanguageConfiguration(iniLanguageId, iniConfiguration);
monaco.languages.setMonarchTokensProvider(iniLanguageId, iniTokenizer);
monaco.editor.defineTheme("biscuit-light", lightTheme);
monaco.editor.defineTheme("biscuit-dark", darkTheme);

const languages: Record<string, string> = {
  pih: pihLanguageId,
  html: "html",
  htm: "html",
  py: "python",
  css: "css",
  js: "javascript",
  ini: iniLanguageId,
};

/** Puts an editor into `host`. `onEdit` hears each change by the learner, `onLeave` the wish to leave by Esc, then Tab. */
export function createCodeIsland(
  host: HTMLElement,
  {
    onEdit,
    onLeave,
  }: { onEdit: (path: string, text: string) => void; onLeave: (backwards: boolean) => void },
): CodeIsland {
  const editor = monaco.editor.create(host, { ...options(host), model: null });
  const models = new Map<string, monaco.editor.ITextModel>();
  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>();
  const marks = editor.createDecorationsCollection();
  const laneMarks = editor.createDecorationsCollection();
  let lanes: readonly LaneMark[] = [];
  let shown: string | null = null;
  let marked: MarkedLine | null = null;
  let visited: { path: string; line: number } | null = null;
  let underlined: { path: string; errors: readonly ConfigurationError[] } | null = null;
  let isReplacing = false;
  leaveByEscape(editor, onLeave);

  const modelOf = (path: string, text: string) => {
    const known = models.get(path);
    if (known !== undefined) return known;
    const made = monaco.editor.createModel(text, languages[path.split(".").at(-1) ?? ""] ?? "plaintext");
    // Brackets in a colour of their own would say more than there is to say about ten lines.
    made.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    made.onDidChangeContent(() => isReplacing || onEdit(path, made.getValue()));
    models.set(path, made);
    return made;
  };
  const replace = (path: string, text: string) => {
    const model = models.get(path);
    if (model === undefined || model.getValue() === text) return;
    isReplacing = true;
    model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
    isReplacing = false;
  };
  const drawLines = () => {
    const model = models.get(underlined?.path ?? "");
    const errors = underlined?.errors ?? [];
    if (model === undefined) return;
    const known = errors.filter(({ line }) => line <= model.getLineCount());
    monaco.editor.setModelMarkers(
      model,
      "server.ini",
      known.map((error) => errorMarker(error, model)),
    );
  };
  const drawMark = () => {
    const model = editor.getModel();
    // The page may have been shortened since the request.
    if (marked?.path !== shown || marked === null || model === null || marked.line > model.getLineCount())
      return marks.clear();
    const to = Math.min(marked.to ?? marked.line, model.getLineCount());
    marks.set([markDecoration(marked, to, model.getLineMaxColumn(to))]);
    editor.revealLinesInCenterIfOutsideViewport(marked.line, to);
  };
  const drawLanes = () => {
    const model = editor.getModel();
    const here = lanes.filter(({ path, line }) => path === shown && line <= (model?.getLineCount() ?? 0));
    laneMarks.set(model === null ? [] : laneDecorations(here, (line) => model.getLineMaxColumn(line)));
  };
  const arrive = () => {
    const model = editor.getModel();
    if (model === null || visited === null || visited.path !== shown) return;
    const line = Math.min(visited.line, model.getLineCount());
    visited = null;
    editor.setPosition({
      lineNumber: line,
      column: Math.max(1, model.getLineFirstNonWhitespaceColumn(line)),
    });
    editor.revealLineInCenter(line);
    editor.focus();
  };
  return {
    open(path, text, label) {
      editor.updateOptions({ ariaLabel: label });
      if (path === shown) return;
      if (shown !== null) views.set(shown, editor.saveViewState());
      marks.clear();
      laneMarks.clear();
      editor.setModel(modelOf(path, text));
      replace(path, text);
      editor.restoreViewState(views.get(path) ?? null);
      shown = path;
      drawMark();
      drawLanes();
      drawLines();
      arrive();
    },
    replace,
    keepOnly(paths) {
      for (const [path, model] of models) {
        if (paths.includes(path)) continue;
        model.dispose();
        models.delete(path);
        views.delete(path);
        if (shown === path) shown = null;
      }
    },
    mark(wanted) {
      marked = wanted;
      drawMark();
    },
    markLanes(wanted) {
      const before = lanes.find(({ isOpen }) => isOpen);
      const open = wanted.find(({ isOpen }) => isOpen);
      lanes = wanted;
      drawLanes();
      if (open !== undefined && open.path === shown && open.line !== before?.line)
        editor.revealLineInCenterIfOutsideViewport(open.line);
    },
    visit(path, line) {
      visited = { path, line };
      arrive();
    },
    underline(path, errors) {
      underlined = { path, errors };
      drawLines();
    },
    setDark: (dark) => monaco.editor.setTheme(dark ? "biscuit-dark" : "biscuit-light"),
    continueFrom(start, end, top) {
      const model = editor.getModel();
      if (model === null) return;
      editor.setSelection(monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)));
      editor.setScrollTop(top);
    },
    focus: () => editor.focus(),
    dispose() {
      editor.dispose();
      for (const model of models.values()) model.dispose();
    },
  };
}

function options(host: HTMLElement): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    automaticLayout: true,
    fontFamily: getComputedStyle(host).getPropertyValue("--mono"),
    fontSize: 14,
    lineHeight: 22,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    renderLineHighlight: "line",
    renderLineHighlightOnlyWhenFocus: true,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 12,
    padding: { top: 12, bottom: 12 },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    wordWrap: "on",
    wrappingIndent: "indent",
    tabSize: 4,
    insertSpaces: true,
    detectIndentation: false,
    contextmenu: false,
    links: false,
    // What would need a worker of Monaco's own: words are not guessed, characters are not judged.
    wordBasedSuggestions: "off",
    quickSuggestions: false,
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: false, nonBasicASCII: false },
  };
}

/** From the first character of the line that is not blank to the last. */
function errorMarker(
  { line, message }: ConfigurationError,
  model: monaco.editor.ITextModel,
): monaco.editor.IMarkerData {
  return {
    severity: monaco.MarkerSeverity.Error,
    message,
    startLineNumber: line,
    endLineNumber: line,
    startColumn: Math.max(1, model.getLineFirstNonWhitespaceColumn(line)),
    endColumn: model.getLineMaxColumn(line),
  };
}

/** The note stands after the last character of the last line, `to`, which is before `column`. */
function markDecoration(
  { line, note }: MarkedLine,
  to: number,
  column: number,
): monaco.editor.IModelDeltaDecoration {
  return {
    range: new monaco.Range(line, line === to ? column : 1, to, column),
    options: {
      isWholeLine: true,
      className: "line-caused",
      ...(note !== "" && { after: { content: `  ${note}`, inlineClassName: "line-caused-note" } }),
      showIfCollapsed: true,
    },
  };
}

/** One decoration a line, for all lanes that stand there. `endOf` is the column after a line's last character. */
function laneDecorations(
  lanes: readonly LaneMark[],
  endOf: (line: number) => number,
): monaco.editor.IModelDeltaDecoration[] {
  return [...new Set(lanes.map(({ line }) => line))].map((line) => {
    const here = lanes.filter((mark) => mark.line === line);
    const first = here.find(({ isOpen }) => isOpen) ?? here[0];
    return {
      range: new monaco.Range(line, endOf(line), line, endOf(line)),
      options: {
        isWholeLine: true,
        className: first?.isOpen ? "line-lane is-open" : "line-lane",
        linesDecorationsClassName: `lane-here is-lane-${first?.lane}`,
        after: {
          content: `  ◂ ${here.map(({ note }) => note).join(", ")}`,
          inlineClassName: "line-lane-note",
        },
        showIfCollapsed: true,
      },
    };
  });
}

/** Tab indents, so leaving needs two keys: Esc, then Tab (or Shift+Tab). Any other key takes the Esc back. */
function leaveByEscape(
  editor: monaco.editor.IStandaloneCodeEditor,
  onLeave: (backwards: boolean) => void,
): void {
  let mayLeave = false;
  editor.onKeyDown((event) => {
    if (mayLeave && event.keyCode === monaco.KeyCode.Tab) {
      event.preventDefault();
      event.stopPropagation();
      onLeave(event.shiftKey);
    }
    if (event.keyCode !== monaco.KeyCode.Shift) mayLeave = event.keyCode === monaco.KeyCode.Escape;
  });
}
