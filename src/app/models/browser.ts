/**
 * A simulated browser: its address bar, Back and Forward, and the watchdog that notices a page which never comes.
 *
 * The pages, their history and their forms are the real browser's, in a frame; this model only looks at the frame after each document and asks
 * it to move. It is given a `PreviewFrame`, so that it runs without a DOM in tests.
 *
 * All frames of a tab share one session history: `history.back()` in one undoes the last step of whichever moved last. So once there
 * was a second browser, Back and Forward are ours: the step's documents are put back in place, and the worker answers them as it
 * answered then. NOT-HTTP: what was typed into a form is not brought back that way, as it is by a browser of one's own.
 */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import {
  parsePreviewUrl,
  parseSimulatedUrl,
  simulatedOrigin,
  stringifyPreviewUrl,
  type WorkspaceId,
} from "../../protocol/index.ts";
import type { BrowserId, RequestId, TraceEvent } from "../../trace/index.ts";
import type { Connection } from "../connection.ts";
import {
  type Arrival,
  arrive,
  canGoBack,
  canGoForward,
  emptyHistory,
  type FrameHistory,
  leftSlot,
  visit,
} from "./frame-history.ts";
import { frameUrls } from "./frame-urls.ts";
import type { Place, PreviewFrame, Shown } from "./preview-frame.ts";

/** What is wrong with the page shown; the banner says it and offers Retry. */
export type BrowserProblem =
  /** A navigation began and no document came. */
  | { kind: "stalled" }
  /** A document came, but not from the worker. */
  | { kind: "not-from-server" }
  /** The page wants a name and a password: the server answered 401. */
  | { kind: "login"; realm: string }
  /** The address typed is on another host. */
  | { kind: "outside"; url: string };

export interface BrowserModel {
  readonly id: BrowserId;
  /** The text in the address bar. It follows the page shown, except while the learner is typing. */
  readonly address: ReadonlySignal<string>;
  /** The address of the page shown; null before the first. */
  readonly url: ReadonlySignal<string | null>;
  readonly title: ReadonlySignal<string>;
  /** The addresses of the frames of the page shown: see `frameUrls`. */
  readonly frames: ReadonlySignal<readonly string[]>;
  readonly canGoBack: ReadonlySignal<boolean>;
  readonly canGoForward: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<BrowserProblem | null>;
  /** A page was asked for and has not come yet. */
  readonly loading: ReadonlySignal<boolean>;
  /** Gives the model its frame, which shows nothing yet. Returns how to take it away. */
  attach(frame: PreviewFrame): () => void;
  /** Opens the first page, in a frame that was just given: what was asked for before there was a frame, else `home`, if there is one. */
  begin(home?: string | null): void;
  /** Opens what the address bar says, or `text`: `http://localhost/x`, `/x` or `x`. */
  go(text?: string): void;
  /** Opens what the address bar says and gives the page the keyboard, as browsers do; if the address is no good, the bar keeps it. */
  enter(): void;
  reload(): void;
  back(): void;
  forward(): void;
  /** Tries again what failed. */
  retry(): void;
  /** Sends name and password with the request that was refused, and with those that follow. */
  logIn(user: string, password: string): Promise<void>;
  /** Lets the page be as it is. */
  dismiss(): void;
  /** The learner types in the address bar: what they type stays, even if a page arrives meanwhile. */
  typeAddress(text: string): void;
  /** The learner left the address bar: the next page shows its address there. */
  leaveAddress(): void;
  /** Puts the address of the page shown back into the bar. */
  resetAddress(): void;
  /** The server says something happened: an expected page may be on its way. */
  noticeEvents(events: readonly TraceEvent[]): void;
  /** The documents in the frame and in the frames inside it, outer ones first. */
  documents(): readonly Document[];
  /** Stops listening: the browser is closed. */
  close(): void;
}

/** Browsers keep this many entries of a tab and drop the oldest for the next. */
const fullHistory = 50;
/** Frames inside a page come after it: so many rounds until all of a step is back in place. */
const mostRounds = 4;
/** No document after this long: the banner. A request that runs longer is answered by the waiting page well before. */
const navigationPatience = 5000;

