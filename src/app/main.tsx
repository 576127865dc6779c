/**
 * Starts the page: paint first, then the worker, then the first page in the browser, then (by itself) the editor.
 *
 * Two things come before: a link in the address is shown and agreed to, and inside a frame the page starts only where another site
 * asks for it by `?embed`.
 */
// First, because it declares the order of the cascade layers.
import "./styles/tokens.css";
import "./styles/base.css";

import { buildId, workerUrl } from "virtual:worker-url";
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import {
  type RegistrationProblem,
  type RegistrationResult,
  registerWorker,
  type Sandbox,
  type WorkFacts,
  type WorkspaceId,
  type WorkspaceState,
} from "../protocol/index.ts";
import { type AppModel, createAppModel } from "./app-model.ts";
import { AppShell } from "./components/app-shell.tsx";
import { whenIdle } from "./components/lazy.tsx";
import { loadLater, loadLink, loadRace, readings } from "./components/lazy-parts.ts";
import { createConnection, createWorkerWire } from "./connection.ts";
import { EXAMPLE_LESSON, exampleSite } from "./example-site.ts";
import { handleKey } from "./keyboard.ts";
import { followSystemTheme } from "./models/appearance.ts";
import { loadPreferences, type PreferenceStorage, type Preferences } from "./models/preferences.ts";
import { leaveLast, takeArrival } from "./work/arrival.ts";
import { isLink } from "./work/fragment.ts";
import { isFramedByUs } from "./work/framed.ts";
import { type ClaimedWorkspace, claimWorkspace, workspaceKey } from "./workspace-id.ts";

const base = import.meta.env.BASE_URL;
const registration = signal<ServiceWorkerRegistration | null>(null);
const wire = createWorkerWire(() => registration.peek());

const isEmbedded = new URLSearchParams(location.search).has("embed");
/** Pages embedded in one tab share its storage: each has a workspace of its own, by what it shows. */
const tabKey = isEmbedded ? `${workspaceKey}${location.search}${location.hash}` : workspaceKey;

/** Looked up at each use: where the browser forbids storage, the very name throws. What a frame is put to is not the learner's choice. */
const storage: PreferenceStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => isEmbedded || localStorage.setItem(key, value),
};

/** Registers the worker once, however many ask for it. */
let registering: Promise<RegistrationResult> | undefined;
function register(): Promise<RegistrationResult> {
  registering ??= registerWorker(workerUrl, base, { framed: isEmbedded }).then((result) => {
    if (result.ok) registration.value = result.registration;
    return result;
  });
  return registering;
}

async function start(root: HTMLElement): Promise<void> {
  const preferences = await loadPreferences(storage);
  followSystemTheme();
  effect(() => {
    document.documentElement.lang = preferences.language.value;
    document.documentElement.setAttribute("data-theme", preferences.theme.value);
  });
  // Framed by a preview, the page must not come alive at all.
  if (window.top !== window.self && (!isEmbedded || isFramedByUs(base)))
    return refuse(root, preferences, { kind: "framed" });
  const link = isEmbedded || isLink(location.hash) ? await loadLink() : null;
  await link?.admitLink({ root, preferences, isEmbedded, tabKey, sandbox });
  const claimed = await claimOwn();
  if (typeof claimed === "string") return refuse(root, preferences, { kind: "failed", message: claimed });
  const arrival = takeArrival(sessionStorage, tabKey);
  const connection = createConnection(wire, { workspace: claimed.id, buildId });
  const isExample = claimed.isNew && claimed.copiedFrom === null;
  const app = createAppModel({
    connection,
    preferences,
    base,
    workspace: claimed.id,
    files: isExample ? exampleSite() : {},
    readings,
    expectedLesson: isExample ? EXAMPLE_LESSON : (arrival.lesson ?? null),
    ...(isEmbedded && { shownParts: link?.parseEmbed(location.search).parts ?? [] }),
  });
  if (arrival.open !== undefined) app.files.active.value = arrival.open;
  render(<AppShell app={app} />, root);
  addEventListener("keydown", (event) => handleKey(app, event), { capture: true });
  addEventListener("pagehide", () => {
    app.files.flush();
    const [lesson, open] = [app.lesson.value, app.files.active.value];
    leaveLast(sessionStorage, tabKey, { ...(lesson && { lesson }), ...(open && { open }) });
  });
  addEventListener("hashchange", () => {
    if (isLink(location.hash) && !isEmbedded) app.workDialog.value = "link";
  });
  void whenIdle().then(loadLater);

  const result = await register();
  if (!result.ok) return refuse(root, preferences, result.problem);
  await openWorkspace(app, claimed, result.sandbox);
  app.sandbox.value = result.sandbox;
  if (arrival.race || isEmbedded) void loadLink().then((link) => link?.arrive(app, arrival, loadRace));
  const parts = await loadLater();
  void parts?.keepFiles(result.registration);
  parts?.keepAwake(connection, () => {
    const { running = [], crowd, race } = app.workspace.state.value ?? {};
    // What runs on copies is in the worker's memory only.
    const lab = race?.exploration ?? race?.replay ?? race?.comparison;
    return running.length > 0 || crowd?.state === "running" || lab !== undefined;
  });
}

/** How previews are framed here, once there is a server; null where there can be none. */
async function sandbox(): Promise<Sandbox | null> {
  const result = await register();
  return result.ok ? result.sandbox : null;
}

/** The workspace of this tab, or the browser's own words for forbidding storage: there can be no server then either. */
function claimOwn(): Promise<ClaimedWorkspace | string> {
  try {
    return claimWorkspace(sessionStorage, navigator.locks, tabKey);
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
  const copied = copiedFrom === null ? null : await readState(copiedFrom, sandbox);
  if (copied !== null) app.notices.say(app.preferences.words.value.workspaceCopied);
  const facts: WorkFacts = {
    name: "",
    origin: "example",
    lesson: EXAMPLE_LESSON,
    language: app.preferences.language.value,
    ...(isEmbedded && { embedded: true }),
  };
  const work = copied?.work === undefined ? facts : ({ ...copied.work, origin: "copy" } as const);
  const open = (files: Record<string, string>) => app.workspace.open(files, sandbox, work);
  const files = () => Object.fromEntries(app.files.files.value);
  // A kept workspace has its own; without it, its storage was emptied.
  const first = app.files.files.value.size > 0 ? files() : exampleSite();
  await open(copied?.files ?? first);
  await app.files.save();
  app.connection.onReboot(() => void open(files()));
  app.connection.onOtherBuild(() => {
    const words = app.preferences.words.value;
    app.notices.say(words.otherBuild, {
      tone: "trouble",
      action: { name: words.reloadPage, run: () => location.reload() },
    });
  });
}

/** The workspace that this tab was duplicated from. */
async function readState(workspace: WorkspaceId, sandbox: Sandbox): Promise<WorkspaceState | null> {
  const connection = createConnection(wire, { workspace, buildId });
  const answer = await connection.send({ kind: "open", files: exampleSite(), sandbox });
  connection.close();
  return answer.ok ? answer.state : null;
}

/** Says why there is no server here, instead of an empty preview. */
async function refuse(
  root: HTMLElement,
  preferences: Preferences,
  problem: RegistrationProblem,
): Promise<void> {
  if (problem.kind === "reloading") return;
  // In a frame a browser may forbid what it allows in a tab: storage for other sites.
  if (isEmbedded && problem.kind !== "other-version") problem = { kind: "framed" };
  const parts = await loadLater();
  const updateNow = async () => {
    const result = await registerWorker(workerUrl, base, { force: true, framed: isEmbedded });
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
