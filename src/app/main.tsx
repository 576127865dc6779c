/**
 * Starts the page: paint first, then the worker, then the first page in the browser, then (by itself) the editor.
 */
// First, because it declares the order of the cascade layers.
import "./styles/tokens.css";
import "./styles/base.css";

import { buildId, workerUrl } from "virtual:worker-url";
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import {
  type RegistrationProblem,
  registerWorker,
  type Sandbox,
  type WorkspaceId,
} from "../protocol/index.ts";
import { type AppModel, createAppModel } from "./app-model.ts";
import { AppShell } from "./components/app-shell.tsx";
import { whenIdle } from "./components/lazy.tsx";
import { loadLater, readings } from "./components/lazy-parts.ts";
import { createConnection, createWorkerWire } from "./connection.ts";
import { exampleSite } from "./example-site.ts";
import { handleKey } from "./keyboard.ts";
import { followSystemTheme } from "./models/appearance.ts";
import { loadPreferences, type PreferenceStorage, type Preferences } from "./models/preferences.ts";
import { type ClaimedWorkspace, claimWorkspace } from "./workspace-id.ts";

const base = import.meta.env.BASE_URL;
const registration = signal<ServiceWorkerRegistration | null>(null);
const wire = createWorkerWire(() => registration.peek());

/** Looked up at each use: where the browser forbids storage, the very name throws. */
const storage: PreferenceStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
};

async function start(root: HTMLElement): Promise<void> {
  const preferences = await loadPreferences(storage);
  followSystemTheme();
  effect(() => {
    document.documentElement.lang = preferences.language.value;
    document.documentElement.setAttribute("data-theme", preferences.theme.value);
  });
  // Framed by a preview, the page must not come alive at all.
  if (window.top !== window.self) return refuse(root, preferences, { kind: "framed" });
  const claimed = await claimOwn();
  if (typeof claimed === "string") return refuse(root, preferences, { kind: "failed", message: claimed });
  const connection = createConnection(wire, { workspace: claimed.id, buildId });
  const app = createAppModel({
    connection,
    preferences,
    base,
    workspace: claimed.id,
    files: exampleSite(),
    readings,
  });
  render(<AppShell app={app} />, root);
  addEventListener("keydown", (event) => handleKey(app, event), { capture: true });
  addEventListener("pagehide", app.files.flush);
  void whenIdle().then(loadLater);

  const result = await registerWorker(workerUrl, base);
  if (!result.ok) return refuse(root, preferences, result.problem);
  registration.value = result.registration;
  await openWorkspace(app, claimed, result.sandbox);
  app.sandbox.value = result.sandbox;
  const parts = await loadLater();
  parts?.keepAwake(connection, () => {
    const { running = [], crowd, race } = app.workspace.state.value ?? {};
    // What runs on copies is in the worker's memory only.
    const lab = race?.exploration ?? race?.replay ?? race?.comparison;
    return running.length > 0 || crowd?.state === "running" || lab !== undefined;
  });
}

/** The workspace of this tab, or the browser's own words for forbidding storage: there can be no server then either. */
function claimOwn(): Promise<ClaimedWorkspace | string> {
  try {
    return claimWorkspace(sessionStorage, navigator.locks);
  } catch (error) {
    return Promise.resolve(String(error));
  }
}

/** Opens the workspace, anew whenever the worker turns out to be another run of itself. */
async function openWorkspace(
  app: AppModel,
  { copiedFrom }: ClaimedWorkspace,
  sandbox: Sandbox,
): Promise<void> {
  const copied = copiedFrom === null ? null : await readFiles(copiedFrom, sandbox);
  if (copied !== null) app.notices.say(app.preferences.words.value.workspaceCopied);
  const files = () => Object.fromEntries(app.files.files.value);
  await app.workspace.open(copied ?? files(), sandbox);
  await app.files.save();
  app.connection.onReboot(() => void app.workspace.open(files(), sandbox));
  app.connection.onOtherBuild(() => {
    const words = app.preferences.words.value;
    app.notices.say(words.otherBuild, {
      tone: "trouble",
      action: { name: words.reloadPage, run: () => location.reload() },
    });
  });
}

/** The files of the workspace this tab was duplicated from. */
async function readFiles(workspace: WorkspaceId, sandbox: Sandbox): Promise<Record<string, string> | null> {
  const connection = createConnection(wire, { workspace, buildId });
  const answer = await connection.send({ kind: "open", files: exampleSite(), sandbox });
  connection.close();
  return answer.ok ? answer.state.files : null;
}

/** Says why there is no server here, instead of an empty preview. */
async function refuse(
  root: HTMLElement,
  preferences: Preferences,
  problem: RegistrationProblem,
): Promise<void> {
  if (problem.kind === "reloading") return;
  const parts = await loadLater();
  const updateNow = async () => {
    const result = await registerWorker(workerUrl, base, { force: true });
    if (result.ok) location.reload();
  };
  // The shell may be there already: take it away first.
  render(null, root);
  if (parts === null) root.textContent = preferences.words.value.couldNotLoad;
  else
    render(<parts.UnsupportedPage problem={problem} preferences={preferences} onUpdate={updateNow} />, root);
}

const root = document.getElementById("app");
if (root !== null) void start(root);
