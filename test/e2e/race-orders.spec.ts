/** Every order of two frames: explored, run by chance, replayed, compared, and the proof that nothing is lost. */
import { expect, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { command, counter, killWorker, openPlayground, type Playground } from "./playground.ts";

const twoFrames = `<html><frameset cols="50%,50%"><frame src="/one.pih"><frame src="/two.pih"></frameset></html>`;

/** Opens a page of two frames that count in one session, on a server with threads. */
async function openFrames(playground: Playground, options: Record<string, unknown> = {}): Promise<void> {
  const { page, shown } = playground;
  await command(page, { kind: "configure", changes: { server: "multithread", ...options } });
  await playground.write({ "one.pih": counter, "two.pih": counter, "set.html": twoFrames });
  await playground.visit("/one.pih");
  await expect(shown.getByText("visit 1")).toBeVisible();
  await playground.visit("/set.html");
  await expect(shown.frameLocator("frame >> nth=1").getByText(/visit/)).toBeVisible();
  await page.getByRole("tab", { name: "Race" }).click();
}

const orders = (page: Playground["page"]) => page.getByRole("region", { name: "All orders" });
const summary = (page: Playground["page"]) => orders(page).getByRole("heading", { name: /orders, / });

test("all orders of the frames shown: their number, what is lost, and an outcome replayed step by step", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await openFrames(playground);
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await expect(orders(page)).toContainText("Of the 2 frames of /set.html");
  await playground.press("Explore all orders");
  await expect(summary(page)).toHaveText(/^[\d,]+ orders, \d outcomes\.$/);
  await expect(orders(page)).toContainText(/lose something: no serial order ends like that/);
  const lost = orders(page).getByRole("listitem").filter({ hasText: "loses something" }).first();
  await expect(lost).toContainText(/n is \d; after every serial order it is \d\./);
  await lost.getByRole("button", { name: /^Replay outcome/ }).click();
  const replay = page.getByRole("region", { name: "Replay" });
  await expect(replay).toContainText("your site and its browsers are not touched");
  await expect(replay.getByRole("button", { name: /^Next/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(replay).toContainText(/1 of \d+ done/);
  await playground.press("Step back");
  await expect(replay).toContainText(/0 of \d+ done/);
  await playground.press("Run the rest");
  await expect(replay).toContainText("How it ended");
  await expect(replay).toContainText("Lost update");
  await playground.press("Close");
  await expect(lost.getByRole("button", { name: /^Replay outcome/ })).toBeFocused();
});

test("random orders: the same seed gives the same histogram, beside what exploring found", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await openFrames(playground);
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await playground.press("Explore all orders");
  await expect(summary(page)).toHaveText(/outcomes\.$/);
  await page.getByRole("textbox", { name: "Seed" }).fill("4711");
  await playground.press("Run 200 random orders");
  await expect(summary(page)).toHaveText(/^200 random orders, \d outcomes\. Seed 4711/);
  await expect(orders(page)).toContainText(/of all orders \d/);
  const histogram = () => orders(page).getByRole("list", { name: "Outcomes" }).textContent();
  const first = await histogram();
  await page.getByRole("textbox", { name: "Seed" }).fill("12");
  await playground.press("Run 200 random orders");
  await expect(summary(page)).toHaveText(/Seed 12:/);
  await page.getByRole("textbox", { name: "Seed" }).fill("4711");
  await playground.press("Run 200 random orders");
  await expect(summary(page)).toHaveText(/Seed 4711:/);
  expect(await histogram()).toBe(first);
});

test("with the lock every order agrees with a serial one, and the panel says so: by keyboard alone", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await openFrames(playground, { session_lock: "request" });
  await page.getByRole("button", { name: "All orders", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Explore all orders", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(orders(page)).toContainText("Both orders agree with some serial order: nothing is lost.");
  await orders(page).getByRole("button", { name: "Replay outcome 1" }).focus();
  await page.keyboard.press("Enter");
  const replay = page.getByRole("region", { name: "Replay" });
  await expect(replay.getByRole("button", { name: /^Next/ })).toBeFocused();
  for (let place = 1; place <= 3; place += 1) {
    await page.keyboard.press("Enter");
    await expect(replay).toContainText(new RegExp(`${place} of \\d+ done`));
  }
});

test("the same order without and with the lock, side by side, and the first difference in a sentence", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await openFrames(playground);
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await playground.press("Explore all orders");
  await expect(orders(page)).toContainText("lose something");
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Session lock, Right" })).toHaveValue("request");
  await playground.press("Run both");
  const compare = page.getByRole("region", { name: "Compare" });
  await expect(compare).toContainText(/First difference, at place \d+ of the order\./);
  await expect(compare).toContainText(/Right, request \d+ \(B\): waits: request \d+ holds the session/);
  await expect(compare).toContainText(/had to wait at place \d+: request [AB] held the session\./);
  await expect(compare.getByRole("region", { name: "Left" })).toContainText("Something is lost");
  await expect(compare.getByRole("region", { name: "Right" })).toContainText("Nothing is lost");
});

test("exploring can be cancelled, and what was known by then is told", async ({ page }) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await command(page, { kind: "configure", changes: { server: "multithread", session_lock: "version" } });
  const names = ["one", "two", "three", "four", "five"];
  const frames = names.map((name) => `<iframe src="/${name}.pih"></iframe>`).join("");
  await playground.write(Object.fromEntries(names.map((name) => [`${name}.pih`, counter])));
  await playground.write({ "set.html": frames });
  await playground.visit("/one.pih");
  await expect(shown.getByText("visit 1")).toBeVisible();
  await playground.visit("/set.html");
  await expect(shown.frameLocator("iframe >> nth=4").locator("body")).not.toBeEmpty();
  await page.getByRole("tab", { name: "Race" }).click();
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await expect(orders(page)).toContainText("Of the 5 frames of /set.html");
  await playground.press("Explore all orders");
  await expect(orders(page)).toContainText(/orders? so far, [\d,]+ states?, \d+ outcomes?/);
  await playground.press("Cancel");
  await expect(orders(page)).toContainText("You stopped it.");
  await expect(summary(page)).toHaveText(/^At least [\d,]+ orders, at least \d+ outcomes\.$/);
});

test("the orders of held requests begin where these stand, and nothing of them is moved", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await openFrames(playground);
  await page.getByRole("switch", { name: "Hold requests" }).click();
  await expect(page.getByRole("switch", { name: "Hold requests" })).toBeChecked();
  await playground.visit("/set.html");
  await expect(page.getByRole("list", { name: "Held requests" }).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: /^Run request \d+ to the end$/ }).click();
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await expect(orders(page)).toContainText("Of the 2 requests that are held.");
  await playground.press("Explore all orders");
  await expect(summary(page)).toHaveText("924 orders, 4 outcomes.");
  await expect(orders(page)).toContainText("lose something");
  await page.getByRole("button", { name: "Lanes", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Step request \d+$/ })).toHaveCount(2);
});

