/** A number as a double, for whoever asks for one. */
import { PyComplex, PyFloat, PyOldInstance } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { callNumberMethod } from "../operations/attributes.ts";
import { getAttribute, typeName, unwrap } from "../operations/index.ts";
import { toDouble } from "./numbers.ts";

/** `float(v)` as a double; TypeError for what is no number. */
export function requireDouble(vm: VM, v: Value, problem?: string): number {
  const plain = unwrap(v);
  const converted = v instanceof PyFloat ? v : callNumberMethod(vm, v, "__float__");
  if (converted instanceof PyFloat) return converted.value;
  if (converted !== undefined)
    raiseError(
      "TypeError",
      problem === undefined
        ? "nb_float should return float object"
        : `__float__ returned non-float (type ${typeName(converted)})`,
    );
  const known = toDouble(plain);
  if (known !== undefined) return known;
  if (v instanceof PyOldInstance) getAttribute(vm, v, "__float__");
  raiseError(
    "TypeError",
    plain instanceof PyComplex ? "can't convert complex to float" : (problem ?? "a float is required"),
  );
}
