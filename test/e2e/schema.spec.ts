/** What an older version of the app has stored is there in this one. */
import { expect, type Page, test } from "@playwright/test";
import { command, counter, killWorker, openPlayground, untilStored } from "./playground.ts";

/** Puts what is stored into a database of version 2, which knew neither works nor versions, and had a row for each moment of a race. */
async function storeAsBefore(): Promise<number> {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const stores: [name: string, key: string | string[]][] = [
    ["workspaces", "id"],
    ["events", ["workspace", "seq"]],
    ["answers", ["workspace", "request"]],
    ["moments", ["workspace", "id"]],
  ];
  const names = stores.map(([name]) => name);
  const now = await done(indexedDB.open("biscuiterie"));
  const reading = now.transaction(names);
  const rows = await Promise.all(names.map((name) => done(reading.objectStore(name).getAll())));
  rows[names.indexOf("moments")] =
    rows[names.indexOf("moments")]?.flatMap(({ workspace, moments }) =>
      moments.map((moment: object) => ({ workspace, ...moment })),
    ) ?? [];
  now.close();
  await done(indexedDB.deleteDatabase("biscuiterie"));
  const opening = indexedDB.open("biscuiterie", 2);
  opening.onupgradeneeded = () => {
    for (const [name, keyPath] of stores) opening.result.createObjectStore(name, { keyPath });
  };
  const before = await done(opening);
  const writing = before.transaction(names, "readwrite");
  const writes = names.flatMap((name, at) =>
    (rows[at] ?? []).map((row) => done(writing.objectStore(name).put(row))),
  );
  await Promise.all(writes);
  before.close();
  return writes.length;
}

/** Leaves the page, makes the storage what an older version has left, and comes back to it. */
async function comeBackToOldStorage(page: Page): Promise<void> {
  const address = page.url();
  await page.goto(new URL("favicon.svg", address).href);
  await killWorker(page);
  expect(await page.evaluate(storeAsBefore)).toBeGreaterThan(5);
  await page.goto(address);
  await expect(page.getByRole("tab", { name: "n.pih", exact: true })).toBeVisible();
}

test("a site that an older version of the app has stored keeps its files, sessions and requests", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write({ "n.pih": counter });
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  await comeBackToOldStorage(page);
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 2");
});

test("the way back of a race that an older version has stored is still there", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "n.pih": counter });
  await command(page, { kind: "hold", on: true });
  await playground.visit("/n.pih");
  await expect.poll(async () => (await raceOf(page)).lanes.length).toBe(1);
  const request = (await raceOf(page)).lanes[0]?.request ?? 0;
  for (let moves = 0; moves < 3; moves++) await move(page, request);
  await untilStored(page);
  await comeBackToOldStorage(page);
  expect(await backOf(page)).toBe(3);
  await command(page, { kind: "race-back" });
  await command(page, { kind: "race-back" });
  await move(page, request);
  await untilStored(page);
  await killWorker(page);
  expect(await backOf(page)).toBe(2);
});

/** The part of a reply that matters here. */
interface RaceReply {
  state: { race: { lanes: { request: number }[]; back: { moves: number } } };
}

async function raceOf(page: Page): Promise<RaceReply["state"]["race"]> {
  return ((await command(page, { kind: "ping" })) as RaceReply).state.race;
}

async function backOf(page: Page): Promise<number> {
  return (await raceOf(page)).back.moves;
}

function move(page: Page, request: number): Promise<unknown> {
  return command(page, { kind: "race-move", request, length: "operation" });
}
