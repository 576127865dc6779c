/** The course as the app gets it. */
import { course, loadLesson } from "virtual:course";
import { expect, test } from "vitest";

test("the table of contents names every lesson, and each can be loaded", async () => {
  const outlines = course.parts.flatMap(({ lessons }) => lessons);
  expect(outlines.map(({ id }) => id)).toContain("manual-example");
  for (const outline of outlines) {
    const lesson = await loadLesson(outline.id);
    expect(lesson).toMatchObject(outline);
    for (const onlyForTests of ["walk", "configurations"]) expect(lesson).not.toHaveProperty(onlyForTests);
  }
});

test("a lesson that the course has not is told by its name", async () => {
  await expect(loadLesson("no-such")).rejects.toThrow("no-such");
});
