/**
 * Where a simulated browser is in its own history.
 *
 * The preview's frame shares the tab's session history: `history.back()` in it goes one step back in the whole tab, and the platform
 * does not say whose step that was, nor whether it would leave our page. So we keep the frame's own list of slots. A slot is named
 * by the key that the browser gives each history entry (`navigation.currentEntry.key`), of the frame and of the frames inside
 * it together, the frame's first; a document in a known slot was reached by going back or forth, a new slot is a new page.
 */

export interface FrameHistory {
  /** The slots that were visited, oldest first, those ahead included. */
  readonly slots: readonly string[];
  /** Where the browser is; -1 before the first page. */
  readonly at: number;
}

export const emptyHistory: FrameHistory = { slots: [], at: -1 };

/** How a slot came to be shown. */
export type Arrival =
  /** The frame has a new document: frames inside it are new too, whatever their keys. */
  | "document"
  /** Something moved inside the document: a fragment, a frame in it. */
  | "inside"
  /** The same, but the tab's history did not grow: a frame that loaded late. */
  | "in-place";

/** The history after `slot` was seen. An unknown slot is a new step, and what lay ahead is gone, unless it only took another's place. */
export function visit(history: FrameHistory, slot: string, arrival: Arrival): FrameHistory {
  const { slots, at } = history;
  const known = nearest(slots, at, (other) => other === slot);
  if (known !== -1) return known === at ? history : { slots, at: known };
  if (arrival === "document") {
    const place = nearest(slots, at, (other) => frameKey(other) === frameKey(slot));
    if (place !== -1) return { slots: slots.with(place, slot), at: place };
  }
  if (arrival === "in-place" && at >= 0) return { slots: slots.with(at, slot), at };
  return { slots: [...slots.slice(0, at + 1), slot], at: at + 1 };
}

/**
 * The history after the page itself has brought step `at` back, into the slot that was shown: no other step has that slot any
 * more.
 */
export function arrive({ slots }: FrameHistory, at: number, slot: string): FrameHistory {
  const names = slots.map((other, index) => (other === slot ? leftSlot(index) : other));
  return { slots: names.with(at, slot), at };
}

/** The name of a step whose slot was taken by another. */
export function leftSlot(index: number): string {
  return `left:${index}`;
}

/** Is there a page before this one? */
export function canGoBack({ at }: FrameHistory): boolean {
  return at > 0;
}

/** Is there a page after this one? */
export function canGoForward({ slots, at }: FrameHistory): boolean {
  return at < slots.length - 1;
}

/** The key of the frame itself. */
function frameKey(slot: string): string {
  return slot.split(" ", 1)[0] ?? slot;
}

function nearest(slots: readonly string[], at: number, matches: (slot: string) => boolean): number {
  const places = slots.flatMap((slot, index) => (matches(slot) ? [index] : []));
  return places.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? -1;
}
