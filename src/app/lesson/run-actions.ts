/**
 * Carries out the actions of a step, one after the other, through the app's own models, so that the learner sees each of them happen.
 *
 * Each is waited for: a command until it is answered, a page until its browser shows it (or shows that it is held), a crowd or an exploration
 * until it is done. The first that cannot be done ends the step, and a notice says why.
 */
import { effect } from "@preact/signals";
import type { Action } from "../../lessons/index.ts";
import { type CommandBody, documentMarker, parsePreviewUrl, simulatedOrigin } from "../../protocol/index.ts";
import type { RequestId, TraceEvent } from "../../trace/index.ts";
import type { AppModel } from "../app-model.ts";
import { copyCookie, deleteCookies, saveCookie } from "../components/cookie-actions.ts";
import type { BrowserModel } from "../models/browser.ts";
import { homePage } from "../models/home-page.ts";
import { inspectorTabs } from "../models/inspector.ts";
import { completeWords } from "../words/complete.ts";
import { actionWords } from "./action-words.ts";
import { lessonWordsOf } from "./lesson-words.ts";
import { fillForm, findForm, findLink, sendForm } from "./page-hands.ts";

/** Why an action is not done, in the learner's words. Empty where a notice has said it already. */
class Refusal extends Error {}
/** The learner has stopped the step. */
class Stopped extends Error {}

/** How often frames are looked at while a page is awaited, in milliseconds: no signal tells of documents inside of others. */
const lookEvery = 60;

/** Carries out `actions` until one cannot be done or `signal` stops them. True if all were done. */
export async function runActions(
  app: AppModel,
  actions: readonly Action[],
  signal: AbortSignal,
): Promise<boolean> {
  try {
    // No page is older than its text.
    await app.files.save();
    for (const action of actions) {
      if (signal.aborted) return false;
      await carryOut({ app, signal }, action);
    }
    return true;
  } catch (error) {
    if (error instanceof Refusal) {
      if (error.message !== "") complain(app, error.message);
      return false;
    }
    if (error instanceof Stopped) return false;
    throw error;
  }
}

interface Run {
  app: AppModel;
  signal: AbortSignal;
}

function complain({ notices, preferences }: AppModel, reason: string): void {
  const { stepFailed } = lessonWordsOf(preferences);
  notices.say(`${stepFailed} ${reason}`, { tone: "trouble", topic: "step" });
}

async function carryOut(run: Run, action: Action): Promise<void> {
  const { app } = run;
  switch (action.kind) {
    case "visit":
      return visit(run, action.browser, action.path);
    case "submit":
      return submit(run, action);
    case "follow":
      return follow(run, action);
    case "visit-frames":
      return visitFrames(run, action);
    case "configure":
      return ask(run, { kind: "configure", changes: action.changes });
    case "restart":
      return ask(run, { kind: "restart-server" });
    case "open-browser":
      return openBrowser(run, action.browser);
    case "close-browser":
      return ask(run, { kind: "close-browser", browser: action.browser });
    case "set-cookie":
    case "delete-cookie":
    case "copy-cookie":
      return changeJar(run, action);
    case "crowd":
      await ask(run, { kind: "visit-many", count: action.count, path: action.path });
      return until(run, () => app.workspace.state.value?.crowd?.state !== "running");
    case "hold":
      await ask(run, { kind: "hold", on: action.on });
      if (action.on) return showSection(app, "lanes");
      // Those that were held go on by themselves.
      return until(run, () => app.workspace.running.value.length === 0);
    case "move":
      return move(run, action);
    case "run-all":
      await ask(run, { kind: "race-run-all" });
      return untilStill(run);
    case "explore":
      return explore(run, action);
    case "show":
      return show(app, action.target);
    case "open-file":
      if (!app.files.files.peek().has(action.path)) throw new Refusal(words(app).noFile(action.path));
      app.files.active.value = action.path;
      return app.layout.show("code");
    case "solve":
      // Of walks only.
      return;
  }
}

function words({ preferences }: AppModel) {
  return actionWords[preferences.language.peek()];
}

// Pages

/** The model of an open browser, brought into sight. */
function browserOf(app: AppModel, id: string): BrowserModel | undefined {
  app.layout.show("browser");
  app.browsers.choose(id);
  return app.browsers.list.peek().find((browser) => browser.id === id);
}

/** Opens browser `id` if it is not; it shows the site's home page then, where there is one. */
async function openBrowser(run: Run, id: string): Promise<void> {
  const { app } = run;
  if (browserOf(app, id) !== undefined) return;
  const since = newest(app);
  await ask(run, { kind: "open-browser", browser: id });
  browserOf(app, id);
  if (homePage(app.files.pages.peek(), app.lesson.peek() !== null) !== null) await untilShown(run, id, since);
}

