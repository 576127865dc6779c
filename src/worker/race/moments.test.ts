import fc from "fast-check";
import { expect, test } from "vitest";
import type { MomentRow } from "../storage.ts";
import { lanesOf, move, openHeld, raceOf, readResult, runAll, stateOf, untilTold } from "../test-race.ts";
import type { TestSite } from "../test-site.ts";
import { MOMENTS_KEPT, Moments } from "./moments.ts";

const counter = `<%
session = Session()
if not hasattr(session, 'n'): session.n = 0
session.n = session.n + 1
print session.n
%>`;

test("a step back undoes one move", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await move(site, 1, "operation");
  const before = await lanesOf(site);
  await move(site, 1, "operation");
  expect(await lanesOf(site)).not.toEqual(before);
  await back(site);
  expect(await lanesOf(site)).toEqual(before);
  expect((await raceOf(site)).back).toEqual({ moves: 2, end: "start" });
});

test("a step back takes a response, its cookie and its session with it, and the frame waits again", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await move(site, 1, "end");
  expect(await readResult(site, 1)).toMatch(/answer 1-->\s*1/);
  expect(await stateOf(site)).toMatchObject({
    browsers: [{ cookies: [{ name: "sessionId" }] }],
    sessions: [{}],
  });
  await back(site);
  const state = await stateOf(site);
  expect(state).toMatchObject({
    browsers: [{ cookies: [] }],
    sessions: [],
    running: [{ id: 1, waiting: true }],
  });
  expect(state.race.lanes).toMatchObject([{ state: "ready", next: { operation: "session-open" } }]);
  // The frame that showed the answer is sent there again, and finds the waiting page.
  const address = await untilTold(site, "taken-back", 1);
  expect(await (await fetch(address)).text()).toMatch(/^<!--biscuiterie waiting 1-->/);
  site.notices.length = 0;
  await move(site, 1, "end");
  expect(await readResult(site, 1)).toMatch(/answer 1-->\s*1/);
});

test("the log forgets what was taken back, and numbers no event twice", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "end");
  await back(site);
  const reply = await site.command({ kind: "open", files: {} });
  const events = reply.ok ? reply.state.events : [];
  expect(events.map(({ kind }) => kind)).toEqual(["server-started", "request", "stepped-back"]);
  const numbers = site.events().map(({ seq }) => seq);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  expect(events.at(-1)).toMatchObject({ to: events.at(-2)?.seq, seq: numbers.length });
  site.kill();
  const again = await site.command({ kind: "open", files: {} });
  expect(again.ok && again.state.events).toEqual(events);
});

test("the same moves after a step back make the same session", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "end");
  const { sessions } = await stateOf(site);
  await back(site);
  await move(site, 1, "end");
  const again = (await stateOf(site)).sessions;
  expect(again.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
});

test("a request that came after the move is gone, and its number is not given again", async () => {
  const site = await openHeld({ "n.pih": counter }, { server: "multithread" });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await site.visit("/n.pih?second");
  await move(site, 2, "end");
  await back(site);
  expect(await stateOf(site)).toMatchObject({ running: [{ id: 1 }, { id: 2 }] });
  await back(site);
  expect(await stateOf(site)).toMatchObject({ running: [{ id: 1 }], race: { lanes: [{ request: 1 }] } });
  // Its frame asks anew, where its answer was.
  const address = await untilTold(site, "taken-back", 2);
  expect(await (await fetch(address)).text()).toMatch(/^<!--biscuiterie waiting 3-->/);
});

test("one can go back from after the end of a race", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  await runAll(site);
  await readResult(site, 2);
  await back(site);
  expect(await lanesOf(site)).toMatchObject([{ state: "answered" }, { state: "ready" }]);
  await back(site);
  expect(await lanesOf(site)).toMatchObject([{ state: "ready" }, { state: "ready" }]);
  expect(await back(site)).toMatchObject({
    ok: false,
    reason: expect.stringContaining("nothing to take back"),
  });
});

test("the way back leads over the answer whose frames began the next race", async () => {
  const site = await openHeld({ "frames.html": "<frameset></frameset>", "n.pih": counter });
  await site.visit("/frames.html");
  await move(site, 1, "end");
  await site.visit("/n.pih");
  expect(await raceOf(site)).toMatchObject({ lanes: [{ request: 2 }], back: { moves: 1, end: "start" } });
  await move(site, 2, "operation");
  await back(site);
  await back(site);
  expect(await raceOf(site)).toMatchObject({
    lanes: [{ request: 1, url: "http://localhost/frames.html", state: "ready" }],
    back: { moves: 0, end: "start" },
  });
  expect(await stateOf(site)).toMatchObject({ running: [{ id: 1 }] });
});

