import { expect, test } from "vitest";
import { createQueue } from "./in-order.ts";

test("a step that is ready sooner waits for the one that was asked for before it", async () => {
  const queue = createQueue();
  const taken: string[] = [];
  let release = (): void => {};
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reload = queue(late, () => taken.push("reload"));
  const go = queue(Promise.resolve(), () => taken.push("go"));
  await Promise.race([go, Promise.resolve()]);
  expect(taken).toEqual([]);
  release();
  await Promise.all([reload, go]);
  expect(taken).toEqual(["reload", "go"]);
});

test("a step that fails is told to who asked for it, and holds up nobody", async () => {
  const queue = createQueue();
  const failing = queue(Promise.resolve(), () => {
    throw new Error("no frame");
  });
  const next = queue(Promise.resolve(), () => {});
  await expect(failing).rejects.toThrow("no frame");
  await expect(next).resolves.toBeUndefined();
});
