/**
 * The worker's workspace as the page knows it: its state and its log, kept up to date by replies and notices.
 *
 * The worker owns the truth. The page keeps the newest state, the events by number, and for a short while what has just changed
 * (so that it can glow once). Everything shown is a reading of these.
 */
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Configuration } from "../../project/index.ts";
import type { RaceView, RunningRequest, Sandbox, WorkFacts, WorkspaceState } from "../../protocol/index.ts";
import {
  type RequestId,
  TRACE_CAPACITY,
  type TraceEvent,
  type TrafficRow,
  withoutTakenBack,
} from "../../trace/index.ts";
import type { Connection } from "../connection.ts";
import type { Notices } from "./notices.ts";
import type { Preferences } from "./preferences.ts";
import type { Readings } from "./readings.ts";

export interface WorkspaceModel {
  /** Null until the worker has opened the workspace. */
  readonly state: ReadonlySignal<WorkspaceState | null>;
  readonly events: ReadonlySignal<readonly TraceEvent[]>;
  readonly traffic: ReadonlySignal<readonly TrafficRow[]>;
  /** The requests that are being answered; not those that are held. */
  readonly running: ReadonlySignal<readonly RunningRequest[]>;
  /** The requests that are held. */
  readonly held: ReadonlySignal<readonly RequestId[]>;
  /** Something has been running long enough to be noticed: now Stop makes sense, and does not flicker. */
  readonly isBusy: ReadonlySignal<boolean>;
  /** Keys of what has just changed: see `changeKeys`. */
  readonly fresh: ReadonlySignal<ReadonlySet<string>>;
  /** Opens the workspace, with `files` and as the `work` it is if it is new, for previews in frames with `sandbox`. True if it worked. */
  open(files: Record<string, string>, sandbox: Sandbox, work?: WorkFacts): Promise<boolean>;
  /** Takes a state that came with a reply to another command, unless a newer one has come already. */
  accept(state: WorkspaceState): void;
  /** Takes a state whose log has come in the place of the one that was. */
  adopt(state: WorkspaceState): void;
  configure(changes: Partial<Configuration>): Promise<void>;
  restart(): Promise<void>;
  /** Stops every running request. */
  stop(): Promise<void>;
  /** Calls `listener` with the events of each update, after the state has changed. */
  onEvents(listener: (events: readonly TraceEvent[]) => void): () => void;
}

/** A page that answers faster than this just answers. */
const noticeable = 300;
/** How long what has changed counts as fresh; the glow's animation is a little shorter. */
const freshness = 1700;

export function createWorkspaceModel({
  connection,
  notices,
  preferences,
  readings,
}: {
  connection: Connection;
  notices: Notices;
  preferences: Pick<Preferences, "words">;
  readings: ReadonlySignal<Readings | null>;
}): WorkspaceModel {
  const state = signal<WorkspaceState | null>(null);
  const events = signal<readonly TraceEvent[]>([]);
  const fresh = signal<ReadonlySet<string>>(new Set());
  const isBusy = signal(false);
  const listeners = new Set<(events: readonly TraceEvent[]) => void>();
  const unread: TraceEvent[] = [];
  let rows: readonly TrafficRow[] = [];
  /** The revision with which the whole log came last: what an earlier one tells is of another log, or in this one. */
  let revisionOfLog = 0;
  const words = () => preferences.words.value;

  const complain = (what: string, reason: string) =>
    notices.say(words().commandFailed(what, reason || words().noAnswer), { tone: "trouble", topic: what });

  const freshen = (keys: readonly string[]) => {
    if (keys.length === 0) return;
    fresh.value = new Set([...fresh.value, ...keys]);
    setTimeout(() => {
      fresh.value = new Set([...fresh.value].filter((key) => !keys.includes(key)));
    }, freshness);
  };

  const held = computed(() => heldRequests(state.value?.race));
  const running = computed(() => (state.value?.running ?? []).filter(({ id }) => !held.value.includes(id)));
  const isRunning = computed(() => running.value.length > 0);
  let busyTimer: ReturnType<typeof setTimeout> | undefined;
  isRunning.subscribe((running) => {
    clearTimeout(busyTimer);
    if (!running) isBusy.value = false;
    else
      busyTimer = setTimeout(() => {
        isBusy.value = true;
      }, noticeable);
  });

  const storageProblem = computed(() => state.value?.storageProblem);
  storageProblem.subscribe((reason) => {
    if (reason !== undefined) notices.say(words().storageProblem(reason), { tone: "trouble" });
  });

  // What happens before the readings are here is told when they come.
  const tellUnread = () => {
    const read = readings.value;
    if (read === null) return;
    const news = withoutTakenBack(unread.splice(0));
    freshen(news.flatMap(read.changeKeys));
    const told = read.tellings(news, words(), state.value?.browsers);
    if (told.length > 0) notices.say(told.join(" "), { topic: "server" });
  };
  readings.subscribe(tellUnread);

  const takeLog = (next: WorkspaceState) => {
    events.value = next.events;
    revisionOfLog = next.revision;
  };

  const accept = (next: WorkspaceState) => {
    if (next.revision <= (state.value?.revision ?? 0)) return;
    // The log is another one: the work began again, or went back to a version.
    if (next.events.length > 0) takeLog(next);
    state.value = next;
  };

  const adopt = (next: WorkspaceState) => {
    batch(() => {
      takeLog(next);
      state.value = next;
    });
  };

  connection.onNotice((notice) => {
    if (notice.kind !== "update" || notice.state.revision < revisionOfLog) return;
    accept(notice.state);
    events.value = appendEvents(events.value, notice.events);
    unread.push(...notice.events);
    tellUnread();
    for (const listener of listeners) listener(notice.events);
  });

  return {
    state,
    events,
    isBusy,
    fresh,
    traffic: computed(() => {
      rows = readings.value?.readRows(rows, events.value) ?? [];
      return rows;
    }),
    running,
    held,
    async open(files, sandbox, work) {
      const answer = await connection.send({ kind: "open", files, sandbox, ...(work && { work }) });
      if (!answer.ok) {
        complain(words().serverLost, answer.reason);
        return false;
      }
      // Maybe of another run of the worker, and the clock that numbers its states was put back.
      adopt(answer.state);
      return true;
    },
    accept,
    adopt,
    async configure(changes) {
      const answer = await connection.send({ kind: "configure", changes });
      if (answer.ok) accept(answer.state);
      else complain(words().couldNotConfigure, answer.reason);
    },
    async restart() {
      const answer = await connection.send({ kind: "restart-server" });
      if (answer.ok) accept(answer.state);
      else complain(words().couldNotRestart, answer.reason);
    },
    async stop() {
      const requests = running.value.map(({ id }) => id);
      await Promise.all(requests.map((request) => connection.send({ kind: "stop-request", request })));
    },
    onEvents(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Once holding is over, those that were held go on by themselves. */
function heldRequests(race: RaceView | undefined): RequestId[] {
  if (!race?.holding) return [];
  return race.lanes
    .filter(({ state }) => state === "ready" || state === "blocked")
    .map(({ request }) => request);
}

/** `known` with those of `more` that are newer, without what these take back, no longer than the worker's own log. */
export function appendEvents(
  known: readonly TraceEvent[],
  more: readonly TraceEvent[],
): readonly TraceEvent[] {
  const newest = known.at(-1)?.seq ?? 0;
  const added = more.filter(({ seq }) => seq > newest);
  return added.length === 0 ? known : withoutTakenBack([...known, ...added]).slice(-TRACE_CAPACITY);
}
