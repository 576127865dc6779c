import { expect, test } from "vitest";
import { leaveArrival, leaveLast, takeArrival } from "./arrival.ts";

test("a note is read once, by the tab that it was left for", () => {
  const storage = tabStorage();
  leaveArrival(storage, "tab", { lesson: "two-pages", open: "a.pih", race: true });
  expect(takeArrival(storage, "another")).toEqual({});
  expect(takeArrival(storage, "tab")).toEqual({ lesson: "two-pages", open: "a.pih", race: true });
  expect(takeArrival(storage, "tab")).toEqual({});
});

test("a page that goes away does not write over what was meant to come next", () => {
  const storage = tabStorage();
  leaveArrival(storage, "tab", { lesson: "next" });
  leaveLast(storage, "tab", { lesson: "last" });
  expect(takeArrival(storage, "tab")).toEqual({ lesson: "next" });
  leaveLast(storage, "tab", { lesson: "last" });
  expect(takeArrival(storage, "tab")).toEqual({ lesson: "last" });
});

test("a damaged note says nothing", () => {
  for (const text of ["{", "null", "7", '{"lesson":3,"open":[],"race":"yes"}']) {
    const storage = tabStorage();
    leaveArrival(storage, "tab", {});
    storage.setItem("tab arrival", text);
    expect(takeArrival(storage, "tab")).toEqual({});
  }
});

function tabStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}
