/**
 * Blanks in byte strings. JavaScript's own `trim` takes 0xA0 for a no-break space, and here that may be the second byte
 * of an `à`.
 */

/** True when `text` is empty or nothing but blanks and line ends. */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n\f\v]*$/.test(text);
}

/** How many blanks `text` begins with. */
export function countBlanks(text: string): number {
  return /^[ \t\r\n\f\v]*/.exec(text)?.[0].length ?? 0;
}

/** `text` without blanks at its end. */
export function trimBlanksAtEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
