/**
 * One open tab: a simulated server, the browsers that visit it, and the log of what happened.
 *
 *     ask ─▶ (an answer already given?) ─▶ jar ─▶ accept ─▶ slices of work … ─▶ jar ─▶ journal ─▶ answer
 *                                                     └─ after a second: "waiting"; a `result` notice follows
 *
 * It runs anywhere: clock, chance, storage and listeners are handed in. Work is done in slices of a few milliseconds, so that
 * Stop, ping and other requests are heard in between. Nothing is answered before it is stored together with the sessions it
 * changed.
 */
import { cookieHeader, storeCookies } from "../browser/index.ts";
import { read, write } from "../image/index.ts";
import {
  type Configuration,
  type Edit,
  type Project,
  removeFile,
  renameFile,
  SERVER_INI,
  stringifyConfiguration,
  writeFile,
} from "../project/index.ts";
import {
  type AnswerReference,
  type CommandBody,
  type Notice,
  type SessionAnswer,
  stringifyPreviewUrl,
  type WorkspaceId,
  type WorkspaceState,
} from "../protocol/index.ts";
import type { Library } from "../python/index.ts";
import {
  accept,
  answererOf,
  configure,
  createPageCache,
  type Environment,
  type Field,
  messagePage,
  provideModule,
  refuseModule,
  replaceProject,
  restart,
  runLive,
  type ServerResponse,
  stop,
  type Task,
} from "../server/index.ts";
import {
  appendEvent,
  type BrowserId,
  createTraceLog,
  eventsOf,
  type NewEvent,
  type RequestId,
  type TraceEvent,
  type TraceLog,
} from "../trace/index.ts";
import { Answers, type Question } from "./answers.ts";
import { closeBrowser, editJar, isClosed, openBrowser, type Refusal } from "./browsers.ts";
import { isVisitor } from "./crowd.ts";
import { CrowdGuide } from "./crowd-guide.ts";
import { authorize, logIn, noteStatus } from "./log-in.ts";
import { nextRandom } from "./random.ts";
import { editIni, iniStays, readSiteFiles, usableConfiguration } from "./server-ini.ts";
import { deleteSession, listSessions, readSession, writeSession } from "./session-answers.ts";
import type { Storage, StoredAnswer, StoredProject, StoredWorkspace } from "./storage.ts";
import { breathe, pause } from "./turns.ts";
import { viewWorkspace } from "./workspace-view.ts";
import { createWorld, jarOf, type PendingRequest, type World, worldCatalogue } from "./world.ts";

