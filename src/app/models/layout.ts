/**
 * How the parts share the page: which one a phone shows, which one has the page to itself, which are folded to their bar.
 *
 * A folded part stays alive behind its bar, as does one that is hidden: a browser keeps its page and its history.
 * The lesson is a part only where there is one.
 */
import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** The parts of the page, in the order of `F6`. */
export type Part = "lesson" | "code" | "browser" | "inspector";
const allParts: readonly Part[] = ["lesson", "code", "browser", "inspector"];

export interface Layout {
  /** The parts that there are. */
  readonly parts: ReadonlySignal<readonly Part[]>;
  /** The part that a phone shows. */
  readonly part: ReadonlySignal<Part>;
  /** The part that has the whole page to itself; null when they share it. */
  readonly maximised: ReadonlySignal<Part | null>;
  /** The parts of which only the bar is seen. */
  readonly folded: ReadonlySignal<ReadonlySet<Part>>;
  /** Brings `part` into sight, whatever hid it. */
  show(part: Part): void;
  toggleMaximised(part: Part): void;
  toggleFolded(part: Part): void;
}

/** All parts side by side, or only some of them; a phone begins with the lesson, or without one with the browser. */
export function createLayout(
  hasLesson: ReadonlySignal<boolean> = signal(false),
  shown: readonly Part[] = allParts,
): Layout {
  const parts = computed(() => shown.filter((part) => part !== "lesson" || hasLesson.value));
  const chosen = signal<Part>(hasLesson.peek() ? "lesson" : "browser");
  const wide = signal<Part | null>(null);
  const isThere = (wanted: Part) => parts.value.includes(wanted);
  const part = computed(() =>
    isThere(chosen.value) ? chosen.value : isThere("browser") ? "browser" : (parts.value[0] ?? "browser"),
  );
  const maximised = computed(() => (wide.value !== null && isThere(wide.value) ? wide.value : null));
  const folded = signal<ReadonlySet<Part>>(new Set());
  const fold = (wanted: Part, isFolded: boolean) => {
    const next = new Set(folded.value);
    next.delete(wanted);
    if (isFolded) {
      // Browser and inspector share a column: one of the two fills it.
      if (wanted === "browser") next.delete("inspector");
      if (wanted === "inspector") next.delete("browser");
      next.add(wanted);
    }
    folded.value = next;
  };
  return {
    parts,
    part,
    maximised,
    folded,
    show(wanted) {
      if (!isThere(wanted)) return;
      chosen.value = wanted;
      if (maximised.value !== null) wide.value = wanted;
      if (folded.value.has(wanted)) fold(wanted, false);
    },
    toggleMaximised(wanted) {
      wide.value = maximised.value === wanted ? null : wanted;
      fold(wanted, false);
    },
    toggleFolded: (wanted) => fold(wanted, !folded.value.has(wanted)),
  };
}
