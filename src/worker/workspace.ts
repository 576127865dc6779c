/**
 * One open tab: a simulated server, the browsers that visit it, and the log of what happened.
 *
 *     ask ─▶ (an answer already given?) ─▶ jar ─▶ accept ─▶ slices of work … ─▶ jar ─▶ journal ─▶ answer
 *                                                     └─ after a second, or held: "waiting"; a `result` notice follows
 *
 * It runs anywhere: clock, chance, storage and listeners are handed in. Work is done in slices (`work.ts`). Nothing is shown before it is stored together with the sessions it
 * changed.
 */
import { cookieHeader } from "../browser/index.ts";
import { SERVER_INI } from "../project/index.ts";
import {
  type AnswerReference,
  type CommandBody,
  type Notice,
  noRace,
  type RaceView,
  type SentFiles,
  type SessionAnswer,
  type WorkAnswer,
  type WorkFacts,
  type WorkspaceId,
  type WorkspaceState,
} from "../protocol/index.ts";
import type { Library, PyCode } from "../python/index.ts";
import {
  accept,
  announceStart,
  answererOf,
  createPageCache,
  type Environment,
  type Field,
  hasAllPages,
  messagePage,
  nextRandom,
  type PageCache,
  pageResponse,
  type ServerResponse,
  type Task,
} from "../server/index.ts";
import {
  appendEvent,
  type BrowserId,
  eventsOf,
  type RequestId,
  type TraceEvent,
  type TraceLog,
} from "../trace/index.ts";
import { type Answers, type Question, questionOf, storedAnswer } from "./answers.ts";
import type { Refusal } from "./browsers.ts";
import type { CommandContext, obey } from "./commands.ts";
import { isVisitor } from "./crowd.ts";
import type { CrowdGuide, CrowdPlace } from "./crowd-guide.ts";
import { HistoryJourneys } from "./history-journeys.ts";
import { type Holdings, Keeper, newHoldings } from "./keeper.ts";
import { authorize, noteStatus } from "./log-in.ts";
import type { isLabCommand } from "./race/commands.ts";
import { beginRace, endLane, holdTask, laneOf } from "./race/held.ts";
import type { RaceLab } from "./race/lab.ts";
import type { LabPlace } from "./race/lab-place.ts";
import { endWayBack } from "./race/moments.ts";
import type { DeskPlace, RaceDesk } from "./race/race-desk.ts";
import type { AnswerPlace } from "./race/step-back.ts";
import type { StretchRecorder } from "./race/stretches.ts";
import { receiveCookies } from "./received-cookies.ts";
import { readSiteFiles } from "./server-ini.ts";
import type { answerAboutSessions } from "./session-answers.ts";
import type { Storage, StoredAnswer } from "./storage.ts";
import { Teller } from "./teller.ts";
import { inTime } from "./turns.ts";
import { type Waiter, Waiters } from "./waiters.ts";
import { brokenResponse, Work, type WorkPlace } from "./work.ts";
import type { WorkRow } from "./works/rows.ts";
import type { isVersionCommand, Versions } from "./works/versions.ts";
import { viewWorkspace } from "./workspace-view.ts";
import { createWorld, isClosed, jarOf, type PendingRequest, type World } from "./world.ts";

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
  /** The code of pages that needs no compiler, by the names that a page cache has for them. */
  compiled?: ReadonlyMap<string, PyCode>;
  /** Brings the text of a standard module; rejects when it cannot be had. */
  fetchModule(name: string): Promise<string>;
  /** How long a navigation may take before the waiting page is shown, in milliseconds. */
  patience: number;
  /** How long a picture or a style sheet may take before it is given up. */
  partPatience: number;
  /** How long a request that comes alone waits for others, where they could be at work together. */
  gather: number;
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

/** Where `stored` is given, nothing of it may be seen before that has come. */
export type Outcome =
  | { kind: "answer"; answer: StoredAnswer; stored?: Promise<void> }
  /** Show the waiting page; `held`: it waits for the learner. */
  | { kind: "waiting"; request: RequestId; held: boolean; stored: Promise<void> }
  /** The browser went back to the answer of a form, and it is not kept any more. */
  | { kind: "gone" }
  /** The browser that asks was closed in the meantime. */
  | { kind: "closed" };

