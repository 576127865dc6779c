/** A piece of a lesson's text without its marks: for who hears it, and for titles. */
import type { Inline } from "../../lessons/index.ts";

export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join("");
}

function textOf(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "break":
      return " ";
    default:
      return plainText(inline.inlines);
  }
}
