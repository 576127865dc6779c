/**
 * The instruction set: CPython 2.7's own (`Lib/opcode.py`, documented under `dis`), with these differences.
 *
 *  - Instructions are pairs in one array: opcode, argument. A `pc` or jump target is an index of that array; all jumps
 *    are absolute.
 *  - STATEMENT stands before every statement; its argument is the line. It is where a run is counted and may stop.
 *  - Loops need no SETUP_LOOP unless they contain `break`/`continue` across a `try`/`with`; the compiler may jump directly
 *    (popping the iterator itself) otherwise.
 *  - Rich comparisons, `in`, `is` and exception matches are COMPARE_OP with CPython's argument order (`comparisons`).
 *  - MAKE_FUNCTION and MAKE_CLOSURE take the number of defaults; the code object is on top, under it for MAKE_CLOSURE the
 *    tuple of cells, as in CPython.
 *  - A method is called by LOAD_METHOD and CALL_METHOD, as in PyPy and later CPythons, so that no method object is made.
 *  - Common sequences begin with a superinstruction (`front/compiler/fuse.ts`).
 */
export * as Op from "./opcodes.ts";

/** Arguments of COMPARE_OP, CPython's `cmp_op`. */
export const comparisons = [
  "Lt",
  "LtE",
  "Eq",
  "NotEq",
  "Gt",
  "GtE",
  "In",
  "NotIn",
  "Is",
  "IsNot",
  "exception match",
] as const;
