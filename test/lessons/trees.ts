/** Small courses for tests: a right one, as files in memory, and what is told when something of it is changed. */
import { factKinds } from "../../src/lessons/index.ts";
import { type ReadCourse, readCourse } from "../../src/lessons/reading/read-course.ts";

/** Where the one lesson is. */
export const folder = "01-part/01-first/";

const lessonYaml = `link: f
opens: page.pih
goals:
  seen:
    - page: { path: /page.pih, browser: $b }
  closed:
    - session-closed: { browser: $b, session: $s }
    - none: { session-opened: { session: $s } }
marks:
  opening:
    file: page.pih
    text: session=Session()
steps:
  look: { visit: /page.pih }
predictions:
  count: 2
walk:
  - visit: /page.pih
`;

const english = `---
title: The first
summary: What a page is.
goals:
  seen: Look at the page.
  closed: Close it.
hints:
  - Open the [browser](point:browser).
---

Text with \`code\`. [Look](do:look) at [it](point:opening).

\`\`\`quote opening
\`\`\`

\`\`\`predict count
How many are there?

- One.
- Two.

Because there are two.
\`\`\`
`;

const french = english
  .replace("The first", "La première")
  .replace("What a page is.", "Ce qu’est une page.")
  .replace("Look at the page.", "Regardez la page.")
  .replace("Text with", "Un texte avec");

/** A right course of one lesson. */
export const rightCourse: Readonly<Record<string, string>> = {
  "01-part/part.yaml": "title: { en: A part, fr: Une partie }\n",
  [`${folder}lesson.yaml`]: lessonYaml,
  [`${folder}lesson.en.md`]: english,
  [`${folder}lesson.fr.md`]: french,
  [`${folder}files/index.html`]: "<p>Hello</p>\n",
  [`${folder}files/page.pih`]: "<p>One</p>\n<% session=Session()\nprint 1 %>\n",
  [`${folder}files.fr/index.html`]: "<p>Bonjour</p>\n",
  [`${folder}solution/page.pih`]: "<p>Two</p>\n",
};

/** What is changed in the course: a file's new text, `null` to take it away, or what to put for what. */
export type Change = Record<string, string | null | readonly [string, string]>;

/** Reads the right course with a change; paths are those of the lesson, unless they begin with a slash. */
export function readWith(change: Change = {}): ReadCourse {
  const files = new Map(Object.entries(rightCourse));
  for (const [name, text] of Object.entries(change)) {
    const path = name.startsWith("/") ? name.slice(1) : folder + name;
    if (text === null) files.delete(path);
    else files.set(path, typeof text === "string" ? text : replaced(files.get(path) ?? "", text));
  }
  return readCourse(files, factKinds);
}

function replaced(text: string, [from, to]: readonly [string, string]): string {
  if (!text.includes(from)) throw new Error(`Failed to change a file: it has no “${from}”.`);
  return text.replace(from, () => to);
}

/** What is told, as `file:line message remedy`; files of the lesson without its folder. */
export function problemsWith(change: Change): string[] {
  return readWith(change).problems.map(
    ({ file, line, message, remedy }) => `${file.replace(folder, "")}:${line} ${message} ${remedy}`,
  );
}

/** A second lesson, as a change. */
export function secondLesson(path: string, link = "s"): Change {
  return Object.fromEntries(
    Object.entries(rightCourse)
      .filter(([file]) => file.startsWith(folder))
      .map(([file, text]) => [
        `/${path}/${file.slice(folder.length)}`,
        text.replace("link: f", `link: ${link}`),
      ]),
  );
}
