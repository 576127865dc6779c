/** What is copied from the Share dialog, and what is said of a link's length. */

/** Chats cut links that are longer, many other programs those that are longer still; this page reads no more than the last. */
const comfortable = 2000;
const usable = 8000;
const openable = 100_000;

export type LinkLength = "short" | "long" | "too-long" | "unopenable";

export function judgeLength(characters: number): LinkLength {
  if (characters <= comfortable) return "short";
  if (characters <= usable) return "long";
  return characters <= openable ? "too-long" : "unopenable";
}

/** A link as Markdown writes it. */
export function markdownLink(title: string, url: string): string {
  return `[${title.replace(/[\\[\]]/g, "\\$&")}](${url})`;
}

/** The address of the page inside a frame; `parts` of the page, all of them where none is named. */
export function embedUrl(app: string, fragment: string, parts: readonly string[]): string {
  const shown = parts.length === 0 ? "" : `&parts=${parts.join(",")}`;
  return `${app}?embed${shown}#${fragment}`;
}

/** The element for a course page: it is fetched when the reader comes near it. */
export function frameElement(title: string, url: string): string {
  return `<iframe src="${attribute(url)}" title="${attribute(title)}" width="100%" height="640" loading="lazy" style="border: 1px solid #ccc; border-radius: 8px"></iframe>`;
}

function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
