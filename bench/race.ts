/**
 * The race lab: every order of three requests of 6 visible operations (17,153,136) against running the orders one by one; forks of a
 * world; and a request that is held and moved operation by operation against a live one.
 *
 * An order run by itself is a copy of the world, 18 moves, and a look at how it ended: as many are run as fit into some seconds, and the
 * rest is multiplied. `(!)` marks what is not as it should be.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { write } from "../src/image/index.ts";
import { createRandomOrders } from "../src/race/index.ts";
import {
  accept,
  createPageCache,
  type Environment,
  moveTask,
  runLive,
  type ServerRequest,
} from "../src/server/index.ts";
import { worldCatalogue } from "../src/worker/world.ts";
import { arena, createSite, exploreAll, race as raceOf, visit } from "../test/races/racing.ts";
import { median } from "./median.ts";
import { raceHeld } from "./race-held.ts";

const ORDERS = 17_153_136n;
/** The explorer has to be so many times faster. */
const LEAST_RATIO = 1_000;
/** A request that is held may cost so many times a live one. */
const MOST_FOR_HELD = 3;

const pages = {
  "debut.pih": "<% session = Session()\nsession.a = 0\nsession.b = 0 %>",
  "deux.pih": "<% session = Session()\na = session.a\nsession.a = a + 1\nb = session.b\nsession.b = b + 1 %>",
};

/** Prints all of it. */
export async function race(): Promise<void> {
  const site = createSite(pages, { server: "multithread" });
  visit(site, "A /debut.pih");
  const world = raceOf(site, "A /deux.pih", "A /deux.pih", "A /deux.pih");
  exploration(world);
  forks(world);
  heldRequests();
  await raceHeld();
}

type World = ReturnType<typeof raceOf>;

function exploration(world: World): void {
  exploreAll(world);
  const times: number[] = [];
  const report = exploreAll(world);
  for (let turn = 0; turn < 3; turn++) times.push(processorTime(() => void exploreAll(world)));
  const explored = median(times);
  const each = timeOfOneOrder(world);
  const ratio = (each * Number(ORDERS)) / explored;
  const mark = ratio < LEAST_RATIO || report.orders !== ORDERS ? " (!)" : "";
  console.log(`race, every order of three requests of 6 operations: ${report.orders} orders${mark}
  explored in ${(explored / 1000).toFixed(0)} ms: ${report.states} worlds, ${report.moves} moves, ${report.spared} spared, ${report.outcomes.length} outcomes
  one order by itself takes ${each.toFixed(0)} µs, so all would take ${((each * Number(ORDERS)) / 6e7).toFixed(0)} minutes
  the explorer is ${Math.round(ratio).toLocaleString("en")} times as fast (at least ${LEAST_RATIO.toLocaleString("en")} is asked for)${mark}`);
}

/** In microseconds. */
function timeOfOneOrder(world: World): number {
  const count = 2_000;
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const orders = createRandomOrders(arena, world, { count: 2 * count, random });
  orders.run(count);
  return processorTime(() => orders.run(count)) / count;
}

function forks(world: World): void {
  const middle = arena.copy(world);
  for (const lane of [0, 1, 2, 0, 1, 2, 0]) arena.move(middle, lane);
  const count = 5_000;
  const kept: World[] = [];
  const before = usedHeap();
  const time = processorTime(() => {
    for (let n = 0; n < count; n++) kept.push(arena.copy(middle));
  });
  const heap = (usedHeap() - before) / kept.length;
  const image = write(middle, worldCatalogue()).length;
  console.log(`race, forks of a world with three requests in the middle of their pages:
  ${Math.round((count / time) * 1e6).toLocaleString("en")} forks per second, ${Math.round(heap).toLocaleString("en")} bytes of heap for each; its image has ${image.toLocaleString("en")} bytes`);
}

/** A held request is moved by hand, operation by operation; a live one runs by itself. */
function heldRequests(): void {
  const held = subject(true);
  const live = subject(false);
  const times = { held: [] as number[], live: [] as number[] };
  for (let turn = 0; turn < 25; turn++) {
    times.held.push(processorTime(() => held(200)) / 200);
    times.live.push(processorTime(() => live(200)) / 200);
  }
  const ratio = median(times.held.slice(5)) / median(times.live.slice(5));
  console.log(`race, a request of 6 operations that is held and moved by hand: ${median(times.held).toFixed(0)} µs, live: ${median(times.live).toFixed(0)} µs
  it costs ${ratio.toFixed(2)} times as much (at most ${MOST_FOR_HELD})${ratio > MOST_FOR_HELD ? " (!)" : ""}`);
}

/** A server with one browser; gives what lets `count` requests come and be answered. */
function subject(isHeld: boolean): (count: number) => void {
  const { server } = createSite(pages, { server: "multithread" });
  let heard = 0;
  let id = 0;
  const env: Environment = {
    now: () => 0,
    random: () => 0.5,
    emit: () => {
      heard += 1;
    },
    pages: createPageCache(),
  };
  const send = (path: string) => {
    const request: ServerRequest = {
      id: ++id,
      browser: "A",
      method: "GET",
      url: `http://localhost${path}`,
      fields: [["Cookie", "sessionId=0123456789abcdef"]],
      body: new Uint8Array(),
    };
    return accept(server, request, env);
  };
  const finish = () => {
    while (runLive(server, env).working);
  };
  send("/debut.pih");
  finish();
  return (count) => {
    for (let n = 0; n < count; n++) {
      const task = send("/deux.pih");
      task.held = isHeld;
      if (!isHeld) finish();
      while (task.response === null) moveTask(server, task, env, { length: "operation" });
    }
    if (heard === 0) throw new Error("Failed to measure: nothing happened.");
  };
}

/** Microseconds of the processor's time, which other programs do not disturb. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function usedHeap(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed;
}