test("what is changed by hand ends the way back; editing a file and opening a browser do not", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await site.command({ kind: "write-file", path: "new.html", content: "new" });
  await site.command({ kind: "open-browser", browser: "B" });
  await back(site);
  expect(await stateOf(site)).toMatchObject({
    files: { "new.html": "new" },
    browsers: [{ id: "A" }, { id: "B" }],
  });
  await move(site, 1, "operation");
  const cookie = { name: "a", value: "1", path: "/", httpOnly: false, secure: false };
  await site.command({ kind: "set-cookie", browser: "A", cookie });
  expect((await raceOf(site)).back).toEqual({ moves: 0, end: "changed" });
  expect(await back(site)).toMatchObject({ reason: expect.stringContaining("changed by hand") });
});

test("a module that was edited since is not brought back from a process's memory", async () => {
  const page = "<%\nimport outils\nprint outils.mot\n%>";
  const site = await openHeld({ "a.pih": page, "outils.py": "mot = 'old'\n" }, { server: "multithread" });
  await site.visit("/a.pih");
  await move(site, 1, "end");
  await site.visit("/a.pih");
  await move(site, 2, "step");
  await site.command({ kind: "write-file", path: "outils.py", content: "mot = 'new'\n" });
  await back(site);
  await site.visit("/a.pih");
  await move(site, 3, "end");
  expect(await readResult(site, 3)).toContain("new");
});

test("the answer to a form that was taken back is not asked for again by itself", async () => {
  const site = await openHeld({ "f.pih": "<% print _titre %>" }, { server: "multithread" });
  await site.visit("/f.pih?titre=a");
  await move(site, 1, "step");
  await site.visit("/f.pih", { method: "POST", body: new URLSearchParams({ titre: "b" }) });
  await move(site, 2, "end");
  expect(await readResult(site, 2)).toContain("b");
  await back(site);
  const address = await untilTold(site, "taken-back", 2);
  expect(await (await fetch(address)).text()).toContain("waiting 2-");
  site.notices.length = 0;
  await back(site);
  await site.command({ kind: "ping" });
  expect(site.notices.map(({ kind }) => kind)).not.toContain("taken-back");
});

test("the way back is bounded, and says that earlier moves are not kept", async () => {
  const site = await openHeld({ "a.pih": "<%\nfor i in range(200): pass\n%>" });
  await site.visit("/a.pih");
  for (let moves = 0; moves < MOMENTS_KEPT + 5; moves++) await move(site, 1, "step");
  expect((await raceOf(site)).back).toEqual({ moves: MOMENTS_KEPT, end: "full" });
  site.kill();
  expect((await raceOf(site)).back).toEqual({ moves: MOMENTS_KEPT, end: "full" });
});

test("moments are bounded in bytes as well, and the newest is kept whatever its size", () => {
  const moments = new Moments();
  const megabytes = (count: number) => new Uint8Array(count * 1024 * 1024);
  expect(moments.add(megabytes(10), 1)).toBe(false);
  expect(moments.add(megabytes(10), 2)).toBe(false);
  expect(moments.add(megabytes(10), 3)).toBe(true);
  expect(moments.count).toBe(2);
  moments.add(megabytes(30), 4);
  expect(moments.take()?.lastEvent).toBe(4);
  expect(moments.count).toBe(0);
});

test("moments that are kept between two commits are stored as one row, and again when one of them goes", () => {
  const moments = new Moments();
  for (const lastEvent of [1, 2, 3]) moments.add(image, lastEvent);
  expect(changesOf(moments)).toEqual({ rows: { 1: [1, 2, 3] }, forgotten: [] });
  moments.add(image, 4);
  expect(changesOf(moments)).toEqual({ rows: { 4: [4] }, forgotten: [] });
  moments.take();
  moments.take();
  expect(changesOf(moments)).toEqual({ rows: { 1: [1, 2] }, forgotten: [4] });
  moments.add(image, 5);
  expect(changesOf(moments)).toEqual({ rows: { 3: [5] }, forgotten: [] });
  for (let lastEvent = 6; lastEvent < 5 + MOMENTS_KEPT - 1; lastEvent++) moments.add(image, lastEvent);
  expect(changesOf(moments).rows[1]).toEqual([2]);
  moments.add(image, 200);
  expect(changesOf(moments)).toEqual({ rows: { 102: [200] }, forgotten: [1] });
});

