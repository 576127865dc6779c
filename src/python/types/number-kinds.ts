/** Which number a value is, and which integer. */
import { PyComplex, PyFloat, PyInt } from "../objects/builtin-objects.ts";
import type { Value } from "../objects/values.ts";
import { unwrap } from "../operations/type-of.ts";

/** 1 int, 2 long, 3 float, 4 complex, 0 no number. */
export function numberKind(v: Value): 0 | 1 | 2 | 3 | 4 {
  switch (typeof v) {
    case "number":
    case "boolean":
      return 1;
    case "bigint":
      return 2;
  }
  if (v instanceof PyFloat) return 3;
  if (v instanceof PyInt) return 1;
  return v instanceof PyComplex ? 4 : 0;
}

/** An int, long or bool as a big integer; undefined for anything else. */
export function toBig(v: Value): bigint | undefined {
  switch (typeof v) {
    case "number":
      return BigInt(v);
    case "bigint":
      return v;
    case "boolean":
      return v ? 1n : 0n;
  }
  const plain = unwrap(v);
  if (plain !== v) return toBig(plain);
  return v instanceof PyInt ? v.value : undefined;
}
