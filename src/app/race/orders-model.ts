/**
 * What the learner asks of the orders of requests, and what is shown of the answers.
 *
 * The worker has one result at a time, of all orders or of random ones. The page remembers the other kind as long as nothing happened on the
 * site in between, so that each can say what the other found.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Configuration } from "../../project/index.ts";
import type {
  CommandBody,
  ExplorationView,
  OutcomeView,
  RaceSource,
  RaceView,
} from "../../protocol/index.ts";
import { noRace, simulatedOrigin } from "../../protocol/index.ts";
import type { AppModel } from "../app-model.ts";
import { ordersWords } from "./orders-words.ts";
import { outcomeKey } from "./outcome-facts.ts";

export interface OrdersModel {
  readonly race: ReadonlySignal<RaceView>;
  /** The requests whose orders can be explored now; null where there are fewer than two. */
  readonly source: ReadonlySignal<RaceSource | null>;
  /** How many those are; where there are too few, how many there are. */
  readonly available: ReadonlySignal<number>;
  /** They are held requests, not frames. */
  readonly isHeld: ReadonlySignal<boolean>;
  /** The path of the page whose frames they are. */
  readonly page: ReadonlySignal<string>;
  /** The result to show: while a new one takes but a moment, still the last. */
  readonly shown: ReadonlySignal<ExplorationView | null>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** The seed of random orders, as typed. */
  readonly seed: Signal<string>;
  /** What is to be compared; the learner's choice outlives the panel. */
  readonly options: Signal<{ left: ComparedOptions; right: ComparedOptions } | null>;
  /** The order to compare by; empty for turn by turn, null until the learner has chosen. */
  readonly schedule: Signal<string | null>;
  explore(from: RaceSource): Promise<void>;
  runRandom(from: RaceSource): Promise<void>;
  stop(): Promise<void>;
  drawSeed(): void;
  replay(of: RaceReplay): Promise<void>;
  /** The replay that this page asked for is to take the focus when it comes. Asked once. */
  takeArrival(): boolean;
  /** Closes the replay and goes back to where it was asked for. */
  closeReplay(): Promise<void>;
  send(body: CommandBody): Promise<boolean>;
  compare(options: { left: ComparedOptions; right: ComparedOptions }, schedule?: string): Promise<void>;
  /** The outcome `like` in the last result of the other kind, if that is still true; `of` is how many orders it had. */
  counterpart(like: OutcomeView): { outcome: OutcomeView | null; of: ExplorationView } | null;
}

export type ComparedOptions = Pick<Configuration, "persistent_session" | "server" | "session_lock">;
type RaceReplay = Extract<CommandBody, { kind: "replay" }>["of"];

/** How many random orders are run at once: the button says so too. */
const randomCount = 200;
/** What is done sooner than this never shows its progress. */
const noticeable = 300;
/** Seeds are drawn short enough to be told to a neighbour; any 32-bit number may be typed. */
const drawnSeeds = 1_000_000;
const largestSeed = 2 ** 32 - 1;

