/** The Lesson part and the table of contents, in one download: see `components/lazy-parts.ts`. */
export { LessonBody } from "./lesson/lesson-body.tsx";
export { LessonMenu } from "./lesson/lesson-menu.tsx";
