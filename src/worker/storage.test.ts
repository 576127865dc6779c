/** What the storage in memory keeps to itself: events that a log no longer has are taken out many at a time. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyProject } from "../project/index.ts";
import { type Commit, createMemoryStorage } from "./storage.ts";

const workspace = "0".repeat(32);

test("of a log that was stored piece by piece exactly what it still has is read back", async () => {
  const piece = fc.record({ count: fc.nat(900), kept: fc.integer({ min: 1, max: 1_500 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
      const storage = createMemoryStorage();
      let last = 0;
      let firstEvent = 1;
      for (const { count, kept } of pieces) {
        const events = Array.from({ length: count }, (_, at) => eventOf(last + 1 + at));
        last += count;
        firstEvent = Math.max(firstEvent, last - kept + 1);
        await storage.commit(workspace, { ...nothing(), events, firstEvent });
      }
      const stored = await storage.load(workspace);
      const expected = Array.from({ length: last - firstEvent + 1 }, (_, at) => firstEvent + at);
      expect(stored?.events.map(({ seq }) => seq)).toEqual(expected);
    }),
  );
});

function eventOf(seq: number): Commit["events"][number] {
  return { seq, time: 0, kind: "log", level: "info", message: "" };
}

/** A commit in which nothing changed. */
function nothing(): Commit {
  return {
    image: new Uint8Array(),
    project: { files: [], configuration: emptyProject.configuration },
    events: [],
    firstEvent: 1,
    answers: [],
    forgotten: [],
    moments: [],
    forgottenMoments: [],
    anew: false,
    rows: [],
  };
}
