/** What a page needs that is opened by a link, or stands in a frame of another site, in one download: see `components/lazy-parts.ts`. */
import "./components/later.css";

export { arrive } from "./work/arrive.ts";
export { parseEmbed } from "./work/embed.ts";
export { EmbedHeader } from "./work/embed-header.tsx";
export { admitLink } from "./work/link-gate.tsx";