/** What a command came to. */
export type CommandResult =
  | ({ ok: true; state: WorkspaceState } & SessionAnswer & WorkAnswer)
  | ({ ok: false } & Refusal);

/** What a new workspace begins with besides its files. */
export type Beginning = Pick<CommandBody & { kind: "open" }, "work" | "carried">;

/** Commands that change the world without an event. */
const storedUnsaid: ReadonlySet<CommandBody["kind"]> = new Set([
  "reset",
  "hold",
  "log-in",
  "visit-many",
  "stop-visits",
  "begin-again",
  "replace-files",
  "restore-version",
]);
/** Those after which the page needs the whole log. */
const tellingAll: ReadonlySet<CommandBody["kind"]> = new Set([
  "open",
  "reset",
  "begin-again",
  "restore-version",
]);
/**
 * Moves are told before they are stored, as the notice of them is, and those that follow each other closely are stored together: stopped in
 * between, a worker comes back to an earlier one.
 */
const storedLater: ReadonlySet<CommandBody["kind"]> = new Set(["race-move", "race-run-all"]);

/** What the late part of the worker does for one workspace. */
interface LatePart {
  answerAboutSessions: typeof answerAboutSessions;
  obey: typeof obey;
  crowd: CrowdGuide;
  recorder: StretchRecorder;
  isLabCommand: typeof isLabCommand;
  desk: RaceDesk;
  versions: Versions;
  isVersionCommand: typeof isVersionCommand;
}

/** Milliseconds that the reply to a command waits for a move to be made. A longer one is told as it goes on. */
const MOVE_PATIENCE = 50;

export class Workspace {
  readonly id: WorkspaceId;
  readonly #host: WorkspaceHost;
  readonly #pages: PageCache;
  readonly #journeys = new HistoryJourneys();
  readonly #holdings: Holdings;
  readonly #keeper: Keeper;
  readonly #waiters = new Waiters<StoredAnswer>();
  /** The answers that are on their way to storage, by their requests. */
  readonly #storing = new Map<RequestId, Promise<void>>();
  readonly #work: Work;
  readonly #teller: Teller;
  /** Of the newest state that was told. It begins with the clock: a page that knew an earlier run of the worker knows lesser ones. */
  #revision: number;
  /** Made when the late part of the worker has come. */
  #late: LatePart | null = null;
  /** Made when something is first asked of it. */
  #lab: RaceLab | null = null;

  constructor(id: WorkspaceId, host: WorkspaceHost, holdings: Holdings) {
    this.id = id;
    this.#host = host;
    this.#pages = createPageCache(host.compiled);
    this.#revision = host.now();
    this.#holdings = holdings;
    this.#keeper = new Keeper(id, host.storage, holdings, () => void this.#explainRefusal());
    this.#teller = new Teller(id, host, () => this.#view([]));
    this.#work = new Work(this.#workPlace());
  }

