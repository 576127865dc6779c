import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { write } from "../../image/index.ts";
import type { CommandBody } from "../../protocol/index.ts";
import { Holdings } from "../keeper.ts";
import { move, openHeld, stateOf } from "../test-race.ts";
import type { TestSite } from "../test-site.ts";
import { breathe } from "../turns.ts";
import { worldCatalogue } from "../world.ts";

const files = {
  "n.pih":
    "<%\nimport outils\nsession = Session()\nif not hasattr(session, 'n'): session.n = outils.first\nsession.n = session.n + 1\nprint session.n\n%>",
  "close.pih": "<%\nSET_COOKIE['seen'] = 'yes'\nSession().close()\n%>",
  "outils.py": "first = 0\n",
};

type Act = CommandBody | { kind: "visit"; path: string } | { kind: "kill" };

const cookie = { name: "a", value: "1", path: "/", httpOnly: false, secure: false };
const moves = fc.record({
  kind: fc.constant("race-move" as const),
  request: fc.integer({ min: 1, max: 4 }),
  length: fc.constantFrom("step" as const, "operation" as const, "operation" as const, "end" as const),
});
const others = fc.constantFrom<Act>(
  { kind: "ping" },
  { kind: "race-back" },
  { kind: "race-back" },
  { kind: "race-run-all" },
  { kind: "hold", on: false },
  { kind: "hold", on: true },
  { kind: "stop-request", request: 2 },
  { kind: "set-cookie", browser: "A", cookie },
  { kind: "write-file", path: "outils.py", content: "first = 1\n" },
  { kind: "configure", changes: { session_lock: "request" } },
  { kind: "visit-many", count: 2, path: "/n.pih" },
  { kind: "restart-server" },
  { kind: "kill" },
);
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: moves },
  {
    weight: 3,
    arbitrary: fc.constantFrom("/n.pih", "/close.pih").map((path) => ({ kind: "visit" as const, path })),
  },
  { weight: 4, arbitrary: others },
);
const configurations = fc.record({
  server: fc.constantFrom("monoprocess", "multithread", "multiprocess", "cgi"),
  persistent_session: fc.boolean(),
});

test("the moment of the next move is written when the reply to this one is out", async () => {
  const site = await openHeld(files, { server: "multithread" }, { now: () => 1_000_000 });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await stateOf(site);
  // No commit comes in between.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { taken } = watchImages();
  await site.command({ kind: "race-move", request: 1, length: "operation" });
  const { fresh, again } = taken;
  void site.rested();
  await breathe();
  expect(taken).toMatchObject({ fresh: fresh + 1, again });
  await site.command({ kind: "race-move", request: 1, length: "operation" });
  expect(taken).toMatchObject({ fresh: fresh + 1, again: again + 1 });
});

test("an image is the world as it is, byte for byte, whoever did what since it was written", async () => {
  const { wrong, taken } = watchImages();
  const stories = fc.array(fc.record({ act: acts, awaited: fc.boolean() }), { minLength: 8, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(configurations, stories, async (changes, story) => {
      const site = await openHeld(files, changes);
      await site.visit("/n.pih");
      const going: Promise<unknown>[] = [];
      for (const { act, awaited } of story) {
        going.push(carryOut(site, act));
        if (awaited) await Promise.all(going);
      }
      await site.command({ kind: "hold", on: false });
      await Promise.all(going);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(taken.again).toBeGreaterThan(50);
}, 60_000);

test("moves that follow each other write the world once each", async () => {
  // The clock stands still, so that no move is cut in slices.
  const site = await openHeld(files, { server: "multithread" }, { now: () => 1_000_000 });
  await site.visit("/n.pih");
  await move(site, 1, "operation");
  await stateOf(site);
  const { taken } = watchImages();
  for (let moves = 0; moves < 3; moves++)
    await site.command({ kind: "race-move", request: 1, length: "operation" });
  expect((await stateOf(site)).race.back.moves).toBe(4);
  // That of the commit before is the first one's moment; the last is that of the commit after.
  expect(taken.fresh).toBe(4);
});

/** Compares every image that is handed out, until the test ends, with one written anew; counts those handed out before. */
function watchImages() {
  const original = Holdings.prototype.takeImage;
  const wrong: string[] = [];
  const taken = { again: 0, fresh: 0 };
  const known = new WeakSet<Uint8Array>();
  const spy = vi.spyOn(Holdings.prototype, "takeImage").mockImplementation(function (this: Holdings) {
    const fresh = write(this.seen, worldCatalogue());
    const image = original.call(this);
    if (Buffer.compare(fresh, image) !== 0) wrong.push(`${image.length} bytes, ${fresh.length} anew`);
    if (known.has(image)) taken.again += 1;
    else taken.fresh += 1;
    known.add(image);
    return image;
  });
  onTestFinished(() => spy.mockRestore());
  return { wrong, taken };
}

async function carryOut(site: TestSite, act: Act): Promise<void> {
  if (act.kind === "visit") await site.visit(act.path);
  else if (act.kind === "kill") site.kill();
  else await site.command(act);
}
