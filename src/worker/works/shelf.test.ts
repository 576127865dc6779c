/** The list of works: named, deleted, and forgotten in an order that costs nobody what they care for. */
import { expect, test } from "vitest";
import type { CommandBody, WorkFacts, WorkView } from "../../protocol/index.ts";
import { createMemoryStorage } from "../storage.ts";
import { openSite, type SiteOptions, type TestSite } from "../test-site.ts";
import { DAYS_KEPT, pruneWorks, type ShelfPlace, WORKS_KEPT } from "./shelf.ts";

const DAY = 86_400_000;
const lesson: WorkFacts = { name: "", origin: "lesson", lesson: "manual-example", language: "fr" };

/** Works of one browser, each opened a second after the other. */
function createShelf() {
  const clock = { now: 1_000 * DAY };
  const storage = createMemoryStorage(null, () => clock.now);
  const open = (work?: WorkFacts, options: SiteOptions = {}) => {
    clock.now += 1_000;
    const beginning = work === undefined ? {} : { work };
    return openSite({ "a.html": "" }, { storage, now: () => clock.now, beginning, ...options });
  };
  return { clock, storage, open };
}

async function worksOf(site: TestSite): Promise<WorkView[]> {
  const result = await site.command({ kind: "list-works" });
  if (!result.ok) throw new Error(result.reason);
  return result.works ?? [];
}

async function refusalOf(site: TestSite, body: CommandBody): Promise<string> {
  const result = await site.command(body);
  return result.ok ? "not refused" : result.reason;
}

test("a work is what the page said when it opened it, and outlives the worker", async () => {
  const { open } = createShelf();
  const site = await open(lesson);
  site.kill();
  const reply = await site.command({ kind: "open", files: {}, work: { ...lesson, name: "another" } });
  expect(reply).toMatchObject({ ok: true, state: { work: lesson } });
});

test("works are listed newest first, those of an older version of the app too", async () => {
  const { open } = createShelf();
  const old = await open();
  const shown = async () => new Set([old.workspace]);
  const site = await open(lesson, { shown });
  expect(await worksOf(site)).toMatchObject([
    { ...lesson, workspace: site.workspace, files: 2, shown: false },
    { workspace: old.workspace, name: "", origin: "example", language: "en", files: 2, shown: true },
  ]);
});

test("a page may ask for the works before it has opened one", async () => {
  const { open, storage } = createShelf();
  const site = await open(lesson);
  await storage.remove(site.workspace);
  site.kill();
  const result = await site.command({ kind: "list-works" });
  expect(result).toMatchObject({ ok: true, works: [], state: { revision: 0, files: {} } });
});

test("an embedded work is listed by nobody but itself", async () => {
  const { open } = createShelf();
  const embedded = await open({ ...lesson, embedded: true });
  const site = await open(lesson);
  expect((await worksOf(site)).map(({ workspace }) => workspace)).toEqual([site.workspace]);
  expect(await worksOf(embedded)).toHaveLength(2);
});

test("a work is renamed, the present one and others, and spaces are put in order", async () => {
  const { open } = createShelf();
  const other = await open();
  const site = await open(lesson);
  await site.command({ kind: "rename-work", work: other.workspace, name: "  My\n shop " });
  const reply = await site.command({ kind: "rename-work", work: site.workspace, name: "Third try" });
  expect(reply).toMatchObject({ ok: true, state: { work: { ...lesson, name: "Third try" } } });
  expect((await worksOf(site)).map(({ name }) => name).toSorted()).toEqual(["My shop", "Third try"]);
});

test("a work is deleted with all that belongs to it", async () => {
  const { open, storage } = createShelf();
  const other = await open(lesson);
  await other.command({ kind: "begin-again", files: {}, reason: "reset" });
  const site = await open(lesson);
  expect(await site.command({ kind: "delete-work", work: other.workspace })).toMatchObject({ ok: true });
  expect((await worksOf(site)).map(({ workspace }) => workspace)).toEqual([site.workspace]);
  for (const store of ["works", "versions", "contents"] as const)
    expect(await storage.readRows(store, other.workspace)).toEqual([]);
  other.kill();
  expect((await other.visit("/a.html")).status).toBe(503);
});

test("the present work, one that a tab shows, and one that is gone are not deleted", async () => {
  const { open } = createShelf();
  const other = await open(lesson);
  const site = await open(lesson, { shown: async () => new Set([other.workspace]) });
  const reasons = [site.workspace, other.workspace, "f".repeat(32)].map((work) =>
    refusalOf(site, { kind: "delete-work", work }),
  );
  expect(await Promise.all(reasons)).toEqual([
    expect.stringContaining("that you see"),
    expect.stringContaining("Another tab"),
    expect.stringContaining("not kept any more"),
  ]);
  expect(await worksOf(site)).toHaveLength(2);
});

/** What is left of so many works, and what is told. */
async function prune(shelf: ReturnType<typeof createShelf>, shown: readonly string[] = []) {
  const { storage, clock } = shelf;
  const place: ShelfPlace = { storage, shown: async () => new Set(shown), changed: async () => {} };
  const message = await pruneWorks(place, clock.now);
  return { message, left: (await storage.list()).map(({ workspace }) => workspace) };
}

test("works that nobody has used for a month are forgotten, unless they have a name or a version, or a tab shows them", async () => {
  const shelf = createShelf();
  const forgotten = await shelf.open(lesson);
  const named = await shelf.open({ ...lesson, name: "Mine" });
  const versioned = await shelf.open(lesson);
  await versioned.command({ kind: "write-file", path: "a.html", content: "x" });
  await versioned.command({ kind: "list-versions" });
  await versioned.command({ kind: "open-browser", browser: "B" });
  const shown = await shelf.open(lesson);
  shelf.clock.now += (DAYS_KEPT + 1) * DAY;
  const { message, left } = await prune(shelf, [shown.workspace]);
  expect(left).toEqual([named, versioned, shown].map(({ workspace }) => workspace));
  expect(left).not.toContain(forgotten.workspace);
  expect(message).toBeNull();
});

test("of too many works those without a name and a version go first, and the others are told of", async () => {
  const shelf = createShelf();
  const oldest = await shelf.open({ ...lesson, name: "Oldest" });
  const kept = [];
  for (let count = 1; count < WORKS_KEPT; count++) kept.push(await shelf.open({ ...lesson, name: "x" }));
  const unnamed = await shelf.open(lesson);
  shelf.clock.now += 2 * DAY;
  const first = await prune(shelf);
  expect(first.left).toHaveLength(WORKS_KEPT);
  expect(first.left).not.toContain(unnamed.workspace);
  expect(first.message).toBeNull();
  const newest = await shelf.open(lesson);
  const second = await prune(shelf);
  expect(second.left).toContain(newest.workspace);
  expect(second.left).not.toContain(oldest.workspace);
  expect(second.message).toMatch(/has forgotten: Oldest \(last used on 1972-09-27\)\.$/);
});