test("with fewer than two requests the panel says what to do instead", async ({ page }) => {
  await openPlayground(page);
  await page.getByRole("tab", { name: "Race" }).click();
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await expect(orders(page)).toContainText("open a page with two frames");
  await expect(page.getByRole("button", { name: "Explore all orders", exact: true })).toBeDisabled();
});

test("live requests that were at work together can be replayed, from the list and from their details", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await openFrames(playground);
  // A slow machine asks for them some time apart: they have so much to do that they are at work together all the same.
  const busy = `${counter}<%\nfor turn in range(12000): pass\n%>`;
  await playground.write({ "one.pih": busy, "two.pih": busy });
  await playground.visit("/set.html?again");
  await expect(playground.shown.frameLocator("frame >> nth=1").getByText(/visit [45]/)).toBeVisible();
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await expect(orders(page)).toContainText(/Requests \d+ and \d+ were at work together\./);
  await orders(page)
    .getByRole("button", { name: /^Replay this/ })
    .first()
    .click();
  const replay = page.getByRole("region", { name: "Replay" });
  await expect(replay.getByRole("heading", { name: /^Replay of requests \d+ and \d+$/ })).toBeVisible();
  await playground.press("Run the rest");
  await expect(replay).toContainText("How it ended");
  await playground.press("Close");
  await playground.openTab("Requests");
  await page
    .getByRole("row", { name: /two\.pih/ })
    .last()
    .click();
  await page.getByRole("button", { name: /^Replay this/ }).click();
  await expect(replay).toContainText(/^Replay of requests/);
});

test("a replay that is lost with a stopped server says so", async ({ page }) => {
  const playground = await openPlayground(page);
  await openFrames(playground);
  await page.getByRole("button", { name: "All orders", exact: true }).click();
  await playground.press("Explore all orders");
  await page.getByRole("button", { name: "Replay outcome 1" }).click();
  const replay = page.getByRole("region", { name: "Replay" });
  await expect(replay).toContainText(/0 of \d+ done/);
  await killWorker(page);
  await replay.getByRole("button", { name: /^Next/ }).click();
  await expect(page.getByText("The browser had stopped the server")).toBeVisible();
  await expect(replay).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`orders, a replay and a comparison have no axe violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const playground = await openPlayground(page);
    await openFrames(playground);
    await page.getByRole("button", { name: "All orders", exact: true }).click();
    await playground.press("Explore all orders");
    await expect(orders(page)).toContainText("lose something");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Replay outcome 1" }).click();
    await playground.press("Run the rest");
    await expect(page.getByRole("region", { name: "Replay" })).toContainText("How it ended");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await playground.press("Run both");
    await expect(page.getByRole("region", { name: "Compare" })).toContainText("First difference");
    expect(await violations(page)).toEqual([]);
  });
}
