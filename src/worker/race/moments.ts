/**
 * Moments: the worlds before each move, to go back to.
 *
 * A moment is an image, kept in memory and stored with the commit of the move that followed it; the newest is the first to be
 * taken. Those that were kept between two commits are stored as one row: many small ones cost a database more than what is in them.
 * They are bounded in number and in bytes. Whatever changes the world and is no move ends the way back, because an image
 * from before would undo it unasked.
 */
import type { BackEnd } from "../../protocol/index.ts";
import type { Holdings } from "../keeper.ts";
import type { MomentRow, StoredMoment } from "../storage.ts";

/** How many moves can be taken back, and how many bytes of images are kept for it. */
export const MOMENTS_KEPT = 100;
const MOMENT_BYTES_KEPT = 24 * 1024 * 1024;

/** The moments that are kept, and which of their rows storage has not seen as they are. */
export class Moments {
  /** Oldest first, and none is empty. */
  #rows: { id: number; moments: StoredMoment[] }[];
  #unsaved = new Set<MomentRow>();
  #forgotten: number[] = [];

  /** `stored`: oldest first. */
  constructor(stored: readonly MomentRow[] = []) {
    this.#rows = stored.map(({ id, moments }) => ({ id, moments: [...moments] }));
  }

  /** The first moment that was kept after event `seq`, and whether an older one is kept too; undefined when there is none. */
  firstSince(seq: number): { moment: StoredMoment; hasOlder: boolean } | undefined {
    const kept = this.#kept;
    const at = kept.findIndex(({ lastEvent }) => lastEvent >= seq);
    const moment = kept[at];
    return moment && { moment, hasOlder: at > 0 };
  }

  get count(): number {
    return this.#rows.reduce((sum, { moments }) => sum + moments.length, 0);
  }

  /** Keeps a moment. True when an older one had to go for it. */
  add(image: Uint8Array, lastEvent: number): boolean {
    const id = 1 + (this.#rows.at(-1)?.moments.at(-1)?.id ?? 0);
    this.#openRow(id).moments.push({ id, image, lastEvent });
    const before = this.count;
    while (this.count > 1 && this.#isTooMuch()) this.#remove(0, (moments) => moments.shift());
    return this.count < before;
  }

  /** The newest moment, which is no longer kept; null when there is none. */
  take(): StoredMoment | null {
    return this.#remove(-1, (moments) => moments.pop()) ?? null;
  }

  clear(): void {
    for (const row of this.#rows.splice(0)) this.#forget(row);
  }

  /** What changed since the last call. */
  takeChanges(): { moments: MomentRow[]; forgottenMoments: number[] } {
    const moments = Array.from(this.#unsaved, (row) => ({ ...row, moments: [...row.moments] }));
    const changes = { moments, forgottenMoments: this.#forgotten };
    this.#unsaved = new Set();
    this.#forgotten = [];
    return changes;
  }

  /** Takes back changes that could not be stored, so that `takeChanges` gives them again. */
  giveBack({ moments, forgottenMoments }: ReturnType<Moments["takeChanges"]>): void {
    const given = new Set(moments.map(({ id }) => id));
    for (const row of this.#rows) if (given.has(row.id)) this.#unsaved.add(row);
    const ids = new Set(this.#rows.map(({ id }) => id));
    this.#forgotten.push(...forgottenMoments.filter((id) => !ids.has(id)));
  }

  get #kept(): StoredMoment[] {
    return this.#rows.flatMap(({ moments }) => moments);
  }

  /** The row that is to be stored with the next commit; one that begins with moment `id` when there is none. */
  #openRow(id: number): { moments: StoredMoment[] } {
    const last = this.#rows.at(-1);
    if (last !== undefined && this.#unsaved.has(last)) return last;
    const row = { id, moments: [] };
    this.#rows.push(row);
    this.#unsaved.add(row);
    this.#forgotten = this.#forgotten.filter((forgotten) => forgotten !== id);
    return row;
  }

  /** Takes a moment out of the first row (0) or the last (-1), which is to be stored anew, or forgotten with its last moment. */
  #remove(at: 0 | -1, take: (moments: StoredMoment[]) => StoredMoment | undefined): StoredMoment | undefined {
    const row = this.#rows.at(at);
    if (row === undefined) return undefined;
    const moment = take(row.moments);
    if (row.moments.length > 0) this.#unsaved.add(row);
    else for (const empty of this.#rows.splice(at, 1)) this.#forget(empty);
    return moment;
  }

  #isTooMuch(): boolean {
    let bytes = 0;
    for (const { moments } of this.#rows) for (const { image } of moments) bytes += image.length;
    return this.count > MOMENTS_KEPT || bytes > MOMENT_BYTES_KEPT;
  }

  #forget(row: MomentRow): void {
    this.#unsaved.delete(row);
    this.#forgotten.push(row.id);
  }
}

/** From here one cannot go back any more. */
export function endWayBack({ world: { race }, moments }: Holdings, why: BackEnd): void {
  if (moments.count === 0) return;
  moments.clear();
  race.backEnd = why;
}
