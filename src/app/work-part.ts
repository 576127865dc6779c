/** Sharing, opening and keeping, in one download: see `components/lazy-parts.ts`. */
import "./components/later.css";

export { arrive } from "./work/arrive.ts";
export { parseEmbed } from "./work/embed.ts";
export { EmbedHeader } from "./work/embed-header.tsx";
export { admitLink } from "./work/link-gate.tsx";
export { openLesson } from "./work/open-lesson.ts";
export { WorkDialogs } from "./work/work-dialogs.tsx";
