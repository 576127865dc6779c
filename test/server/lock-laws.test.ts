/**
 * Laws of `session_lock`: however requests take turns, a lock on requests loses no update, versions lose none that was answered
 * with 200, and without a lock there are never more than there were requests.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { runnableTasks, step } from "../../src/server/index.ts";
import { createWorld, send, visit } from "./harness.ts";

const files = {
  "count.py": "s = Session()\nn = getattr(s, 'n', 0)\nx = 1\ns.n = n + 1",
  "deep.py": "s = Session()\nl = getattr(s, 'l', [])\nx = len(l)\ns.l = l[:x] + [1]",
  "look.py": "s = Session()\nx = getattr(s, 'n', 0)",
  "sum.py": "s = Session()\nprint getattr(s, 'n', 0) + len(getattr(s, 'l', []))",
};
const pages = ["count.py", "deep.py", "look.py"] as const;
type Lock = "none" | "request" | "version";

/** Sends the requests, lets them take turns as `turns` says, then to the end; updates wanted, answered with 200, and kept. */
function race(lock: Lock, disk: boolean, paths: readonly (typeof pages)[number][], turns: readonly number[]) {
  const world = createWorld(files, {
    server: "multithread",
    session_lock: lock,
    persistent_session: disk,
  });
  visit(world, "A", "/sum.py");
  const tasks = paths.map((path) => send(world, "A", `/${path}`));
  for (let n = 0; world.server.tasks.length > 0; n++) {
    const runnable = runnableTasks(world.server);
    expect(runnable.length).toBeGreaterThan(0);
    const task = runnable[(turns[n % turns.length] ?? 0) % runnable.length];
    if (task !== undefined) step(world.server, task, world.env, { kind: "statement" });
  }
  const writers = tasks.filter(({ script }) => script?.file !== "look.py");
  const kept = Number(visit(world, "A", "/sum.py").text);
  const looks = tasks.filter((task) => !writers.includes(task)).map(({ response }) => response?.status);
  const saved = writers.filter(({ response }) => response?.status === 200).length;
  return { wanted: writers.length, saved, kept, looks };
}

const stories = {
  disk: fc.boolean(),
  paths: fc.array(fc.constantFrom(...pages), { minLength: 2, maxLength: 5 }),
  turns: fc.array(fc.nat(4), { minLength: 5, maxLength: 60 }),
};

test.each(["none", "request", "version"] as const)(
  "whatever the turns, updates are kept as promised (%s)",
  (lock) => {
    let lost = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.record(stories), ({ disk, paths, turns }) => {
        const { wanted, saved, kept, looks } = race(lock, disk, paths, turns);
        lost += saved - kept;
        refused += wanted - saved;
        expect(looks.every((status) => status === 200)).toBe(true);
        if (lock !== "version") expect(saved).toBe(wanted);
        if (lock === "none") expect(kept).toBeLessThanOrEqual(wanted);
        else expect(kept).toBe(saved);
      }),
      { numRuns: 30, seed: 1 },
    );
    // The stories are good enough to show what there is to cure.
    if (lock === "none") expect(lost).toBeGreaterThan(0);
    if (lock === "version") expect(refused).toBeGreaterThan(0);
  },
);
