/**
 * The sessions as the panel holds them. A state of the workspace tells all of a few; of many the panel asks for those in view,
 * in windows, and again whenever something happened. Made with the panel and kept while the page lives, so that a filter and
 * what was unfolded are still there when the tab is opened again.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import {
  FEW_SESSIONS,
  type SessionDetails,
  type SessionPlace,
  type SessionView,
} from "../../protocol/index.ts";
import type { Connection } from "../connection.ts";
import type { WorkspaceModel } from "./workspace.ts";

export interface SessionsModel {
  readonly filter: Signal<string>;
  /** All sessions are here and nothing is filtered: the panel may simply show them. */
  readonly isWhole: ReadonlySignal<boolean>;
  /** How many fit the filter. */
  readonly total: ReadonlySignal<number>;
  /** The session at place `index` of those that fit; undefined until it has come. */
  rowAt(index: number): SessionView | undefined;
  /** The panel shows places `from` to `to`: brings them, and keeps them up to date. Null: it shows none. */
  show(range: { from: number; to: number } | null): void;
  /** Sessions are unfolded while they are few, and folded when many, unless the learner said otherwise. */
  isOpen(session: SessionView): boolean;
  toggle(session: SessionView): void;
  /** Everything about one session; null when it is gone. */
  read(session: SessionView): Promise<SessionDetails | null>;
  /** Why it was not deleted, in the worker's words, or null; empty when there was no answer. */
  delete(session: SessionView): Promise<string | null>;
  /** Writes the file by hand; why not, as `delete` tells it. */
  write(session: SessionView, content: string): Promise<string | null>;
}

/** How many sessions are asked for at once. */
const WINDOW = 50;

export function createSessionsModel({
  connection,
  workspace,
}: {
  connection: Connection;
  workspace: WorkspaceModel;
}): SessionsModel {
  const filter = signal("");
  const toggled = signal<ReadonlySet<string>>(new Set());
  const windows = signal<ReadonlyMap<number, readonly SessionView[]>>(new Map());
  const fitting = signal<number | null>(null);
  const count = computed(() => workspace.state.value?.sessionCount ?? 0);
  const isMany = computed(() => count.value > FEW_SESSIONS);
  const isWhole = computed(() => !isMany.value && filter.value.trim() === "");
  const wanted = signal<{ from: number; to: number } | null>(null);
  let isAsking = false;
  let isStale = false;

  /** Asks for the windows in view, one after the other; again when something has changed meanwhile. */
  const refresh = async (): Promise<void> => {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    while (isStale) {
      isStale = false;
      for (const at of windowsIn(wanted.peek())) if (!isStale) await bring(at);
    }
    isAsking = false;
  };

  const bring = async (at: number): Promise<void> => {
    const asked = filter.peek();
    const answer = await connection.send({
      kind: "list-sessions",
      filter: asked,
      from: at * WINDOW,
      count: WINDOW,
    });
    if (!answer.ok || answer.sessions === undefined || asked !== filter.peek()) return;
    const { rows, total } = answer.sessions;
    const known = [...windows.peek()].filter(([other]) => other * WINDOW < total);
    windows.value = new Map([...known, [at, rows]]);
    fitting.value = total;
  };

  effect(() => {
    void workspace.state.value;
    void filter.value;
    if (wanted.value !== null && !isWhole.value) void refresh();
  });
  effect(() => {
    void filter.value;
    windows.value = new Map();
    fitting.value = null;
  });

  return {
    filter,
    isWhole,
    total: computed(() => fitting.value ?? (filter.value.trim() === "" ? count.value : 0)),
    rowAt: (index) => windows.value.get(Math.floor(index / WINDOW))?.[index % WINDOW],
    show(range) {
      const shown = wanted.peek();
      if (range?.from !== shown?.from || range?.to !== shown?.to) wanted.value = range;
    },
    isOpen: (session) => toggled.value.has(keyOf(session)) !== !isMany.value,
    toggle(session) {
      const key = keyOf(session);
      const next = new Set(toggled.value);
      if (!next.delete(key)) next.add(key);
      toggled.value = next;
    },
    async read(session) {
      const answer = await connection.send({ kind: "read-session", ...placeOf(session) });
      return answer.ok ? (answer.session ?? null) : null;
    },
    async delete(session) {
      const answer = await connection.send({ kind: "delete-session", ...placeOf(session) });
      if (!answer.ok) return answer.reason;
      workspace.accept(answer.state);
      return null;
    },
    async write({ id }, content) {
      const answer = await connection.send({ kind: "write-session", session: id, content });
      if (!answer.ok) return answer.reason;
      workspace.accept(answer.state);
      return null;
    },
  };
}

/** What tells a session from all others. */
export function keyOf({ id, storage, process = 0 }: SessionView): string {
  return `${storage} ${process} ${id}`;
}

function placeOf({ id, storage, process }: SessionView): SessionPlace {
  return { session: id, storage, ...(process !== undefined && { process }) };
}

function windowsIn(range: { from: number; to: number } | null): number[] {
  if (range === null) return [];
  const first = Math.floor(range.from / WINDOW);
  const last = Math.floor(range.to / WINDOW);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
