import { expect, test } from "vitest";
import { embedUrl, frameElement, judgeLength, markdownLink } from "./share-texts.ts";

test("a link is short up to 2,000 characters, long up to 8,000, and opened up to 100,000", () => {
  expect([2000, 2001, 8000, 8001, 100_000, 100_001].map(judgeLength)).toEqual([
    "short",
    "long",
    "long",
    "too-long",
    "too-long",
    "unopenable",
  ]);
});

test("brackets in a title do not end the Markdown link", () => {
  expect(markdownLink("a [b] \\c", "https://x/#1m")).toBe("[a \\[b\\] \\\\c](https://x/#1m)");
});

test("the address of a frame has the parts before the fragment", () => {
  expect(embedUrl("https://x/", "1m", ["code", "browser"])).toBe("https://x/?embed&parts=code,browser#1m");
  expect(embedUrl("https://x/", "1m", [])).toBe("https://x/?embed#1m");
});

test("a title cannot leave its attribute", () => {
  const text = frameElement('"><script>x</script>&', "https://x/?embed&parts=code#1m");
  expect(text).toContain('title="&quot;>&lt;script>x&lt;/script>&amp;"');
  expect(text).toContain('src="https://x/?embed&amp;parts=code#1m"');
  expect(text).toContain('loading="lazy"');
});
