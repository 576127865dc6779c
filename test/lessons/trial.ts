/**
 * Carries out the actions of a lesson on a site with the worker's own handlers, commands and jars, as a learner with real browsers would:
 * each browser shows a page, asks for its frames at once, and swaps in the answer to a request that was held.
 *
 *     const trial = await openTrial(lesson.site.en);
 *     for (const action of walk) await trial.carryOut(action);
 *     checkGoal(check, trial.facts())
 *
 * It waits for answers, states and notices, never for a time.
 */
import { homePage } from "../../src/app/models/home-page.ts";
import { type Action, type Fact, readFacts } from "../../src/lessons/index.ts";
import { SERVER_INI } from "../../src/project/index.ts";
import type { CommandBody, CookieView, WorkspaceState } from "../../src/protocol/index.ts";
import { parsePreviewUrl, simulatedOrigin } from "../../src/protocol/index.ts";
import { parseMarker } from "../../src/protocol/marker.ts";
import { openSite, type TestSite } from "../../src/worker/test-site.ts";
import { libraryWithSqlite } from "../sqlite-library.ts";
import {
  documentsOf,
  fillForm,
  findLink,
  frameAddresses,
  type Sending,
  type ShownPage,
} from "./shown-page.ts";

export interface Trial {
  /** Does what a learner does, and waits for all that comes of it. Throws with a sentence if it cannot be done. */
  carryOut(action: Action): Promise<void>;
  /** What happened so far and what is so now. */
  facts(): Promise<Fact[]>;
}

/** Opens `site` with browser A showing its home page, as the app begins; `solution` is what `solve` puts in its place. */
export async function openTrial(
  site: Readonly<Record<string, string>>,
  solution: Readonly<Record<string, string>> | null = null,
): Promise<Trial> {
  const running = new RunningTrial(await openSite({ ...site }, { library: await library }), solution);
  await running.begin("A");
  return running;
}

const base = "/app/";
const library = libraryWithSqlite();

class RunningTrial implements Trial {
  readonly #site: TestSite;
  readonly #solution: Readonly<Record<string, string>> | null;
  readonly #shown = new Map<string, ShownPage>();

  constructor(site: TestSite, solution: Readonly<Record<string, string>> | null) {
    this.#site = site;
    this.#solution = solution;
  }

  async facts(): Promise<Fact[]> {
    const state = await this.#state();
    return readFacts(this.#site.events(), state);
  }

  /** A browser that was just opened goes to the page that the app has for it, if there is one. */
  async begin(browser: string): Promise<void> {
    const { files } = await this.#state();
    const pages = Object.keys(files).filter((path) => path !== SERVER_INI);
    const home = homePage(pages, true);
    if (home !== null) await this.#go(browser, this.#address(browser, home));
    await this.#settle();
  }

  async carryOut(action: Action): Promise<void> {
    await this.#do(action);
    await this.#settle();
  }

  async #do(action: Action): Promise<void> {
    switch (action.kind) {
      case "visit":
        // One that is not open yet begins with this page.
        await this.#command({ kind: "open-browser", browser: action.browser });
        return this.#go(action.browser, this.#address(action.browser, action.path));
      case "submit":
        return this.#submit(action);
      case "follow":
        return this.#follow(action);
      case "visit-frames":
        return this.#visitFrames(action);
      case "configure":
        return this.#command({ kind: "configure", changes: action.changes });
      case "restart":
        return this.#command({ kind: "restart-server" });
      case "open-browser":
        return this.#open(action.browser);
      case "close-browser":
        this.#shown.delete(action.browser);
        return this.#command({ kind: "close-browser", browser: action.browser });
      case "set-cookie":
      case "delete-cookie":
      case "copy-cookie":
        return this.#changeJar(action);
      case "crowd":
        await this.#command({ kind: "visit-many", count: action.count, path: action.path });
        await this.#until(({ crowd }) => crowd?.state !== "running");
        return;
      case "hold":
        return this.#command({ kind: "hold", on: action.on });
      case "move":
        return this.#move(action);
      case "run-all":
        return this.#command({ kind: "race-run-all" });
      case "explore":
        return this.#explore(action);
      case "show":
        return;
      case "open-file": {
        const { files } = await this.#state();
        if (files[action.path] === undefined) throw new Error(`There is no file ${action.path}.`);
        return;
      }
      case "solve":
        return this.#solve();
    }
  }

  // Pages

