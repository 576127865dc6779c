/** What a learner does to share, open and keep, by the names that a screen reader would say. */
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { command, playgroundOf } from "./playground.ts";

/** The address of the app. */
export const home = (): string => process.env.E2E_URL ?? "";

/** A page of a browser profile that nobody has used; it is closed with the test. */
export type FreshPage = (options?: BrowserContextOptions) => Promise<Page>;

export const test = base.extend<{ freshPage: FreshPage }>({
  async freshPage({ browser }, use) {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** Opens the Share dialog, takes along what `takes` names, and gives the link. */
export async function makeLink(page: Page, ...takes: (string | RegExp)[]): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this site" });
  for (const name of takes) await dialog.getByRole("checkbox", { name }).check();
  const field = dialog.getByRole("textbox", { name: "The link" });
  await expect(dialog.getByText(/characters?: /)).toBeVisible();
  // With every choice it is written anew: when two looks agree, it is done.
  let link = "";
  await expect
    .poll(async () => {
      const before = link;
      link = await field.inputValue();
      return link !== "" && link === before;
    })
    .toBe(true);
  await page.keyboard.press("Escape");
  return link;
}

/** Opens `link` in the page, agrees, and waits for the first page of the site, which says `text`. */
export async function openLink(page: Page, link: string, text = "Qui êtes-vous ?"): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Open as a new work" }).click();
  await expect(playgroundOf(page).shown.getByText(text)).toBeVisible();
}

/** What the worker has of the site that `page` shows: files, cookies, sessions. */
export async function keptState(page: Page): Promise<unknown> {
  const reply = (await command(page, { kind: "ping" })) as { state: Record<string, unknown> };
  const { files, browsers, sessions, configuration } = reply.state;
  return { files, browsers, sessions, configuration };
}

export async function openWorks(page: Page) {
  await page.getByRole("button", { name: "My work" }).click();
  return page.getByRole("dialog");
}
