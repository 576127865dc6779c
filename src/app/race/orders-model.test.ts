import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import type { CommandBody, ExplorationView, LaneView, OutcomeView, RaceView } from "../../protocol/index.ts";
import { noRace } from "../../protocol/index.ts";
import { createOrdersModel } from "./orders-model.ts";

const outcome: OutcomeView = {
  orders: "6",
  share: 0.3,
  serial: true,
  schedule: "AABB",
  losses: [],
  sessions: [],
  jars: [],
  pages: [],
};

const explored: ExplorationView = {
  state: "complete",
  requests: [],
  server: "multithread",
  orders: "20",
  states: 9,
  outcomes: [outcome],
  judged: true,
};

const random: ExplorationView = { ...explored, random: { count: 200, seed: 1 }, orders: "200" };

test("the requests are those that are held and not answered yet", () => {
  const { model, show } = openOrders();
  show({ lanes: [lane(4, "ready"), lane(5, "answered")] });
  expect([model.source.value, model.available.value]).toEqual([null, 1]);
  show({ lanes: [lane(4, "ready"), lane(5, "answered"), lane(6, "blocked")] });
  expect([model.source.value, model.available.value]).toEqual([{ kind: "held" }, 2]);
});

test("with none held they are the frames of the page shown, if there are two", () => {
  const { model, frames } = openOrders();
  expect([model.source.value, model.isHeld.value]).toEqual([null, false]);
  frames.value = ["http://localhost/a.pih"];
  expect(model.source.value).toBeNull();
  frames.value = ["http://localhost/a.pih", "http://localhost/b.pih"];
  expect(model.source.value).toEqual({ kind: "pages", browser: "A", urls: frames.value });
});

test("what was typed is saved before anything is explored", async () => {
  const { model, commands } = openOrders();
  await model.explore({ kind: "held" });
  expect(commands).toEqual(["save", { kind: "explore", from: { kind: "held" } }]);
});

test("random orders are asked for by the seed that is shown, and a seed that is none is replaced", async () => {
  const { model, commands } = openOrders();
  expect(model.seed.value).toBe("250000");
  model.seed.value = " 4294967295 ";
  await model.runRandom({ kind: "held" });
  expect(commands.at(-1)).toMatchObject({ kind: "random-orders", count: 200, seed: 4294967295 });
  model.seed.value = "4294967296";
  await model.runRandom({ kind: "held" });
  expect(commands.at(-1)).toMatchObject({ seed: 250000 });
  expect(model.seed.value).toBe("250000");
});

test("the last result stays until a new one has taken long enough to be noticed", () => {
  vi.useFakeTimers();
  const { model, show } = openOrders();
  show({ exploration: explored });
  show({ exploration: { ...explored, state: "running", orders: "1" } });
  expect(model.shown.value?.orders).toBe("20");
  vi.advanceTimersByTime(1000);
  expect(model.shown.value?.orders).toBe("1");
  show({ exploration: { ...explored, orders: "70" } });
  expect(model.shown.value?.orders).toBe("70");
  vi.useRealTimers();
});

test("random orders know what all orders found, and the other way round", () => {
  const { model, show } = openOrders();
  show({ exploration: explored });
  expect(model.counterpart(outcome)).toBeNull();
  show({ exploration: random });
  expect(model.counterpart({ ...outcome, orders: "60" })?.outcome).toEqual(outcome);
  const other = { ...outcome, pages: [{ lane: 1, status: 200, text: "x", refused: false }] };
  expect(model.counterpart(other)).toEqual({ of: explored, outcome: null });
  show({ exploration: explored });
  expect(model.counterpart(outcome)?.of).toEqual(random);
});

test("they know nothing of each other once something has happened on the site in between", async () => {
  const { model, show, events } = openOrders();
  show({ exploration: explored });
  events.value = [{ seq: 1 }];
  // The same result comes again with every notice.
  show({ exploration: { ...explored } });
  show({ exploration: random });
  expect(model.counterpart(outcome)).toBeNull();
  await model.explore({ kind: "held" });
  show({ exploration: { ...explored } });
  expect(model.counterpart(outcome)?.of).toEqual(random);
});

