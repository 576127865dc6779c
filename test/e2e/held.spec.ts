/** Requests that the learner holds, and a worker that the browser stops meanwhile. */
import { expect, test } from "@playwright/test";
import { command, counter, killWorker, openPlayground, untilStored } from "./playground.ts";

test("a held request outlives a stopped worker, and so does the way back through its moves", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write({ "n.pih": counter });
  await command(page, { kind: "hold", on: true });
  await playground.visit("/n.pih");
  await expect(playground.shown.getByText("This request is held")).toBeVisible();
  const { request } = await firstLane(page);
  for (let moves = 0; moves < 3; moves++)
    await command(page, { kind: "race-move", request, length: "operation" });
  const before = await firstLane(page);
  await untilStored(page);
  await killWorker(page);
  expect(await firstLane(page)).toEqual(before);
  await command(page, { kind: "race-move", request, length: "end" });
  await expect(playground.shown.locator("body")).toContainText("visit 1");
  await killWorker(page);
  await command(page, { kind: "race-back" });
  expect(await firstLane(page)).toEqual(before);
  await expect(playground.shown.getByText("This request is held")).toBeVisible();
  await command(page, { kind: "race-run-all" });
  await expect(playground.shown.locator("body")).toContainText("visit 1");
});

test("a form that is held is answered once, and a step back asks nothing a second time", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({
    "form.html":
      '<form method="post" action="got.pih"><input name="titre"><input type="submit" value="Send"></form>',
    "got.pih":
      "<%\nsession = Session()\nsession.n = getattr(session, 'n', 0) + 1\nprint _titre, session.n\n%>",
  });
  await playground.visit("/form.html");
  await playground.shown.locator("[name=titre]").fill("Sido");
  await command(page, { kind: "hold", on: true });
  await playground.shown.getByRole("button", { name: "Send" }).click();
  await expect(playground.shown.getByText("This request is held")).toBeVisible();
  const { request } = await firstLane(page);
  await command(page, { kind: "race-move", request, length: "end" });
  await expect(playground.shown.locator("body")).toContainText("Sido 1");
  await command(page, { kind: "race-back" });
  await expect(playground.shown.getByText("This request is held")).toBeVisible();
  await command(page, { kind: "race-move", request, length: "end" });
  await expect(playground.shown.locator("body")).toContainText("Sido 1");
});

test("what a version without the race lab has stored is taken over", async ({ page }) => {
  await page.goto(`${process.env.E2E_URL ?? ""}favicon.svg`);
  await page.evaluate(async () => {
    const workspace = "0123456789abcdef".repeat(2);
    sessionStorage.setItem("biscuiterie-workspace", workspace);
    const opening = indexedDB.open("biscuiterie", 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("workspaces", { keyPath: "id" });
      opening.result.createObjectStore("events", { keyPath: ["workspace", "seq"] });
      opening.result.createObjectStore("answers", { keyPath: ["workspace", "request"] });
    };
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const ini = "[server]\n";
    const configuration = {
      server: "monoprocess",
      persistent_session: false,
      processes: 3,
      max_sessions: 1000,
    };
    const rest = {
      strict_session_ids: false,
      session_lock: "none",
      error_status: 200,
      allow_directory_listing: true,
    };
    const files = [
      ["index.html", "Qui êtes-vous ?"],
      ["kept.html", "kept"],
    ];
    const project = { files, configuration: { ...configuration, ...rest }, ini };
    const writing = opening.result.transaction("workspaces", "readwrite");
    const row = { id: workspace, image: new Uint8Array([1]), project, lastUsed: Date.now() };
    writing.objectStore("workspaces").put(row);
    await new Promise((resolve) => {
      writing.oncomplete = resolve;
    });
    opening.result.close();
  });
  const playground = await openPlayground(page);
  await expect(page.getByRole("tab", { name: "kept.html", exact: true })).toBeVisible();
  await playground.write({ "new.html": "new" });
  await killWorker(page);
  await playground.visit("/new.html");
  await expect(playground.shown.locator("body")).toContainText("new");
  const reply = await command(page, { kind: "ping" });
  expect(reply).not.toMatchObject({ state: { storageProblem: expect.anything() } });
});

async function firstLane(page: Parameters<typeof command>[0]): Promise<{ request: number }> {
  const reply = (await command(page, { kind: "ping" })) as {
    state: { race: { lanes: { request: number }[] } };
  };
  return reply.state.race.lanes[0] ?? { request: 0 };
}
