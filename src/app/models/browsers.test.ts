import { signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import type { BrowserModel } from "./browser.ts";
import { createBrowsers } from "./browsers.ts";

test("before the worker has said which are open there is A", () => {
  expect(letters(openBrowsers([]))).toBe("[A]");
});

test("all that were open come back, also without A", () => {
  expect(letters(openBrowsers(["A", "B", "C"]))).toBe("[A] B C");
  expect(letters(openBrowsers(["B", "D"]))).toBe("[B] D");
});

test("a browser keeps its model while others come and go", () => {
  const { browsers, open } = openBrowsers(["B"]);
  const [b] = browsers.list.value;
  open.value = ["A", "B", "C"];
  open.value = ["B"];
  expect(browsers.list.value).toEqual([b]);
  expect(b?.close).not.toHaveBeenCalled();
});

test("of one that is closed the neighbour takes the place, and nothing listens any more", () => {
  const opened = openBrowsers(["A", "B", "C"]);
  const { browsers, open } = opened;
  browsers.choose("C");
  const c = browsers.current.value;
  open.value = ["A", "B"];
  expect(letters(opened)).toBe("A [B]");
  expect(c.close).toHaveBeenCalledOnce();
});

test("only an open one can be chosen", () => {
  const opened = openBrowsers(["A", "B"]);
  opened.browsers.choose("B");
  opened.browsers.choose("Z");
  expect(letters(opened)).toBe("A [B]");
});

test("one that has always been alone has the session history to itself, and never again afterwards", () => {
  const { open, shared } = openBrowsers(["A"]);
  expect(shared.get("A")?.()).toBe(false);
  open.value = ["A", "B"];
  open.value = ["A"];
  expect(shared.get("A")?.()).toBe(true);
});

function openBrowsers(ids: string[]) {
  const open = signal<readonly string[]>(ids);
  const shared = new Map<string, () => boolean>();
  const browsers = createBrowsers(open, (id, hasOthers) => {
    shared.set(id, hasOthers);
    return { id, close: vi.fn() } as unknown as BrowserModel;
  });
  return { browsers, open, shared };
}

/** The open browsers, the current one in brackets. */
function letters({ browsers }: Pick<ReturnType<typeof openBrowsers>, "browsers">): string {
  const { list, current } = browsers;
  return list.value.map((browser) => (browser === current.value ? `[${browser.id}]` : browser.id)).join(" ");
}