async function visit(run: Run, id: string, path: string): Promise<void> {
  const { app } = run;
  const since = newest(app);
  // A browser that was just opened has no frame yet: it begins with the page that is asked for.
  if (browserOf(app, id) === undefined) await ask(run, { kind: "open-browser", browser: id });
  browserOf(app, id)?.go(path);
  await untilShown(run, id, since);
}

async function submit(run: Run, { browser, fields, to }: Action & { kind: "submit" }): Promise<void> {
  const { app } = run;
  const isWanted = (address: string) => to === undefined || isAt(address, to);
  const documents = browserOf(app, browser)?.documents() ?? [];
  const form = findForm(documents, isWanted);
  if (form === undefined) throw new Refusal(words(app).noForm(browser, to));
  const missing = fillForm(form, fields);
  if (missing !== null) throw new Refusal(words(app).noField(missing));
  const since = newest(app);
  sendForm(form);
  await untilShown(run, browser, since);
}

async function follow(run: Run, { browser, to }: Action & { kind: "follow" }): Promise<void> {
  const { app } = run;
  const link = findLink(browserOf(app, browser)?.documents() ?? [], (address) => isAt(address, to));
  if (link === undefined) throw new Refusal(words(app).noLink(browser, to));
  const since = newest(app);
  link.click();
  await untilShown(run, browser, since);
}

/** The browser asks for the frames itself; where requests are held, the page has to be moved to its end first. */
async function visitFrames(
  run: Run,
  { browser, path, frames }: Action & { kind: "visit-frames" },
): Promise<void> {
  const { app } = run;
  const since = newest(app);
  await visit(run, browser, path);
  const held = requestsSince(app, browser, since).find((id) => app.workspace.held.peek().includes(id));
  if (held !== undefined) {
    await ask(run, { kind: "race-move", request: held, length: "end" });
    await untilStill(run);
  }
  const isAsked = (frame: string) =>
    eventsSince(app, browser, since).some((event) => event.kind === "request" && isAt(event.url, frame));
  const isThere = () => {
    const missing = frames.find((frame) => !isAsked(frame));
    if (missing === undefined) return isShown(app, browser, since);
    // All that the page asks for has come, and this is not among it.
    if (held === undefined && isShown(app, browser, since) && !app.workspace.isBusy.value)
      throw new Refusal(words(app).noFrame(path, missing));
    return false;
  };
  await until(run, isThere);
}

/** Is this real or simulated address `target`: a path, or a path with its query? */
function isAt(address: string, target: string): boolean {
  const simulated = parsePreviewUrl(import.meta.env.BASE_URL, address)?.url ?? address;
  if (!URL.canParse(simulated)) return false;
  const { origin, pathname, search } = new URL(simulated);
  const wanted = new URL(target, simulatedOrigin);
  return (
    origin === simulatedOrigin &&
    pathname === wanted.pathname &&
    (!target.includes("?") || search === wanted.search)
  );
}

// What a browser has asked for, and what it shows

function newest({ workspace }: AppModel): number {
  return workspace.events.peek().at(-1)?.seq ?? 0;
}

function eventsSince({ workspace }: AppModel, browser: string, since: number): TraceEvent[] {
  return workspace.events.value.filter((event) => event.seq > since && event.browser === browser);
}

function requestsSince(app: AppModel, browser: string, since: number): RequestId[] {
  return eventsSince(app, browser, since).flatMap(({ kind, request }) =>
    kind === "request" && request !== undefined ? [request] : [],
  );
}

/** Until `browser` shows what it has asked for after event `since`: the page, or that it is held. */
function untilShown(run: Run, browser: string, since: number): Promise<void> {
  return until(run, () => isShown(run.app, browser, since));
}

function isShown(app: AppModel, id: string, since: number): boolean {
  const browser = app.browsers.list.value.find((browser) => browser.id === id);
  // The banner says what is wrong.
  if (browser?.problem.value && browser.problem.value.kind !== "login")
    throw new Refusal(words(app).noPage(id));
  const events = eventsSince(app, id, since);
  const requests = requestsSince(app, id, since);
  const held = app.workspace.held.value;
  const answers = events.filter((event) => event.kind === "response");
  const isOpen = requests.some(
    (request) => !held.includes(request) && !answers.some((answer) => answer.request === request),
  );
  if (requests.length === 0 || isOpen) return false;
  const isHeld = requests.some((request) => held.includes(request));
  const pages = answers.filter(({ status, mediaType }) => mediaType === "text/html" && !isRedirect(status));
  if (pages.length === 0 && !isHeld)
    return browser?.loading.value === false && !isRedirect(answers.at(-1)?.status ?? 0);
  const shown = requestsShown(browser);
  return requests.some((request) => shown.has(request));
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304;
}

