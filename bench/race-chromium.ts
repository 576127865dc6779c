/**
 * What holding costs in Chromium, the whole way: a request that is held, moved operation by operation and fetched, against a live one,
 * both through the service worker, with its messages and IndexedDB. Two tabs of the app take turns, one holds; each shows what happens as
 * it does for a learner. The server has one process: those of several wait for company, which would only flatter the ratio.
 */
import type { Page } from "@playwright/test";
import { findChromium } from "../scripts/find-browser.mjs";
import { median } from "./median.ts";
import { describeHeld, heldFiles } from "./race-page.ts";
import { serveApp } from "./served-app.ts";

const WARM_UP = 50;
const TURNS = 300;

/** Prints the median of each and their ratio; says so when there is no Chromium. */
export async function raceChromium(): Promise<void> {
  const executable = findChromium();
  if (executable === null) {
    console.log(
      "race-chromium: no Chromium was found, so nothing is measured. Install one, or set CHROMIUM_PATH.",
    );
    process.exitCode = 2;
    return;
  }
  const app = await serveApp(executable);
  try {
    const [held, live] = [
      await openSite(await app.openTab(), true),
      await openSite(await app.openTab(), false),
    ];
    const times = { held: [] as number[], live: [] as number[] };
    let moves = 0;
    for (let turn = -WARM_UP; turn < TURNS; turn++) {
      const one = await visit(held);
      const other = await visit(live);
      if (turn < 0) continue;
      moves = one.moves;
      times.held.push(one.time);
      times.live.push(other.time);
    }
    console.log(describeHeld("race in Chromium", moves, median(times.held), median(times.live)));
  } finally {
    await app.close();
  }
}

declare global {
  interface Window {
    /** Has a request come and be answered: milliseconds, and in how many moves. */
    visitOnce(): Promise<{ time: number; moves: number }>;
  }
}

function visit(page: Page): Promise<{ time: number; moves: number }> {
  return page.evaluate(() => window.visitOnce());
}

/** Gives the tab the site to measure, and `visitOnce`. */
async function openSite(page: Page, isHeld: boolean): Promise<Page> {
  await page.evaluate(
    async ([files, isHeld]) => {
      const { active } = await navigator.serviceWorker.ready;
      const buildId = /sw-(\w+)\.js/.exec(active?.scriptURL ?? "")?.[1];
      const workspace = sessionStorage.getItem("biscuiterie-workspace");
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Browser A"]');
      const address = new URL("n.pih", frame?.contentWindow?.location.href).href;
      // The app's own commands count from 1.
      let id = 1_000_000;
      const asked = new Map<number, (reply: { ok: boolean; state: State }) => void>();
      const results = new Map<number, string>();
      let whenResult = () => {};
      navigator.serviceWorker.addEventListener("message", ({ data }) => {
        if (data.kind === "reply") asked.get(data.id)?.(data);
        if (data.kind !== "result") return;
        results.set(data.request, data.resultUrl);
        whenResult();
      });
      interface State {
        race: { lanes: { request: number; state: string }[] };
      }
      const command = async (body: Record<string, unknown>): Promise<State> => {
        id += 1;
        const reply = new Promise<{ ok: boolean; state: State }>((resolve) => asked.set(id, resolve));
        active?.postMessage({ workspace, id, buildId, ...body });
        const { ok, state } = await reply;
        if (!ok) throw new Error(`Failed to measure: ${JSON.stringify(await reply)}`);
        return state;
      };
      const toldUrl = async (request: number): Promise<string> => {
        for (;;) {
          const url = results.get(request);
          if (url !== undefined) return url;
          await new Promise<void>((resolve) => {
            whenResult = resolve;
          });
        }
      };
      const read = async (url: string) => (await fetch(url)).text();
      window.visitOnce = async () => {
        const start = performance.now();
        let moves = 0;
        let text = await read(address);
        if (isHeld) {
          const request = Number(/biscuiterie waiting (\d+)/.exec(text)?.[1]);
          for (let isOpen = true; isOpen; moves++) {
            const { race } = await command({ kind: "race-move", request, length: "operation" });
            isOpen = race.lanes.some((lane) => lane.request === request && lane.state !== "answered");
          }
          text = await read(await toldUrl(request));
        }
        const time = performance.now() - start;
        if (!/answer \d+-->\s*\d+/.test(text)) throw new Error(`Failed to measure: the page was ${text}`);
        return { time, moves };
      };
      for (const [path, content] of Object.entries(files))
        await command({ kind: "write-file", path, content });
      await command({ kind: "hold", on: isHeld });
    },
    [heldFiles, isHeld] as const,
  );
  return page;
}
