/**
 * The numbers of the instructions, CPython 2.7's own (`Lib/opcode.py`) but for the few that `bytecode.ts` explains.
 *
 * Each is a constant of its own, so that the bundler writes the number where the name is used. Elsewhere they are read
 * as `Op.LOAD_CONST`.
 */
export const STATEMENT = 0;
export const POP_TOP = 1;
export const ROT_TWO = 2;
export const ROT_THREE = 3;
export const DUP_TOP = 4;
export const ROT_FOUR = 5;
export const NOP = 9;
export const UNARY_POSITIVE = 10;
export const UNARY_NEGATIVE = 11;
export const UNARY_NOT = 12;
export const UNARY_CONVERT = 13;
export const UNARY_INVERT = 15;
export const BINARY_POWER = 19;
export const BINARY_MULTIPLY = 20;
export const BINARY_DIVIDE = 21;
export const BINARY_MODULO = 22;
export const BINARY_ADD = 23;
export const BINARY_SUBTRACT = 24;
export const BINARY_SUBSCR = 25;
export const BINARY_FLOOR_DIVIDE = 26;
export const BINARY_TRUE_DIVIDE = 27;
export const INPLACE_FLOOR_DIVIDE = 28;
export const INPLACE_TRUE_DIVIDE = 29;
/** +0…+3 as in CPython: bit 0 a lower bound, bit 1 an upper bound. */
export const SLICE = 30;
export const STORE_SLICE = 40;
export const DELETE_SLICE = 50;
export const STORE_MAP = 54;
export const INPLACE_ADD = 55;
export const INPLACE_SUBTRACT = 56;
export const INPLACE_MULTIPLY = 57;
export const INPLACE_DIVIDE = 58;
export const INPLACE_MODULO = 59;
export const STORE_SUBSCR = 60;
export const DELETE_SUBSCR = 61;
export const BINARY_LSHIFT = 62;
export const BINARY_RSHIFT = 63;
export const BINARY_AND = 64;
export const BINARY_XOR = 65;
export const BINARY_OR = 66;
export const INPLACE_POWER = 67;
export const GET_ITER = 68;
/** Prints an expression statement of an interactive run; unused by pages. */
export const PRINT_EXPR = 70;
export const PRINT_ITEM = 71;
export const PRINT_NEWLINE = 72;
export const PRINT_ITEM_TO = 73;
export const PRINT_NEWLINE_TO = 74;
export const INPLACE_LSHIFT = 75;
export const INPLACE_RSHIFT = 76;
export const INPLACE_AND = 77;
export const INPLACE_XOR = 78;
export const INPLACE_OR = 79;
export const BREAK_LOOP = 80;
export const WITH_CLEANUP = 81;
export const LOAD_LOCALS = 82;
export const RETURN_VALUE = 83;
export const IMPORT_STAR = 84;
export const EXEC_STMT = 85;
export const YIELD_VALUE = 86;
export const POP_BLOCK = 87;
export const END_FINALLY = 88;
export const BUILD_CLASS = 89;
export const STORE_NAME = 90;
export const DELETE_NAME = 91;
export const UNPACK_SEQUENCE = 92;
export const FOR_ITER = 93;
export const LIST_APPEND = 94;
export const STORE_ATTR = 95;
export const DELETE_ATTR = 96;
export const STORE_GLOBAL = 97;
export const DELETE_GLOBAL = 98;
export const DUP_TOPX = 99;
export const LOAD_CONST = 100;
export const LOAD_NAME = 101;
export const BUILD_TUPLE = 102;
export const BUILD_LIST = 103;
export const BUILD_SET = 104;
export const BUILD_MAP = 105;
export const LOAD_ATTR = 106;
export const COMPARE_OP = 107;
export const IMPORT_NAME = 108;
export const IMPORT_FROM = 109;
export const JUMP_FORWARD = 110;
export const JUMP_IF_FALSE_OR_POP = 111;
export const JUMP_IF_TRUE_OR_POP = 112;
export const JUMP_ABSOLUTE = 113;
export const POP_JUMP_IF_FALSE = 114;
export const POP_JUMP_IF_TRUE = 115;
export const LOAD_GLOBAL = 116;
export const CONTINUE_LOOP = 119;
export const SETUP_LOOP = 120;
export const SETUP_EXCEPT = 121;
export const SETUP_FINALLY = 122;
export const LOAD_FAST = 124;
export const STORE_FAST = 125;
export const DELETE_FAST = 126;
export const RAISE_VARARGS = 130;
/** Argument as in CPython: positional count + 256 × keyword count. */
export const CALL_FUNCTION = 131;
export const MAKE_FUNCTION = 132;
export const BUILD_SLICE = 133;
export const MAKE_CLOSURE = 134;
export const LOAD_CLOSURE = 135;
export const LOAD_DEREF = 136;
export const STORE_DEREF = 137;
export const CALL_FUNCTION_VAR = 140;
export const CALL_FUNCTION_KW = 141;
export const CALL_FUNCTION_VAR_KW = 142;
export const SETUP_WITH = 143;
/** PyPy's LOOKUP_METHOD: pushes a function or built-in method of the class and the value; or the attribute and nothing. */
export const LOAD_METHOD = 144;
/** Calls what LOAD_METHOD has pushed; argument as for CALL_FUNCTION. */
export const CALL_METHOD = 145;
export const SET_ADD = 146;
export const MAP_ADD = 147;

/* Superinstructions, which `front/compiler/fuse.ts` puts in the place of a LOAD_FAST; named after what they do in one. */
/** LOAD_FAST, LOAD_ATTR. */
export const FAST_ATTR = 150;
/** LOAD_FAST, LOAD_FAST. */
export const FAST_FAST = 151;
/** LOAD_FAST, LOAD_FAST, BINARY_SUBSCR. */
export const FAST_FAST_SUBSCR = 152;
/** LOAD_FAST, LOAD_FAST, COMPARE_OP, POP_JUMP_IF_FALSE. */
export const FAST_FAST_COMPARE = 153;
/** LOAD_FAST, LOAD_CONST, COMPARE_OP, POP_JUMP_IF_FALSE. */
export const FAST_CONST_COMPARE = 154;
/** LOAD_FAST, LOAD_FAST, BINARY_ADD or INPLACE_ADD, perhaps STORE_FAST; and so on. */
export const FAST_FAST_ADD = 155;
export const FAST_CONST_ADD = 156;
export const FAST_FAST_SUBTRACT = 157;
export const FAST_CONST_SUBTRACT = 158;
