/**
 * What went wrong between requests that were at work together: lost updates, values that vanished, sessions that came back, sessions
 * nobody has a key to.
 *
 * A request works either on the session itself (in memory) or on a copy of its own (on disk; in memory too with `session_lock =
 * version`). On the session itself every touch counts: a read, another's write, an own write is a lost update. A copy counts twice, when
 * it is loaded and when it is saved, and then whole: what another request saved in between is gone, also where the saver never touched it.
 *
 * Every mark needs two requests that overlap: requests one after the other never give any. Writing without having read is nobody's lost
 * update, since a serial order could end in the same way.
 */
import type { RequestId, TraceEvent } from "./events.ts";
import { isSessionEvent, type SessionEvent } from "./session-history.ts";
import type { Mark } from "./timeline.ts";

/** A value put under a name or taken away, and for a copy when that was saved. */
interface Change {
  event: SessionEvent;
  request: RequestId;
  saved: SessionEvent | null;
}

/** What is kept under an id in one place: a live object in a memory, or what copies are loaded from. */
interface Kept {
  changes: Map<string, Change>;
  closed: Change | null;
  /** The requests at work on it. */
  uses: Map<RequestId, Use>;
}

/** One request's dealings with what is kept. */
interface Use {
  request: RequestId;
  kept: Kept;
  place: string;
  isCopy: boolean;
  /** How it came by what it has: opened, loaded, saved or closed last. */
  base: SessionEvent;
  /** By name: the last look, and the last look or own change. */
  reads: Map<string, SessionEvent>;
  touches: Map<string, SessionEvent>;
  /** A copy's: what was kept when it was loaded, and what it has changed since. */
  snapshot: Map<string, Change>;
  own: Map<string, Change & { hadRead: boolean }>;
}

/** A session event that a request caused. */
type Deed = SessionEvent & { request: RequestId };

/** The marks of `events`, in the order of the events at which they are drawn. */
export function readMarks(events: readonly TraceEvent[]): Mark[] {
  const reader = new MarkReader();
  for (const event of events) reader.take(event);
  return reader.marks.sort((a, b) => a.events.after.seq - b.events.after.seq);
}

class MarkReader {
  marks: Mark[] = [];
  /** By place and id: `disk k3Xz`, `1 k3Xz`. */
  readonly #kept = new Map<string, Kept>();
  readonly #uses = new Map<RequestId, Use>();
  readonly #requests = new Map<
    RequestId,
    { browser: string | undefined; arrived: number; answered: number }
  >();
  /** Cookies of all jars: by browser and name. */
  readonly #jars = new Map<string, string>();
  /** Who made the sessions that exist. */
  readonly #makers = new Map<string, Deed>();

  take(event: TraceEvent): void {
    if (isSessionEvent(event) && isDeed(event)) this.#takeDeed(event);
    const { request, browser } = event;
    switch (event.kind) {
      case "request":
        if (request !== undefined)
          this.#requests.set(request, { browser, arrived: event.seq, answered: Number.POSITIVE_INFINITY });
        break;
      case "response":
        if (request !== undefined) this.#end(request, event.seq);
        break;
      case "browser-closed":
        for (const [id, known] of this.#requests) if (known.browser === browser) this.#end(id, event.seq);
        for (const key of this.#jars.keys()) if (key.startsWith(`${browser} `)) this.#jars.delete(key);
        break;
      case "set-cookie":
        if (event.stored) this.#storeCookie(event);
        break;
      case "cookie-edited":
        if (event.change === "deleted") this.#jars.delete(`${browser} ${event.name}`);
        else this.#jars.set(`${browser} ${event.name}`, event.value);
        break;
      case "server-stopped":
        for (const place of this.#kept.keys()) if (!place.startsWith("disk ")) this.#kept.delete(place);
        for (const { request, place } of this.#uses.values())
          if (!place.startsWith("disk ")) this.#drop(request);
        break;
    }
  }

  #end(request: RequestId, seq: number): void {
    const known = this.#requests.get(request);
    if (known !== undefined) known.answered = Math.min(known.answered, seq);
    this.#drop(request);
  }

  #drop(request: RequestId): void {
    this.#uses.get(request)?.kept.uses.delete(request);
    this.#uses.delete(request);
  }

  #takeDeed(event: Deed): void {
    if (event.kind === "session-opened") {
      this.#open(event);
      return;
    }
    const use = this.#uses.get(event.request);
    if (event.kind === "session-evicted") this.#evict(event, use);
    else if (use !== undefined && use.base.session === event.session) this.#useSession(event, use);
  }

  #open(event: Deed & { kind: "session-opened" }): void {
    const place = `${event.storage === "disk" ? "disk" : event.process} ${event.session}`;
    const isCopy = event.storage === "disk" || event.copy === true;
    const known = this.#kept.get(place);
    const isFresh = event.origin !== "found";
    // A live object that was closed stays with those who have it; whoever comes later gets another.
    const kept: Kept =
      known === undefined || (isFresh && !isCopy)
        ? { changes: new Map(), closed: null, uses: new Map() }
        : known;
    if (isFresh) kept.changes.clear();
    this.#kept.set(place, kept);
    if (event.origin === "new") this.#makers.set(event.session, event);
    const { request } = event;
    const maps = { reads: new Map(), touches: new Map(), snapshot: new Map(kept.changes), own: new Map() };
    const use: Use = { request, kept, place, isCopy, base: event, ...maps };
    this.#uses.set(request, use);
    kept.uses.set(request, use);
  }

