/** The worker's late parts, in the build: what a site needs of them from its first request on is there by then, and the example needs none. */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { command, openPlayground, sendForm } from "./playground.ts";
import { openStaticSite } from "./static-site.ts";

const workspace = "f".repeat(32);
const page = `<%
import math, os, random, threading, time
lock = threading.Lock()
lock.acquire()
s = Session()
s.visits = getattr(s, 'visits', 0) + 1
lock.release()
%>visit <%= s.visits %>, <%= math.sqrt(16) %>`;

test("a new site of threads and persistent sessions answers from its first request on", async ({
  page: tab,
}) => {
  await openPlayground(tab);
  const files = { "p.pih": page, "server.ini": "[server]\nserver = multithread\npersistent_session = on\n" };
  expect(await command(tab, { kind: "open", workspace, files })).toMatchObject({ ok: true });
  for (const visit of [1, 2]) {
    const text = await tab.evaluate(
      async (url) => (await fetch(url)).text(),
      new URL(`~/${workspace}/A/p.pih`, tab.url()).href,
    );
    expect(text).toContain(`visit ${visit}, 4.0`);
  }
  expect(await command(tab, { kind: "ping", workspace })).toMatchObject({
    state: { sessions: [{ storage: "disk", attributes: [{ name: "visits", value: "2" }] }] },
  });
});

test("the example's pages, and their errors, need no late part", async ({ page }) => {
  const site = await openStaticSite();
  try {
    const parts = readdirSync(site.folder).filter((name) => /^(late|lent|natives|lab|shared)-/.test(name));
    expect(parts.length).toBeGreaterThan(2);
    for (const name of parts) rmSync(join(site.folder, name));
    const playground = await openPlayground(page, site.address);
    const { shown, visit } = playground;
    await sendForm(playground);
    await shown.getByText("Suivant...").click();
    await expect(shown.locator("body")).toContainText("Zoë");
    await visit("/suiteEssaiSession.pih");
    await expect(shown.locator("body")).toContainText("AttributeError");
    await visit("/debutEssaiSession.pih");
    await expect(shown.locator("body")).toContainText("NameError");
    await visit("/debutEssaiSession.pih?monnom[]=a&monnom[]=%C3%A9&prenom=x");
    await expect(shown.locator("body")).toContainText(String.raw`['a', '\xc3\xa9']`);
  } finally {
    await site.remove();
  }
});
