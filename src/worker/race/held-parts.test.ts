import { expect, test } from "vitest";
import { Library } from "../../python/index.ts";
import { createMemoryStorage } from "../storage.ts";
import { readModule } from "../test-site.ts";
import { type Ask, createWorkspace, type Workspace } from "../workspace.ts";

test("a held picture waits as long as its patience, then nobody waits for its lane any more", async () => {
  const workspace = await openWorkspace({ "bild.pih": "<% print 'x' %>" });
  const given = await workspace.ask(askFor("/bild.pih"));
  expect(given).toMatchObject({ kind: "answer", answer: { status: 503 } });
  expect(await raceOf(workspace)).toMatchObject({
    lanes: [{ state: "ready", waitingShown: false, abandoned: true }],
  });
  await workspace.command({ kind: "race-run-all" });
  expect(await raceOf(workspace)).toMatchObject({ lanes: [{ state: "answered" }] });
});

test("a held picture that is released in time is shown", async () => {
  const workspace = await openWorkspace({ "bild.pih": "<% print 'x' %>" }, 10_000);
  const asked = workspace.ask(askFor("/bild.pih"));
  await untilHeld(workspace, 1);
  await workspace.command({ kind: "race-move", request: 1, length: "end" });
  expect(await asked).toMatchObject({ kind: "answer", answer: { status: 200 } });
});

test("a picture that had not been asked for yet at the moment one goes back to is given no answer", async () => {
  const workspace = await openWorkspace({ "a.pih": "<% a = 1 %>" }, 10_000);
  await workspace.ask({ ...askFor("/a.pih"), isPage: true });
  await workspace.command({ kind: "race-move", request: 1, length: "step" });
  const asked = workspace.ask(askFor("/a.pih?bild"));
  await untilHeld(workspace, 2);
  await workspace.command({ kind: "race-back" });
  expect(await asked).toEqual({ kind: "gone" });
});

test("a picture of a browser that is closed is given no answer", async () => {
  const workspace = await openWorkspace({ "a.pih": "<% a = 1 %>" }, 10_000);
  await workspace.command({ kind: "open-browser", browser: "B" });
  const asked = workspace.ask({ ...askFor("/a.pih"), browser: "B" });
  await untilHeld(workspace, 1);
  await workspace.command({ kind: "close-browser", browser: "B" });
  expect(await asked).toEqual({ kind: "closed" });
});

/** A workspace that holds its requests, and gives pictures up after `partPatience`. */
async function openWorkspace(files: Record<string, string>, partPatience = 5): Promise<Workspace> {
  const created = createWorkspace(
    "0".repeat(32),
    {
      base: "/",
      storage: createMemoryStorage(),
      now: Date.now,
      seed: () => [1, 2, 3, 4],
      notify: () => {},
      library: new Library(),
      fetchModule: readModule,
      patience: 10_000,
      partPatience,
      gather: 0,
    },
    files,
  );
  if (!created.ok) throw new Error(created.reason);
  await created.workspace.command({ kind: "hold", on: true });
  return created.workspace;
}

/** As a picture asks. */
function askFor(path: string): Ask {
  return {
    browser: "A",
    method: "GET",
    url: `http://localhost${path}`,
    fields: [],
    body: new Uint8Array(),
    isPage: false,
    isHistory: false,
  };
}

async function raceOf(workspace: Workspace) {
  const reply = await workspace.command({ kind: "ping" });
  if (!reply.ok) throw new Error(reply.reason);
  return reply.state.race;
}

async function untilHeld(workspace: Workspace, request: number): Promise<void> {
  while (!(await raceOf(workspace)).lanes.some((lane) => lane.request === request))
    await new Promise((resolve) => setTimeout(resolve, 1));
}
