/** From a token's text to its kind: the spellings stand in the order of the kinds' numbers. */
import { AND, LPAR, NOTEQUAL } from "./token-kinds.ts";

export * as T from "./token-kinds.ts";

const keywordTexts =
  "and as assert break class continue def del elif else except exec finally for from global if import in is lambda not or pass print raise return try while with yield";

/** Keyword → its kind. */
export const keywords: ReadonlyMap<string, number> = new Map(
  keywordTexts.split(" ").map((text, at) => [text, AND + at]),
);

const operatorTexts =
  "( ) [ ] : , ; + - * / | & < > = . % ` { } == != <= >= ~ ^ << >> ** += -= *= /= %= &= |= ^= <<= >>= **= // //= @";

/** Operators and delimiters by their char codes, three in one number. `<>` is `!=`. */
const operators: ReadonlyMap<number, number> = new Map([
  [operatorKey("<>"), NOTEQUAL],
  ...operatorTexts.split(" ").map((text, at): [number, number] => [operatorKey(text), LPAR + at]),
]);

function operatorKey(text: string): number {
  let key = 0;
  for (let at = text.length; at-- > 0; ) key = (key << 8) | text.charCodeAt(at);
  return key;
}

/** The kind of the operator spelt by these char codes (0 for none), or undefined when they spell none. */
export function operatorOf(first: number, second = 0, third = 0): number | undefined {
  return operators.get(first | (second << 8) | (third << 16));
}
