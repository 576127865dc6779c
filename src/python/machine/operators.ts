/** The instructions for operators that the loop leaves to the types of the operands, by their numbers. */
import type { VM } from "../objects/machine.ts";
import type { BinaryOperator } from "../objects/slots.ts";
import type { Value } from "../objects/values.ts";
import { binary, inplace } from "../operations/index.ts";

const binaryOperators: Readonly<Record<number, BinaryOperator>> = {
  19: "Pow",
  26: "FloorDiv",
  27: "TrueDiv",
  62: "LShift",
  63: "RShift",
  64: "BitAnd",
  65: "BitXor",
  66: "BitOr",
};

const inplaceOperators: Readonly<Record<number, BinaryOperator>> = {
  28: "FloorDiv",
  29: "TrueDiv",
  57: "Mult",
  58: "Div",
  59: "Mod",
  67: "Pow",
  75: "LShift",
  76: "RShift",
  77: "BitAnd",
  78: "BitXor",
  79: "BitOr",
};

/** What BINARY_POWER and its like, instruction `op`, make of two operands. */
export function binaryOf(vm: VM, op: number, a: Value, b: Value): Value {
  return binary(vm, binaryOperators[op] as BinaryOperator, a, b);
}

/** What INPLACE_POWER and its like, instruction `op`, make of two operands. */
export function inplaceOf(vm: VM, op: number, a: Value, b: Value): Value {
  return inplace(vm, inplaceOperators[op] as BinaryOperator, a, b);
}
