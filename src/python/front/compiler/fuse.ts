/**
 * Superinstructions (Ertl and Gregg, "The structure and performance of efficient interpreters", 2003): the commonest sequences of
 * instructions done in one step.
 *
 * Only the first number of a sequence changes. It stands for itself and what follows; the instructions that follow stay where they
 * are, for jumps that arrive in between, and for the first to fall back on: whatever is not the common case, a superinstruction
 * does as its first instruction does it and leaves the rest to the others.
 */
import { Op } from "../../bytecode.ts";

/** The first of COMPARE_OP's arguments that is no rich comparison. */
const NO_RICH_COMPARISON = 6;

const arithmetic: ReadonlyMap<number, readonly [fast: number, constant: number]> = new Map([
  [Op.BINARY_ADD, [Op.FAST_FAST_ADD, Op.FAST_CONST_ADD]],
  [Op.INPLACE_ADD, [Op.FAST_FAST_ADD, Op.FAST_CONST_ADD]],
  [Op.BINARY_SUBTRACT, [Op.FAST_FAST_SUBTRACT, Op.FAST_CONST_SUBTRACT]],
  [Op.INPLACE_SUBTRACT, [Op.FAST_FAST_SUBTRACT, Op.FAST_CONST_SUBTRACT]],
]);

/** Puts superinstructions where they fit; from the end, so that the sequence that begins last goes first. */
export function fuse(instructions: number[]): void {
  for (let pc = instructions.length - 2; pc >= 0; pc -= 2)
    if (instructions[pc] === Op.LOAD_FAST) instructions[pc] = fused(instructions, pc);
}

/** The instruction for what begins with the LOAD_FAST at `pc`. */
function fused(instructions: readonly number[], pc: number): number {
  const second = instructions[pc + 2];
  if (second === Op.LOAD_ATTR) return Op.FAST_ATTR;
  if (second !== Op.LOAD_FAST && second !== Op.LOAD_CONST) return Op.LOAD_FAST;
  const isConstant = second === Op.LOAD_CONST;
  const third = instructions[pc + 4] ?? -1;
  const sums = arithmetic.get(third);
  if (sums !== undefined) return sums[isConstant ? 1 : 0];
  if (third === Op.COMPARE_OP && instructions[pc + 6] === Op.POP_JUMP_IF_FALSE)
    if ((instructions[pc + 5] ?? NO_RICH_COMPARISON) < NO_RICH_COMPARISON)
      return isConstant ? Op.FAST_CONST_COMPARE : Op.FAST_FAST_COMPARE;
  if (isConstant) return Op.LOAD_FAST;
  return third === Op.BINARY_SUBSCR ? Op.FAST_FAST_SUBSCR : Op.FAST_FAST;
}
