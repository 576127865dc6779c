/** Several browsers on one server: each with its page, its history and its jar; a jar changed by hand, a key carried to another. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type FrameLocator, type Locator, type Page, test } from "@playwright/test";
import { counter, killWorker, openPlayground, type Playground, sendForm } from "./playground.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = {
  "n.pih": `${counter}<a href="other.html">other</a>`,
  "other.html": "<p>other page<a href='third.html'>third</a>",
  "third.html": "<p>third page",
};

/** One of several browsers, by the names that a screen reader says. */
interface Visitor {
  region: Locator;
  shown: FrameLocator;
  press(name: string): Promise<void>;
  visit(path: string): Promise<void>;
}

test("two browsers have two sessions, and each its own Back and Forward", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  await playground.visit("/n.pih");
  const [a, b] = await openSecond(playground);
  await b.visit("/n.pih");
  await expect(b.shown.locator("body")).toContainText("visit 1");
  await b.press("Reload");
  await expect(b.shown.locator("body")).toContainText("visit 2");
  await expect(a.shown.locator("body")).toContainText("visit 1");

  // A moves, then B, then A goes back: B stays where it is.
  await a.shown.getByRole("link", { name: "other" }).click();
  await expect(a.shown.locator("body")).toContainText("other page");
  await b.shown.getByRole("link", { name: "other" }).click();
  await b.shown.getByRole("link", { name: "third" }).click();
  await expect(b.shown.locator("body")).toContainText("third page");
  await a.press("Back");
  await expect(a.shown.locator("body")).toContainText("visit 1");
  await expect(b.shown.locator("body")).toContainText("third page");
  await b.press("Back");
  await b.press("Back");
  await expect(b.shown.locator("body")).toContainText("visit 2");
  await b.press("Forward");
  await expect(b.shown.locator("body")).toContainText("other page");
  await expect(a.region.getByRole("button", { name: "Forward" })).toBeEnabled();
});

test("going back in one of two browsers shows the answer of a form again, and frames as they were", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const form = "<form method=post><input name=x value=sent><button>Send</button></form>";
  await playground.write({
    ...site,
    "f.pih": `<%\nsession = Session()\nif not hasattr(session, 'n'): session.n = 0\nsession.n = session.n + 1\nprint session.n, QUERY\n%>${form}`,
    "set.html":
      '<frameset cols="50%,50%"><frame name="left" src="other.html"><frame src="third.html"></frameset>',
  });
  const [, b] = await openSecond(playground);
  await b.visit("/f.pih");
  await expect(b.shown.locator("body")).toContainText("1 {}");
  await b.shown.getByRole("button", { name: "Send" }).click();
  await expect(b.shown.locator("body")).toContainText("2 {'x': 'sent'}");
  await b.visit("/set.html");
  const left = b.shown.frameLocator("frame[name=left]");
  // Before the whole page has come, a link in a frame of it is no step of its own.
  await expect(b.region.locator(".progress")).toHaveAttribute("data-loading", "false");
  await left.getByRole("link", { name: "third" }).click();
  await expect(left.locator("body")).toContainText("third page");
  await b.visit("/n.pih");
  await expect(b.shown.locator("body")).toContainText("visit 3");
  await b.press("Back");
  await expect(left.locator("body")).toContainText("third page");
  await b.press("Back");
  await expect(left.locator("body")).toContainText("other page");
  await b.press("Back");
  await expect(b.shown.locator("body")).toContainText("2 {'x': 'sent'}");
  await b.press("Back");
  await expect(b.shown.locator("body")).toContainText("1 {}");
});

