/** Held requests: two frames stepped by hand, by mouse and by keyboard; steps taken back; what a reload and a stopped server leave of it. */
import { expect, type FrameLocator, type Locator, type Page, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { counter, killWorker, openPlayground, type Playground, untilStored } from "./playground.ts";

/** Each frame reads the number before it writes the next: in threads, an update may be lost. */
const update = `<%
session = Session()
n = session.n
session.n = n + 1
print 'now', session.n
%>`;
const site = {
  "start.pih": "<%\nSession().n = 0\nprint 'set to 0'\n%>",
  "set.html":
    '<frameset cols="50%,50%"><frame name="one" src="one.pih"><frame name="two" src="two.pih"></frameset>',
  "one.pih": update,
  "two.pih": update,
  "n.pih": counter,
  "form.html": "<form method=post action=sent.pih><input name=x value=it><button>Send</button></form>",
  "sent.pih": "got <%= _x %>",
};

test("two frames are stepped in turns, and one update is lost; stepping back brings it all back", async ({
  page,
}) => {
  const playground = await openFrames(page);
  const [one, two] = framesOf(playground);
  await expect(one.locator("body")).toContainText("/one.pih has reached the server");
  await expect(page.getByRole("button", { name: "held: 2" })).toBeVisible();
  // A frame inside of the page has the keyboard: its keys are heard too.
  await one.locator("body").click();
  await page.keyboard.press("1");
  await expect(heldRequests(page).first()).not.toContainText("find the page");
  // The two frames ask at the same time: whichever came first is lane 1.
  const [first, second] = await lanes(page);
  await moveTo(first, "read n");
  await expect(first).toContainText("read n");
  await moveTo(second, "read n");
  await operate(first);
  await operate(second);
  await expect(first).toContainText("write n = 1");
  await expect(second).toContainText("write n = 1");
  await run(first);
  await expect(first).toContainText("answered 200");
  await run(second);
  await expect(one.locator("body")).toContainText("now 1");
  await expect(two.locator("body")).toContainText("now 1");
  // The lanes say what went wrong, and the name of the other view how often.
  await expect(page.getByRole("button", { name: /^Lost update: request \d+ read n = 0/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Timeline one conflict" })).toBeVisible();

  // Back across the second answer: its frame waits again, the other keeps its page.
  await page.getByRole("button", { name: "Step back" }).click();
  await expect(second).toContainText("write n = 1");
  await expect(playground.shown.locator("frame")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "held: 1" })).toBeVisible();
  const waiting = (await first.textContent())?.includes("frame 1 of /set.html") ? two : one;
  await expect(waiting.locator("body")).toContainText("This request is held");
  await run(second);
  await expect(waiting.locator("body")).toContainText("now 1");
});

test("by keyboard alone: hold, open, step, step back", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  const tab = page.getByRole("tab", { name: "Cookies" });
  await tab.focus();
  for (const _step of ["Sessions", "Requests", "Race"]) await page.keyboard.press("ArrowRight");
  // Past the buttons of the part and its panel.
  const hold = page.getByRole("switch", { name: "Hold requests" });
  for (let stops = 0; stops < 6 && !(await hold.evaluate((it) => it.matches(":focus"))); stops += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("switch", { name: "Hold requests" })).toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("textbox", { name: "Address" })).toBeFocused();
  await page.keyboard.type("/n.pih");
  await page.keyboard.press("Enter");
  await expect(playground.shown.locator("body")).toContainText("This request is held");
  const [lane] = await lanes(page, 1);
  // The waiting page has the keyboard: its keys are heard all the same.
  await expect(lane).toContainText("find the page");
  await page.keyboard.press("1");
  await expect(lane).not.toContainText("find the page");
  await page.keyboard.press("Shift+1");
  await expect(lane).toContainText("open the session");
  await page.keyboard.press("ArrowLeft");
  await expect(lane).not.toContainText("open the session");
  await page.keyboard.press("ArrowLeft");
  await expect(lane).toContainText("find the page");
  await page.keyboard.press("F6");
  await expect(page.getByRole("tab", { name: "Race" })).toBeFocused();
  const end = lane.getByRole("button", { name: /to the end/ });
  await end.focus();
  await page.keyboard.press("Enter");
  await expect(playground.shown.locator("body")).toContainText("visit 2");
  await expect(lane).toContainText("answered 200");
  await expect(lane.getByRole("button", { name: /show less/ })).toBeFocused();
});