test("a part of all orders tells nothing of shares", () => {
  const { model, show } = openOrders();
  show({ exploration: { ...explored, state: "limited" } });
  show({ exploration: { ...explored, random: { count: 200, seed: 1 } } });
  expect(model.counterpart(outcome)).toBeNull();
});

test("a replay that this page asked for comes to the front and takes the focus once", async () => {
  const { model, shownParts } = openOrders();
  expect(model.takeArrival()).toBe(false);
  await model.replay({ kind: "outcome", outcome: 0 });
  expect(shownParts).toEqual(["replay"]);
  expect([model.takeArrival(), model.takeArrival()]).toEqual([true, false]);
  const closing = model.closeReplay();
  expect(shownParts).toEqual(["replay", "orders"]);
  await closing;
  expect(shownParts).toEqual(["replay", "orders"]);
});

test("a refusal is told, and nothing comes to the front", async () => {
  const { model, said, shownParts } = openOrders("No such outcome.");
  await model.replay({ kind: "outcome", outcome: 9 });
  expect(said).toEqual(["That did not work: No such outcome."]);
  expect([model.takeArrival(), shownParts]).toEqual([false, []]);
});

test("what is lost with a stopped worker is told, and not as a refusal", async () => {
  const { model, said, show, reboot } = openOrders("No replay is open.");
  reboot();
  expect(said).toEqual([]);
  show({ exploration: explored });
  reboot();
  await model.send({ kind: "replay-next", all: false });
  expect(said).toEqual([expect.stringMatching(/^The browser had stopped the server/)]);
  await model.send({ kind: "replay-next", all: false });
  expect(said.at(-1)).toBe("That did not work: No replay is open.");
});

test("an outcome's order is compared on the requests that were explored, another on those at hand", async () => {
  const { model, commands, show } = openOrders();
  const sides = {
    left: { persistent_session: false, server: "multithread", session_lock: "none" },
    right: { persistent_session: false, server: "multithread", session_lock: "request" },
  } as const;
  await model.explore({ kind: "stretch", stretch: 3 });
  show({ lanes: [lane(4, "ready"), lane(5, "ready")] });
  await model.compare(sides, "ABAB");
  expect(commands.at(-1)).toEqual({
    kind: "compare",
    from: { kind: "stretch", stretch: 3 },
    schedule: "ABAB",
    ...sides,
  });
  await model.compare(sides);
  expect(commands.at(-1)).toEqual({ kind: "compare", from: { kind: "held" }, ...sides });
});

function lane(request: number, state: LaneView["state"]): LaneView {
  return {
    lane: 1,
    request,
    browser: "A",
    method: "GET",
    url: "http://localhost/a.pih",
    process: 1,
    thread: 1,
    state,
    variables: [],
    operations: 0,
    waitingShown: true,
    abandoned: false,
  };
}

/** A model over a site that does what it is told, or refuses everything with `refusal`. */
function openOrders(refusal?: string) {
  const state = signal({ race: noRace });
  const events = signal<{ seq: number }[]>([]);
  const frames = signal<string[]>([]);
  const commands: (CommandBody | "save")[] = [];
  const said: string[] = [];
  const shownParts: string[] = [];
  const rebootListeners: (() => void)[] = [];
  const app = {
    workspace: { state, events, accept() {} },
    connection: {
      onReboot: (listener: () => void) => rebootListeners.push(listener),
      async send(body: CommandBody) {
        commands.push(body);
        return refusal === undefined ? { ok: true, state: state.value } : { ok: false, reason: refusal };
      },
    },
    notices: { say: (text: string) => said.push(text) },
    files: { save: async () => void commands.push("save") },
    browsers: { current: signal({ id: "A", frames, url: signal("http://localhost/set.html") }) },
    preferences: {
      language: signal("en"),
      words: signal({
        commandFailed: (what: string, reason: string) => `${what} ${reason}`,
        noAnswer: "no answer",
      }),
    },
  };
  const model = createOrdersModel({
    ...(app as unknown as Omit<Parameters<typeof createOrdersModel>[0], "show" | "draw">),
    show: (part) => shownParts.push(part),
    draw: () => 0.25,
  });
  const show = (race: Partial<RaceView>) => {
    state.value = { race: { ...noRace, ...race } };
  };
  const reboot = () => {
    for (const listener of rebootListeners) listener();
  };
  return { model, show, reboot, events, frames, commands, said, shownParts };
}