  /** Answers a request, from memory or by running the page. Rejects only if we were wrong. */
  async ask(ask: Ask): Promise<Outcome> {
    const question = await questionOf(ask);
    if (isClosed(this.#seen, ask.browser)) return { kind: "closed" };
    const again = this.#pendingAnswer(ask);
    if (again !== undefined) return this.#await(again.id, ask);
    const known = this.#knownAnswer(ask, question);
    if (known !== null) {
      if (known.awaited) {
        this.#answers.markShown(known);
        this.#keeper.saveSoon();
      }
      const stored = this.#storing.get(known.request);
      return { kind: "answer", answer: known, ...(stored !== undefined && { stored }) };
    }
    // Going Back to the answer of a form whose answer is no longer kept: nothing may be sent a second time unasked.
    if (ask.isHistory && ask.method !== "GET") return { kind: "gone" };
    const repeated = this.#world.pending.find(({ client }) => client !== null && client === ask.client);
    const request = repeated?.id ?? this.#accept(ask, question);
    return this.#await(request, ask);
  }

  /** Does what a page asks; stored before anything comes of it, and so before anybody hears of it. */
  async command(body: CommandBody): Promise<CommandResult> {
    const late = body.kind === "open" || body.kind === "ping" ? null : await this.#bringLatePart();
    if (late?.isLabCommand(body)) await this.#bringLab();
    const asked = late?.isVersionCommand(body) ? body : null;
    if (asked !== null) await late?.versions.prepare(asked);
    if (asked?.kind === "restore-version") await import("./natives.ts");
    const refusal = late === null ? null : this.#obey(body, late);
    if (refusal !== null)
      return { ok: false, ...(typeof refusal === "string" ? { reason: refusal } : refusal) };
    const isStored = !storedLater.has(body.kind);
    if (isStored && (this.#keeper.hasNews || storedUnsaid.has(body.kind))) await this.#keeper.save();
    this.#work.start();
    if (this.#late?.desk.mover.moving !== undefined) await inTime(this.#work.pause, MOVE_PATIENCE);
    if (isStored && this.#keeper.hasNews) await this.#keeper.save();
    this.#teller.publish();
    const state = tellingAll.has(body.kind) ? this.#view(eventsOf(this.#log)) : this.#teller.state();
    const answer =
      asked === null ? late?.answerAboutSessions(this.#seen, this.#log, body) : late?.versions.answer(asked);
    return { ok: true, state, ...answer };
  }

  /** Is it shown inside a page of another site? */
  get isEmbedded(): boolean {
    return this.#holdings.work?.embedded === true;
  }

  /** What the work is, from now on. */
  rename(work: WorkRow): void {
    this.#holdings.work = work;
    this.#teller.note();
    this.#teller.publish();
  }

  /** Tells something in the log. */
  async say(message: string): Promise<void> {
    this.#environment().emit({ kind: "log", level: "info", message });
    await this.#keeper.save();
    this.#teller.publish();
  }

  /** It is deleted: nothing of it is stored any more. */
  end(): void {
    this.#keeper.end();
  }

  async #explainRefusal(): Promise<void> {
    const { explainRefusal } = await import("./late.ts");
    explainRefusal(this.#seen);
  }

  #obey(body: CommandBody, late: LatePart): Refusal | string | null {
    const { recorder, desk, versions } = late;
    const { processes } = this.#seen.server;
    const before = versions.site();
    const refusal = late.obey(body, this.#commandContext(late));
    if (refusal === null) {
      recorder.noteCommand(body);
      desk.noteCommand(body, processes);
      versions.noteCommand(body, before);
    }
    this.#teller.forget();
    return refusal;
  }

  async #bringLatePart(): Promise<LatePart> {
    if (this.#late !== null) return this.#late;
    const part = await import("./late.ts");
    const { answerAboutSessions, isLabCommand, isVersionCommand, obey } = part;
    const { CrowdGuide, StretchRecorder, RaceDesk, Versions } = part;
    this.#late ??= {
      answerAboutSessions,
      isLabCommand,
      isVersionCommand,
      obey,
      crowd: new CrowdGuide(this.#crowdPlace()),
      recorder: new StretchRecorder({
        world: () => this.#world,
        events: () => eventsOf(this.#log),
        now: () => this.#now(),
      }),
      desk: new RaceDesk(this.#deskPlace()),
      versions: new Versions({
        id: this.id,
        storage: this.#host.storage,
        holdings: this.#holdings,
        keeper: this.#keeper,
        now: () => this.#host.now(),
      }),
    };
    return this.#late;
  }

  async #bringLab(): Promise<void> {
    const { RaceLab } = await import("./race/lab.ts");
    this.#lab ??= new RaceLab(this.#labPlace());
  }

  /** Resolves when no request is at work and what was to be stored is stored. */
  async settled(): Promise<void> {
    await this.#work.settled();
    await this.rested();
  }

  /** Resolves when the race lab is not at work and what was to be stored is stored. */
  async rested(): Promise<void> {
    await this.#lab?.settled();
    await this.#late?.versions.settled();
    await this.#keeper.settled();
  }

  /**
   * Tells that the server has started, and stores the workspace for the first time. Requests that can be at work together are
   * recorded from the first one on; that, pickles and the compiler belong to the late part.
   */
  async begin({ work, carried }: Beginning): Promise<void> {
    const { site } = this.#world.server;
    const { server, persistent_session: persistent } = site.project.configuration;
    const isCompiled = hasAllPages(this.#pages, site);
    if (server !== "monoprocess" || persistent || !isCompiled) await this.#bringLatePart();
    if (work !== undefined) {
      const row: WorkRow = { ...work, workspace: this.id, id: 0, created: this.#host.now() };
      this.#holdings.work = row;
      this.#keeper.noteRows([{ store: "works", put: row }]);
    }
    announceStart(this.#world.server, this.#environment());
    if (carried !== undefined) {
      const { carry } = await import("./late.ts");
      carry(this.#world, carried, this.#environment());
    }
    await this.#keeper.save();
  }

  /** Goes on with what was under way when the last worker was stopped: that may be a race, or a crowd. */
  async resume(): Promise<void> {
    const { loss: message } = this.#holdings;
    if (message !== null) this.#environment().emit({ kind: "log", level: "error", message });
    this.#holdings.loss = null;
    await this.#bringLatePart();
    this.#work.start();
  }

  /** The request whose answer `ask` names, while it is not there: not yet, or not any more. */
  #pendingAnswer({ answer }: Ask): PendingRequest | undefined {
    return this.#seen.pending.find(({ id, token }) => id === answer?.request && token === answer.token);
  }

  #knownAnswer(ask: Ask, question: Question): StoredAnswer | null {
    const isHistory =
      ask.isHistory || (ask.isPage && this.#journeys.isUnderWay(ask.browser, this.#host.now()));
    const named = ask.answer === undefined ? null : this.#answers.named(ask.answer);
    // NOT-HTTP: reloading the page of a slow POST shows its answer again, where a browser would offer to send it again.
    if (named !== null && (named.awaited || isHistory || named.method !== "GET")) return named;
    const repeated = ask.client === undefined ? null : this.#answers.ofClient(ask.client, question);
    if (repeated !== null) return repeated;
    if (!isHistory) return null;
    const shown = this.#journeys.requestsOf(ask.browser);
    return this.#answers.ofRequests(shown, question) ?? this.#answers.latest(question);
  }

  #accept(ask: Ask, question: Question): RequestId {
    const world = this.#world;
    this.#meetRace();
    const id = world.nextRequest++;
    const { browser, url } = ask;
    const cookies = cookieHeader(jarOf(world, browser), url, this.#now());
    const sent = authorize(world, browser, ask.fields);
    const fields: Field[] = cookies.field === null ? sent : [...sent, ["Cookie", cookies.field]];
    const watched = this.#late?.recorder.watch(this.#environment());
    const env = watched?.env ?? this.#environment();
    const task = accept(world.server, { id, browser, method: ask.method, url, fields, body: ask.body }, env);
    const who = answererOf(task);
    for (const cookie of cookies.sent) env.emit({ kind: "cookie-sent", ...who, ...cookie });
    for (const cookie of cookies.withheld) env.emit({ kind: "cookie-withheld", ...who, ...cookie });
    const isHeld = world.race.holding;
    const token = Math.floor(nextRandom(world.random) * 2 ** 50).toString(36);
    const { client = null } = ask;
    const waiting = isHeld && ask.isPage;
    world.pending.push({ id, ...question, client, token, waiting, abandoned: false });
    if (isHeld) holdTask(world.race, task, waiting);
    if (watched !== undefined) this.#late?.recorder.arrived(task, watched);
    return id;
  }

  /** Before a request arrives: it may begin a race, or go on live and so end the way back. */
  #meetRace(): void {
    const { race } = this.#world;
    const start = { now: this.#host.now(), nextEvent: this.#log.nextSeq };
    if (!race.holding) endWayBack(this.#holdings, "changed");
    else if (beginRace(race, start) && this.#holdings.moments.count === 0) race.backEnd = "start";
  }

  async #await(request: RequestId, ask: Ask): Promise<Outcome> {
    const waiter = this.#waiters.wait(request);
    this.#work.start();
    const held = this.#isHeld(request);
    const answer = held && ask.isPage ? null : await this.#beforePatienceEnds(waiter, ask);
    const pending = this.#world.pending.find(({ id }) => id === request);
    if (answer === null && pending !== undefined) {
      waiter.leave();
      return ask.isPage ? this.#showWaiting(pending, held) : this.#giveUp(pending);
    }
    // It was answered while the timer rang: its journal row is being written.
    const given = answer ?? (await waiter.answered);
    if (given !== undefined) return { kind: "answer", answer: given };
    return { kind: isClosed(this.#world, ask.browser) ? "closed" : "gone" };
  }

  #isHeld(request: RequestId): boolean {
    return this.#world.server.tasks.some(({ id, held }) => held && id === request);
  }

  /** The answer, if it comes in time; null otherwise, and undefined when there will never be one. */
  #beforePatienceEnds({ answered }: Waiter<StoredAnswer>, { isPage }: Ask) {
    const { patience, partPatience } = this.#host;
    return inTime(answered, isPage ? patience : partPatience);
  }

  #showWaiting(pending: PendingRequest, held: boolean): Outcome {
    // Of a held request that was told when it came.
    if (!pending.waiting) this.#teller.note();
    pending.waiting = true;
    const stored = this.#keeper.save().then(() => this.#teller.publish());
    return { kind: "waiting", request: pending.id, held, stored };
  }

  /** A part of a page that never came: its request goes on, the frame gets an answer. */
  async #giveUp(pending: PendingRequest): Promise<Outcome> {
    const lane = laneOf(this.#world.race, pending.id);
    if (lane !== undefined) {
      lane.abandoned = true;
      this.#teller.note();
      this.#teller.publish();
    }
    const page = messagePage("Still at work", ["The server had not answered this request in time."]);
    return { kind: "answer", answer: storedAnswer(pending, pageResponse(503, page)) };
  }

  /** What a command may touch. */
  #commandContext({ crowd, desk, versions }: LatePart): CommandContext {
    return {
      versions,
      lab: this.#lab,
      crowd,
      holdings: this.#holdings,
      beginAnew: (events) => {
        this.#keeper.beginAnew(events);
        this.#teller.beginAnew();
      },
      takenBack: (answers) => this.#takeBack(answers),
      journeys: this.#journeys,
      environment: () => this.#environment(),
      seed: () => this.#host.seed(),
      finish: (task, response) => this.#finish(task, response),
      desk,
      neverAnswered: (request) => this.#waiters.tell(request),
    };
  }

  #workPlace(): WorkPlace {
    return {
      host: this.#host,
      world: () => this.#world,
      seen: () => this.#seen,
      environment: () => this.#environment(),
      helpers: () => this.#late,
      finish: (task, response) => this.#finish(task, response),
      publish: () => this.#teller.publish(),
    };
  }

  /** What leading a crowd needs. */
  #crowdPlace(): CrowdPlace {
    return {
      world: () => this.#world,
      seen: () => this.#seen,
      environment: () => this.#environment(),
      events: () => eventsOf(this.#log),
      now: () => this.#host.now(),
      changed: () => {
        this.#teller.note();
      },
      save: () => void this.#keeper.save(),
    };
  }

  /** What moving held requests, and taking moves back, needs. */
  #deskPlace(): DeskPlace {
    return {
      holdings: this.#holdings,
      environment: () => this.#environment(),
      finish: (task, response) => this.#finish(task, response),
      giveUp: (task, error) => this.#finish(task, brokenResponse(error)),
      moved: () => {
        this.#teller.note();
        this.#keeper.saveSoon();
      },
      neverAnswered: (request) => this.#waiters.tell(request),
      takenBack: (answers) => this.#takeBack(answers),
    };
  }

  #takeBack(answers: readonly AnswerPlace[]): void {
    void this.#keeper.save().then(() => {
      this.#teller.publish();
      for (const place of answers) this.#teller.tellAnswer("taken-back", place);
    });
  }

  get #world(): World {
    return this.#holdings.world;
  }

  /** The world, where nothing is changed: see `Holdings`. */
  get #seen(): World {
    return this.#holdings.seen;
  }

  get #log(): TraceLog {
    return this.#holdings.log;
  }

  get #answers(): Answers {
    return this.#holdings.answers;
  }

  /** What the race lab needs: copies of this world, and somebody to tell. */
  #labPlace(): LabPlace {
    const { library } = this.#host;
    return {
      holdings: this.#holdings,
      now: () => this.#host.now(),
      stretches: () => this.#late?.recorder.stretches ?? [],
      seed: () => this.#host.seed(),
      pages: this.#pages,
      library,
      fetchModule: (name) => this.#host.fetchModule(name),
      changed: () => {
        this.#teller.note();
        this.#teller.publish();
      },
    };
  }

