/**
 * What holding costs in the worker, with all that goes with a move besides the work of the request itself, whose cost `race.ts`
 * prints: a request that is held, moved operation by operation and fetched, against a live one. Both go the whole way, through the
 * worker's handlers and commands, with workspaces that are stored in memory.
 *
 * Each is asked for many times in turns, and the processor's time is taken, which other programs do not disturb.
 */
import { setImmediate } from "node:timers/promises";
import { getResponse } from "msw";
import type { CommandBody } from "../src/protocol/index.ts";
import { Library } from "../src/python/index.ts";
import { createHandlers } from "../src/worker/handlers.ts";
import { createMemoryStorage } from "../src/worker/storage.ts";
import type { UnsignedNotice } from "../src/worker/workspace.ts";
import { createWorkspaces } from "../src/worker/workspaces.ts";
import { median } from "./median.ts";
import { describeHeld, heldFiles } from "./race-page.ts";

const WARM_UP = 1_000;
const TURNS = 1_000;

const origin = "http://playground.test";
const base = "/app/";

/** Prints both and their ratio. */
export async function raceHeld(): Promise<void> {
  const [held, live] = [await openSite("1", true), await openSite("2", false)];
  const times = { held: [] as number[], live: [] as number[] };
  let moves = 0;
  for (let turn = -WARM_UP; turn < TURNS; turn++) {
    const heldTime = await processorTime(async () => {
      moves = await held();
    });
    const liveTime = await processorTime(live);
    if (turn < 0) continue;
    times.held.push(heldTime);
    times.live.push(liveTime);
  }
  console.log(describeHeld("race", moves, median(times.held), median(times.live)));
}

/** A workspace of its own; gives what has a request come and be answered, and says in how many moves. */
async function openSite(digit: string, isHeld: boolean): Promise<() => Promise<number>> {
  const workspace = digit.padStart(32, "0");
  const notices: UnsignedNotice[] = [];
  const workspaces = createWorkspaces({
    base,
    storage: createMemoryStorage(),
    now: Date.now,
    seed: () => [1, 2, 3, 4],
    notify: (_workspace, notice) => notices.push(notice),
    library: new Library(),
    fetchModule: () => Promise.reject(new Error("No page of this benchmark needs a module.")),
    patience: 30_000,
    partPatience: 30_000,
    gather: 0,
  });
  const handlers = createHandlers({
    origin,
    base,
    ask: async (address, ask) => (await (await workspaces.find(address.workspace))?.ask(ask)) ?? null,
    sandboxOf: () => undefined,
    clientOf: () => undefined,
  });
  const command = async (body: CommandBody) => {
    const result = await workspaces.command({ workspace, id: 1, buildId: "bench", ...body });
    if (!result.ok) throw new Error(`Failed to measure: ${result.reason}`);
    return result.state;
  };
  const read = async (path: string) => {
    const response = await getResponse(handlers, new Request(new URL(path, origin)));
    return (await response?.text()) ?? "";
  };
  await command({ kind: "open", files: heldFiles });
  await command({ kind: "configure", changes: { server: "multithread" } });
  await command({ kind: "hold", on: isHeld });
  const address = `${base}~/${workspace}/A/n.pih`;
  return async () => {
    notices.length = 0;
    let text = await read(address);
    let moves = 0;
    if (isHeld) {
      const request = Number(/biscuiterie waiting (\d+)/.exec(text)?.[1]);
      for (let isOpen = true; isOpen; moves++) {
        const { race } = await command({ kind: "race-move", request, length: "operation" });
        isOpen = race.lanes.some((lane) => lane.request === request && lane.state !== "answered");
      }
      text = await read(await toldUrl(notices));
    }
    if (!/answer \d+-->\s*\d+/.test(text)) throw new Error(`Failed to measure: the page was ${text}`);
    return moves;
  };
}

/** Where the answer is, which is told when it is stored. */
async function toldUrl(notices: readonly UnsignedNotice[]): Promise<string> {
  for (;;) {
    for (const notice of notices) if (notice.kind === "result") return notice.resultUrl;
    await setImmediate();
  }
}

/** Milliseconds. */
async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
