import { expect, test } from "vitest";
import { createMemoryStorage, type Storage } from "../storage.ts";
import { lanesOf, move, openHeld, readResult, stateOf, untilTold } from "../test-race.ts";
import { createStickyStorage } from "../test-site.ts";
import { inTime, pause } from "../turns.ts";

const files = {
  "a.pih": "<% print 'here' %>",
  "b.pih": "<% raise HTTP_REDIRECTION, 'a.pih' %>",
};

test("the head of a waiting page goes ahead, and the page is shown when its request is stored", async () => {
  const { storage, gate } = createGatedStorage();
  const site = await openHeld(files, {}, { storage });
  gate.shut();
  const waiting = await site.visit("/a.pih");
  expect(waiting.status).toBe(200);
  const text = waiting.text();
  expect(await inTime(text, 20)).toBe(null);
  gate.open();
  expect(await text).toMatch(/^<!--biscuiterie waiting 1-->/);
});

test("where an answer is to be had is told with the move that sends it; it is shown when it is stored", async () => {
  const { storage, gate } = createGatedStorage();
  const site = await openHeld(files, {}, { storage });
  await site.visit("/a.pih");
  await stateOf(site);
  gate.shut();
  await site.command({ kind: "race-move", request: 1, length: "end" });
  const told = site.notices.filter(({ kind }) => kind === "result");
  expect(told).toMatchObject([{ request: 1 }]);
  const text = readResult(site, 1);
  expect(await inTime(text, 20)).toBe(null);
  gate.open();
  expect(await text).toMatch(/^<!--biscuiterie answer 1-->here/);
});

test("of an answer without a page nothing is seen before it is stored", async () => {
  const { storage, gate } = createGatedStorage();
  const site = await openHeld(files, {}, { storage });
  await site.visit("/b.pih");
  await stateOf(site);
  gate.shut();
  await site.command({ kind: "race-move", request: 1, length: "end" });
  const answer = fetch(await untilTold(site, "result", 1), { redirect: "manual" });
  expect(await inTime(answer, 20)).toBe(null);
  gate.open();
  expect((await answer).status).toBe(302);
});

test("a worker that was stopped before an answer was stored comes back to before it, and so does its address", async () => {
  const { storage, disk } = createStickyStorage();
  const site = await openHeld(files, {}, { storage });
  await site.visit("/a.pih");
  await stateOf(site);
  disk.isStuck = true;
  await site.command({ kind: "race-move", request: 1, length: "end" });
  const address = await untilTold(site, "result", 1);
  site.kill();
  disk.isStuck = false;
  expect(await (await fetch(address)).text()).toMatch(/^<!--biscuiterie waiting 1-->/);
  expect(await lanesOf(site)).toMatchObject([{ request: 1, state: "ready" }]);
  await move(site, 1, "end");
  expect(await (await fetch(address)).text()).toMatch(/^<!--biscuiterie answer 1-->here/);
});

test("an answer that is taken back while it is stored, and sent again, is shown when that is stored", async () => {
  const { storage, gate } = createGatedStorage();
  const site = await openHeld(files, {}, { storage });
  await site.visit("/a.pih");
  await stateOf(site);
  gate.shut();
  await site.command({ kind: "race-move", request: 1, length: "end" });
  // The second is sent while the first is on its way to storage.
  await pause(10);
  void site.command({ kind: "race-back" });
  await site.command({ kind: "race-move", request: 1, length: "end" });
  gate.open();
  gate.shut();
  await pause(10);
  const text = readResult(site, 1);
  expect(await inTime(text, 20)).toBe(null);
  gate.open();
  expect(await text).toMatch(/^<!--biscuiterie answer 1-->here/);
});

/** Storage whose commits wait while the gate is shut. */
function createGatedStorage() {
  const storage = createMemoryStorage();
  let opened = Promise.resolve();
  const gate = {
    open: () => {},
    shut() {
      opened = new Promise((resolve) => {
        gate.open = resolve;
      });
    },
  };
  const commit: Storage["commit"] = async (...args) => {
    await opened;
    return storage.commit(...args);
  };
  return { storage: { ...storage, commit }, gate };
}
