/** How much a link or a zip may hold. What is above is refused before it is unpacked, or as soon as it has grown so large. */

/** Characters of a link, behind the `#`. */
export const MAX_LINK = 100_000;
/** Files of a site. */
export const MAX_SHARED_FILES = 64;
/** Bytes of one file. */
export const MAX_FILE = 256 * 1024;
/** Bytes of everything together. */
export const MAX_SITE = 1024 * 1024;
