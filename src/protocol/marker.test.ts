import { expect, test } from "vitest";
import { documentMarker, type Marker, parseMarker, stringifyMarker } from "./marker.ts";

test.each<Marker>([
  { kind: "answer", request: 12 },
  { kind: "waiting", request: 3 },
  { kind: "notice" },
  { kind: "probe" },
])("brings back %o", (marker) => {
  const comment = stringifyMarker(marker);
  expect(comment).toMatch(/^<!--.*-->$/);
  expect(parseMarker(comment.slice(4, -3))).toEqual(marker);
});

test.each(["", "biscuiterie", "biscuiterie answer", "biscuiterie other 3", " biscuiterie probe "])(
  "finds no marker in the comment %j",
  (comment) => {
    expect(parseMarker(comment)).toBeNull();
  },
);

test("reads the marker of a document from its first node, and only if that is a comment", () => {
  const first = (nodeType: number, nodeValue: string) => ({ firstChild: { nodeType, nodeValue } }) as never;
  expect(documentMarker(first(8, "biscuiterie probe"))).toEqual({ kind: "probe" });
  expect(documentMarker(first(3, "biscuiterie probe"))).toBeNull();
  expect(documentMarker({ firstChild: null })).toBeNull();
});
