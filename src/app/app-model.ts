/**
 * All models of the page, made once and passed along. A component asks for them with `useApp()`; a test makes its own.
 */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Sandbox, WorkspaceId } from "../protocol/index.ts";
import type { Connection } from "./connection.ts";
import { type BrowserModel, createBrowserModel } from "./models/browser.ts";
import { createFilesModel, type FilesModel } from "./models/files.ts";
import { createInspectorModel, type InspectorModel } from "./models/inspector.ts";
import { createLayout, type Layout } from "./models/layout.ts";
import { createNotices, type Notices } from "./models/notices.ts";
import type { Preferences } from "./models/preferences.ts";
import type { Readings } from "./models/readings.ts";
import { createWorkspaceModel, type WorkspaceModel } from "./models/workspace.ts";

export interface AppModel {
  readonly connection: Connection;
  readonly preferences: Preferences;
  readonly notices: Notices;
  readonly workspace: WorkspaceModel;
  readonly files: FilesModel;
  readonly browser: BrowserModel;
  readonly inspector: InspectorModel;
  readonly layout: Layout;
  readonly keysShown: Signal<boolean>;
  /** The `sandbox` of preview frames, once the probe has found it; null until then. */
  readonly sandbox: Signal<Sandbox | null>;
  /** Writes what was typed, then runs `step` in the browser, so that no page is older than its text. */
  withSavedFiles(step: (browser: BrowserModel) => void): Promise<void>;
}

export function createAppModel({
  connection,
  preferences,
  base,
  workspace: workspaceId,
  files: initial,
  readings,
}: {
  connection: Connection;
  preferences: Preferences;
  base: string;
  workspace: WorkspaceId;
  files: Record<string, string>;
  readings: ReadonlySignal<Readings | null>;
}): AppModel {
  const notices = createNotices();
  const workspace = createWorkspaceModel({ connection, notices, preferences, readings });
  const files = createFilesModel({ connection, workspace, notices, preferences, initial });
  const sandbox = signal<Sandbox | null>(null);
  const announcesHistory = () => sandbox.value?.includes("allow-scripts") ?? false;
  const browser = createBrowserModel({ id: "A", base, workspace: workspaceId, connection, announcesHistory });
  workspace.onEvents(browser.noticeEvents);
  return {
    connection,
    preferences,
    notices,
    workspace,
    files,
    browser,
    inspector: createInspectorModel(workspace, readings),
    layout: createLayout(),
    keysShown: signal(false),
    sandbox,
    async withSavedFiles(step) {
      await files.save();
      step(browser);
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
