/**
 * The inspector: which tab, which request, and what is lit.
 *
 * Pointing at a thing lights what belongs to it, wherever it is shown: see `relations.ts`, which comes with the panels.
 */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { levelOf, type RequestId, readServerLog } from "../../trace/index.ts";
import type { Readings } from "./readings.ts";
import type { CodeLine, SessionFacts } from "./relations.ts";
import type { WorkspaceModel } from "./workspace.ts";

export type InspectorTab = "cookies" | "sessions" | "requests" | "race" | "log";
export const inspectorTabs: readonly InspectorTab[] = ["cookies", "sessions", "requests", "race", "log"];

/** Where a held request stands. */
export interface LaneLine extends CodeLine {
  lane: number;
  /** It is the chosen one in the race lab. */
  isOpen: boolean;
  /** What to write beside the line. */
  note: string;
}

/** Lines of a page, from 1, both included. */
export interface CitedLines {
  file: string;
  from: number;
  to: number;
}

export interface InspectorModel {
  readonly tab: Signal<InspectorTab>;
  /** A warning or an error was logged since the log was last looked at. */
  readonly hasNewTrouble: ReadonlySignal<boolean>;
  /** The request whose details are open. */
  readonly selected: Signal<RequestId | null>;
  /** What the pointer or the focus is on; null when it is on nothing. */
  readonly pointed: Signal<string | null>;
  /** The very line that is pointed at, when it is a line. */
  readonly pointedLine: Signal<CodeLine | null>;
  /** The line that the learner followed a link to, until the page changes. */
  readonly visited: Signal<CodeLine | null>;
  /** A request whose row is to take the focus when it is drawn. */
  readonly arriving: Signal<RequestId | null>;
  /** Everything that belongs to what is pointed at, itself included. */
  readonly lit: ReadonlySignal<ReadonlySet<string>>;
  /** The line of code behind what is pointed at; while nothing is, the one that was visited. */
  readonly codeLine: ReadonlySignal<CodeLine | null>;
  /** The lines that the lesson speaks of at the moment. */
  readonly citedLines: Signal<CitedLines | null>;
  /** The lines that held requests are about to run; the race lab fills it. */
  readonly laneLines: Signal<readonly LaneLine[]>;
  /** How each session of the log began and ended. */
  readonly sessionFacts: ReadonlySignal<ReadonlyMap<string, SessionFacts>>;
  /** The hue of a session, the same everywhere and for good; `index` counts sessions as they were opened. */
  hueOfSession(id: string): number;
  /** Shows request `id` with its details, and gives its row the focus. */
  showRequest(id: RequestId): void;
}

const nothing: ReadonlySet<string> = new Set();

export function createInspectorModel(
  workspace: WorkspaceModel,
  readings: ReadonlySignal<Readings | null>,
): InspectorModel {
  const pointed = signal<string | null>(null);
  const pointedLine = signal<CodeLine | null>(null);
  const visited = signal<CodeLine | null>(null);
  const arriving = signal<RequestId | null>(null);
  const tab = signal<InspectorTab>("cookies");
  const hasNewTrouble = signal(false);
  workspace.onEvents((events) => {
    const isTrouble = readServerLog(events).some((event) => levelOf(event) !== "info");
    if (isTrouble && tab.peek() !== "log") hasNewTrouble.value = true;
  });
  tab.subscribe((open) => {
    if (open === "log") hasNewTrouble.value = false;
  });
  const selected = signal<RequestId | null>(null);
  const hues = new Map<string, number>();
  const lit = computed(() => {
    const browsers = workspace.state.value?.browsers ?? [];
    return readings.value?.relatives(pointed.value, workspace.traffic.value, browsers) ?? nothing;
  });
  return {
    tab,
    hasNewTrouble,
    selected,
    pointed,
    pointedLine,
    visited,
    arriving,
    lit,
    citedLines: signal(null),
    laneLines: signal([]),
    codeLine: computed(
      () =>
        pointedLine.value ??
        readings.value?.findCodeLine(pointed.value, workspace.traffic.value) ??
        visited.value,
    ),
    sessionFacts: computed(() => readings.value?.readSessionFacts(workspace.events.value) ?? new Map()),
    hueOfSession(id) {
      const hue = hues.get(id) ?? sessionHue(hues.size);
      hues.set(id, hue);
      return hue;
    },
    showRequest(id) {
      selected.value = id;
      arriving.value = id;
      tab.value = "requests";
    },
  };
}

/** A browser's hue: blue for A, then far from its neighbours. */
export function browserHue(id: string): number {
  return (250 + (id.charCodeAt(0) - 65) * 100) % 360;
}

/** The golden angle keeps any number of sessions apart; it starts at green, far from browser A and from the accent. */
function sessionHue(index: number): number {
  return Math.round(155 + index * 137.5) % 360;
}
