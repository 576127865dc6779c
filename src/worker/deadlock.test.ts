/** Live requests that wait for a lock for ever: who asked waits, the learner is told, Stop helps, and a new worker goes on. */
import { expect, test, vi } from "vitest";
import { openSite, type TestSite } from "./test-site.ts";

const files = {
  "verrous.py": "import threading\nverrou = threading.Lock()",
  "garde.pih": "<% import verrous\nverrous.verrou.acquire() %>kept",
  "prend.pih": "<% import verrous\nwith verrous.verrou: print 'taken' %>",
  "rend.pih": "<% import verrous\nverrous.verrou.release() %>released",
};

/** A site whose request 2 waits for the lock that request 1 has kept. */
async function stuckSite(): Promise<TestSite> {
  const site = await openSite(files, { patience: 1 });
  await site.read("/garde.pih");
  await vi.waitUntil(() => site.events().some(({ kind }) => kind === "response"));
  expect(await site.read("/prend.pih")).toContain("still running");
  await vi.waitUntil(() => site.events().some(({ kind }) => kind === "deadlock"));
  return site;
}

async function running(site: TestSite): Promise<number> {
  const reply = await site.command({ kind: "open", files: {} });
  return reply.ok ? reply.state.running.length : -1;
}

test("a live request in a deadlock waits until it is stopped, and those behind it go on then", async () => {
  const site = await stuckSite();
  await site.read("/garde.pih");
  expect(await running(site)).toBe(2);
  await site.command({ kind: "stop-request", request: 2 });
  await vi.waitUntil(() => site.events().some((event) => event.kind === "response" && event.status === 503));
  expect(site.events().filter(({ kind }) => kind === "deadlock")).toHaveLength(2);
  await site.command({ kind: "stop-request", request: 3 });
  await vi.waitUntil(async () => (await running(site)) === 0);
});

test("a deadlock outlives the worker; what a page is waiting for can still come", async () => {
  const site = await stuckSite();
  site.kill();
  expect(await running(site)).toBe(1);
  await site.command({ kind: "stop-request", request: 2 });
  await vi.waitUntil(async () => (await running(site)) === 0);
  await site.read("/rend.pih");
  await site.read("/prend.pih");
  await vi.waitUntil(() => site.events().filter(({ kind }) => kind === "lock-acquired").length === 2);
});
