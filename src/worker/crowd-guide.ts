/**
 * Leads a workspace's crowd through its server: lets visitors in one by one, hears what they did, tells how far they are.
 *
 * All that must outlive the worker is in the world's `Crowd`; here is only when something was last told or stored.
 */
import { accept, type Environment, type ServerResponse, stop } from "../server/index.ts";
import type { NewEvent, TraceEvent } from "../trace/index.ts";
import { Crowd, isAtWork, isVisitor } from "./crowd.ts";
import {
  countAnswer,
  countEvent,
  isVisitorDue,
  nextVisitor,
  refuseVisits,
  tellCrowd,
} from "./crowd-visits.ts";
import type { World } from "./world.ts";

/** What the guide needs of the workspace. */
export interface CrowdPlace {
  world(): World;
  /** The same, for those who only look. */
  seen(): World;
  environment(): Environment;
  /** The log. */
  events(): readonly TraceEvent[];
  now(): number;
  /** Something that the page shows has changed. */
  changed(): void;
  save(): void;
}

/** Milliseconds between two reports of the progress, and between two times that it is stored: each visit would be too often. */
const TOLD_EVERY = 100;
const SAVED_EVERY = 1_000;

export class CrowdGuide {
  readonly #place: CrowdPlace;
  #told = 0;
  #saved = 0;
  /** The sessions that the log knows, as long as visitors may evict them. */
  #known: Set<string> | null = null;

  constructor(place: CrowdPlace) {
    this.#place = place;
  }

  /** Sends a crowd, or says why not. Asked twice for the same one, as a page does that got no answer, it goes once. */
  send({ path, count }: { path: string; count: number }): string | null {
    const refusal = refuseVisits(path);
    if (refusal !== null) return refusal;
    const world = this.#place.world();
    const { crowd } = world;
    if (crowd !== null && isAtWork(crowd)) {
      if (crowd.path === path && crowd.count === count) return null;
      return "Other visitors are still on their way. Stop them first, or wait for the last one.";
    }
    world.crowd = new Crowd(path, count);
    this.#place.changed();
    return null;
  }

  /** Sends nobody any more; who is in the server is stopped. */
  stop(): null {
    const { crowd, server } = this.#place.world();
    if (crowd === null || !isAtWork(crowd)) return null;
    crowd.isStopped = true;
    for (const task of server.tasks) if (isVisitor(task.id)) stop(server, task, this.#place.environment());
    if (!isAtWork(crowd)) this.#end(crowd);
    return null;
  }

  /** Lets the next visitor in, if the one before is gone. */
  admit(): void {
    if (this.#place.seen().crowd === null) return;
    const { crowd, server } = this.#place.world();
    const visitor = crowd === null ? null : nextVisitor(crowd);
    if (visitor !== null) accept(server, visitor, this.#place.environment());
  }

  /** True when a visitor stands at the door. */
  get isDue(): boolean {
    const { crowd } = this.#place.seen();
    return crowd !== null && isVisitorDue(crowd);
  }

  /** A visitor was answered. */
  note(response: ServerResponse): void {
    const { crowd } = this.#place.world();
    if (crowd === null) return;
    countAnswer(crowd, response);
    if (!isAtWork(crowd)) this.#end(crowd);
    else this.#report();
  }

  #report(): void {
    const now = this.#place.now();
    if (now - this.#told < TOLD_EVERY) return;
    this.#told = now;
    this.#place.changed();
    if (now - this.#saved < SAVED_EVERY) return;
    this.#saved = now;
    this.#place.save();
  }

  /** Hears of an event before it enters the log; true when it is a visitor's and must not. */
  hear(event: NewEvent): boolean {
    if (!isVisitor(event.request)) {
      if (event.kind === "session-opened") this.#known?.add(event.session);
      return false;
    }
    const { crowd } = this.#place.world();
    if (crowd !== null) countEvent(crowd, event);
    if (event.kind === "session-evicted") this.#tellEviction(event);
    return true;
  }

  /** Of what visitors do only one thing is told: that a session had to go which a browser or the log knows. */
  #tellEviction({ session, cap }: NewEvent & { kind: "session-evicted" }): void {
    const { jars } = this.#place.world();
    this.#known ??= new Set(
      this.#place.events().flatMap((event) => (event.kind === "session-opened" ? [event.session] : [])),
    );
    const isHeld = [...jars.values()].some(({ cookies }) => cookies.some(({ value }) => value === session));
    if (isHeld || this.#known.has(session))
      this.#place.environment().emit({ kind: "session-evicted", session, cap });
  }

  #end(crowd: Crowd): void {
    this.#known = null;
    this.#place.environment().emit({ kind: "log", level: "info", message: tellCrowd(crowd) });
    this.#place.save();
  }
}
