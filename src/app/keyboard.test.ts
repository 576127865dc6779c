import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import type { AppModel, KeyFinder } from "./app-model.ts";
import { handleKey } from "./keyboard.ts";
import { createLayout } from "./models/layout.ts";

test("Ctrl+S writes the files and reloads the browser", () => {
  const { app, press, browser } = openApp();
  expect(press({ key: "s", ctrlKey: true })).toBe(true);
  expect(app.withSavedFiles).toHaveBeenCalledOnce();
  expect(browser.reload).toHaveBeenCalledOnce();
});

test("Cmd+S does the same on a Mac", () => {
  const { press, browser } = openApp();
  press({ key: "s", metaKey: true });
  expect(browser.reload).toHaveBeenCalledOnce();
});

test("Ctrl+Enter goes to the address bar, and from there to the address, however soon the keys follow each other", () => {
  const { press, browser, bar, root } = openApp();
  press({ key: "Enter", ctrlKey: true });
  expect(root.activeElement).toBe(bar);
  expect(browser.enter).not.toHaveBeenCalled();
  press({ key: "Enter", ctrlKey: true });
  expect(browser.enter).toHaveBeenCalledOnce();
});

test("a part that is hidden takes the focus when it has been drawn", () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => frames.push(run));
  const { app, press, bar, root } = openApp();
  app.layout.show("code");
  bar.isDrawn = false;
  press({ key: "Enter", ctrlKey: true });
  expect([app.layout.part.value, root.activeElement]).toEqual(["browser", null]);
  bar.isDrawn = true;
  for (const run of frames) run();
  expect(root.activeElement).toBe(bar);
  vi.unstubAllGlobals();
});

test("? opens the list of keys, but not while typing", () => {
  const { app, press } = openApp();
  expect(press({ key: "?", target: typingTarget })).toBe(false);
  expect(app.keysShown.value).toBe(false);
  expect(press({ key: "?" })).toBe(true);
  expect(app.keysShown.value).toBe(true);
});

test("a part that comes later may have keys of its own", () => {
  const { app, press } = openApp();
  const step = vi.fn();
  app.keyFinders.add((event) => (event.key === "1" ? step : null));
  expect(press({ key: "1" })).toBe(true);
  expect(step).toHaveBeenCalledOnce();
  expect(press({ key: "2" })).toBe(false);
});

test("other keys are left alone", () => {
  const { press } = openApp();
  expect(press({ key: "s" })).toBe(false);
  expect(press({ key: "s", ctrlKey: true, shiftKey: true })).toBe(false);
  expect(press({ key: "Enter" })).toBe(false);
});

const typingTarget = { closest: () => ({}) } as unknown as EventTarget;

function openApp() {
  const browser = { reload: vi.fn(), enter: vi.fn() };
  const app = {
    keysShown: signal(false),
    keyFinders: new Set<KeyFinder>(),
    layout: createLayout(),
    withSavedFiles: vi.fn((step: (model: typeof browser) => void) => step(browser)),
  };
  const bar = {
    isDrawn: true,
    focus() {
      if (bar.isDrawn) root.activeElement = bar;
    },
  };
  const root: { activeElement: unknown; querySelector: () => unknown } = {
    activeElement: null,
    querySelector: () => bar,
  };
  const press = (event: Partial<KeyboardEvent>) =>
    handleKey(
      app as unknown as AppModel,
      { target: null, preventDefault() {}, stopPropagation() {}, ...event } as KeyboardEvent,
      root as unknown as Document,
    );
  return { app, browser, bar, root, press };
}
