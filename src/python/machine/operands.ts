/** Calls from the operand stack, where the instructions find the callee, positional arguments, then names and values. */
import { PyDict } from "../objects/builtin-objects.ts";
import {
  CO_GENERATOR,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  PyFrame,
  PyFunction,
  PyMethod,
} from "../objects/frame.ts";
import { PyMethodDescriptor } from "../objects/natives.ts";
import type { Keywords } from "../objects/slots.ts";
import type { Value } from "../objects/values.ts";
import { keywordName } from "./arguments.ts";
import { functionName, invoke, spreadKeywords, spreadPositional } from "./calls.ts";
import { pushFrame } from "./frames.ts";
import type { Machine } from "./machine.ts";

/** A function with any of these flags needs more than its arguments copied. */
const notPlain = CO_VARARGS | CO_VARKEYWORDS | CO_GENERATOR;

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
  const spread = () => {
    if (rest !== undefined) call.args.push(...spreadPositional(machine, call.callee, rest));
  };
  // The keys of a dictionary are looked at last, those of another mapping first.
  if (named instanceof PyDict) spread();
  if (named !== undefined) {
    const keywords = new Map(call.keywords ?? []);
    spreadKeywords(machine, call.callee, named, keywords);
    call.keywords = keywords.size === 0 ? null : keywords;
  }
  if (!(named instanceof PyDict)) spread();
  return call;
}

/**
 * CALL_FUNCTION and CALL_METHOD: calls what lies at `base` of the frame's stack with the `given` arguments above it, up to `top`
 * (256 for each keyword, as in the instruction). The first argument of a method (`isMethod`) is its receiver. Undefined when a
 * frame was pushed.
 */
export function callOnStack(
  machine: Machine,
  frame: PyFrame,
  base: number,
  top: number,
  given: number,
  isMethod: boolean,
): Value | undefined {
  const { stack } = frame;
  const callee = stack[base] as Value;
  if (given < 256) {
    const bound = callee instanceof PyMethod && callee.self !== undefined ? callee : undefined;
    const fn = bound === undefined ? callee : bound.func;
    const shift = bound === undefined ? 0 : 1;
    if (fn instanceof PyFunction && isPlain(fn, given + shift)) {
      const called = new PyFrame(fn.code, fn.globals, null, fn.closure);
      const { fast } = called;
      if (bound !== undefined) fast[0] = bound.self;
      for (let i = 0; i < given; i++) fast[i + shift] = stack[base + 1 + i] as Value;
      giveDefaults(fn, fast, given + shift);
      pushFrame(machine, called);
      return undefined;
    }
    if (isMethod && callee instanceof PyMethodDescriptor)
      return callee.run(machine, stack.slice(base + 1, top) as Value[], null);
  }
  const { args, keywords } = collectCall(stack, top, given);
  return invoke(machine, callee, args, keywords);
}

/** True when a call with `given` positional arguments needs no more than copying them, and defaults. */
function isPlain({ code, defaults }: PyFunction, given: number): boolean {
  return (
    given <= code.argcount &&
    given >= code.argcount - defaults.length &&
    (code.flags & (notPlain | CO_OPTIMIZED)) === CO_OPTIMIZED &&
    code.cellvars.length === 0
  );
}

/** Gives the parameters from `given` on their defaults. */
function giveDefaults({ code, defaults }: PyFunction, fast: (Value | undefined)[], given: number): void {
  const { argcount } = code;
  const first = argcount - defaults.length;
  for (let i = given; i < argcount; i++) fast[i] = defaults[i - first];
}
