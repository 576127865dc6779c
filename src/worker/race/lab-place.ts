/** What the race lab needs of its workspace. */
import type { Library } from "../../python/index.ts";
import type { PageCache } from "../../server/index.ts";
import type { Holdings } from "../keeper.ts";
import type { Stretch } from "./stretches.ts";

/** What an exploration may cost. */
export interface ExplorationLimits {
  states: number;
  seconds: number;
  /** Of the outcomes that are kept: sessions and pages, written out. */
  characters: number;
}

export interface LabPlace {
  /** The world, its log, its moments and its answers. */
  readonly holdings: Holdings;
  /** Milliseconds since the epoch. */
  now(): number;
  /** What was recorded, oldest first. */
  stretches(): readonly Stretch[];
  /** Four random 32-bit words. */
  seed(): ArrayLike<number>;
  pages: PageCache;
  library: Library;
  /** Brings the text of a standard module; rejects when it cannot be had. */
  fetchModule(name: string): Promise<string>;
  /** What an exploration may cost, where it is not the usual. */
  limits?: Partial<ExplorationLimits>;
  /** What the page shows has changed: tell it. */
  changed(): void;
}
