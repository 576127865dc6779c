/**
 * The name of an edition: six base64url characters that follow from its paths and texts, in their order.
 *
 * They are the lower 36 bits of `hash` over the UTF-16 units of `path NUL length NUL text` for each file. It has to tell apart the editions of one lesson
 * in one language, a handful in years: among a thousand of them two are alike with a chance of 1 in 137,000, a test over all published
 * editions would fail, and a link that found the wrong one would fail its check.
 */
import { base64url } from "./base64url.ts";
import { hash } from "./hash.ts";

/** Six characters for a site's texts. The order of the files counts, because links refer to files by it. */
export function fingerprintOf(files: ReadonlyMap<string, string>): string {
  let bits = hash(unitsOf(files));
  let name = "";
  for (let place = 0; place < 6; place++) {
    name = base64url.charAt(bits % 64) + name;
    bits = Math.floor(bits / 64);
  }
  return name;
}

function* unitsOf(files: ReadonlyMap<string, string>): Iterable<number> {
  for (const [path, text] of files) {
    const framed = `${path}\0${text.length}\0${text}`;
    for (let at = 0; at < framed.length; at++) yield framed.charCodeAt(at);
  }
}
