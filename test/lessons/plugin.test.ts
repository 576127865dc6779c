/** The course as the build makes it: what is downloaded, and when; and what a wrong lesson does to the build. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build, type Rolldown } from "vite";
import { expect, onTestFinished, test } from "vitest";
import { presentEditions, writeEdition } from "../../scripts/editions-folder.ts";
import { lessonsPlugin } from "../../scripts/lessons-plugin.ts";
import { readTutorials, TUTORIALS } from "../../scripts/tutorials-folder.ts";
import { folder, rightCourse } from "./trees.ts";

const entry = "virtual:entry";

/** The scripts of an app that knows the course and nothing else. */
async function buildCourse(tutorials: string): Promise<Rolldown.OutputChunk[]> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    plugins: [
      lessonsPlugin(tutorials),
      {
        name: "entry",
        resolveId: (source) => (source === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? 'export * from "virtual:course";' : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  });
  const [output] = [result].flat() as Rolldown.RolldownOutput[];
  return output?.output.filter((item) => item.type === "chunk") ?? [];
}

/** A folder with the right course of one lesson, and these files instead. */
function courseFolder(changes: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "tutorials-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries({ ...rightCourse, ...changes })) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

test("each lesson is a script of its own, and the first has only the table of contents", async () => {
  const { lessons } = readTutorials();
  const chunks = await buildCourse(TUTORIALS);
  const first = chunks.find(({ isEntry }) => isEntry)?.code ?? "";
  for (const { lesson } of lessons) {
    // As a bundler writes a blank at which no line ends.
    expect(first.replaceAll("\\xA0", "\u00a0")).toContain(lesson.summary.fr);
    const [path = ""] = Object.keys(lesson.site.fr);
    const page = JSON.stringify(JSON.stringify(lesson.site.fr[path])).slice(1, -1);
    const own = chunks.filter(({ moduleIds }) => moduleIds.includes(`\0virtual:lesson/${lesson.id}`));
    expect(own.map(({ isDynamicEntry }) => isDynamicEntry)).toEqual([true]);
    expect(own[0]?.code).toContain(page);
    expect(first).not.toContain(page);
  }
});

test("an edition that no lesson is any more is a script of its own; those that lessons are, are not kept twice", async () => {
  const tutorials = courseFolder();
  const files = { "index.html": "<p>As it was</p>\n" };
  const edition = { lesson: "first", key: "f", language: "en", fingerprint: "abcdef", files } as const;
  writeEdition({ name: "f.en.abcdef", edition }, tutorials);
  const present = readTutorials(tutorials).lessons.flatMap(({ lesson }) => presentEditions(lesson));
  for (const one of present) writeEdition(one, tutorials);
  const chunks = await buildCourse(tutorials);
  const names = chunks
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => id.startsWith("\0virtual:edition/"));
  expect(names).toEqual(["\0virtual:edition/f.en.abcdef"]);
  const first = chunks.find(({ isEntry }) => isEntry)?.code ?? "";
  expect(first).toContain('"f.en.abcdef"');
  expect(first).not.toContain("As it was");
});

test("a wrong lesson fails the build, with the file, the line and what to do", async () => {
  const tutorials = courseFolder({ [`${folder}files/page.pih`]: "<p>One</p>\n" });
  await expect(buildCourse(tutorials)).rejects.toThrow(
    `${tutorials}/${folder}lesson.yaml:10: The mark “opening” is not in page.pih (en, fr). Write a text of the file as it stands there.`,
  );
});

test("a file that is not text fails the build", async () => {
  const tutorials = courseFolder();
  writeFileSync(join(tutorials, folder, "files/picture.png"), new Uint8Array([0x89, 0x50, 0xff]));
  await expect(buildCourse(tutorials)).rejects.toThrow("picture.png:1: This file is not text in UTF-8.");
});
