import { expect, test } from "vitest";
import { createMemoryStorage, type Storage } from "../storage.ts";
import { openHeld } from "../test-race.ts";
import { inTime } from "../turns.ts";

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
