/** The picture of a race: drawn as its requests are stepped, with what went wrong, as a list, as a file, and undone again by stepping back. */
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { command, openPlayground } from "./playground.ts";

const site = {
  "start.pih": "<% Session().n = 0 %>set to 0",
  "add.pih": "<%\ns = Session()\nn = s.n\ns.n = n + 1\n%>\nn is <%= n %>",
  "set.html": '<frameset cols="50%,50%"><frame src="add.pih?f=1"><frame src="add.pih?f=2"></frameset>',
};

/** What a command answers, as far as it is looked at here. */
interface Answer {
  state: { race: { lanes: { request: number; url: string; state: string }[] } };
}

async function race(page: Page, body: Record<string, unknown>): Promise<Answer["state"]["race"]["lanes"]> {
  return ((await command(page, body)) as Answer).state.race.lanes;
}

/** Holds the two frames of `set.html` and gives their requests' numbers. */
async function holdFrames(page: Page): Promise<[number, number]> {
  const playground = await openPlayground(page);
  await command(page, { kind: "configure", changes: { server: "multithread" } });
  await playground.write(site);
  await playground.visit("/start.pih");
  await expect(playground.shown.getByText("set to 0")).toBeVisible();
  const hold = { kind: "hold", on: true };
  await command(page, hold);
  await playground.visit("/set.html");
  await expect(playground.shown.getByText("This request is held")).toBeVisible();
  const [outer] = await race(page, hold);
  await command(page, { kind: "race-move", request: outer?.request, length: "end" });
  const frames = async () => (await race(page, hold)).filter(({ url }) => url.includes("add.pih"));
  await expect.poll(async () => (await frames()).length).toBe(2);
  const [first, second] = await frames();
  if (first === undefined || second === undefined) throw new Error("Both frames were held.");
  await page.getByRole("tab", { name: "Race" }).click();
  await page.getByRole("button", { name: /^Timeline/ }).click();
  return [first.request, second.request];
}

test("a lost update is drawn, told, listed, saved as a file, and gone when it is stepped back", async ({
  page,
}) => {
  const [first, second] = await holdFrames(page);
  const picture = page.getByRole("img", { name: /Sequence diagram/ });
  await expect(picture).toContainText("GET /add.pih?f=1");
  await expect(page.getByText("No session has lost anything between these requests so far.")).toBeVisible();
  // To its Session(), the session, the read; then all of the other's; then the write.
  for (let n = 0; n < 3; n++) await command(page, { kind: "race-move", request: first, length: "operation" });
  await command(page, { kind: "race-move", request: second, length: "end" });
  await command(page, { kind: "race-move", request: first, length: "operation" });
  const told = `request ${first} read n = 0 (line 3), request ${second} wrote n = 1 (line 4), then request ${first} wrote n = 1 (line 4): the update of request ${second} is gone.`;
  const mark = page.getByRole("button", { name: `Lost update: ${told}` });
  await expect(mark).toBeVisible();
  await expect(picture).toContainText("write n = 1");
  expect(await violations(page)).toEqual([]);

  await page.getByText("As a list").click();
  const list = page.locator(".timeline-list");
  await expect(list.getByRole("listitem").filter({ hasText: "Lost update" })).toContainText(
    `request ${first} → memory, process 1: write n = 1`,
  );
  await list.getByRole("button", { name: "add.pih, line 4" }).first().click();
  await expect(page.getByRole("tab", { name: "add.pih" })).toHaveAttribute("aria-selected", "true");

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as SVG" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  await page.goto("about:blank");
  await page.setContent(file);
  await expect(page.locator("svg").first()).toContainText("write n = 1");
  await expect(page.locator("svg").first()).toContainText("1. Lost update: request");
  expect(file).not.toContain("var(");
});

test("stepping back takes rows and marks away", async ({ page }) => {
  const [first, second] = await holdFrames(page);
  for (let n = 0; n < 3; n++) await command(page, { kind: "race-move", request: first, length: "operation" });
  await command(page, { kind: "race-move", request: second, length: "end" });
  await command(page, { kind: "race-move", request: first, length: "operation" });
  await expect(page.getByText("Lost update")).toBeVisible();
  const picture = page.getByRole("img", { name: /Sequence diagram/ });
  await expect(picture).toContainText("200 OK");
  for (let n = 0; n < 2; n++) await page.getByRole("button", { name: "Step back" }).click();
  await expect(picture).not.toContainText("200 OK");
  await expect(picture).toContainText("read n = 0");
  await expect(page.getByText("No session has lost anything between these requests so far.")).toBeVisible();
});
