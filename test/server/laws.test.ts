/**
 * Laws of sessions: whatever several browsers do, and however often the server restarts or changes its mode, an independent
 * model of thirty lines says what every session holds.
 *
 * The model knows nothing of pages, pickles or processes: a store is a map that remembers the order of creation, a browser is
 * the id that it holds. Chance is fast-check's; a law that fails prints the shortest story that breaks it.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { storeCookies } from "../../src/browser/index.ts";
import { configure, restart } from "../../src/server/index.ts";
import { readDiskSessions, readMemorySessions } from "../../src/sessions/index.ts";
import { createWorld, jarOf, visit, type World } from "./harness.ts";

const files = {
  "set.py": "setattr(Session(), _name, int(_value))",
  "delete.py": "s = Session()\nif hasattr(s, _name): delattr(s, _name)",
  "look.py": "Session()",
  "close.py": "Session().close()",
  "none.py": "print 'nothing'",
  "fail.py": "setattr(Session(), _name, int(_value))\nraise ValueError('after the change')",
};

/** One thing that happens. */
type Happening =
  | { kind: "visit"; browser: string; page: Page; name: string; value: number }
  | { kind: "restart" }
  | { kind: "switch" }
  /** The theft lesson: `to` gets the cookie of `browser`. */
  | { kind: "copy"; browser: string; to: string }
  /** A key that the learner made up. */
  | { kind: "forge"; browser: string; id: string };
type Page = "set" | "delete" | "look" | "close" | "none" | "fail";

// The model: what there should be.

type Content = Map<string, number>;

class Model {
  readonly stores = { memory: new Map<string, Content>(), disk: new Map<string, Content>() };
  readonly keys = new Map<string, string>();
  mode: "memory" | "disk" = "memory";
  readonly rules: { cap: number; strict: boolean };
  constructor(rules: { cap: number; strict: boolean }) {
    this.rules = rules;
  }

  /** `fresh` is the id that the server gave, if it gave one. False when it should have given one and did not, or the reverse. */
  visit(browser: string, page: Page, name: string, value: number, fresh: string | null): boolean {
    if (page === "none") return fresh === null;
    const store = this.stores[this.mode];
    const sent = this.keys.get(browser);
    const id = fresh ?? sent ?? "";
    const isFresh = sent === undefined || (this.rules.strict && !store.has(sent));
    this.keys.set(browser, id);
    if (!store.has(id)) this.open(store, id);
    const content = new Map(store.get(id));
    if (page === "set" || page === "fail") content.set(name, value);
    if (page === "delete") content.delete(name);
    // An error loses the changes of a persistent session, not the session.
    if (page === "close") store.delete(id);
    else if (page !== "fail" || this.mode === "memory") store.set(id, content);
    return isFresh === (fresh !== null);
  }

  /** A session is there from `Session()` on, even one that is closed at once: somebody else had to go for it. */
  open(store: Map<string, Content>, id: string): void {
    const [oldest = ""] = store.keys();
    if (store.size >= this.rules.cap) store.delete(oldest);
    store.set(id, new Map());
  }
}

const browsers = ["A", "B", "C", "D", "E"] as const;
const browser = fc.constantFrom(...browsers);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("visit" as const),
      browser,
      page: fc.constantFrom<Page[]>("set", "set", "set", "delete", "look", "close", "none", "fail"),
      name: fc.constantFrom("a", "b"),
      value: fc.nat(99),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("switch" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("copy" as const), browser, to: browser }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("forge" as const),
      browser,
      id: fc.constantFrom("forged1", "forged2"),
    }),
  },
);
const story = fc.array(happening, { maxLength: 40 });
const cap = fc.integer({ min: 1, max: 4 });

test("a model of thirty lines predicts what every session holds", () => {
  fc.assert(
    fc.property(story, cap, fc.boolean(), (happenings, cap, strict) => {
      const world = createWorld(files, { max_sessions: cap, strict_session_ids: strict });
      const model = new Model({ cap, strict });
      for (const each of happenings) {
        live(world, model, each);
        expect(contentsOf(world)).toEqual(model.stores);
      }
    }),
    { numRuns: 300 },
  );
});

