/** Writing a world, or saying why it cannot be written. */
import type { Catalogue } from "./catalogue.ts";
import { refusing } from "./explanation.ts";
import { writeUnexplained } from "./write-unexplained.ts";

/**
 * Everything reachable from `root` as an image for `read`. Named objects are written as their names, shared ones by
 * their contents.
 *
 * Throws an `ImageError` naming the path to anything that is not data.
 */
export function write(root: unknown, catalogue: Catalogue): Uint8Array<ArrayBuffer> {
  return refusing("write", root, catalogue, () => writeUnexplained(root, catalogue));
}
