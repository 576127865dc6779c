import { expect, test } from "vitest";
import { type Arrival, arrive, canGoBack, canGoForward, emptyHistory, visit } from "./frame-history.ts";

/** "a b" visits slot a, then slot b; `show` writes the slots with the current one in brackets. */
const walk = (steps: string, arrival: Arrival = "document") =>
  steps.split(" ").reduce((history, slot) => visit(history, slot, arrival), emptyHistory);
const show = ({ slots, at }: ReturnType<typeof walk>) =>
  slots.map((slot, index) => (index === at ? `[${slot}]` : slot)).join(", ");

test("the first page leaves nothing to go back to", () => {
  const history = walk("a");
  expect(canGoBack(history)).toBe(false);
  expect(canGoForward(history)).toBe(false);
});

test("a new page is a new step", () => {
  expect(show(walk("a b c"))).toBe("a, b, [c]");
  expect(canGoBack(walk("a b"))).toBe(true);
});

test("a known slot was reached by going back, and the pages ahead stay", () => {
  expect(show(walk("a b c b"))).toBe("a, [b], c");
  expect(canGoForward(walk("a b c b"))).toBe(true);
});

test("a new page after going back drops what lay ahead", () => {
  expect(show(walk("a b c a d"))).toBe("a, [d]");
});

test("a reload stays in its slot although the frames inside it are new", () => {
  const history = visit(walk("a b c b"), "b inner2", "document");
  expect(show(history)).toBe("a, [b inner2], c");
});

test("a navigation of a nested frame is a step of its own", () => {
  const history = visit(walk("a"), "a inner1", "in-place");
  expect(show(visit(history, "a inner2", "inside"))).toBe("a inner1, [a inner2]");
});

test("a nested frame that loads late is no step", () => {
  expect(show(visit(walk("a b"), "b late", "in-place"))).toBe("a, [b late]");
});

test("a step that the page itself brought back has the slot that was shown, and no other step has it", () => {
  const back = arrive(walk("a b c"), 0, "c");
  expect(show(back)).toBe("[c], b, left:2");
  expect(show(visit(back, "d", "document"))).toBe("c, [d]");
  expect(show(arrive(back, 2, "c"))).toBe("left:0, b, [c]");
});

test("of two equal slots the nearer one is meant", () => {
  const history = { slots: ["a", "b", "c", "a"], at: 2 };
  expect(visit(history, "a", "document").at).toBe(3);
});