/** What a workspace needs of the world outside. */
export interface WorkspaceHost {
  base: string;
  storage: Storage;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Four random 32-bit words. */
  seed(): ArrayLike<number>;
  /** Tells the pages of the workspace. */
  notify(workspace: WorkspaceId, notice: UnsignedNotice): void;
  /** The standard modules brought so far; all workspaces of the worker share them. */
  library: Library;
  /** Brings the text of a standard module; rejects when it cannot be had. */
  fetchModule(name: string): Promise<string>;
  /** How long a navigation may take before the waiting page is shown, in milliseconds. */
  patience: number;
  /** How long a picture or a style sheet may take before it is given up. */
  partPatience: number;
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** A notice before the worker has put its boot and build ids on it. */
export type UnsignedNotice = Without<Notice, "bootId" | "buildId" | "workspace">;

/** A request of one of the browsers, as the worker got it. */
export interface Ask {
  browser: BrowserId;
  method: string;
  /** `http://localhost/…`, without fragment. */
  url: string;
  fields: Field[];
  body: Uint8Array;
  /** Asks for a document (as against a part of one). */
  isPage: boolean;
  /** The browser goes Back or Forward. */
  isHistory: boolean;
  /** The browser's name for the document that asks. */
  client?: string;
  /** The address names this stored answer. */
  answer?: AnswerReference;
}

export type Outcome =
  | { kind: "answer"; answer: StoredAnswer }
  /** Show the waiting page. */
  | { kind: "waiting"; request: RequestId }
  /** The browser went back to the answer of a form, and it is not kept any more. */
  | { kind: "gone" }
  /** The browser that asks was closed in the meantime. */
  | { kind: "closed" };

/** What a command came to. */
export type CommandResult = ({ ok: true; state: WorkspaceState } & SessionAnswer) | ({ ok: false } & Refusal);

/** Milliseconds within which an announced history navigation must have asked for its documents, should its end never be told. */
const HISTORY_WINDOW = 10_000;
/** Milliseconds of work between two breaths. */
const SLICE = 10;

export class Workspace {
  readonly id: WorkspaceId;
  readonly #host: WorkspaceHost;
  readonly #pages = createPageCache();
  /** Until when each browser's page requests count as history navigations, because the page said so. */
  readonly #historyUntil = new Map<BrowserId, number>();
  /** The requests whose answers that navigation is to show. */
  readonly #historyRequests = new Map<BrowserId, readonly RequestId[]>();
  #world: World;
  /** The text of `server.ini`. While a line of it is wrong the server follows an earlier one. */
  #ini: string;
  #log: TraceLog;
  #answers: Answers;
  #waiters = new Map<RequestId, (answer: StoredAnswer) => void>();
  #work: Promise<void> = Promise.resolve();
  /** False as soon as the work is over, so that whoever calls `#startWork` in the same moment is not overheard. */
  #isAtWork = false;
  /** The standard modules on their way, by name. */
  readonly #coming = new Map<string, Promise<void>>();
  #unsent: TraceEvent[] = [];
  #unsaved: TraceEvent[] = [];
  #isDirty = false;
  #saving: Promise<void> = Promise.resolve();
  #nextSave: Promise<void> | null = null;
  #imageProblem: string | null = null;
  readonly #crowd = new CrowdGuide({
    world: () => this.#world,
    environment: () => this.#environment(),
    events: () => eventsOf(this.#log),
    now: () => this.#host.now(),
    changed: () => {
      this.#isDirty = true;
    },
    save: () => void this.#save(),
  });

  constructor(id: WorkspaceId, host: WorkspaceHost, world: World, ini: string, stored?: StoredWorkspace) {
    this.id = id;
    this.#ini = ini;
    this.#host = host;
    this.#world = world;
    this.#answers = new Answers(stored?.answers);
    this.#log = createTraceLog();
    this.#log.kept = stored?.events ?? [];
    this.#log.nextSeq = (this.#log.kept.at(-1)?.seq ?? 0) + 1;
  }

