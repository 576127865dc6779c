import { course, loadLesson } from "virtual:course";
import { expect, test, vi } from "vitest";
import { fingerprintOf } from "../../share/index.ts";
import { editions } from "./editions.ts";

vi.mock("virtual:course", async (original) => ({
  ...(await original<typeof import("virtual:course")>()),
  loadEdition: async (name: string) =>
    name === "m.fr.abcdef"
      ? {
          lesson: "manual-example",
          key: "m",
          language: "fr",
          fingerprint: "abcdef",
          files: { "index.html": "Avant" },
        }
      : null,
}));

test("the newest edition of a lesson is its own site, by its id or by its name in links", async () => {
  const { site } = await loadLesson("manual-example");
  const newest = await editions.newest("manual-example", "fr");
  expect(Object.fromEntries(newest?.files ?? [])).toEqual(site.fr);
  expect(newest).toMatchObject({ lesson: "manual-example", key: "m", language: "fr" });
  expect(await editions.newestByKey("m", "fr")).toEqual(newest);
});

test("a link finds the edition that it names: the lesson's own, or one that was", async () => {
  const newest = await editions.newest("manual-example", "en");
  expect(await editions.find("m", "en", newest?.fingerprint ?? "")).toEqual(newest);
  const older = await editions.find("m", "fr", "abcdef");
  expect(older?.files).toEqual(new Map([["index.html", "Avant"]]));
});

test("what was never published is not found", async () => {
  expect(await editions.newest("no-such", "en")).toBeNull();
  expect(await editions.newestByKey("zz", "en")).toBeNull();
  expect(await editions.find("m", "en", "zzzzzz")).toBeNull();
});

test("every lesson of the course has editions in both languages, named by what is in them", async () => {
  for (const { link } of course.parts.flatMap(({ lessons }) => lessons)) {
    for (const language of ["en", "fr"] as const) {
      const edition = await editions.newestByKey(link, language);
      expect(edition?.fingerprint).toBe(fingerprintOf(edition?.files ?? new Map()));
    }
  }
});
