/** Made by `scripts/lessons-plugin.ts` from `tutorials/`. */
declare module "virtual:course" {
  /** The table of contents. */
  export const course: import("./lesson.ts").Course;
  /** A lesson by its id, fetched when it is first asked for. Throws for an id that is not in the course. */
  export function loadLesson(id: string): Promise<import("./lesson.ts").Lesson>;
  /**
   * An edition of a lesson's site that is no longer the lesson's own, by the name of its file: `<name in links>.<language>.<fingerprint>`.
   * Null where there is none.
   */
  export function loadEdition(name: string): Promise<{
    lesson: string;
    key: string;
    language: "en" | "fr";
    fingerprint: string;
    files: Record<string, string>;
  } | null>;
}
