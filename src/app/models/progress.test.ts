import { expect, test } from "vitest";
import { createProgress, progressKey, readProgress, stringifyProgress } from "./progress.ts";

test("a goal that was met is kept, with the day it was met first", () => {
  const { storage, at } = openStorage();
  createProgress(storage, at("2026-03-01")).meet("once", ["begun"]);
  createProgress(storage, at("2026-04-01")).meet("once", ["begun", "ended"]);
  expect(createProgress(storage).file.value.lessons).toEqual({
    once: { begun: "2026-03-01T00:00:00.000Z", ended: "2026-04-01T00:00:00.000Z" },
  });
});

test("two tabs do not take each other's goals away", () => {
  const { storage, at } = openStorage();
  const [first, second] = [
    createProgress(storage, at("2026-03-01")),
    createProgress(storage, at("2026-03-01")),
  ];
  first.meet("once", ["begun"]);
  second.meet("twice", ["begun"]);
  first.refresh();
  expect(Object.keys(first.file.value.lessons)).toEqual(["once", "twice"]);
});

test("forgetting all can be taken back", () => {
  const { storage, at } = openStorage();
  const progress = createProgress(storage, at("2026-03-01"));
  progress.meet("once", ["begun"]);
  progress.rename("Zoë");
  const before = progress.file.value;
  const takeBack = progress.forget();
  expect(progress.file.value).toEqual({ biscuiterie: "progress", version: 1, name: "", lessons: {} });
  takeBack();
  expect(createProgress(storage).file.value).toEqual(before);
});

test("the exported file has lessons, goals, dates and the name, and nothing else", () => {
  const { storage, at } = openStorage();
  const progress = createProgress(storage, at("2026-03-01"));
  progress.rename("Zoë");
  progress.meet("once", ["begun"]);
  expect(JSON.parse(stringifyProgress(progress.file.value))).toEqual({
    biscuiterie: "progress",
    version: 1,
    name: "Zoë",
    lessons: { once: { begun: "2026-03-01T00:00:00.000Z" } },
  });
});

test.each([
  null,
  "",
  "not json",
  "[]",
  '{"biscuiterie":"progress","version":2,"lessons":{"a":{"b":"2026-03-01"}}}',
  '{"biscuiterie":"progress","version":1,"lessons":{"a":{"b":7,"c":"soon"},"d":[]}}',
  '{"biscuiterie":"progress","version":1,"lessons":null,"name":{}}',
])("%s counts as nothing", (text) => {
  expect(readProgress(text)).toEqual({ biscuiterie: "progress", version: 1, name: "", lessons: {} });
});

test("a lesson named __proto__ in the storage changes no other object", () => {
  readProgress('{"biscuiterie":"progress","version":1,"lessons":{"__proto__":{"polluted":"2026-03-01"}}}');
  expect("polluted" in {}).toBe(false);
});

test("where storage is forbidden, progress lasts as long as the page", () => {
  const refuse = () => {
    throw new Error("forbidden");
  };
  const progress = createProgress({ getItem: refuse, setItem: refuse });
  progress.meet("once", ["begun"]);
  expect(Object.keys(progress.file.value.lessons)).toEqual(["once"]);
});

function openStorage() {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  };
  expect(progressKey).toBe("biscuiterie-progress");
  return { storage, at: (day: string) => () => new Date(`${day}T00:00:00Z`) };
}
