/**
 * How the parts share the page: which one a phone shows, which one has the page to itself, which are folded to their bar.
 *
 * A folded part stays alive behind its bar, as does one that is hidden: a browser keeps its page and its history.
 */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";

/** The parts of the page, in the order of `F6`. */
export type Part = "code" | "browser" | "inspector";
export const parts: readonly Part[] = ["code", "browser", "inspector"];

export interface Layout {
  /** The part that a phone shows. */
  readonly part: Signal<Part>;
  /** The part that has the whole page to itself; null when they share it. */
  readonly maximised: Signal<Part | null>;
  /** The parts of which only the bar is seen. */
  readonly folded: ReadonlySignal<ReadonlySet<Part>>;
  /** Brings `part` into sight, whatever hid it. */
  show(part: Part): void;
  toggleMaximised(part: Part): void;
  toggleFolded(part: Part): void;
}

/** All parts side by side; a phone begins with the browser. */
export function createLayout(): Layout {
  const part = signal<Part>("browser");
  const maximised = signal<Part | null>(null);
  const folded = signal<ReadonlySet<Part>>(new Set());
  const fold = (wanted: Part, isFolded: boolean) => {
    const next = new Set(folded.value);
    next.delete(wanted);
    if (isFolded) {
      // Browser and inspector share a column: one of the two fills it.
      if (wanted !== "code") next.delete(wanted === "browser" ? "inspector" : "browser");
      next.add(wanted);
    }
    folded.value = next;
  };
  return {
    part,
    maximised,
    folded,
    show(wanted) {
      part.value = wanted;
      if (maximised.value !== null) maximised.value = wanted;
      if (folded.value.has(wanted)) fold(wanted, false);
    },
    toggleMaximised(wanted) {
      maximised.value = maximised.value === wanted ? null : wanted;
      fold(wanted, false);
    },
    toggleFolded: (wanted) => fold(wanted, !folded.value.has(wanted)),
  };
}
