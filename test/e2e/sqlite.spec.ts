/** A real database in a page: fetched when it is first imported, kept in the session, and there without a network afterwards. */
import { expect, test } from "@playwright/test";
import { killWorker, openPlayground } from "./playground.ts";

const files = {
  "debut.pih": [
    "<%",
    "import sqlite3",
    "s = Session()",
    "s.db = sqlite3.connect(':memory:')",
    "s.db.execute('create table panier(article, prix)')",
    "s.db.execute('insert into panier values (?, ?)', (u'pain', 1.5))",
    "%><p>opened</p>",
  ].join("\n"),
  "suite.pih": [
    "<%",
    "s = Session()",
    "s.db.execute('insert into panier values (?, ?)', (u'lait', 1))",
    "for article, prix in s.db.execute('select * from panier'):",
    "    print '<p>', article, prix, '</p>'",
    "%>",
  ].join("\n"),
  "fichier.pih": [
    "<%",
    "import sqlite3",
    "db = sqlite3.connect('visites.db')",
    "db.execute('create table if not exists visites(n integer primary key)')",
    "db.execute('insert into visites values (null)')",
    "db.commit()",
    "%><p>visits: <%= db.execute('select count(*) from visites').fetchone()[0] %></p>",
  ].join("\n"),
};

for (const variable of ["E2E_URL", "E2E_SUBPATH_URL"]) {
  test(`a connection lives in the session from page to page (${variable})`, async ({ page }) => {
    const playground = await openPlayground(page, process.env[variable]);
    await playground.write(files);
    await playground.visit("/debut.pih");
    const body = playground.shown.locator("body");
    await expect(body).toContainText("opened");
    await playground.visit("/suite.pih");
    await expect(body).toContainText("pain 1.5");
    await expect(body).toContainText("lait 1");
  });
}

test("without a network and after the worker was stopped, the connection and the file are still there", async ({
  page,
  context,
}) => {
  const playground = await openPlayground(page);
  await playground.write(files);
  await playground.visit("/debut.pih");
  const body = playground.shown.locator("body");
  await expect(body).toContainText("opened");
  await playground.visit("/fichier.pih");
  await expect(body).toContainText("visits: 1");
  await context.setOffline(true);
  await killWorker(page);
  await playground.visit("/suite.pih");
  await expect(body).toContainText("lait 1");
  await playground.visit("/fichier.pih");
  await expect(body).toContainText("visits: 2");
});
