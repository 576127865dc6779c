/**
 * Moments: the worlds before each move, to go back to.
 *
 * A moment is an image, kept in memory and stored with the commit of the move that followed it; the newest is the first to be
 * taken. They are bounded in number and in bytes. Whatever changes the world and is no move ends the way back, because an image
 * from before would undo it unasked.
 */
import type { BackEnd } from "../../protocol/index.ts";
import type { Holdings } from "../keeper.ts";
import type { StoredMoment } from "../storage.ts";

/** How many moves can be taken back, and how many bytes of images are kept for it. */
export const MOMENTS_KEPT = 100;
const MOMENT_BYTES_KEPT = 24 * 1024 * 1024;

/** The moments that are kept, and which of them storage has not seen yet. */
export class Moments {
  #kept: StoredMoment[];
  #unsaved = new Set<StoredMoment>();
  #forgotten: number[] = [];

  /** `stored`: oldest first. */
  constructor(stored: readonly StoredMoment[] = []) {
    this.#kept = [...stored];
  }

  /** The first moment that was kept after event `seq`, and whether an older one is kept too; undefined when there is none. */
  firstSince(seq: number): { moment: StoredMoment; hasOlder: boolean } | undefined {
    const at = this.#kept.findIndex(({ lastEvent }) => lastEvent >= seq);
    const moment = this.#kept[at];
    return moment && { moment, hasOlder: at > 0 };
  }

  get count(): number {
    return this.#kept.length;
  }

  /** Keeps a moment. True when an older one had to go for it. */
  add(image: Uint8Array, lastEvent: number): boolean {
    const moment = { id: 1 + (this.#kept.at(-1)?.id ?? 0), image, lastEvent };
    this.#kept.push(moment);
    this.#unsaved.add(moment);
    this.#forgotten = this.#forgotten.filter((id) => id !== moment.id);
    const before = this.#kept.length;
    while (this.#kept.length > 1 && this.#isTooMuch()) this.#forget(this.#kept.shift());
    return this.#kept.length < before;
  }

  /** The newest moment, which is no longer kept; null when there is none. */
  take(): StoredMoment | null {
    const moment = this.#kept.pop();
    this.#forget(moment);
    return moment ?? null;
  }

  clear(): void {
    for (const moment of this.#kept.splice(0)) this.#forget(moment);
  }

  /** What changed since the last call. */
  takeChanges(): { moments: StoredMoment[]; forgottenMoments: number[] } {
    const changes = { moments: [...this.#unsaved], forgottenMoments: this.#forgotten };
    this.#unsaved = new Set();
    this.#forgotten = [];
    return changes;
  }

  /** Takes back changes that could not be stored, so that `takeChanges` gives them again. */
  giveBack({ moments, forgottenMoments }: ReturnType<Moments["takeChanges"]>): void {
    for (const moment of moments) if (this.#kept.includes(moment)) this.#unsaved.add(moment);
    const ids = new Set(this.#kept.map(({ id }) => id));
    this.#forgotten.push(...forgottenMoments.filter((id) => !ids.has(id)));
  }

  #isTooMuch(): boolean {
    const bytes = this.#kept.reduce((sum, { image }) => sum + image.length, 0);
    return this.#kept.length > MOMENTS_KEPT || bytes > MOMENT_BYTES_KEPT;
  }

  #forget(moment: StoredMoment | undefined): void {
    if (moment === undefined) return;
    this.#unsaved.delete(moment);
    this.#forgotten.push(moment.id);
  }
}

/** From here one cannot go back any more. */
export function endWayBack({ world: { race }, moments }: Holdings, why: BackEnd): void {
  if (moments.count === 0) return;
  moments.clear();
  race.backEnd = why;
}
