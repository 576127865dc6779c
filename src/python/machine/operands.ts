/** What a call instruction finds on the operand stack: the callee, positional arguments, then names and values. */
import type { Keywords } from "../objects/slots.ts";
import type { Value } from "../objects/values.ts";
import { keywordName } from "./arguments.ts";
import { functionName, spreadKeywords, spreadPositional } from "./calls.ts";
import type { Machine } from "./machine.ts";

/** A call taken from the stack; `base` is where its result goes. */
export interface Call {
  callee: Value;
  args: Value[];
  keywords: Keywords;
  base: number;
}

/** CALL_FUNCTION: `arg` counts the positional arguments, and 256 times the keywords. */
export function collectCall(stack: unknown[], sp: number, arg: number): Call {
  const positional = arg & 255;
  const named = arg >> 8;
  const base = sp - positional - 2 * named - 1;
  const callee = stack[base] as Value;
  const args = stack.slice(base + 1, base + 1 + positional) as Value[];
  const keywords = named === 0 ? null : collectKeywords(stack, base + 1 + positional, named, callee);
  return { callee, args, keywords, base };
}

function collectKeywords(stack: unknown[], from: number, count: number, callee: Value): Map<string, Value> {
  const keywords = new Map<string, Value>();
  for (let i = 0; i < count; i++)
    keywords.set(keywordName(stack[from + 2 * i], functionName(callee)), stack[from + 2 * i + 1] as Value);
  return keywords;
}

/** CALL_FUNCTION_VAR (`which` 1), _KW (2) and _VAR_KW (3): `*args` and `**keywords` lie on top. */
export function collectSpreadCall(
  machine: Machine,
  stack: unknown[],
  sp: number,
  arg: number,
  which: number,
): Call {
  let top = sp;
  const named = which & 2 ? (stack[--top] as Value) : undefined;
  const rest = which & 1 ? (stack[--top] as Value) : undefined;
  const call = collectCall(stack, top, arg);
  if (named !== undefined) {
    const keywords = new Map(call.keywords ?? []);
    spreadKeywords(machine, call.callee, named, keywords);
    call.keywords = keywords.size === 0 ? null : keywords;
  }
  if (rest !== undefined) call.args.push(...spreadPositional(machine, call.callee, rest));
  return call;
}