test("moments that could not be stored are stored with the next commit", () => {
  const moments = new Moments();
  moments.add(image, 1);
  const lost = moments.takeChanges();
  moments.add(image, 2);
  moments.giveBack(lost);
  expect(changesOf(moments)).toEqual({ rows: { 1: [1], 2: [2] }, forgotten: [] });
  moments.clear();
  const cleared = moments.takeChanges();
  expect(cleared.forgottenMoments).toEqual([1, 2]);
  moments.add(image, 3);
  moments.giveBack(cleared);
  expect(changesOf(moments)).toEqual({ rows: { 1: [3] }, forgotten: [2] });
});

test("what is stored after any moves back and forth is what is kept", () => {
  const acts = fc.constantFrom("add", "add", "add", "take", "commit", "fail", "clear");
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 300 }), (story) => {
      const moments = new Moments();
      const stored = new Map<number, MomentRow>();
      const commit = () => {
        const changes = moments.takeChanges();
        for (const id of changes.forgottenMoments) stored.delete(id);
        for (const row of changes.moments) stored.set(row.id, row);
      };
      for (const [at, act] of story.entries()) {
        if (act === "add") moments.add(image, at);
        else if (act === "take") moments.take();
        else if (act === "commit") commit();
        else if (act === "fail") moments.giveBack(moments.takeChanges());
        else moments.clear();
      }
      commit();
      const again = new Moments([...stored.values()].sort((a, b) => a.id - b.id));
      expect(again.count).toBe(moments.count);
      while (moments.count > 0) expect(again.take()).toEqual(moments.take());
    }),
  );
});

test("a live request ends the way back", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "end");
  await site.command({ kind: "hold", on: false });
  expect((await raceOf(site)).back.moves).toBe(1);
  await site.read("/n.pih");
  expect((await raceOf(site)).back).toEqual({ moves: 0, end: "changed" });
});

test("a crowd on its way through the server cannot be taken back, so the way back ends", async () => {
  const site = await openHeld({ "n.pih": counter }, { server: "multithread" });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await site.command({ kind: "visit-many", count: 1, path: "/n.pih" });
  expect((await raceOf(site)).back).toEqual({ moves: 0, end: "changed" });
});

test("what a learner does to a session by hand ends the way back", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await move(site, 1, "operation");
  const [session] = (await stateOf(site)).sessions;
  await site.command({ kind: "delete-session", session: session?.id ?? "", storage: "memory", process: 1 });
  expect((await raceOf(site)).back).toEqual({ moves: 0, end: "changed" });
});

test("a command that is refused leaves the way back as it is", async () => {
  const site = await openHeld({ "n.pih": counter });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  expect(await site.command({ kind: "close-browser", browser: "A" })).toMatchObject({ ok: false });
  expect((await raceOf(site)).back.moves).toBe(1);
});

test("the configuration is not taken back: who waited for a lock that is off now may go on", async () => {
  const site = await openHeld({ "n.pih": counter }, { server: "multithread" });
  await site.command({ kind: "hold", on: false });
  await site.read("/n.pih");
  await site.command({ kind: "hold", on: true });
  await site.command({ kind: "configure", changes: { session_lock: "request" } });
  await site.visit("/n.pih");
  await site.visit("/n.pih");
  for (const request of [2, 3, 2]) await move(site, request, "operation");
  expect(await lanesOf(site)).toMatchObject([{}, { state: "blocked" }]);
  await move(site, 2, "operation");
  await site.command({ kind: "configure", changes: { session_lock: "none" } });
  await back(site);
  expect(await lanesOf(site)).toMatchObject([{ state: "ready" }, { state: "ready" }]);
});

const image = new Uint8Array(1);

/** What storage is told: by the numbers of rows, the last events before their moments. */
function changesOf(moments: Moments): { rows: Record<number, number[]>; forgotten: number[] } {
  const changes = moments.takeChanges();
  const rows = changes.moments.map(({ id, moments }) => [id, moments.map(({ lastEvent }) => lastEvent)]);
  return { rows: Object.fromEntries(rows), forgotten: changes.forgottenMoments };
}

function back(site: TestSite) {
  return site.command({ kind: "race-back" });
}
