/**
 * How deep the operand stack of a block gets.
 *
 * One pass is enough: code is laid out so that every place is first reached from above, and backward jumps arrive with
 * the depth the place had.
 */
import { Op } from "../../bytecode.ts";

/** What an instruction adds to the stack when it does not depend on its argument. */
const effects: ReadonlyMap<number, number> = new Map([
  [Op.POP_TOP, -1],
  [Op.DUP_TOP, 1],
  [Op.STORE_SUBSCR, -3],
  [Op.DELETE_SUBSCR, -2],
  [Op.STORE_MAP, -2],
  [Op.SLICE + 1, -1],
  [Op.SLICE + 2, -1],
  [Op.SLICE + 3, -2],
  [Op.STORE_SLICE, -2],
  [Op.STORE_SLICE + 1, -3],
  [Op.STORE_SLICE + 2, -3],
  [Op.STORE_SLICE + 3, -4],
  [Op.DELETE_SLICE, -1],
  [Op.DELETE_SLICE + 1, -2],
  [Op.DELETE_SLICE + 2, -2],
  [Op.DELETE_SLICE + 3, -3],
  [Op.PRINT_EXPR, -1],
  [Op.PRINT_ITEM, -1],
  [Op.PRINT_ITEM_TO, -2],
  [Op.PRINT_NEWLINE_TO, -1],
  [Op.WITH_CLEANUP, -1],
  [Op.LOAD_LOCALS, 1],
  [Op.RETURN_VALUE, -1],
  [Op.IMPORT_STAR, -1],
  [Op.EXEC_STMT, -3],
  [Op.END_FINALLY, -3],
  [Op.BUILD_CLASS, -2],
  [Op.STORE_NAME, -1],
  [Op.FOR_ITER, 1],
  [Op.LIST_APPEND, -1],
  [Op.SET_ADD, -1],
  [Op.MAP_ADD, -2],
  [Op.STORE_ATTR, -2],
  [Op.DELETE_ATTR, -1],
  [Op.STORE_GLOBAL, -1],
  [Op.LOAD_CONST, 1],
  [Op.LOAD_NAME, 1],
  [Op.BUILD_MAP, 1],
  [Op.COMPARE_OP, -1],
  [Op.IMPORT_NAME, -1],
  [Op.IMPORT_FROM, 1],
  [Op.JUMP_IF_FALSE_OR_POP, -1],
  [Op.JUMP_IF_TRUE_OR_POP, -1],
  [Op.POP_JUMP_IF_FALSE, -1],
  [Op.POP_JUMP_IF_TRUE, -1],
  [Op.LOAD_GLOBAL, 1],
  [Op.SETUP_WITH, 1],
  [Op.LOAD_METHOD, 1],
  [Op.LOAD_FAST, 1],
  [Op.STORE_FAST, -1],
  [Op.LOAD_CLOSURE, 1],
  [Op.LOAD_DEREF, 1],
  [Op.STORE_DEREF, -1],
  [Op.BINARY_POWER, -1],
  [Op.BINARY_MULTIPLY, -1],
  [Op.BINARY_DIVIDE, -1],
  [Op.BINARY_MODULO, -1],
  [Op.BINARY_ADD, -1],
  [Op.BINARY_SUBTRACT, -1],
  [Op.BINARY_SUBSCR, -1],
  [Op.BINARY_FLOOR_DIVIDE, -1],
  [Op.BINARY_TRUE_DIVIDE, -1],
  [Op.BINARY_LSHIFT, -1],
  [Op.BINARY_RSHIFT, -1],
  [Op.BINARY_AND, -1],
  [Op.BINARY_XOR, -1],
  [Op.BINARY_OR, -1],
  [Op.INPLACE_FLOOR_DIVIDE, -1],
  [Op.INPLACE_TRUE_DIVIDE, -1],
  [Op.INPLACE_ADD, -1],
  [Op.INPLACE_SUBTRACT, -1],
  [Op.INPLACE_MULTIPLY, -1],
  [Op.INPLACE_DIVIDE, -1],
  [Op.INPLACE_MODULO, -1],
  [Op.INPLACE_POWER, -1],
  [Op.INPLACE_LSHIFT, -1],
  [Op.INPLACE_RSHIFT, -1],
  [Op.INPLACE_AND, -1],
  [Op.INPLACE_XOR, -1],
  [Op.INPLACE_OR, -1],
]);

/** What an unwinding exception leaves for its handler: traceback, value, type. */
const EXCEPTION_TRIPLE = 3;

/** The deepest stack that `instructions` (pairs of opcode and argument, jumps resolved) can need. */
export function stackDepth(instructions: readonly number[]): number {
  const known = new Map<number, number>();
  let depth = 0;
  let deepest = 0;
  for (let pc = 0; pc < instructions.length; pc += 2) {
    const op = instructions[pc] ?? 0;
    const argument = instructions[pc + 1] ?? 0;
    depth = Math.max(depth, known.get(pc) ?? 0);
    const atTarget = depthAtTarget(op, depth);
    if (atTarget !== null) known.set(argument, Math.max(known.get(argument) ?? 0, atTarget));
    deepest = Math.max(deepest, depth, atTarget ?? 0);
    depth = leavesForGood(op) ? 0 : depth + effect(op, argument);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The depth with which a jump arrives, null for instructions that do not jump. */
function depthAtTarget(op: number, depth: number): number | null {
  switch (op) {
    case Op.FOR_ITER:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
      return depth - 1;
    case Op.JUMP_FORWARD:
    case Op.JUMP_ABSOLUTE:
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
    case Op.SETUP_LOOP:
      return depth;
    case Op.SETUP_EXCEPT:
    case Op.SETUP_FINALLY:
    case Op.SETUP_WITH:
      return depth + EXCEPTION_TRIPLE;
    default:
      return null;
  }
}

function leavesForGood(op: number): boolean {
  return (
    op === Op.JUMP_FORWARD ||
    op === Op.JUMP_ABSOLUTE ||
    op === Op.RETURN_VALUE ||
    op === Op.BREAK_LOOP ||
    op === Op.CONTINUE_LOOP ||
    op === Op.RAISE_VARARGS
  );
}

function effect(op: number, argument: number): number {
  switch (op) {
    case Op.DUP_TOPX:
      return argument;
    case Op.UNPACK_SEQUENCE:
      return argument - 1;
    case Op.BUILD_TUPLE:
    case Op.BUILD_LIST:
    case Op.BUILD_SET:
    case Op.BUILD_SLICE:
      return 1 - argument;
    case Op.MAKE_FUNCTION:
      return -argument;
    case Op.MAKE_CLOSURE:
      return -argument - 1;
    case Op.CALL_FUNCTION:
      return -argumentsOf(argument);
    case Op.CALL_METHOD:
    case Op.CALL_FUNCTION_VAR:
    case Op.CALL_FUNCTION_KW:
      return -argumentsOf(argument) - 1;
    case Op.CALL_FUNCTION_VAR_KW:
      return -argumentsOf(argument) - 2;
    default:
      return effects.get(op) ?? 0;
  }
}

/** Stack entries of a call's positional and keyword arguments. */
function argumentsOf(argument: number): number {
  return (argument & 0xff) + 2 * (argument >> 8);
}