export function createBrowserModel({
  id,
  base,
  workspace,
  connection,
  announcesHistory = () => false,
  sharesHistory = () => false,
  isHolding = () => false,
  patience = navigationPatience,
}: {
  id: BrowserId;
  base: string;
  workspace: WorkspaceId;
  connection: Connection;
  /** Must the worker be told of Back and Forward? Where frames need `allow-scripts` it cannot see them itself. */
  announcesHistory?: () => boolean;
  /** Are or were there other browsers, whose steps are in the same session history? */
  sharesHistory?: () => boolean;
  /** Are requests held? Then a request that brings no page is no reason to worry. */
  isHolding?: () => boolean;
  patience?: number;
}): BrowserModel {
  const address = signal(`${simulatedOrigin}/`);
  const shown = signal<Shown | null>(null);
  const history = signal<FrameHistory>(emptyHistory);
  const problem = signal<BrowserProblem | null>(null);
  const loading = signal(false);
  const url = computed(() => simulatedUrl(base, shown.value));
  const results = new Map<number, string>();
  /** What each slot of the history showed. */
  const places = new Map<string, Place>();
  /** The step that is being brought back. */
  let journey: { at: number; place: Place; rounds: number } | null = null;
  let frame: PreviewFrame | null = null;
  let wanted: string | null = null;
  let isAnnounced = false;
  let isTyping = false;
  /** The step that was asked for last, until it is there: one more step back begins at it. */
  let goal: number | null = null;
  /** What the answer to `request` asked for instead of being shown. */
  let challenge: { request: RequestId | undefined; problem: BrowserProblem } | null = null;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const stopListening = connection.onNotice((notice) => {
    if (notice.kind === "taken-back") results.delete(notice.request);
    if (notice.kind !== "result") return;
    const owner = parsePreviewUrl(base, notice.waitingUrl)?.browser ?? id;
    if (owner !== id) return;
    results.set(notice.request, notice.resultUrl);
    swapResults();
  });

  function swapResults(): void {
    for (const [request, path] of results) if (frame?.swapWaiting(request, path)) results.delete(request);
  }

  function expectPage(): void {
    loading.value = true;
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      loading.value = false;
      goal = null;
      problem.value = { kind: "stalled" };
    }, patience);
  }

  function look(isDocument: boolean): void {
    const now = frame?.look() ?? null;
    if (now === null || isUnderWay()) return;
    clearTimeout(watchdog);
    wanted = null;
    if (isAnnounced) connection.sendAndForget({ kind: "history-navigation", browser: id, phase: "end" });
    isAnnounced = false;
    loading.value = now.marker?.kind === "waiting";
    history.value =
      journey === null
        ? visit(history.value, now.slot, isDocument ? "document" : howItMoved(now))
        : arriveAt(journey.at, now.slot);
    if (journey?.at === goal) goal = null;
    journey = null;
    places.set(now.slot, now.place);
    shown.value = now;
    if (!isTyping) address.value = url.value ?? address.value;
    problem.value = isFromServer(now, url.value) ? askedBy(now) : { kind: "not-from-server" };
    swapResults();
  }

  /** What the page shown asks for. It may be here before its events: the question of the page before it is over then. */
  function askedBy({ marker, place }: Shown): BrowserProblem | null {
    if (challenge === null) return null;
    const isAsking = marker === null || requestsOf(place).some((request) => request === challenge?.request);
    return isAsking ? challenge.problem : null;
  }

  /** Is there more to fetch of the step that is being brought back? */
  function isUnderWay(): boolean {
    if (journey === null || journey.rounds <= 0) return false;
    journey.rounds -= 1;
    return frame?.restore(journey.place, false) ?? false;
  }

  function arriveAt(at: number, slot: string): FrameHistory {
    const { slots } = history.value;
    for (const [index, other] of slots.entries()) {
      const place = other === slot && index !== at ? places.get(other) : undefined;
      if (place !== undefined) places.set(leftSlot(index), place);
    }
    return arrive(history.value, at, slot);
  }

  /** A step makes the tab's history longer, unless it is full or pages that lay ahead were dropped for it. */
  function howItMoved(now: Shown): Arrival {
    const mayHaveGrown = now.historyLength !== shown.value?.historyLength || now.historyLength >= fullHistory;
    return mayHaveGrown || canGoForward(history.value) ? "inside" : "in-place";
  }

  function open(target: string): void {
    const path = stringifyPreviewUrl(base, { workspace, browser: id, url: target });
    if (path === null) {
      problem.value = { kind: "outside", url: target };
      return;
    }
    problem.value = null;
    isTyping = false;
    address.value = target;
    wanted = target;
    journey = null;
    goal = null;
    expectPage();
    frame?.open(path);
  }

  function move(step: "back" | "forward" | "reload"): void {
    problem.value = null;
    journey = null;
    goal = null;
    expectPage();
    frame?.[step]();
  }

  /** Goes through the history; the worker knows before the browser asks it for the page. */
  async function travel(step: "back" | "forward"): Promise<void> {
    const at = (goal ?? history.value.at) + (step === "back" ? -1 : 1);
    const slot = history.value.slots[at];
    if (slot === undefined) return;
    const place = places.get(slot);
    if (sharesHistory() && place !== undefined) return bringBack(at, place);
    if (announcesHistory()) {
      isAnnounced = true;
      await connection.send({ kind: "history-navigation", browser: id, phase: "begin" });
    }
    move(step);
  }

  async function bringBack(at: number, place: Place): Promise<void> {
    goal = at;
    isAnnounced = true;
    const requests = requestsOf(place);
    await connection.send({ kind: "history-navigation", browser: id, phase: "begin", requests });
    // The learner has gone further, or elsewhere, meanwhile.
    if (goal !== at) return;
    problem.value = null;
    journey = { at, place, rounds: mostRounds };
    expectPage();
    if (!frame?.restore(place, true)) look(true);
  }

  return {
    id,
    address,
    url,
    title: computed(() => shown.value?.title ?? ""),
    frames: computed(() => frameUrls(base, shown.value?.place ?? { inner: [] })),
    canGoBack: computed(() => canGoBack(history.value)),
    canGoForward: computed(() => canGoForward(history.value)),
    problem,
    loading,
    attach(given) {
      frame = given;
      const stop = given.onChange(look);
      return () => {
        stop();
        clearTimeout(watchdog);
        frame = null;
      };
    },
    begin(home = "/index.html") {
      const typed = isTyping ? address.value : null;
      const first = wanted ?? url.value ?? home;
      if (first !== null) open(completeAddress(first));
      if (typed === null) return;
      isTyping = true;
      address.value = typed;
    },
    go: (text = address.value) => open(completeAddress(text)),
    enter() {
      open(completeAddress(address.value));
      if (problem.value === null) frame?.focus();
    },
    reload: () => (url.value === null ? open(completeAddress(address.value)) : move("reload")),
    back: () => void travel("back"),
    forward: () => void travel("forward"),
    retry() {
      const target = wanted ?? url.value;
      if (target === null) open(completeAddress(address.value));
      else open(target);
    },
    async logIn(user, password) {
      const answer = await connection.send({ kind: "log-in", browser: id, user, password });
      if (!answer.ok) problem.value = { kind: "stalled" };
      else if (url.value !== null) open(url.value);
    },
    dismiss() {
      challenge = null;
      problem.value = null;
    },
    typeAddress(text) {
      isTyping = true;
      address.value = text;
    },
    leaveAddress() {
      isTyping = false;
    },
    resetAddress() {
      isTyping = false;
      address.value = url.value ?? address.value;
      if (problem.value?.kind === "outside") problem.value = null;
    },
    documents: () => frame?.documents() ?? [],
    close() {
      stopListening();
      clearTimeout(watchdog);
    },
    noticeEvents(events) {
      // A link or a form inside the frame: its request is the first that we hear of it.
      for (const event of events) {
        if (event.browser !== id) continue;
        if (event.kind === "request") challenge = null;
        if (event.kind === "request" && !loading.value && !isHolding()) expectPage();
        if (event.kind === "response" && event.status === 401) {
          problem.value = { kind: "login", realm: realmOf(event.raw) };
          challenge = { request: event.request, problem: problem.value };
        }
        if (event.kind === "response" && wanted === null) {
          clearTimeout(watchdog);
          loading.value = false;
        }
      }
    },
  };
}

/** What the learner typed, as a whole address: `suite.pih` and `/suite.pih` are on this server. */
export function completeAddress(text: string): string {
  const typed = text.trim();
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return parseSimulatedUrl(typed)?.href ?? typed;
  if (/^localhost(?=[/?#]|$)/i.test(typed)) return new URL(`http://${typed}`).href;
  return new URL(typed.startsWith("/") ? typed : `/${typed}`, simulatedOrigin).href;
}

/** The realm of a Basic challenge (RFC 7617) among the fields of a response as text. */
function realmOf(raw: string): string {
  return /^www-authenticate:\s*basic\s+realm="([^"\r\n]*)"/im.exec(raw)?.[1] ?? "";
}

function requestsOf({ request, inner }: Place): number[] {
  return [...(request === undefined ? [] : [request]), ...inner.flatMap(requestsOf)];
}

function simulatedUrl(base: string, shown: Shown | null): string | null {
  return shown === null ? null : (parsePreviewUrl(base, shown.href)?.url ?? null);
}

/** Only HTML carries the marker; text, images and XML are trusted to be the worker's because their address is. */
function isFromServer(shown: Shown, url: string | null): boolean {
  return url !== null && (shown.mediaType !== "text/html" || shown.marker !== null);
}
