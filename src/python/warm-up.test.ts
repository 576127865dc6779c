import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { warmUp, warmUpModule } from "./warm-up.ts";

const walk = readFileSync(`src/python/lib/${warmUpModule}.py`, "latin1");

test("the walk comes to its end, and rests on its way", async () => {
  const rest = vi.fn(async () => {});
  await expect(warmUp(walk, rest)).resolves.toMatchObject({ kind: "returned" });
  expect(rest.mock.calls.length).toBeGreaterThan(3);
});

test("a walk that stumbles is over", async () => {
  await expect(warmUp("raise KeyError", async () => {})).resolves.toMatchObject({ kind: "raised" });
});
