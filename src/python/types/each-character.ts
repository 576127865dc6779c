/** A text of what stands for each character of another. */

/**
 * `show` of every character of `text`, one after another; a surrogate pair is one character. Long texts are put together in pieces: a host
 * takes long over a text that was added to a million times.
 */
export function eachCharacter(text: string, show: (c: string) => string): string {
  if (text.length < 32) {
    let out = "";
    for (const c of text) out += show(c);
    return out;
  }
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + pieceLength + (isLead(text.charCodeAt(from + pieceLength - 1)) ? 1 : 0);
    const shown: string[] = [];
    for (const c of text.slice(from, end)) shown.push(show(c));
    pieces.push(shown.join(""));
    from = end;
  }
  return pieces.join("");
}

const pieceLength = 256;

/** Is it the first half of a surrogate pair? */
function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
