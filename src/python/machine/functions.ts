/** Entering Python functions, and special methods found in a class. */
import { CO_GENERATOR, PyFunction, PyGenerator } from "../objects/frame.ts";
import type { Keywords } from "../objects/slots.ts";
import type { Value } from "../objects/values.ts";
import { bind, typeOf } from "../operations/index.ts";
import { bindArguments } from "./arguments.ts";
import { pushFrame } from "./frames.ts";
import type { Machine } from "./machine.ts";

/** What a waiting generator weighs, about, in bytes. */
const generatorSize = 200;

/** Pushes the frame of a Python function; a generator function gives its generator at once. */
export function enterFunction(
  machine: Machine,
  fn: PyFunction,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  const frame = bindArguments(fn, args, keywords);
  if ((fn.code.flags & CO_GENERATOR) !== 0) {
    machine.allocate(generatorSize);
    frame.generator = new PyGenerator(frame);
    return frame.generator;
  }
  pushFrame(machine, frame);
  return undefined;
}

/** Calls a special method found in the class of `self`: with `self` first, or bound by its descriptor. */
export function invokeSpecial(
  machine: Machine,
  method: Value,
  self: Value,
  args: Value[],
  keywords: Keywords,
): Value | undefined {
  if (method instanceof PyFunction) return enterFunction(machine, method, [self, ...args], keywords);
  return machine.invoke(bind(machine, method, self, typeOf(self)), args, keywords);
}
