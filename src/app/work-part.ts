/** Sharing and keeping, in one download: see `components/lazy-parts.ts`. */
import "./components/later.css";

export { openLesson } from "./work/open-lesson.ts";
export { WorkDialogs } from "./work/work-dialogs.tsx";