  /** Answers a request, from memory or by running the page. Rejects only if we were wrong. */
  async ask(ask: Ask): Promise<Outcome> {
    const question = await questionOf(ask);
    if (isClosed(this.#world, ask.browser)) return { kind: "closed" };
    const known = this.#knownAnswer(ask, question);
    if (known !== null) {
      if (known.awaited) {
        this.#answers.markShown(known);
        void this.#save();
      }
      return { kind: "answer", answer: known };
    }
    // Going Back to the answer of a form whose answer is no longer kept: nothing may be sent a second time unasked.
    if (ask.isHistory && ask.method !== "GET") return { kind: "gone" };
    const repeated = this.#world.pending.find(({ client }) => client !== null && client === ask.client);
    const request = repeated?.id ?? this.#accept(ask, question);
    return this.#await(request, ask.isPage ? this.#host.patience : this.#host.partPatience, ask.isPage);
  }

  /** Does what a page asks. */
  async command(body: CommandBody): Promise<CommandResult> {
    const refusal = this.#obey(body);
    if (refusal !== null)
      return { ok: false, ...(typeof refusal === "string" ? { reason: refusal } : refusal) };
    this.#startWork();
    if (this.#unsaved.length > 0 || body.kind === "reset") await this.#save();
    this.#publish();
    const state = this.#view(body.kind === "open" ? eventsOf(this.#log) : []);
    return { ok: true, state, ...this.#answerAboutSessions(body) };
  }

  /** Resolves when no request is at work and what was to be stored is stored. */
  async settled(): Promise<void> {
    while (this.#isAtWork || this.#coming.size > 0) await Promise.all([this.#work, ...this.#coming.values()]);
    await (this.#nextSave ?? this.#saving);
  }

  /** Tells that the server has started, and stores the workspace for the first time. */
  async begin(): Promise<void> {
    const { server, persistent_session: persistent } = this.#project.configuration;
    this.#environment().emit({ kind: "server-started", server, persistent });
    await this.#save();
  }

  /** Goes on with what was under way when the last worker was stopped. */
  resume(): void {
    this.#startWork();
  }

  #knownAnswer(ask: Ask, question: Question): StoredAnswer | null {
    const isHistory =
      ask.isHistory || (ask.isPage && this.#host.now() < (this.#historyUntil.get(ask.browser) ?? 0));
    const named = ask.answer === undefined ? null : this.#answers.named(ask.answer);
    // NOT-HTTP: reloading the page of a slow POST shows its answer again, where a browser would offer to send it again.
    if (named !== null && (named.awaited || isHistory || named.method !== "GET")) return named;
    const repeated = ask.client === undefined ? null : this.#answers.ofClient(ask.client, question);
    if (repeated !== null) return repeated;
    if (!isHistory) return null;
    const shown = this.#historyRequests.get(ask.browser) ?? [];
    return this.#answers.ofRequests(shown, question) ?? this.#answers.latest(question);
  }

  #accept(ask: Ask, question: Question): RequestId {
    const world = this.#world;
    const id = world.nextRequest++;
    const { browser, url } = ask;
    const cookies = cookieHeader(jarOf(world, browser), url, this.#host.now());
    const sent = authorize(world, browser, ask.fields);
    const fields: Field[] = cookies.field === null ? sent : [...sent, ["Cookie", cookies.field]];
    const env = this.#environment();
    const task = accept(world.server, { id, browser, method: ask.method, url, fields, body: ask.body }, env);
    const who = answererOf(task);
    for (const cookie of cookies.sent) env.emit({ kind: "cookie-sent", ...who, ...cookie });
    for (const cookie of cookies.withheld) env.emit({ kind: "cookie-withheld", ...who, ...cookie });
    world.pending.push({ id, ...question, client: ask.client ?? null, waiting: false, abandoned: false });
    return id;
  }

  async #await(request: RequestId, patience: number, isPage: boolean): Promise<Outcome> {
    const answered = new Promise<StoredAnswer>((resolve) => this.#waiters.set(request, resolve));
    this.#startWork();
    const answer = await Promise.race([answered, pause(patience)]);
    if (answer !== null) return { kind: "answer", answer };
    const pending = this.#world.pending.find(({ id }) => id === request);
    // It was answered while the timer rang: its journal row is being written.
    if (pending === undefined) return { kind: "answer", answer: await answered };
    this.#waiters.delete(request);
    if (!isPage) return { kind: "answer", answer: await this.#giveUp(pending) };
    pending.waiting = true;
    this.#isDirty = true;
    await this.#save();
    this.#publish();
    return { kind: "waiting", request };
  }

  /** A part of a page that never came: its request goes on, the frame gets an answer. */
  async #giveUp(pending: PendingRequest): Promise<StoredAnswer> {
    const page = messagePage("Still at work", ["The server had not answered this request in time."]);
    return this.#storedAnswer(pending, serverError(503, "Service Unavailable", page));
  }

  #obey(body: CommandBody): Refusal | string | null {
    switch (body.kind) {
      case "open":
      case "ping":
      case "list-sessions":
      case "read-session":
        return null;
      case "delete-session":
        return this.#changeSession(
          deleteSession(this.#world, body),
          `You deleted the session ${body.session}.`,
        );
      case "write-session":
        return this.#changeSession(
          writeSession(this.#world, body, this.#host.now()),
          `You rewrote the file of the session ${body.session}.`,
        );
      case "visit-many":
        return this.#crowd.send(body);
      case "stop-visits":
        return this.#crowd.stop();
      case "history-navigation":
        this.#historyUntil.set(body.browser, body.phase === "begin" ? this.#host.now() + HISTORY_WINDOW : 0);
        this.#historyRequests.set(body.browser, body.requests ?? []);
        return null;
      case "open-browser":
        return openBrowser(this.#world, body.browser, this.#environment());
      case "close-browser":
        return closeBrowser(this.#world, body.browser, this.#environment(), this.#answers);
      case "set-cookie":
      case "delete-cookie":
      case "copy-cookie":
        return editJar(this.#world, body, this.#environment());
      case "log-in":
        return logIn(this.#world, body);
      case "write-file": {
        if (body.path === SERVER_INI) return this.#writeIni(body.content);
        const isNew = !this.#project.files.has(body.path);
        const edit = writeFile(this.#project, body.path, body.content);
        return this.#edit(edit, {
          kind: "file-changed",
          path: body.path,
          change: isNew ? "added" : "edited",
        });
      }
      case "rename-file":
        if (body.path === SERVER_INI || body.to === SERVER_INI) return iniStays;
        return this.#edit(renameFile(this.#project, body.path, body.to), {
          kind: "file-changed",
          path: body.to,
          change: "renamed",
        });
      case "delete-file":
        if (body.path === SERVER_INI) return iniStays;
        return this.#edit(removeFile(this.#project, body.path), {
          kind: "file-changed",
          path: body.path,
          change: "deleted",
        });
      case "configure": {
        const edit = editIni(this.#ini, body.changes);
        return edit.ok ? this.#writeIni(edit.text) : edit.reason;
      }
      case "restart-server":
        restart(this.#world.server, this.#environment());
        return null;
      case "reset":
        return this.#reset(body.files);
      case "stop-request":
        return this.#stop(body.request);
    }
  }

  get #project(): Project {
    return this.#world.server.site.project;
  }

  #edit(edit: Edit, event: NewEvent): string | null {
    if (!edit.ok) return edit.reason;
    if (edit.project === this.#project) return null;
    replaceProject(this.#world.server, edit.project);
    this.#environment().emit(event);
    return null;
  }

  /** Keeps the text; the server follows it unless a line is wrong. */
  #writeIni(text: string): string | null {
    if (text === this.#ini) return null;
    const refusal = this.#configure(usableConfiguration(text) ?? this.#project.configuration);
    if (refusal !== null) return refusal;
    this.#ini = text;
    this.#environment().emit({ kind: "file-changed", path: SERVER_INI, change: "edited" });
    return null;
  }

  #configure(configuration: Configuration): string | null {
    configure(this.#world.server, configuration, this.#environment());
    return null;
  }

  /** Back to the first day: given files and configuration, no cookies, no sessions. Numbers go on. */
  #reset(files: Record<string, string>): string | null {
    const site = readSiteFiles(files);
    if (!site.ok) return site.reason;
    const page = messagePage("The site was reset", ["This request was at work when the site was reset."]);
    for (const task of this.#world.server.tasks) {
      this.#finish(task, serverError(503, "Service Unavailable", page));
    }
    const { nextRequest, openedAt, browsers } = this.#world;
    this.#world = createWorld(site.project, this.#host.seed(), openedAt);
    this.#ini = site.ini;
    this.#world.nextRequest = nextRequest;
    for (const browser of browsers) jarOf(this.#world, browser);
    this.#world.browsers = browsers;
    this.#log.kept = [];
    this.#unsaved = [];
    this.#answers.clear();
    this.#environment().emit({ kind: "log", level: "info", message: "The site was reset." });
    return null;
  }

  #stop(request: RequestId): string | null {
    const task = this.#world.server.tasks.find(({ id }) => id === request);
    if (task === undefined) return `Request ${request} has already been answered.`;
    stop(this.#world.server, task, this.#environment());
    return null;
  }

  #answerAboutSessions(body: CommandBody): SessionAnswer {
    if (body.kind === "read-session") return readSession(this.#world, body);
    if (body.kind !== "list-sessions") return {};
    return { sessions: listSessions(this.#world, eventsOf(this.#log), body) };
  }

  /** What a learner does to a session by hand is told in the log, unless it was refused. */
  #changeSession(refusal: string | null, message: string): string | null {
    if (refusal === null) this.#environment().emit({ kind: "log", level: "info", message });
    return refusal;
  }

  /** Starts to work off the server's tasks, unless that is going on. */
  #startWork(): void {
    if (this.#isAtWork) return;
    this.#isAtWork = true;
    this.#work = this.#runSlices();
  }

  async #runSlices(): Promise<void> {
    try {
      for (;;) {
        const isWorking = this.#runSlice();
        this.#publish();
        if (!isWorking) return;
        await breathe();
      }
    } finally {
      this.#isAtWork = false;
    }
  }

  /** Works for some milliseconds; false when nothing is left to do, or nothing can be done before a module has come. */
  #runSlice(): boolean {
    const end = this.#host.now() + SLICE;
    for (;;) {
      this.#crowd.admit();
      const { finished, working, awaited } = this.#step();
      for (const { task, response } of finished) this.#finish(task, response);
      for (const name of awaited) this.#bringModule(name);
      if (!working && !this.#crowd.isDue) return false;
      if (this.#host.now() >= end) return true;
    }
  }

  /** Brings a standard module that requests wait for, unless it is on its way, and goes on with them. */
  #bringModule(name: string): void {
    if (this.#coming.has(name)) return;
    const bring = async () => {
      try {
        this.#host.library.add(name, await this.#host.fetchModule(name));
        provideModule(this.#world.server, name);
      } catch (error) {
        console.warn(error);
        refuseModule(this.#world.server, this.#environment(), name);
      }
      this.#coming.delete(name);
      this.#startWork();
    };
    this.#coming.set(name, bring());
  }

  /** One step of the server. A mistake of ours ends the requests under way, never the worker. */
  #step(): ReturnType<typeof runLive> {
    const { server } = this.#world;
    try {
      return runLive(server, this.#environment());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(error);
      const finished = server.tasks.map((task) => ({ task, response: brokenResponse(message) }));
      server.tasks = [];
      return { finished, working: false, awaited: [] };
    }
  }

  #finish(task: Task, response: ServerResponse): void {
    const world = this.#world;
    if (isVisitor(task.id)) this.#crowd.note(response);
    const pending = world.pending.find(({ id }) => id === task.id);
    if (pending === undefined) return;
    world.pending = world.pending.filter((other) => other !== pending);
    const answer = this.#storedAnswer(pending, response);
    if (!pending.abandoned) {
      this.#storeCookies(task, response);
      noteStatus(world, pending.browser, response.status);
      this.#answers.add(answer);
    }
    void this.#save().then(() => this.#deliver(pending, answer));
  }

  #storeCookies(task: Task, response: ServerResponse): void {
    const who = answererOf(task);
    const fields = response.fields
      .filter(([name]) => name.toLowerCase() === "set-cookie")
      .map(([, value]) => value);
    const jar = jarOf(this.#world, who.browser);
    const { emit } = this.#environment();
    for (const stored of storeCookies(jar, task.request.url, fields, this.#host.now(), who.request)) {
      const { field, name, value } = stored;
      const reason = stored.stored ? {} : { reason: stored.reason };
      emit({ kind: "set-cookie", ...who, name, value, field, stored: stored.stored, ...reason });
    }
  }

  #storedAnswer(pending: PendingRequest, response: ServerResponse): StoredAnswer {
    const { id: request, browser, method, url, bodyHash, client, waiting } = pending;
    const token = Math.floor(nextRandom(this.#world.random) * 2 ** 50).toString(36);
    const question = { request, browser, method, url, bodyHash, token, awaited: waiting };
    return { ...question, ...(client === null ? {} : { client }), ...response };
  }

  /** To whoever waits; to the pages, if the waiting page was shown. */
  #deliver(pending: PendingRequest, answer: StoredAnswer): void {
    this.#waiters.get(pending.id)?.(answer);
    this.#waiters.delete(pending.id);
    if (!pending.waiting || pending.abandoned) return;
    const { browser, url } = pending;
    const address = { workspace: this.id, browser, url };
    const { request, token } = answer;
    const waitingUrl = stringifyPreviewUrl(this.#host.base, address) ?? "";
    const resultUrl = stringifyPreviewUrl(this.#host.base, { ...address, answer: { request, token } }) ?? "";
    this.#host.notify(this.id, { kind: "result", request, waitingUrl, resultUrl });
  }

  /** The outside world of one step. */
  #environment(): Environment {
    const { random, openedAt } = this.#world;
    return {
      now: () => this.#host.now(),
      random: () => nextRandom(random),
      pages: this.#pages,
      library: this.#host.library,
      emit: (event) => {
        if (this.#crowd.hear(event)) return;
        const kept = appendEvent(this.#log, event, this.#host.now() - openedAt);
        this.#unsent.push(kept);
        this.#unsaved.push(kept);
        this.#isDirty = true;
      },
      recall: () => eventsOf(this.#log),
    };
  }

  #publish(): void {
    if (!this.#isDirty) return;
    const events = this.#unsent;
    this.#unsent = [];
    this.#isDirty = false;
    this.#host.notify(this.id, { kind: "update", events, state: this.#view([]) });
  }

  #view(events: TraceEvent[]): WorkspaceState {
    const problem = this.#imageProblem ?? this.#host.storage.problem();
    const state = viewWorkspace(this.#world, eventsOf(this.#log), this.#host.now());
    // Last, as a tab of the editor.
    const files = { ...state.files, [SERVER_INI]: this.#ini };
    return { ...state, files, events, ...(problem === null ? {} : { storageProblem: problem }) };
  }

  /** Stores the workspace as it is when its turn comes. Calls that wait for the same turn share it. */
  #save(): Promise<void> {
    this.#nextSave ??= this.#saving.then(() => {
      this.#nextSave = null;
      this.#saving = this.#commit();
      return this.#saving;
    });
    return this.#nextSave;
  }

  async #commit(): Promise<void> {
    const image = this.#writeImage();
    if (image === null) return;
    const events = this.#unsaved;
    this.#unsaved = [];
    const firstEvent = eventsOf(this.#log)[0]?.seq ?? this.#log.nextSeq;
    const project: StoredProject = {
      files: [...this.#project.files],
      configuration: this.#project.configuration,
      ini: this.#ini,
    };
    const changes = this.#answers.takeChanges();
    const stored = await this.#host.storage.commit(this.id, {
      image,
      project,
      events,
      firstEvent,
      ...changes,
    });
    if (stored) return;
    // The next commit, should it succeed, brings what this one could not.
    this.#unsaved = [...events, ...this.#unsaved].filter(({ seq }) => seq >= firstEvent);
    this.#answers.giveBack(changes);
  }

  #writeImage(): Uint8Array | null {
    try {
      return write(this.#world, worldCatalogue());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#imageProblem = `This site cannot be stored just now, so it lives in memory only (${reason})`;
      console.error(error);
      return null;
    }
  }
}

/** A new workspace with these files, or why they cannot be a site. */
export function createWorkspace(
  id: WorkspaceId,
  host: WorkspaceHost,
  files: Record<string, string>,
): { ok: true; workspace: Workspace } | { ok: false; reason: string } {
  const site = readSiteFiles(files);
  if (!site.ok) return site;
  const world = createWorld(site.project, host.seed(), host.now());
  return { ok: true, workspace: new Workspace(id, host, world, site.ini) };
}

/**
 * A workspace as it was stored. An image of an older version that cannot be read any more costs cookies and sessions, never
 * the learner's files.
 */
export function restoreWorkspace(id: WorkspaceId, host: WorkspaceHost, stored: StoredWorkspace): Workspace {
  const ini = stored.project.ini ?? stringifyConfiguration(stored.project.configuration);
  const result = read(stored.image, worldCatalogue());
  if (result.ok) return new Workspace(id, host, result.root as World, ini, stored);
  console.warn(`Failed to read the image of workspace ${id}: ${result.reason}`);
  const project = { files: new Map(stored.project.files), configuration: stored.project.configuration };
  const world = createWorld(project, host.seed(), host.now());
  world.nextRequest = 1 + Math.max(0, ...stored.answers.map(({ request }) => request));
  return new Workspace(id, host, world, ini, stored);
}

async function questionOf({ browser, method, url, body }: Ask): Promise<Question> {
  return { browser, method, url, bodyHash: body.length === 0 ? "" : await hashBody(body) };
}

async function hashBody(body: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(body));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function serverError(status: number, statusText: string, page: string): ServerResponse {
  const fields: Field[] = [["Content-Type", "text/html; charset=utf-8"]];
  return { status, statusText, fields, body: new TextEncoder().encode(page) };
}

function brokenResponse(message: string): ServerResponse {
  const page = messagePage("Biscuiterie made a mistake", [
    "The simulated server stopped at an error of its own, not of your page. Reload to try again.",
    message,
  ]);
  return serverError(500, "Internal Server Error", page);
}