  #useSession(event: Deed, use: Use): void {
    switch (event.kind) {
      case "attribute-read":
      case "attribute-missing":
        if (!use.isCopy) this.#findVanished(event, use);
        use.reads.set(event.name, event);
        use.touches.set(event.name, event);
        break;
      case "attribute-written":
      case "attribute-deleted":
        if (use.isCopy) changeCopy(event, use);
        else this.#changeLive(event, use);
        break;
      case "session-loaded":
        renew(event, use);
        use.reads.clear();
        break;
      case "session-closed":
        this.#close(event, use);
        break;
      case "session-saved":
        this.#save(event, use);
        break;
    }
  }

  /** A value that `use` had seen or set is another now, or gone. */
  #findVanished(event: Deed & { kind: "attribute-read" | "attribute-missing" }, use: Use): void {
    const before = use.touches.get(event.name);
    const change = use.kept.changes.get(event.name);
    if (before === undefined || !("value" in before) || !isLaterByOther(change, before, use)) return;
    if (event.kind === "attribute-read" && event.value === before.value) return;
    this.#unmark(use, change.event);
    this.#markVanishing(event.name, use, change, before, event);
  }

  #markVanishing(name: string, use: Use, theirs: Change, before: TraceEvent, after: TraceEvent): void {
    const events = { before, between: theirs.event, after };
    const session = use.base.session;
    this.marks.push({
      kind: "vanishing-read",
      session,
      name,
      mine: use.request,
      theirs: theirs.request,
      events,
    });
  }

  /** A later mark about the same deed of `theirs` says more than that a value vanished. */
  #unmark(mine: Use, between: TraceEvent): void {
    this.marks = this.marks.filter(
      (mark) =>
        mark.kind !== "vanishing-read" || mark.mine !== mine.request || mark.events.between !== between,
    );
  }

  #changeLive(event: Deed & { kind: "attribute-written" | "attribute-deleted" }, use: Use): void {
    const { kept, request } = use;
    const { name } = event;
    if (kept.closed !== null && event.kind === "attribute-written") {
      const isCurrent = this.#kept.get(use.place) === kept;
      if (isCurrent && kept.closed.request !== request) this.#markResurrection(use, kept.closed, event);
      kept.closed = null;
    } else this.#findOverwritten(name, event, use);
    const change = { event, request, saved: null };
    kept.changes.set(name, change);
    use.touches.set(name, event);
    if (event.kind === "attribute-deleted") this.#takeFromReaders(change, [name], use);
  }

  #findOverwritten(name: string, event: Deed, use: Use): void {
    const before = use.reads.get(name);
    const change = use.kept.changes.get(name);
    if (before === undefined || !isLaterByOther(change, before, use)) return;
    this.#unmark(use, change.event);
    const events = { before, between: change.event, after: event };
    this.#markLost(name, use, change, events);
  }

  #markLost(name: string, use: Use, { event, request, saved }: Change, events: Mark["events"]): void {
    this.marks.push({
      kind: "lost-update",
      session: use.base.session,
      name,
      mine: use.request,
      theirs: request,
      events,
      ...(saved !== null && { lost: event }),
    });
  }

  #markResurrection(use: Use, closed: Change, after: TraceEvent): void {
    this.#unmark(use, closed.event);
    const events = { before: use.base, between: closed.event, after };
    const { session } = use.base;
    this.marks.push({ kind: "resurrection", session, mine: use.request, theirs: closed.request, events });
  }

  /** Those at work on the live object who have read one of `names` last relied on what is gone now. */
  #takeFromReaders(change: Change, names: readonly string[], by: Use): void {
    for (const use of by.kept.uses.values()) {
      if (use === by || use.isCopy) continue;
      const reads = [...use.touches].filter(
        ([name, { kind }]) => names.includes(name) && kind === "attribute-read",
      );
      const [name, read] = reads.sort(([, a], [, b]) => a.seq - b.seq).at(-1) ?? [];
      if (name !== undefined && read !== undefined)
        this.#markVanishing(name, use, change, read, change.event);
    }
  }

  #close(event: Deed & { kind: "session-closed" }, use: Use): void {
    const { kept, request } = use;
    this.#makers.delete(event.session);
    const change = { event, request, saved: null };
    if (use.isCopy) {
      kept.changes.clear();
      renew(event, use);
    } else {
      for (const name of event.attributes) {
        this.#findOverwritten(name, event, use);
        kept.changes.set(name, change);
      }
      this.#takeFromReaders(change, event.attributes, use);
    }
    kept.closed = change;
  }

  /** The copy takes the place of what is kept. */
  #save(event: Deed & { kind: "session-saved" }, use: Use): void {
    const { kept, base, snapshot, own } = use;
    if (isLaterByOther(kept.closed, base, use) && event.attributes.length > 0)
      this.#markResurrection(use, kept.closed, event);
    else {
      for (const [name, change] of kept.changes) {
        if (change === snapshot.get(name) || !isLost(name, change, use)) continue;
        this.#markLost(name, use, change, {
          before: base,
          between: change.saved ?? change.event,
          after: event,
        });
      }
    }
    kept.changes = new Map(snapshot);
    for (const [name, change] of own) kept.changes.set(name, { ...change, saved: event });
    renew(event, use);
  }

  #evict(event: Deed & { kind: "session-evicted" }, evictor: Use | undefined): void {
    if (evictor === undefined) return;
    const place = `${evictor.place.split(" ")[0]} ${event.session}`;
    this.#makers.delete(event.session);
    this.#kept.delete(place);
  }

  #storeCookie(event: TraceEvent & { kind: "set-cookie" }): void {
    const { browser, request, name, value } = event;
    const key = `${browser} ${name}`;
    const replaced = this.#jars.get(key);
    this.#jars.set(key, value);
    if (replaced === undefined || replaced === value || request === undefined) return;
    const maker = this.#makers.get(replaced);
    if (maker === undefined || [...this.#jars.values()].includes(replaced)) return;
    const [mine, theirs] = [this.#requests.get(maker.request), this.#requests.get(request)];
    if (mine === undefined || theirs === undefined || theirs.arrived > mine.answered) return;
    const between = this.#makers.get(value) ?? event;
    const events = { before: maker, between, after: event };
    this.marks.push({
      kind: "orphan-session",
      session: replaced,
      mine: maker.request,
      theirs: request,
      events,
    });
  }
}

function isDeed(event: SessionEvent): event is Deed {
  return event.request !== undefined;
}

/** Did another request than that of `use` make `change`, after `event`? */
function isLaterByOther(change: Change | null | undefined, event: TraceEvent, use: Use): change is Change {
  return (
    change !== null && change !== undefined && change.request !== use.request && change.event.seq > event.seq
  );
}

function changeCopy(event: Deed & { kind: "attribute-written" | "attribute-deleted" }, use: Use): void {
  const { name, request } = event;
  const hadRead = use.own.get(name)?.hadRead ?? use.reads.has(name);
  use.own.set(name, { event, request, saved: null, hadRead });
}

/** From `base` on the copy of `use` is what is kept. */
function renew(base: Deed, use: Use): void {
  use.base = base;
  use.snapshot = new Map(use.kept.changes);
  use.own.clear();
}

/** Is another's saved `change` of `name` gone when the copy of `use` is saved, without its request having meant that? */
function isLost(name: string, change: Change, use: Use): boolean {
  if (change.request === use.request) return false;
  const own = use.own.get(name);
  if (own !== undefined) return own.hadRead;
  const old = use.snapshot.get(name)?.event;
  return old === undefined || valueLeft(old) !== valueLeft(change.event);
}

/** What `event` left under its name; undefined where it took it away. */
function valueLeft(event: SessionEvent): string | undefined {
  return event.kind === "attribute-written" ? event.value : undefined;
}