test("who is given the key is let into the session", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  const [, b] = await openSecond(playground);
  await b.visit("/suiteEssaiSession.pih");
  await expect(b.shown.locator("body")).toContainText("has no attribute 'prenom'");
  await jarOf(page, "A").getByRole("button", { name: "Copy sessionId to…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Browser B" }).click();
  await expect(page.getByText("Browser B now holds A’s key")).toBeVisible();
  await expect(jarOf(page, "B").getByRole("row", { name: /sessionId/ })).toContainText("you");
  await b.press("Reload");
  await expect(b.shown.locator("body")).toContainText("Zoë");
});

test("a key can be carried to a browser that is opened for it", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await jarOf(page, "A").getByRole("button", { name: "Copy sessionId to…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "A new browser" }).click();
  await expect(page.getByText("Browser B now holds A’s key")).toBeVisible();
  await visitor(page, "B").visit("/suiteEssaiSession.pih");
  await expect(visitor(page, "B").shown.locator("body")).toContainText("Zoë");
});

test("an id written by hand is adopted; a bad one is refused by its rule; a deleted one can be brought back", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  await jarOf(page, "A").getByRole("button", { name: "Add a cookie" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("sessionId");
  await dialog.getByLabel("Value").fill("my;id");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("RFC 6265 §5.2");
  await dialog.getByLabel("Value").fill("myOwnId");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  await playground.openTab("Sessions");
  await expect(page.getByText("myOwnId").first()).toBeVisible();
  await playground.openTab("Cookies");
  const row = jarOf(page, "A").getByRole("row", { name: /sessionId/ });
  await row.getByRole("button", { name: "Delete sessionId" }).click();
  await expect(row).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toContainText("myOwnId");
  await playground.press("Reload");
  await expect(playground.shown.locator("body")).toContainText("visit 2");
});

test("each jar says why a cookie stayed in it", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  const [, b] = await openSecond(playground);
  for (const [name, path, box] of [
    ["deep", "/demo", null],
    ["safe", "/", "Secure"],
  ] as const) {
    await jarOf(page, "B").getByRole("button", { name: "Add a cookie" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("Path").fill(path);
    if (box !== null) await dialog.getByRole("checkbox", { name: box }).check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  }
  await b.visit("/n.pih");
  await expect(jarOf(page, "B")).toContainText("withheld deep because its path does not cover this page");
  await expect(jarOf(page, "B")).toContainText("withheld safe because it travels only over https");
  await expect(jarOf(page, "A")).not.toContainText("withheld");
});

test("browsers are opened and closed at will; those that stay keep their pages", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  await playground.visit("/n.pih");
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  const [a, b] = await openSecond(playground);
  await b.visit("/n.pih");
  await expect(b.shown.locator("body")).toContainText("visit 1");
  await a.press("Close browser A");
  await expect(page.getByText("Browser A is closed and has forgotten its key")).toBeVisible();
  // B has the part to itself, with the page it had.
  await expect(b.region).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Address" })).toBeFocused();
  await expect(b.shown.locator("body")).toContainText("visit 1");
  await page.getByRole("button", { name: "Open another browser" }).click();
  await expect(a.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(b.shown.locator("body")).toContainText("visit 1");
  await a.visit("/n.pih");
  await expect(a.shown.locator("body")).toContainText("visit 1");
  await b.press("Reload");
  await expect(b.shown.locator("body")).toContainText("visit 2");
});

test("as tabs, the browser behind keeps its page and gets its answers; a reload brings all back", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write(site);
  const [a, b] = await openSecond(playground);
  await b.visit("/n.pih");
  await expect(b.shown.locator("body")).toContainText("visit 1");
  await page.getByRole("button", { name: "As tabs" }).click();
  await expect(a.region).toBeHidden();
  await page.getByRole("tab", { name: "Browser A" }).click();
  await expect(b.region).toBeHidden();
  await a.visit("/n.pih");
  await expect(a.shown.locator("body")).toContainText("visit 1");
  await page.getByRole("tab", { name: "Browser B" }).click();
  await expect(b.shown.locator("body")).toContainText("visit 1");
  await page.reload();
  await expect(page.getByRole("tab", { name: "Browser B" })).toBeVisible();
  await page.getByRole("tab", { name: "Browser B" }).click();
  await b.visit("/n.pih");
  await expect(b.shown.locator("body")).toContainText("visit 2");
});

test("a browser that is opened while the worker is stopped is the one in use", async ({ page }) => {
  await openPlayground(page);
  await killWorker(page);
  await page.getByRole("button", { name: "Open another browser" }).click();
  await expect(visitor(page, "B").region.getByRole("textbox", { name: "Address" })).toBeFocused();
});

test("a dialog opened right after another was closed stays open", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  const copy = jarOf(page, "A").getByRole("button", { name: "Copy sessionId to…" });
  const target = page.getByRole("dialog").getByRole("button", { name: "New browser" });
  await copy.press("Enter");
  await expect(target).toBeFocused();
  for (let turn = 0; turn < 5; turn++) {
    // Both keys are on their way before the page hears of the first.
    await Promise.all([page.keyboard.press("Escape"), page.keyboard.press("Enter")]);
    // Whatever the browser has queued for the first dialog has come when a frame is drawn.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    await expect(target).toBeFocused();
  }
});

test("by keyboard alone: open, copy the key, go there, close", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await page.getByRole("button", { name: "Open another browser" }).focus();
  await page.keyboard.press("Enter");
  const b = visitor(page, "B");
  await expect(b.region.getByRole("textbox", { name: "Address" })).toBeFocused();
  const copy = jarOf(page, "A").getByRole("button", { name: "Copy sessionId to…" });
  await copy.focus();
  const toB = page.getByRole("dialog").getByRole("button", { name: "Browser B" });
  await page.keyboard.press("Enter");
  await expect(toB).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(copy).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(toB).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Browser B now holds A’s key")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(b.region.getByRole("textbox", { name: "Address" })).toBeFocused();
  await page.keyboard.type("/suiteEssaiSession.pih");
  await page.keyboard.press("Enter");
  await expect(b.shown.locator("body")).toContainText("Zoë");
  // The page has the keyboard: Ctrl+S speaks of its browser.
  await page.keyboard.press("Control+s");
  await expect(b.shown.locator("body")).toContainText("has no attribute 'prenom'");
  await expect(playground.shown.locator("body")).toContainText("Müller");
  await b.region.getByRole("button", { name: "Close browser B" }).focus();
  await page.keyboard.press("Enter");
  await expect(b.region).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Address" })).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`several browsers, their jars and the dialogs have no axe violations, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const playground = await openPlayground(page);
    await sendForm(playground);
    await openSecond(playground);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "As tabs" }).click();
    expect(await violations(page)).toEqual([]);
    for (const name of ["Change sessionId", "Copy sessionId to…"]) {
      await jarOf(page, "A").getByRole("button", { name }).click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await page.setViewportSize({ width: 390, height: 780 });
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Inspector", exact: true }).click();
    expect(await violations(page)).toEqual([]);
  });
}

async function openSecond({ page }: Playground): Promise<[Visitor, Visitor]> {
  await page.getByRole("button", { name: "Open another browser" }).click();
  const second = visitor(page, "B");
  await expect(second.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  return [visitor(page, "A"), second];
}

function visitor(page: Page, id: string): Visitor {
  const region = page.getByRole("region", { name: `Browser ${id}`, exact: true });
  return {
    region,
    shown: page.frameLocator(`iframe[title="Browser ${id}"]`),
    press: (name) => region.getByRole("button", { name, exact: true }).click(),
    async visit(path) {
      const address = region.getByRole("textbox", { name: "Address" });
      await address.fill(`http://localhost${path}`);
      await address.press("Enter");
    },
  };
}

function jarOf(page: Page, id: string): Locator {
  return page.getByRole("region", { name: `Cookies of browser ${id}` });
}

async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, { iframes: false });
    return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(" ")) }));
  });
}
