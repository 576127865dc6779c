/**
 * The race lab as the page knows it: the worker's lanes, which one is open, where each request is waited for, and what the learner does
 * with them. Made once for each app, when the lab has been downloaded.
 *
 * Whether anybody still waits for a request is not the worker's to know: it is read off the frames, every so often while there
 * are lanes, because a page that goes away tells nobody.
 */
import {
  batch,
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
  untracked,
} from "@preact/signals";
import { type CommandBody, type MoveLength, noRace, type RaceView } from "../../protocol/index.ts";
import type { RequestId } from "../../trace/index.ts";
import type { AppModel } from "../app-model.ts";
import type { LaneLine } from "../models/inspector.ts";
import { createFollower, type FramePlace, findPlaces, readFrames, type ShownFrame } from "./frames.ts";
import { isOver, laneInTurn } from "./lane-state.ts";
import { laneWords } from "./lane-words.ts";

export type RaceSection = "lanes" | "timeline" | "orders" | "compare" | "replay";

export interface RaceModel {
  readonly race: ReadonlySignal<RaceView>;
  readonly section: Signal<RaceSection>;
  /** The lane whose card is open; null: none is. */
  readonly open: ReadonlySignal<RequestId | null>;
  /** Where a request is seen or waited for, in the frames. */
  readonly places: ReadonlySignal<ReadonlyMap<RequestId, FramePlace>>;
  /** Held requests whose waiting page is nowhere any more. */
  readonly unwatched: ReadonlySignal<ReadonlySet<RequestId>>;
  /** A move that takes long enough to be noticed. */
  readonly moving: ReadonlySignal<RequestId | null>;
  hold(on: boolean): Promise<void>;
  /** Takes a lane further and opens it; one that has to wait is only opened. */
  move(request: RequestId, length: MoveLength): Promise<void>;
  runAll(): Promise<void>;
  stepBack(): Promise<void>;
  stop(request: RequestId): Promise<void>;
  /** Opens the card of a lane, or closes it. */
  toggle(request: RequestId): void;
  /** Shows a line in the editor, as the learner asked. */
  showLine(request: RequestId, file: string, line: number): void;
  /** What a key means, if the lab is where keys go; null for other keys. */
  findKey(event: KeyboardEvent): (() => void) | null;
  /** Stops looking at the frames. */
  close(): void;
}

/** The frames are looked at this often, in milliseconds; a request that was nowhere so many times is waited for by nobody. */
const lookEvery = 400;
const looksPatience = 4;
/** A move that is done sooner just is done. */
const noticeable = 300;

const models = new WeakMap<AppModel, RaceModel>();

/** The lab of `app`, made when it is first asked for. */
export function raceModelOf(app: AppModel): RaceModel {
  const model = models.get(app) ?? createRaceModel(app, import.meta.env.BASE_URL);
  models.set(app, model);
  return model;
}