  #address(browser: string, path: string): string {
    return this.#site.address(path, browser);
  }

  async #open(browser: string): Promise<void> {
    const { browsers } = await this.#state();
    if (browsers.some(({ id }) => id === browser)) return;
    await this.#command({ kind: "open-browser", browser });
    await this.begin(browser);
  }

  async #go(browser: string, url: string, init?: RequestInit): Promise<void> {
    this.#shown.set(browser, await this.#fetchPage(url, init));
  }

  /** The page at `url`, and at once all of its frames. */
  async #fetchPage(url: string, init?: RequestInit): Promise<ShownPage> {
    const response = await fetch(url, init);
    const isHtml = response.headers.get("content-type")?.startsWith("text/html") === true;
    const text = await response.text();
    const page: ShownPage = { url: response.url || url, html: isHtml ? text : "", frames: [] };
    await this.#fetchFrames(page);
    return page;
  }

  async #fetchFrames(page: ShownPage): Promise<void> {
    page.frames = await Promise.all(frameAddresses(page).map((address) => this.#fetchPage(address)));
  }

  #documents(browser: string): ShownPage[] {
    const page = this.#shown.get(browser);
    if (page === undefined) throw new Error(`Browser ${browser} shows no page.`);
    return documentsOf(page);
  }

  async #submit({ browser, fields, to }: Action & { kind: "submit" }): Promise<void> {
    const isWanted = (address: string) => to === undefined || pathOf(address) === to;
    const pages = this.#documents(browser);
    const found = firstOf(pages, (page) => fillForm(page, fields, isWanted));
    if (found === undefined)
      throw new Error(
        `The page that browser ${browser} shows has no form${to === undefined ? "" : ` to ${to}`}.`,
      );
    await this.#replace(browser, found.page, found.value);
  }

  async #follow({ browser, to }: Action & { kind: "follow" }): Promise<void> {
    const found = firstOf(this.#documents(browser), (page) =>
      findLink(page, (address) => (to.includes("?") ? targetOf(address) : pathOf(address)) === to),
    );
    if (found === undefined) throw new Error(`The page that browser ${browser} shows has no link to ${to}.`);
    await this.#replace(browser, found.page, {
      url: found.value,
      method: "GET",
      body: new URLSearchParams(),
    });
  }

  /** A link or a form leads the document in which it stands elsewhere, not the others. */
  async #replace(browser: string, page: ShownPage, { url, method, body }: Sending): Promise<void> {
    const next = await this.#fetchPage(url, method === "POST" ? { method, body } : {});
    const outer = this.#documents(browser).find(({ frames }) => frames.includes(page));
    if (outer === undefined) this.#shown.set(browser, next);
    else outer.frames[outer.frames.indexOf(page)] = next;
  }

  async #visitFrames({ browser, path, frames }: Action & { kind: "visit-frames" }): Promise<void> {
    await this.#do({ kind: "visit", path, browser });
    const page = this.#shown.get(browser);
    const waiting = page === undefined ? undefined : waitingFor(page);
    if (waiting !== undefined) {
      await this.#command({ kind: "race-move", request: waiting, length: "end" });
      await this.#settle();
    }
    const asked = (this.#shown.get(browser)?.frames ?? []).map(({ url }) => targetOf(url));
    const missing = frames.filter((frame) => !asked.includes(frame));
    if (missing.length > 0)
      throw new Error(`${path} has no frame ${missing.join(", ")}, only: ${asked.join(", ") || "none"}.`);
  }

  // The server and the jars

  async #changeJar(action: Action & { kind: "set-cookie" | "delete-cookie" | "copy-cookie" }): Promise<void> {
    const { browser } = action;
    const { browsers } = await this.#state();
    const cookies = browsers.find(({ id }) => id === browser)?.cookies ?? [];
    const named = cookies.find(({ name }) => name === action.name);
    if (action.kind === "set-cookie") {
      const { name, value } = action;
      const cookie = { name, value, path: "/", httpOnly: false, secure: false };
      const was = named === undefined ? {} : { was: keyOf(named) };
      return this.#command({
        kind: "set-cookie",
        browser,
        cookie: { ...cookie, path: named?.path ?? "/" },
        ...was,
      });
    }
    if (action.name !== undefined && named === undefined)
      throw new Error(`Browser ${browser} has no cookie ${action.name}.`);
    if (action.kind === "delete-cookie")
      return this.#command({
        kind: "delete-cookie",
        browser,
        ...(named !== undefined && { cookie: keyOf(named) }),
      });
    await this.#open(action.to);
    if (named !== undefined)
      await this.#command({ kind: "copy-cookie", browser, cookie: keyOf(named), to: action.to });
  }

  async #move({ lane, length }: Action & { kind: "move" }): Promise<void> {
    const { race } = await this.#state();
    const found = race.lanes.find((candidate) => candidate.lane === lane);
    if (found === undefined) throw new Error(`There is no lane ${lane}, only ${race.lanes.length}.`);
    await this.#command({ kind: "race-move", request: found.request, length });
  }

  async #explore({ browser, pages }: Action & { kind: "explore" }): Promise<void> {
    await this.#open(browser);
    await this.#command({
      kind: "explore",
      from: pages.length === 0 ? { kind: "held" } : { kind: "pages", browser, urls: [...pages] },
    });
    const { race } = await this.#until(({ race }) => race.exploration?.state !== "running");
    if (race.exploration?.problem !== undefined) throw new Error(race.exploration.problem);
  }

  async #solve(): Promise<void> {
    if (this.#solution === null) throw new Error("This lesson has no solution.");
    const { files } = await this.#state();
    for (const path of Object.keys(files))
      if (this.#solution[path] === undefined) await this.#command({ kind: "delete-file", path });
    for (const [path, content] of Object.entries(this.#solution))
      await this.#command({ kind: "write-file", path, content });
  }

  // Waiting

  async #command(body: CommandBody): Promise<void> {
    const result = await this.#site.command(body);
    if (!result.ok) throw new Error(result.reason);
  }

  async #state(): Promise<WorkspaceState> {
    const result = await this.#site.command({ kind: "ping" });
    if (!result.ok) throw new Error(result.reason);
    return result.state;
  }

  async #until(isSo: (state: WorkspaceState) => boolean): Promise<WorkspaceState> {
    for (;;) {
      const state = await this.#state();
      if (isSo(state)) return state;
      await turn();
    }
  }

  /** Until nothing is at work but what is held, and every page that was waited for is shown. */
  async #settle(): Promise<void> {
    for (;;) {
      const { running } = await this.#until(isStill);
      const arrived = [...this.#shown.values()].flatMap(documentsOf).filter((page) => {
        const request = waitingFor(page);
        return request !== undefined && running.every(({ id }) => id !== request);
      });
      if (arrived.length === 0) return;
      for (const page of arrived) await this.#swap(page);
    }
  }

  /** Shows the answer in the place of the waiting page. */
  async #swap(page: ShownPage): Promise<void> {
    const request = waitingFor(page);
    const wasDropped = (state: WorkspaceState) =>
      state.race.lanes.some((lane) => lane.request === request && lane.state === "dropped");
    for (;;) {
      const notice = this.#site.notices.find(
        (notice) => notice.kind === "result" && notice.request === request,
      );
      if (notice?.kind === "result") {
        Object.assign(page, await this.#fetchPage(new URL(notice.resultUrl, page.url).href));
        return;
      }
      if (wasDropped(await this.#state())) {
        page.html = "";
        return;
      }
      await turn();
    }
  }
}

/** The turn of whatever else is to be done. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isStill({ running, race }: WorkspaceState): boolean {
  if (race.moving !== undefined) return false;
  const held = race.lanes.filter(({ state }) => state === "ready" || state === "blocked");
  return running.every(({ id }) => race.holding && held.some(({ request }) => request === id));
}

function waitingFor({ html }: ShownPage): number | undefined {
  const marker = parseMarker(/^<!--(.*?)-->/.exec(html)?.[1] ?? "");
  return marker?.kind === "waiting" ? marker.request : undefined;
}

/** The path with its query, as pages know it. */
function targetOf(address: string): string {
  return parsePreviewUrl(base, address)?.url.slice(simulatedOrigin.length) ?? address;
}

function pathOf(address: string): string {
  return decodeURIComponent(new URL(targetOf(address), simulatedOrigin).pathname);
}

function keyOf({ name, domain, path }: CookieView) {
  return { name, domain, path };
}

function firstOf<Value>(
  pages: readonly ShownPage[],
  find: (page: ShownPage) => Value | undefined,
): { page: ShownPage; value: Value } | undefined {
  for (const page of pages) {
    const value = find(page);
    if (value !== undefined) return { page, value };
  }
  return undefined;
}
