/**
 * What running a page costs over serving a file, in Chromium, through the service worker: the manual's
 * `debutEssaiSession.pih` (which opens a session and writes two attributes) against `index.html`, both warm, asked for in turns
 * by the same page. Everything else that happens to a request (routing, jar, log, storage, isolation) is in both.
 */
import type { Page } from "@playwright/test";
import { ensureChromium } from "../scripts/find-browser.mjs";
import { median } from "./median.ts";
import { serveApp } from "./served-app.ts";

const WARM_UP = 50;
const TURNS = 400;

/** Prints the median of each and their ratio. */
export async function worker(): Promise<void> {
  const app = await serveApp(await ensureChromium());
  try {
    report(await measure(await app.openTab()));
  } finally {
    await app.close();
  }
}

interface Times {
  file: number[];
  pih: number[];
}

function measure(page: Page): Promise<Times> {
  return page.evaluate(
    async ([warmUp, turns]) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Browser A"]');
      const file = frame?.contentWindow?.location.href ?? "";
      const pih = new URL("debutEssaiSession.pih?monnom=Dupont&prenom=Jean", file).href;
      const time = async (url: string, expected: string): Promise<number> => {
        const start = performance.now();
        const text = await (await fetch(url)).text();
        const spent = performance.now() - start;
        if (!text.includes(expected)) throw new Error(`Failed to measure ${url}: it answered ${text}`);
        return spent;
      };
      const times = { file: [] as number[], pih: [] as number[] };
      for (let turn = -warmUp; turn < turns; turn++) {
        const one = await time(file, "Qui êtes-vous");
        const other = await time(pih, "Dupont");
        if (turn < 0) continue;
        times.file.push(one);
        times.pih.push(other);
      }
      return times;
    },
    [WARM_UP, TURNS] as const,
  );
}

function report({ file, pih }: Times): void {
  const ratio = median(pih) / median(file);
  console.log(
    `worker: .pih ${median(pih).toFixed(2)} ms, file ${median(file).toFixed(2)} ms, ratio ${ratio.toFixed(2)} (at most 1.3)`,
  );
}