  #finish(task: Task, response: ServerResponse): void {
    const world = this.#world;
    if (isVisitor(task.id)) this.#late?.crowd.note(response);
    if (!endLane(world.race, task, response)) endWayBack(this.#holdings, "changed");
    const pending = world.pending.find(({ id }) => id === task.id);
    if (pending === undefined) return;
    world.pending = world.pending.filter((other) => other !== pending);
    const answer = storedAnswer(pending, response);
    if (!pending.abandoned) {
      receiveCookies(jarOf(world, pending.browser), task, response, this.#environment());
      noteStatus(world, pending.browser, response.status);
      this.#answers.add(answer);
    }
    if (pending.waiting && !pending.abandoned) this.#teller.tellAnswer("result", answer);
    void this.#deliver(pending, answer);
  }

  /** To whoever waits, when it is stored. Where the waiting page was shown, its page has yet to come for it. */
  async #deliver({ id, waiting }: PendingRequest, answer: StoredAnswer): Promise<void> {
    const storing = waiting ? this.#keeper.saveNext() : this.#keeper.save();
    this.#storing.set(id, storing);
    await storing;
    // It may have been taken back meanwhile, and sent again.
    if (this.#storing.get(id) === storing) this.#storing.delete(id);
    this.#waiters.tell(id, answer);
  }

  /** Milliseconds since the epoch, as servers and browsers see it: during a race, and a turn that is recorded, the clock stands still. */
  #now(): number {
    return this.#seen.race.clock ?? this.#late?.recorder.clock ?? this.#host.now();
  }