/** The requests whose answers, or waiting pages, are in the frames of `browser`. */
function requestsShown(browser: BrowserModel | undefined): Set<RequestId> {
  const markers = (browser?.documents() ?? [])
    .filter(({ contentType }) => contentType === "text/html")
    .map((document) => documentMarker(document));
  return new Set(
    markers.flatMap((marker) => (marker !== null && "request" in marker ? [marker.request] : [])),
  );
}

// The server, the jars, the race lab

async function ask({ app }: Run, body: CommandBody): Promise<void> {
  const answer = await app.connection.send(body);
  if (!answer.ok) throw new Refusal(answer.reason || app.preferences.words.value.noAnswer);
  app.workspace.accept(answer.state);
}

async function changeJar(
  run: Run,
  action: Action & { kind: "set-cookie" | "delete-cookie" | "copy-cookie" },
): Promise<void> {
  const { app } = run;
  const { browser } = action;
  const jar = app.workspace.state.peek()?.browsers.find(({ id }) => id === browser)?.cookies ?? [];
  const named = jar.find(({ name }) => name === action.name);
  if (action.kind === "set-cookie") {
    const { name, value } = action;
    const cookie = { name, value, path: named?.path ?? "/", httpOnly: false, secure: false };
    const refusal = await saveCookie(app, browser, cookie, named);
    if (refusal === null) return;
    throw new Refusal(`${completeWords(app.preferences.words.peek()).couldNotChangeJar} ${refusal}`);
  }
  if (action.name !== undefined && named === undefined)
    throw new Refusal(words(app).noCookie(browser, action.name));
  if (action.kind === "delete-cookie")
    return deleteCookies(app, browser, named === undefined ? jar : [named]);
  await openBrowser(run, action.to);
  if (named !== undefined) await copyCookie(app, browser, named, action.to);
}

async function move(run: Run, { lane, length }: Action & { kind: "move" }): Promise<void> {
  const lanes = run.app.workspace.state.peek()?.race.lanes ?? [];
  const found = lanes.find((candidate) => candidate.lane === lane);
  if (found === undefined) throw new Refusal(words(run.app).noLane(lane));
  await ask(run, { kind: "race-move", request: found.request, length });
  await untilStill(run);
}

async function explore(run: Run, { browser, pages }: Action & { kind: "explore" }): Promise<void> {
  const { app } = run;
  await openBrowser(run, browser);
  await ask(run, {
    kind: "explore",
    from: pages.length === 0 ? { kind: "held" } : { kind: "pages", browser, urls: [...pages] },
  });
  await showSection(app, "orders");
  show(app, "race");
  await until(run, () => app.workspace.state.value?.race.exploration?.state !== "running");
}

/** Chooses a view of the Race tab, for whenever it is looked at. */
async function showSection(app: AppModel, section: "lanes" | "orders"): Promise<void> {
  const race = await import("../race-part.ts").catch(() => null);
  if (race !== null) race.raceModelOf(app).section.value = section;
}

function untilStill(run: Run): Promise<void> {
  return until(run, () => run.app.workspace.state.value?.race.moving === undefined);
}

/** Brings a part or a panel into sight; what is always seen, or only named by texts, is left alone. */
function show({ inspector, layout }: AppModel, target: string): void {
  const tab = inspectorTabs.find((name) => name === target);
  if (tab !== undefined) {
    inspector.tab.value = tab;
    layout.show("inspector");
  } else if (target === "lesson" || target === "code" || target === "browser" || target === "inspector")
    layout.show(target);
}

// Waiting

/** Until `isSo`, which is asked again whenever a signal that it read changes, and now and then. Rejects when the learner stops the step. */
function until({ signal }: Run, isSo: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = () => {};
    const end = (settle: () => void) => {
      signal.removeEventListener("abort", abort);
      clearInterval(timer);
      // Not within the effect that is being run.
      queueMicrotask(() => stop());
      settle();
    };
    const abort = () => end(() => reject(new Stopped()));
    const look = () => {
      try {
        if (isSo()) end(resolve);
      } catch (error) {
        end(() => reject(error));
      }
    };
    const timer = setInterval(look, lookEvery);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
    else stop = effect(look);
  });
}
