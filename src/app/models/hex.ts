/** A file's bytes as a hex dump shows them: where, which, and the characters among them. */

/** One line: its offset, its bytes in groups of eight, and what of it is printable ASCII. */
export interface HexLine {
  offset: string;
  bytes: string;
  text: string;
}

/** The lines of `content`, a byte per character, with `width` bytes in each. */
export function hexLines(content: string, width = 16): HexLine[] {
  const lines: HexLine[] = [];
  for (let at = 0; at < content.length; at += width) {
    const part = content.slice(at, at + width);
    const bytes = Array.from(part, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0"));
    const groups = [bytes.slice(0, 8), bytes.slice(8)].map((group) => group.join(" "));
    const space = width > 8 ? 3 * width : 3 * width - 1;
    lines.push({
      offset: at.toString(16).padStart(6, "0"),
      bytes: groups.join("  ").trimEnd().padEnd(space),
      text: part.replace(/[^ -~]/g, "·"),
    });
  }
  return lines;
}
