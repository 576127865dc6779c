/** The addresses of the frames that a page is made of: requests that a browser sends almost at the same time. */
import { parsePreviewUrl } from "../../protocol/index.ts";
import type { Place } from "./preview-frame.ts";

/**
 * The addresses of the documents in the frames of `place`, from first to last, as the server knows them and without fragments.
 * A frame that is itself a frameset stands for the frames inside it; what is no page of ours is left out.
 */
export function frameUrls(base: string, { inner }: Pick<Place, "inner">): string[] {
  return inner.flatMap((frame) => {
    if (frame.inner.length > 0) return frameUrls(base, frame);
    const url = parsePreviewUrl(base, frame.href)?.url;
    return url === undefined ? [] : [url.replace(/#.*/s, "")];
  });
}
