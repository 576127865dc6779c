/** What an older version of the app has stored is there in this one. */
import { expect, test } from "@playwright/test";
import { counter, killWorker, openPlayground } from "./playground.ts";

/** Puts what is stored into a database of version 2, which knew neither works nor versions. */
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

test("a site that an older version of the app has stored keeps its files, sessions and requests", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write({ "n.pih": counter });
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  const address = page.url();
  await page.goto(new URL("favicon.svg", address).href);
  await killWorker(page);
  expect(await page.evaluate(storeAsBefore)).toBeGreaterThan(5);
  await page.goto(address);
  await expect(page.getByRole("tab", { name: "n.pih", exact: true })).toBeVisible();
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 2");
});
