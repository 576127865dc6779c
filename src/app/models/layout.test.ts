import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createLayout } from "./layout.ts";

test("a part folds and unfolds", () => {
  const layout = createLayout();
  layout.toggleFolded("code");
  expect([...layout.folded.value]).toEqual(["code"]);
  layout.toggleFolded("code");
  expect(layout.folded.value.size).toBe(0);
});

test("browser and inspector are never both folded: one of them fills their column", () => {
  const layout = createLayout();
  layout.toggleFolded("browser");
  layout.toggleFolded("code");
  layout.toggleFolded("inspector");
  expect([...layout.folded.value]).toEqual(["code", "inspector"]);
});

test("showing a part unfolds it and gives it the page where one part has it", () => {
  const layout = createLayout();
  layout.toggleFolded("code");
  layout.toggleMaximised("inspector");
  layout.show("code");
  expect(layout.part.value).toBe("code");
  expect(layout.maximised.value).toBe("code");
  expect(layout.folded.value.size).toBe(0);
});

test("a folded part that is maximised comes back whole", () => {
  const layout = createLayout();
  layout.toggleFolded("browser");
  layout.toggleMaximised("browser");
  layout.toggleMaximised("browser");
  expect(layout.maximised.value).toBeNull();
  expect(layout.folded.value.size).toBe(0);
});

test("the lesson is a part where there is one, and a phone begins with it", () => {
  const hasLesson = signal(true);
  const layout = createLayout(hasLesson);
  expect([layout.parts.value[0], layout.part.value]).toEqual(["lesson", "lesson"]);
  layout.toggleMaximised("lesson");
  hasLesson.value = false;
  expect([layout.parts.value[0], layout.part.value, layout.maximised.value]).toEqual([
    "code",
    "browser",
    null,
  ]);
  layout.show("lesson");
  expect(layout.part.value).toBe("browser");
});

test("lesson and code fold each on its own", () => {
  const layout = createLayout(signal(true));
  layout.toggleFolded("lesson");
  layout.toggleFolded("code");
  layout.toggleFolded("browser");
  expect([...layout.folded.value]).toEqual(["lesson", "code", "browser"]);
});

test("a page that shows some parts only has no others to show", () => {
  const layout = createLayout(signal(true), ["code", "inspector"]);
  expect(layout.parts.value).toEqual(["code", "inspector"]);
  expect(layout.part.value).toBe("code");
  layout.show("browser");
  expect(layout.part.value).toBe("code");
});