test("no store ever holds more sessions than the cap", () => {
  fc.assert(
    fc.property(story, cap, (happenings, cap) => {
      const world = createWorld(files, { max_sessions: cap });
      for (const each of happenings) {
        live(world, null, each);
        const { memory, disk } = contentsOf(world);
        expect(memory.size).toBeLessThanOrEqual(cap);
        expect(disk.size).toBeLessThanOrEqual(cap);
      }
    }),
    { numRuns: 200 },
  );
});

test("no id is ever shared by two browsers unless it was copied or made up", () => {
  fc.assert(
    fc.property(story, fc.boolean(), (happenings, strict) => {
      const world = createWorld(files, { strict_session_ids: strict });
      const given = new Set<string>();
      for (const each of happenings) {
        const fresh = live(world, null, each);
        if (fresh === null) continue;
        expect(given).not.toContain(fresh);
        given.add(fresh);
      }
    }),
    { numRuns: 200 },
  );
});

test("what persistent sessions hold survives restarts exactly", () => {
  fc.assert(
    fc.property(story, (happenings) => {
      const world = createWorld(files, { persistent_session: true });
      for (const each of happenings) if (each.kind !== "switch") live(world, null, each);
      const before = readDiskSessions(world.server.disk);
      restart(world.server, world.env);
      expect(readDiskSessions(world.server.disk)).toEqual(before);
    }),
    { numRuns: 100 },
  );
});

/** Lets it happen to the server and to the model; gives the id that the server made for it, if it made one. */
function live(world: World, model: Model | null, happening: Happening): string | null {
  switch (happening.kind) {
    case "visit":
      return liveVisit(world, model, happening);
    case "restart":
      restart(world.server, world.env);
      model?.stores.memory.clear();
      return null;
    case "switch":
      switchMode(world, model);
      return null;
    case "copy":
      giveKey(world, model, happening.to, keyOf(world, happening.browser));
      return null;
    case "forge":
      giveKey(world, model, happening.browser, happening.id);
      return null;
  }
}

function liveVisit(
  world: World,
  model: Model | null,
  { browser, page, name, value }: Extract<Happening, { kind: "visit" }>,
): string | null {
  const { setCookie } = visit(world, browser, `/${page}.py?name=${name}&value=${value}`);
  const fresh = /^sessionId=(\w{16}); Path=\/$/.exec(setCookie[0] ?? "")?.[1] ?? null;
  expect(setCookie).toHaveLength(fresh === null ? 0 : 1);
  if (model !== null) expect(model.visit(browser, page, name, value, fresh)).toBe(true);
  return fresh;
}

function switchMode(world: World, model: Model | null): void {
  const persistent = !world.server.configuration.persistent_session;
  configure(world.server, { ...world.server.configuration, persistent_session: persistent }, world.env);
  if (model === null) return;
  model.mode = persistent ? "disk" : "memory";
  model.stores.memory.clear();
}

function giveKey(world: World, model: Model | null, browser: string, id: string | undefined): void {
  if (id === undefined) return;
  storeCookies(jarOf(world, browser), "http://localhost/", [`sessionId=${id}; Path=/`], world.now);
  model?.keys.set(browser, id);
}

function keyOf(world: World, browser: string): string | undefined {
  const { cookies } = jarOf(world, browser);
  return cookies.find(({ name }) => name === "sessionId")?.value;
}

/** What the server's stores really hold. */
function contentsOf(world: World): Model["stores"] {
  const read = (sessions: ReturnType<typeof readDiskSessions>) =>
    new Map(
      sessions.map(({ id, attributes }): [string, Content] => [
        id,
        new Map(attributes.map(({ name, value }) => [name, Number(value)])),
      ]),
    );
  const [process] = world.server.processes;
  if (process === undefined) throw new Error("The server has no process.");
  return {
    memory: read(readMemorySessions(process.sessions)),
    disk: read(readDiskSessions(world.server.disk)),
  };
}