  /** The outside world of one step. */
  #environment(): Environment {
    const { random, openedAt } = this.#world;
    return {
      now: () => this.#now(),
      random: () => nextRandom(random),
      pages: this.#pages,
      library: this.#host.library,
      emit: (event) => {
        if (this.#late?.crowd.hear(event) === true) return;
        const kept = appendEvent(this.#log, event, this.#now() - openedAt);
        this.#keeper.note(kept);
        this.#teller.note(kept);
      },
      recall: () => eventsOf(this.#log),
    };
  }

  #view(events: TraceEvent[]): WorkspaceState {
    const { work, ini } = this.#holdings;
    const { problem } = this.#keeper;
    const state = viewWorkspace(this.#seen, this.#log, this.#now());
    // Last, as a tab of the editor.
    state.files[SERVER_INI] = ini;
    return Object.assign(state, {
      revision: ++this.#revision,
      race: this.#viewRace(),
      events,
      ...(work !== null && { work: factsOf(work) }),
      ...(problem !== null && { storageProblem: problem }),
    });
  }

  #viewRace(): RaceView {
    const race = this.#late?.desk.view() ?? { ...noRace, holding: this.#seen.race.holding };
    race.stretches = this.#late?.recorder.stretches.map(({ view }) => view) ?? [];
    return Object.assign(race, this.#lab?.view());
  }
}

function factsOf({ workspace: _workspace, id: _id, created: _created, ...facts }: WorkRow): WorkFacts {
  return facts;
}

/** A new workspace with these files, or why they cannot be a site. */
export function createWorkspace(
  id: WorkspaceId,
  host: WorkspaceHost,
  files: SentFiles,
): { ok: true; workspace: Workspace } | { ok: false; reason: string } {
  const site = readSiteFiles(files);
  if (!site.ok) return site;
  const world = createWorld(site.project, host.seed(), host.now());
  return { ok: true, workspace: new Workspace(id, host, newHoldings(world, site.ini)) };
}