export function createOrdersModel({
  workspace,
  connection,
  notices,
  files,
  browsers,
  preferences,
  show = () => {},
  draw = Math.random,
}: Pick<AppModel, "workspace" | "connection" | "notices" | "files" | "browsers" | "preferences"> & {
  /** Brings a part of the panel to the front. */
  show?: (part: "orders" | "replay") => void;
  draw?: () => number;
}): OrdersModel {
  const race = computed(() => workspace.state.value?.race ?? noRace);
  const held = computed(() =>
    race.value.lanes.filter(({ state }) => state === "ready" || state === "blocked"),
  );
  const browser = () => browsers.current.value;
  const available = computed(() => held.value.length || browser().frames.value.length);
  const source = computed<RaceSource | null>(() => {
    if (available.value < 2) return null;
    if (held.value.length > 0) return { kind: "held" };
    return { kind: "pages", browser: browser().id, urls: [...browser().frames.value] };
  });
  const isRunning = computed(() => race.value.exploration?.state === "running");
  const isNoticed = signal(false);
  const last = signal<ExplorationView | null>(null);
  const results = { all: null as Result | null, random: null as Result | null };
  const seed = signal(newSeed(draw));
  const options: OrdersModel["options"] = signal(null);
  let sourceOfLast: RaceSource | null = null;
  let hasArrived = false;

  // A state comes with every notice: the same result again is no news, and belongs to the moment when it came first.
  const remember = (view: ExplorationView) => {
    const { random, requests, server, orders, states } = view;
    const signature = JSON.stringify([random, requests, server, orders, states, view.state]);
    if (results[kindOf(view)]?.signature === signature) return;
    const moment = JSON.stringify([workspace.events.peek().at(-1)?.seq, requests, server]);
    const outcomes = new Map(view.outcomes.map((outcome) => [outcomeKey(outcome), outcome]));
    results[kindOf(view)] = { view, signature, moment, outcomes };
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  isRunning.subscribe((running) => {
    clearTimeout(timer);
    if (!running) isNoticed.value = false;
    else timer = setTimeout(() => (isNoticed.value = true), noticeable);
  });
  effect(() => {
    const view = race.value.exploration ?? null;
    if (view?.state === "running") return;
    last.value = view;
    if (view !== null) remember(view);
  });

  const words = () => ordersWords[preferences.language.value];
  let isLost = false;
  connection.onReboot(() => {
    const { exploration, replay, comparison } = race.value;
    isLost = (exploration ?? replay ?? comparison) !== undefined;
    if (isLost) notices.say(words().lost, { topic: "race-lost" });
  });

  const send = async (body: CommandBody) => {
    const answer = await connection.send(body);
    if (answer.ok) workspace.accept(answer.state);
    // A refusal that comes of the loss has been explained.
    else if (!isLost) {
      const { commandFailed, noAnswer } = preferences.words.value;
      const { failed } = words();
      notices.say(commandFailed(failed, answer.reason || noAnswer), { tone: "trouble", topic: "race" });
    }
    isLost = false;
    return answer.ok;
  };

  return {
    race,
    source,
    available,
    isHeld: computed(() => held.value.length > 0),
    page: computed(() => new URL(browser().url.value ?? "/", simulatedOrigin).pathname),
    isRunning,
    seed,
    options,
    schedule: signal(null),
    shown: computed(() =>
      isRunning.value && isNoticed.value ? (race.value.exploration ?? null) : last.value,
    ),
    send,
    async explore(from) {
      await files.save();
      sourceOfLast = from;
      results.all = null;
      await send({ kind: "explore", from });
    },
    async runRandom(from) {
      await files.save();
      sourceOfLast = from;
      results.random = null;
      seed.value = String(readSeed(seed.value) ?? newSeed(draw));
      await send({ kind: "random-orders", from, count: randomCount, seed: Number(seed.value) });
    },
    async stop() {
      await send({ kind: "stop-exploring" });
    },
    drawSeed() {
      seed.value = newSeed(draw);
    },
    async replay(of) {
      // The replay may be drawn before the reply is here.
      hasArrived = true;
      const isOpen = await send({ kind: "replay", of });
      if (isOpen) show("replay");
      else hasArrived = false;
    },
    async closeReplay() {
      // At once: when the reply is here the learner may be elsewhere.
      show("orders");
      await send({ kind: "close-replay" });
    },
    takeArrival() {
      const had = hasArrived;
      hasArrived = false;
      return had;
    },
    async compare(sides, schedule) {
      const from = schedule === undefined ? source.value : (sourceOfLast ?? source.value);
      if (from === null) return;
      await files.save();
      await send({ kind: "compare", from, ...sides, ...(schedule !== undefined && { schedule }) });
    },
    counterpart(like) {
      const kind = last.value === null ? null : kindOf(last.value);
      if (kind === null) return null;
      const other = results[kind === "all" ? "random" : "all"];
      if (other === null || other.moment !== results[kind]?.moment || !isWorthTelling(other.view))
        return null;
      return { of: other.view, outcome: other.outcomes.get(outcomeKey(like)) ?? null };
    },
  };
}

/** A result, the moment of the site that it belongs to, and its outcomes by what they say. */
interface Result {
  view: ExplorationView;
  signature: string;
  moment: string;
  outcomes: ReadonlyMap<string, OutcomeView>;
}

function kindOf(view: ExplorationView): "all" | "random" {
  return view.random === undefined ? "all" : "random";
}

/** A share of all orders can only be told once all are known. */
function isWorthTelling(view: ExplorationView): boolean {
  return view.random !== undefined || view.state === "complete";
}

function newSeed(draw: () => number): string {
  return String(Math.floor(draw() * drawnSeeds));
}

/** A seed as typed: a whole number of 32 bits; null for anything else. */
function readSeed(text: string): number | null {
  const typed = text.trim();
  return /^\d{1,10}$/.test(typed) && Number(typed) <= largestSeed ? Number(typed) : null;
}