export function createRaceModel(app: AppModel, base: string): RaceModel {
  const { connection, workspace, browsers, inspector, notices, files, layout, preferences } = app;
  const race = computed(() => workspace.state.value?.race ?? noRace);
  const section = signal<RaceSection>("lanes");
  /** Undefined until the learner has said so: then it is the first. */
  const chosen = signal<RequestId | null | undefined>(undefined);
  const places = signal<ReadonlyMap<RequestId, FramePlace>>(new Map());
  const unwatched = signal<ReadonlySet<RequestId>>(new Set());
  const moving = signal<RequestId | null>(null);
  const missed = new Map<RequestId, number>();
  const follower = createFollower(base);
  const words = () => laneWords[preferences.language.value];

  const open = computed(() => {
    const { lanes } = race.value;
    const isThere = lanes.some(({ request }) => request === chosen.value);
    if (chosen.value === null || isThere) return chosen.value ?? null;
    return (lanes.find(({ state }) => state === "ready") ?? lanes[0])?.request ?? null;
  });

  const ask = async (body: CommandBody): Promise<void> => {
    const answer = await connection.send(body);
    if (answer.ok) return workspace.accept(answer.state);
    const reason = answer.reason || preferences.words.value.noAnswer;
    notices.say(`${words().couldNot} ${reason}`, { tone: "trouble", topic: "race" });
  };

  const look = () => {
    const frames = browsers.list.value.flatMap((browser) => readFrames(browser.id, browser.documents()));
    for (const frame of follower.follow(frames))
      notices.say(words().formTakenBack(frame.browser), { tone: "trouble", topic: "form" });
    batch(() => {
      const found = findPlaces(frames, base);
      if (!sameMap(places.peek(), found)) places.value = found;
      countMissed(frames);
    });
  };

  const countMissed = (frames: readonly ShownFrame[]) => {
    const seen = new Set(frames.map(({ request }) => request));
    const waited = race.peek().lanes.filter(({ state, waitingShown }) => waitingShown && !isOver(state));
    for (const { request } of waited)
      missed.set(request, seen.has(request) ? 0 : (missed.get(request) ?? 0) + 1);
    const lost = waited.map(({ request }) => request).filter((id) => (missed.get(id) ?? 0) >= looksPatience);
    if (lost.join() !== [...unwatched.peek()].join()) unwatched.value = new Set(lost);
  };

  const laneOf = (request: RequestId) => race.peek().lanes.find((lane) => lane.request === request);

  /** Brings the page that a lane runs into the editor. Whoever moves a lane is not typing there. */
  const openFile = (file: string | undefined) => {
    if (file !== undefined && files.files.value.has(file)) files.active.value = file;
  };

  /** The replay that is shown: its lines are lit instead of those of the held requests. */
  const replayed = computed(() => (section.value === "replay" ? race.value.replay : undefined));
  const inTurn = computed(() => replayed.value && laneInTurn(replayed.value));
  const fileInTurn = computed(() => inTurn.value?.place?.file);

  const atWork = computed(() => race.value.moving);
  const hasLanes = computed(() => race.value.lanes.length > 0);
  const stops = [
    effect(() => {
      const file = fileInTurn.value;
      untracked(() => openFile(file));
    }),
    effect(() => {
      if (follower.notice(workspace.events.value)) untracked(look);
    }),
    connection.onNotice((notice) => {
      if (notice.kind !== "taken-back") return;
      follower.takeBack(notice.request, notice.resultUrl);
      look();
    }),
    effect(() => {
      const request = atWork.value ?? null;
      moving.value = null;
      if (request === null) return;
      const timer = setTimeout(() => {
        moving.value = request;
      }, noticeable);
      return () => clearTimeout(timer);
    }),
    effect(() => {
      if (!hasLanes.value) return;
      look();
      const timer = setInterval(look, lookEvery);
      return () => clearInterval(timer);
    }),
    effect(() => {
      const isOpen = replayed.value === undefined ? open.value : (inTurn.value?.request ?? null);
      const lines = linesOf(replayed.value ?? race.value, isOpen, words().laneNote);
      // States come often, lines change seldom.
      if (JSON.stringify(lines) !== JSON.stringify(inspector.laneLines.peek()))
        inspector.laneLines.value = lines;
    }),
  ];

  const model: RaceModel = {
    race,
    section,
    open,
    places,
    unwatched,
    moving,
    hold: (on) => ask({ kind: "hold", on }),
    async move(request, length) {
      chosen.value = request;
      // What it waits for is said in its lane.
      if (laneOf(request)?.state !== "blocked") await ask({ kind: "race-move", request, length });
      openFile(laneOf(request)?.place?.file);
    },
    runAll: () => ask({ kind: "race-run-all" }),
    stepBack: () => ask({ kind: "race-back" }),
    stop: (request) => ask({ kind: "stop-request", request }),
    toggle(request) {
      chosen.value = open.value === request ? null : request;
    },
    showLine(request, file, line) {
      if (!files.files.value.has(file)) return;
      files.active.value = file;
      layout.show("code");
      inspector.visited.value = { file, line, request };
    },
    findKey(event) {
      const isShown = inspector.tab.value === "race";
      if (!isShown && workspace.held.value.length === 0) return null;
      const replay = isShown && section.value === "replay" ? race.value.replay : undefined;
      if (event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target)) return null;
      if (event.key === "ArrowLeft" && !event.shiftKey && !takesArrows(event.target))
        return () => void (replay === undefined ? model.stepBack() : ask({ kind: "replay-back" }));
      const digit = digitOf(event);
      const lane = (replay ?? race.value).lanes.find(({ lane }) => lane === digit);
      if (lane === undefined) return null;
      const { request } = lane;
      const length = event.shiftKey ? "operation" : "step";
      if (isOver(lane.state)) return () => {};
      if (replay !== undefined) return () => void ask({ kind: "replay-move", request, length });
      return () => void model.move(request, length);
    },
    close() {
      for (const stop of stops) stop();
      app.keyFinders.delete(model.findKey);
    },
  };
  app.keyFinders.add(model.findKey);
  return model;
}

/** The lines that the lanes are about to run, in the site's own text: one that was edited meanwhile has other lines. */
function linesOf(
  { lanes }: Pick<RaceView, "lanes">,
  open: RequestId | null,
  tell: (lane: number, request: RequestId) => string,
): LaneLine[] {
  return lanes.flatMap(({ lane, request, place, state }) =>
    place === undefined || place.text !== undefined || isOver(state)
      ? []
      : [
          {
            file: place.file,
            line: place.line,
            lane,
            request,
            isOpen: request === open,
            note: tell(lane, request),
          },
        ],
  );
}

/** The key itself, not what is printed on it: an AZERTY keyboard has digits only with Shift. */
function digitOf({ code, key }: KeyboardEvent): number | null {
  const [, digit] = /^(?:Digit|Numpad)([1-9])$/.exec(code) ?? [];
  if (digit === undefined || (code.startsWith("Numpad") && key !== digit)) return null;
  return Number(digit);
}

/** Does what has the focus use digits itself? Asked by name: it may belong to the document of a preview. */
function takesKeys(target: EventTarget | null): boolean {
  return closest(target, "input, textarea, select, [contenteditable], [role=textbox], dialog, [popover]");
}

function takesArrows(target: EventTarget | null): boolean {
  return closest(target, "[role=tablist], [role=separator]") || scrolls(target);
}

function closest(target: EventTarget | null, selector: string): boolean {
  return target !== null && "closest" in target && (target as Element).closest(selector) !== null;
}

/** Would an arrow scroll what has the focus? */
function scrolls(target: EventTarget | null): boolean {
  if (target === null || !("scrollWidth" in target)) return false;
  const { scrollWidth, clientWidth, tagName } = target as Element;
  return scrollWidth > clientWidth && !/^(body|html|button)$/i.test(tagName);
}

function sameMap(a: ReadonlyMap<RequestId, FramePlace>, b: ReadonlyMap<RequestId, FramePlace>): boolean {
  return JSON.stringify([...a]) === JSON.stringify([...b]);
}
