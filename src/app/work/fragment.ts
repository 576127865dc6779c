/** A link stands in the fragment of an address: what follows `#` never leaves the browser. */

/** Is `hash` of an address a link? Every version of the format begins with its number. */
export const isLink = (hash: string): boolean => /^#\d/.test(hash);

/** Takes a link out of the address, so that a reload comes back to the work and not to the link. */
export function clearFragment(): void {
  history.replaceState(history.state, "", location.pathname + location.search);
}
