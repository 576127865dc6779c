import { expect, test } from "vitest";
import { embedParts, parseEmbed } from "./embed.ts";

test("parts are shown in their own order, whatever the order of their names", () => {
  expect(parseEmbed("?embed&parts=browser,code").parts).toEqual(["code", "browser"]);
});

test("without names, or with none that is known, all parts are shown", () => {
  expect(parseEmbed("?embed").parts).toEqual(embedParts);
  expect(parseEmbed("?embed&parts=kitchen").parts).toEqual(embedParts);
});

test("a panel of the inspector may be open first", () => {
  expect(parseEmbed("?embed&panel=race").panel).toBe("race");
  expect(parseEmbed("?embed&panel=__proto__").panel).toBeNull();
});
