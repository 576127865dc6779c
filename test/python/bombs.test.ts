/**
 * Budgets hold in every path: no bomb hangs (the time-out would tell), none comes to an error of the host, and what stops one is no error that
 * a bare `except:` swallows.
 *
 * `node scripts/run-ts.mjs scripts/python/bombs.ts` runs them with all the steps that a page has, on a small stack, and says how long
 * each takes.
 */
import { expect, test } from "vitest";
import { libraryWithSqlite } from "../sqlite-library.ts";
import { type Bomb, endingOf, isStopped, readBombs, swallowing } from "./bombs.ts";

const library = await libraryWithSqlite();
const bombs = readBombs();

/** A fifth of a page's, to be quick: they may be used up before what else would end the program. All other budgets are a page's own. */
const limits = { steps: 1_000_000 };

const named = (bomb: Bomb) => [bomb.name, bomb] as const;

test.each(bombs.filter(isStopped).map(named))("%s: it is stopped", (_, { source, ending }) => {
  expect([ending, "steps"]).toContain(endingOf(swallowing(source), { limits, host: { library } }));
});

test.each(bombs.filter((bomb) => !isStopped(bomb)).map(named))("%s: it ends", (_, { source, ending }) => {
  expect([ending, "steps"]).toContain(endingOf(source, { limits, host: { library } }));
});
