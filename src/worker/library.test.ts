/** Standard modules written in Python are fetched when a page needs them. */
import { expect, test } from "vitest";
import { openSite, readModule } from "./test-site.ts";

const page = "<% import random, json\nrandom.seed(1) %><%= json.dumps([random.randint(1, 100), None]) %>";

test("a page that imports random and json answers, and its modules are fetched once", async () => {
  const fetched: string[] = [];
  const fetchModule = (name: string) => {
    fetched.push(name);
    return readModule(name);
  };
  const site = await openSite({ "p.pih": page, "q.pih": page }, { fetchModule });
  expect(await site.read("/p.pih")).toContain("[14, null]");
  expect(await site.read("/q.pih")).toContain("[14, null]");
  expect(fetched.sort()).toEqual(["json", "math", "random"]);
});

test("a page that imports nothing fetches nothing", async () => {
  const fetchModule = () => Promise.reject(new Error("This page needs no module."));
  const site = await openSite({ "p.pih": "<% import sys %>plain" }, { fetchModule });
  expect(await site.read("/p.pih")).toContain("plain");
});

test("a module that cannot be fetched gives a page that says so, and is asked for again by the next request", async () => {
  let isOnline = false;
  const fetchModule = (name: string) =>
    isOnline ? readModule(name) : Promise.reject(new Error("no network, as this test wants it"));
  const site = await openSite({ "p.pih": page }, { fetchModule });
  expect(await site.read("/p.pih")).toContain("ImportError: the module json could not be loaded");
  isOnline = true;
  expect(await site.read("/p.pih")).toContain("[14, null]");
});

test("a slow module shows the waiting page, and its request is answered after the worker was killed", async () => {
  let deliver = () => {};
  const held = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  const fetchModule = async (name: string) => {
    await held;
    return readModule(name);
  };
  const site = await openSite({ "p.pih": page }, { fetchModule, patience: 20 });
  expect(await site.read("/p.pih")).toContain("The server is thinking");
  site.kill();
  deliver();
  await site.command({ kind: "open", files: {} });
  await expect.poll(() => site.notices.some(({ kind }) => kind === "result")).toBe(true);
});

test("other pages of a server with threads are answered while a module is on its way", async () => {
  const site = await openSite(
    { "p.pih": page, "q.pih": "<%= 'at once' %>" },
    { fetchModule: () => new Promise(() => {}), patience: 20 },
  );
  await site.command({
    kind: "configure",
    changes: { server: "multithread", persistent_session: true },
  });
  expect(await site.read("/p.pih")).toContain("The server is thinking");
  expect(await site.read("/q.pih")).toContain("at once");
});