test("a lane shows its line, its variables, and its copy of the session beside the stored one", async ({
  page,
}) => {
  const playground = await openFrames(page, { persistent: true });
  const [first, second] = await lanes(page);
  await moveTo(first, "write n = 1");
  await operate(first);
  const knows = page.getByRole("region", { name: /What request \d+ knows/ });
  await expect(knows.getByRole("region", { name: "Variables" })).toContainText("n");
  await expect(knows.getByRole("row", { name: /^n 1 0/ })).toContainText("differs");
  await knows.getByRole("button", { name: /\.pih, line \d/ }).click();
  // A line that is wrapped has a mark for each of its rows.
  await expect(page.locator(".line-lane.is-open")).not.toHaveCount(0);
  // Its page is edited: the lane goes on with the text it began with, and says so.
  const file = (await first.textContent())?.includes("one.pih") ? "one.pih" : "two.pih";
  await playground.write({ [file]: "<%\nprint 'edited'\n%>" });
  await expect(knows).toContainText("The page was edited since");
  await run(first);
  await run(second);
  await expect(playground.shown.frameLocator("frame[name=one]").locator("body")).toContainText("now 1");
});

test("back to before a page of frames was sent: its frames go, and come again when it is sent", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  await playground.visit("/start.pih");
  await expect(playground.shown.locator("body")).toContainText("set to 0");
  const b = await openSecond(page);
  await hold(page);
  // As long as B waits, it is one race.
  await b.getByRole("textbox", { name: "Address" }).fill("/n.pih");
  await b.getByRole("textbox", { name: "Address" }).press("Enter");
  await lanes(page, 1);
  const a = page.getByRole("region", { name: "Browser A", exact: true });
  await a.getByRole("textbox", { name: "Address" }).fill("/set.html");
  await a.getByRole("textbox", { name: "Address" }).press("Enter");
  const [, set] = await lanes(page, 2);
  await run(set);
  await lanes(page, 4);
  const [one] = framesOf(playground);
  await expect(one.locator("body")).toContainText("This request is held");
  await page.getByRole("button", { name: "Step back" }).click();
  await lanes(page, 2);
  await expect(playground.shown.locator("body")).toContainText("/set.html has reached the server");
  await run(set);
  await lanes(page, 4);
  await expect(one.locator("body")).toContainText("This request is held");
});

test("a frame whose request was taken back asks again; a form is not sent again by itself", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  await playground.visit("/form.html");
  await expect(playground.shown.getByRole("button", { name: "Send" })).toBeVisible();
  const b = await openSecond(page);
  await hold(page);
  const address = b.getByRole("textbox", { name: "Address" });
  await address.fill("/n.pih");
  await address.press("Enter");
  const [first] = await lanes(page, 1);
  await first.getByRole("button", { name: /^Step request \d+$/ }).click();
  await expect(first).not.toContainText("find the page");
  await playground.shown.getByRole("button", { name: "Send" }).click();
  await lanes(page, 2);
  await page.getByRole("button", { name: "Step back" }).click();
  await expect(page.getByText("it was never sent")).toBeVisible();
  await expect(heldRequests(page)).toHaveCount(1);
  await expect(heldRequests(page)).toContainText("find the page");
});

test("a browser that goes elsewhere leaves a lane that nobody waits for", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  await hold(page);
  await playground.visit("/n.pih");
  const [lane] = await lanes(page, 1);
  await expect(lane).toContainText("the whole page");
  await playground.visit("/one.pih");
  await expect(lane).toContainText("nobody is waiting any more");
  await expect(heldRequests(page).nth(1)).not.toContainText("nobody is waiting");
});

