import fc from "fast-check";
import { expect, test } from "vitest";
import type { MoveLength, WorkspaceState } from "../../protocol/index.ts";
import { move, openHeld, stateOf } from "../test-race.ts";
import type { TestSite } from "../test-site.ts";

const files = {
  "n.pih":
    "<%\nsession = Session()\nif not hasattr(session, 'n'): session.n = 0\nsession.n = session.n + 1\nprint session.n\n%>",
  "list.pih": "<%\nsession = Session()\nsession.panier = []\nfor i in range(2): session.panier.append(i)\n%>",
  "close.pih": "<%\nSET_COOKIE['seen'] = 'yes'\nSession().close()\n%>",
};

type Act =
  | { do: "visit"; path: string; browser: string }
  | { do: "move"; lane: number; length: MoveLength; twice: boolean }
  | { do: "back" }
  | { do: "kill" };

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("visit" as const),
      path: fc.constantFrom(...Object.keys(files)),
      browser: fc.constantFrom("A", "B"),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("move" as const),
      lane: fc.nat(3),
      length: fc.constantFrom<MoveLength>("step", "operation", "operation", "end"),
      twice: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "back" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "kill" as const }) },
);

const configurations = fc.record({
  server: fc.constantFrom("monoprocess", "multithread", "multiprocess", "cgi"),
  persistent_session: fc.boolean(),
  session_lock: fc.constantFrom("none", "request", "version"),
});

test("whatever is moved, a step back leads to the world before, the same move to the same world again, and a stopped worker forgets nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      configurations,
      fc.array(acts, { minLength: 8, maxLength: 24 }),
      async (changes, all) => {
        const site = await openHeld(files, changes);
        await site.command({ kind: "open-browser", browser: "B" });
        await site.visit("/n.pih");
        let before: ReturnType<typeof facts>[] = [];
        for (const act of all) {
          const now = await stateOf(site);
          if (now.race.back.moves === 0) before = [];
          await carryOut(site, act, now);
          const then = await stateOf(site);
          const { moves } = then.race.back;
          if (act.do === "kill") expect(facts(then)).toEqual(facts(now));
          else if (moves > before.length) before.push(facts(now));
          else if (moves < before.length && act.do === "back") expect(facts(then)).toEqual(before.pop());
          expect(moves === 0 || moves === before.length).toBe(true);
        }
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

async function carryOut(site: TestSite, act: Act, { race }: WorkspaceState): Promise<void> {
  switch (act.do) {
    case "visit":
      await site.visit(`/${act.path}`, {}, act.browser);
      return;
    case "move": {
      const lane = race.lanes[act.lane % race.lanes.length];
      if (lane === undefined || !(await move(site, lane.request, act.length)).ok || !act.twice) return;
      const once = facts(await stateOf(site));
      await site.command({ kind: "race-back" });
      await move(site, lane.request, act.length);
      expect(facts(await stateOf(site))).toEqual(once);
      return;
    }
    case "back":
      await site.command({ kind: "race-back" });
      return;
    case "kill":
      site.kill();
  }
}

/** What a step back has to bring back. */
function facts({ race, sessions, browsers, running }: WorkspaceState) {
  return { lanes: race.lanes, deadlock: race.deadlock, sessions, browsers, running };
}
