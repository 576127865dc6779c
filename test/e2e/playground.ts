/**
 * What a learner does in the playground, by the names that a screen reader would say.
 *
 * Sites for a test are written straight to the server (the editor has its own tests); everything else goes through the page.
 */
import { expect, type FrameLocator, type Page } from "@playwright/test";

/** The files of the manual's example by heart of the tests. */
export const counter = `<%
session = Session()
if not hasattr(session, 'n'): session.n = 0
session.n = session.n + 1
print 'visit', session.n
%>`;

export interface Playground {
  page: Page;
  /** The page in the simulated browser. */
  shown: FrameLocator;
  /** Writes files of the site. */
  write(files: Record<string, string>): Promise<void>;
  /** Types an address and goes there. */
  visit(path: string): Promise<void>;
  press(name: string): Promise<void>;
  openTab(name: "Cookies" | "Sessions" | "Requests" | "Log"): Promise<void>;
  /** Waits until the address bar says `url`: it follows the page, which is there a moment earlier. */
  expectAddress(url: string): Promise<void>;
}

/** Opens the playground and waits for the first page in the browser. `site` is E2E_URL unless said otherwise. */
export async function openPlayground(page: Page, site = process.env.E2E_URL ?? ""): Promise<Playground> {
  await page.goto(site);
  // A phone shows the lesson first.
  if ((page.viewportSize()?.width ?? 0) < 720)
    await page.getByRole("navigation").getByRole("button", { name: "Browser" }).click();
  await expect(page.frameLocator('iframe[title="Browser A"]').getByText("Qui êtes-vous ?")).toBeVisible();
  return playgroundOf(page);
}

/** The playground that `page` shows already. */
export function playgroundOf(page: Page): Playground {
  return {
    page,
    shown: page.frameLocator('iframe[title="Browser A"]'),
    write: (files) => writeFiles(page, files),
    async visit(path) {
      const address = page.getByRole("textbox", { name: "Address" });
      await address.fill(`http://localhost${path}`);
      await address.press("Enter");
    },
    // The text of a lesson points at controls by their names.
    press: (name) =>
      page.getByRole("button", { name, exact: true }).and(page.locator(":not(.point-link)")).click(),
    openTab: (name) => page.getByRole("tab", { name }).click(),
    expectAddress: (url) => expect(page.getByRole("textbox", { name: "Address" })).toHaveValue(url),
  };
}

/** Fills in the manual's form and sends it. */
export async function sendForm({ shown }: Playground, nom = "Müller", prenom = "Zoë"): Promise<void> {
  await shown.locator("[name=monnom]").fill(nom);
  await shown.locator("[name=prenom]").fill(prenom);
  await shown.getByRole("button", { name: "Ok" }).click();
  await expect(shown.locator("body")).toContainText(nom);
}

/** Everything the worker was asked by name, for tests of what must not reach it. */
export async function command(page: Page, body: Record<string, unknown>): Promise<unknown> {
  return page.evaluate(async (body) => {
    const registration = await navigator.serviceWorker.ready;
    const buildId = /sw-(\w+)\.js/.exec(registration.active?.scriptURL ?? "")?.[1];
    const workspace = sessionStorage.getItem("biscuiterie-workspace");
    const id = 1e9 + Math.floor(Math.random() * 1e9);
    const reply = new Promise((resolve) => {
      const listen = ({ data }: MessageEvent) => {
        if (data.kind !== "reply" || data.id !== id) return;
        navigator.serviceWorker.removeEventListener("message", listen);
        resolve(data);
      };
      navigator.serviceWorker.addEventListener("message", listen);
    });
    registration.active?.postMessage({ workspace, id, buildId, ...body });
    return reply;
  }, body);
}

async function writeFiles(page: Page, files: Record<string, string>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const reply = await command(page, { kind: "write-file", path, content });
    expect(reply).toMatchObject({ ok: true });
  }
}

/** Waits, while requests are held, until all that happened is stored: moves are told a moment before. Holding once more is stored after them. */
export async function untilStored(page: Page): Promise<void> {
  expect(await command(page, { kind: "hold", on: true })).toMatchObject({ ok: true });
}

/** Stops every service worker, as the browser does when it wants memory back. */
export async function killWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}

/** Asks the worker to keep the files of the app, and waits until it says whether it has them all. */
export async function keepFiles(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return new Promise<boolean>((resolve) => {
      navigator.serviceWorker.addEventListener("message", ({ data }) => {
        if (data.kind === "files-kept") resolve(data.kept);
      });
      active?.postMessage({ kind: "keep-files" });
    });
  });
}
