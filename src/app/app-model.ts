/**
 * All models of the page, made once and passed along. A component asks for them with `useApp()`; a test makes its own.
 */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Configuration, type ConfigurationError, SERVER_INI } from "../project/index.ts";
import type { Sandbox, WorkspaceId } from "../protocol/index.ts";
import type { Connection } from "./connection.ts";
import { type BrowserModel, createBrowserModel } from "./models/browser.ts";
import { type Browsers, createBrowsers } from "./models/browsers.ts";
import { createFilesModel, type FilesModel } from "./models/files.ts";
import { createQueue } from "./models/in-order.ts";
import { createInspectorModel, type InspectorModel } from "./models/inspector.ts";
import { createLayout, type Layout, type Part } from "./models/layout.ts";
import { createNotices, type Notices } from "./models/notices.ts";
import type { Preferences } from "./models/preferences.ts";
import type { Readings } from "./models/readings.ts";
import { createWorkspaceModel, type WorkspaceModel } from "./models/workspace.ts";

/** Finds what a key does at the moment; null when it does nothing. */
export type KeyFinder = (event: KeyboardEvent) => (() => void) | null;

export interface AppModel {
  readonly workspaceId: WorkspaceId;
  readonly connection: Connection;
  readonly preferences: Preferences;
  readonly notices: Notices;
  readonly workspace: WorkspaceModel;
  readonly files: FilesModel;
  readonly browsers: Browsers;
  readonly inspector: InspectorModel;
  readonly layout: Layout;
  /** The lesson that stands beside the site, by its id; null where there is none. What is to be expected, before the worker has said it. */
  readonly lesson: ReadonlySignal<string | null>;
  /** The lines of `server.ini`, as it stands in the editor, that cannot be used. */
  readonly iniErrors: ReadonlySignal<readonly ConfigurationError[]>;
  readonly keysShown: Signal<boolean>;
  /** Which dialog of sharing and keeping is open. */
  readonly workDialog: Signal<"share" | "works" | "link" | null>;
  /** The page stands in a frame of another site, and has a head of its own. */
  readonly isEmbedded: boolean;
  /** What keys mean beyond those of the whole page: each finds the action of a key, or null. */
  readonly keyFinders: Set<KeyFinder>;
  /** The `sandbox` of preview frames, once the probe has found it; null until then. */
  readonly sandbox: Signal<Sandbox | null>;
  /** Writes what was typed, then runs `step` in the current browser, so that no page is older than its text. */
  withSavedFiles(step: (browser: BrowserModel) => void): Promise<void>;
  /** Writes what was typed, `server.ini` included, then changes options, so that the newer of the two wins. */
  configure(changes: Partial<Configuration>): Promise<void>;
}

export function createAppModel({
  connection,
  preferences,
  base,
  workspace: workspaceId,
  files: initial,
  readings,
  expectedLesson = null,
  shownParts,
}: {
  connection: Connection;
  preferences: Preferences;
  base: string;
  workspace: WorkspaceId;
  files: Record<string, string>;
  readings: ReadonlySignal<Readings | null>;
  expectedLesson?: string | null;
  /** In a frame of another site: the parts that it shows. */
  shownParts?: readonly Part[];
}): AppModel {
  const notices = createNotices();
  const workspace = createWorkspaceModel({ connection, notices, preferences, readings });
  const files = createFilesModel({ connection, workspace, notices, preferences, initial });
  const sandbox = signal<Sandbox | null>(null);
  const announcesHistory = () => sandbox.value?.includes("allow-scripts") ?? false;
  const isHolding = () => workspace.state.value?.race.holding ?? false;
  const open = computed(() => workspace.state.value?.browsers.map(({ id }) => id) ?? []);
  const lesson = computed(() => {
    const state = workspace.state.value;
    return state === null ? expectedLesson : (state.work?.lesson ?? null);
  });
  const browsers = createBrowsers(open, (id, sharesHistory) =>
    createBrowserModel({
      id,
      base,
      workspace: workspaceId,
      connection,
      announcesHistory,
      sharesHistory,
      isHolding,
    }),
  );
  workspace.onEvents((events) => {
    for (const browser of browsers.list.value) browser.noticeEvents(events);
  });
  const inOrder = createQueue();
  return {
    workspaceId,
    connection,
    preferences,
    notices,
    workspace,
    files,
    browsers,
    inspector: createInspectorModel(workspace, readings),
    layout: createLayout(
      computed(() => lesson.value !== null),
      shownParts,
    ),
    lesson,
    iniErrors: computed(() => {
      const text = files.files.value.get(SERVER_INI);
      return text === undefined ? [] : (readings.value?.findIniErrors(text) ?? []);
    }),
    keysShown: signal(false),
    workDialog: signal(null),
    isEmbedded: shownParts !== undefined,
    keyFinders: new Set(),
    sandbox,
    withSavedFiles(step) {
      const browser = browsers.current.value;
      return inOrder(files.save(), () => step(browser));
    },
    async configure(changes) {
      await files.save();
      await workspace.configure(changes);
    },
  };
}

/** Carries the models to the components. */
export const AppContext = createContext<AppModel | null>(null);

/** The models of the page; fails outside of `AppContext`. */
export function useApp(): AppModel {
  const app = useContext(AppContext);
  if (app === null)
    throw new Error("Failed to use the app's models: no AppContext above this component. Wrap it in one.");
  return app;
}