test("a stopped server and a reload of the page leave the lanes and the way back", async ({ page }) => {
  const playground = await openFrames(page);
  const [first, second] = await lanes(page);
  await moveTo(first, "write n = 1");
  await untilStored(page);
  await killWorker(page);
  await operate(second);
  await untilStored(page);
  await killWorker(page);
  await run(first);
  const [one, two] = framesOf(playground);
  const answered = (await first.textContent())?.includes("one.pih") ? one : two;
  await expect(answered.locator("body")).toContainText("now 1");
  await page.reload();
  await page.getByRole("tab", { name: "Race" }).click();
  await expect(page.getByRole("switch", { name: "Hold requests" })).toBeChecked();
  await expect(second).toContainText("nobody is waiting any more");
  await page.getByRole("button", { name: "Step back" }).click();
  await expect(first).toContainText(/write n = 1|read n|run line/);
  // Switched off, all go on by themselves.
  await page.getByRole("switch", { name: "Hold requests" }).click();
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the race lab has no axe violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await openFrames(page, { persistent: true });
    const [first] = await lanes(page);
    await moveTo(first, "write n = 1");
    await operate(first);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 780 });
    await page.getByRole("button", { name: "Inspector", exact: true }).click();
    expect(await violations(page)).toEqual([]);
  });
}

/** A server of threads, or of files, that holds the two frames of a page. */
async function openFrames(page: Page, { persistent = false } = {}): Promise<Playground> {
  const playground = await openPlayground(page);
  await playground.write({
    ...site,
    "server.ini": `[server]\nserver = multithread\npersistent_session = ${persistent ? "on" : "off"}\n`,
  });
  await playground.visit("/start.pih");
  await expect(playground.shown.locator("body")).toContainText("set to 0");
  // Outside of the race, so that its frames alone are held.
  await playground.visit("/set.html");
  await expect(framesOf(playground)[1].locator("body")).toContainText("now");
  await playground.visit("/start.pih");
  await expect(playground.shown.locator("body")).toContainText("set to 0");
  await hold(page);
  await playground.visit("/set.html");
  await lanes(page, 1);
  await page.getByRole("button", { name: /to the end$/ }).click();
  await lanes(page, 2);
  return playground;
}

/** Another browser, once it shows the first page. */
async function openSecond(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Open another browser" }).click();
  await expect(page.frameLocator('iframe[title="Browser B"]').getByText("Qui êtes-vous ?")).toBeVisible();
  return page.getByRole("region", { name: "Browser B", exact: true });
}

async function hold(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Race" }).click();
  await page.getByRole("switch", { name: "Hold requests" }).click();
  await expect(page.getByRole("switch", { name: "Hold requests" })).toBeChecked();
}

function framesOf({ shown }: Playground): [FrameLocator, FrameLocator] {
  return [shown.frameLocator("frame[name=one]"), shown.frameLocator("frame[name=two]")];
}

/** The cards of the lanes; the lesson beside them is an article too. */
function heldRequests(page: Page): Locator {
  return page.getByRole("list", { name: "Held requests" }).getByRole("article");
}

/** The lanes, once there are `count` of them. */
async function lanes(page: Page, count = 2): Promise<[Locator, Locator]> {
  const list = heldRequests(page);
  await expect(list).toHaveCount(count);
  return [list.nth(0), list.nth(1)];
}

async function operate(lane: Locator): Promise<void> {
  const before = await lane.locator(".lane-next").textContent();
  await lane.getByRole("button", { name: /to next session operation/ }).click();
  await expect(lane.locator(".lane-next")).not.toHaveText(before ?? "");
}

/** Operation by operation, until the next one is `words`. */
async function moveTo(lane: Locator, words: string): Promise<void> {
  for (let moves = 0; moves < 8; moves += 1) {
    if ((await lane.textContent())?.includes(words)) return;
    await operate(lane);
  }
  await expect(lane).toContainText(words);
}

async function run(lane: Locator): Promise<void> {
  await lane.getByRole("button", { name: /to the end$/ }).click();
  await expect(lane.getByRole("button", { name: /to the end$/ })).toBeHidden();
}
