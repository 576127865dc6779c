/**
 * The editions of lessons that links stand upon. The newest is the lesson's own site; an older one is fetched by its name from what the build
 * found in `tutorials/editions/`.
 */
import { course, loadEdition, loadLesson } from "virtual:course";
import type { LessonLanguage, LessonOutline } from "../../lessons/index.ts";
import { type Edition, type Editions, fingerprintOf } from "../../share/index.ts";

const outlines: readonly LessonOutline[] = course.parts.flatMap(({ lessons }) => lessons);

/** All that were ever published. What cannot be fetched rejects. */
export const editions: Editions = {
  newest: (id, language) => newestOf("id", id, language),
  newestByKey: (key, language) => newestOf("link", key, language),
  async find(key, language, fingerprint) {
    const newest = await newestOf("link", key, language);
    if (newest?.fingerprint === fingerprint) return newest;
    const older = await loadEdition(`${key}.${language}.${fingerprint}`);
    return older && { ...older, files: new Map(Object.entries(older.files)) };
  },
};

async function newestOf(
  field: "id" | "link",
  name: string,
  language: LessonLanguage,
): Promise<Edition | null> {
  const outline = outlines.find((lesson) => lesson[field] === name);
  if (outline === undefined) return null;
  const { id, link, site } = await loadLesson(outline.id);
  const files = new Map(Object.entries(site[language]));
  return { lesson: id, key: link, language, fingerprint: fingerprintOf(files), files };
}
