/**
 * Who frames this page. A preview could ask for the playground inside itself, by `?embed` too: it must not come alive there, since it would have
 * the powers of the page around it. Another site, or another page of our own origin, may have it.
 */

/** Does any page around this one belong to the playground, that is to our origin and under our path? */
export function isFramedByUs(base: string): boolean {
  for (let page: Window = window; page !== page.parent; page = page.parent) {
    if (isUnder(page.parent, base)) return true;
  }
  return false;
}

/** Pages of another origin do not say where they are. */
function isUnder(page: Window, base: string): boolean {
  try {
    return page.location.href.startsWith(location.origin + base);
  } catch {
    return false;
  }
}
