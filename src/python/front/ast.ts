/**
 * The abstract syntax tree of Python 2.7, node for node as CPython's `Parser/Python.asdl` has it.
 *
 * Nodes are plain objects told apart by `kind`. `lineno` counts from 1 and `col_offset` from 0 in bytes, both with
 * CPython 2.7's habits: an operator after the first of a chain stands where its sign stands, an `elif` where its
 * test stands, a triple-quoted string of several lines on its last line in column -1. Optional children are null.
 */
import type { PyComplex, PyFloat, PyInt, PyUnicode } from "../objects/builtin-objects.ts";

/** Where a node begins. */
export interface Position {
  lineno: number;
  col_offset: number;
}

/** What `parse` gives: the root for `exec`, `single` and `eval`. */
export type Mod = Module | Interactive | Expression;

export interface Module {
  kind: "Module";
  body: Stmt[];
}
export interface Interactive {
  kind: "Interactive";
  body: Stmt[];
}
export interface Expression {
  kind: "Expression";
  body: Expr;
}

/** Any node that a statement is made of, but for `arguments` and `alias`. */
export type Node = Stmt | Expr | ExceptHandler | Comprehension | Keyword | Slice;

export type Stmt =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | Print
  | For
  | While
  | If
  | With
  | Raise
  | TryExcept
  | TryFinally
  | Assert
  | Import
  | ImportFrom
  | Exec
  | Global
  | ExprStmt
  | Pass
  | Break
  | Continue;

export interface FunctionDef extends Position {
  kind: "FunctionDef";
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
}
export interface ClassDef extends Position {
  kind: "ClassDef";
  name: string;
  bases: Expr[];
  body: Stmt[];
  decorator_list: Expr[];
}
export interface Return extends Position {
  kind: "Return";
  value: Expr | null;
}
export interface Delete extends Position {
  kind: "Delete";
  targets: Expr[];
}
export interface Assign extends Position {
  kind: "Assign";
  targets: Expr[];
  value: Expr;
}
export interface AugAssign extends Position {
  kind: "AugAssign";
  target: Expr;
  op: Operator;
  value: Expr;
}
export interface Print extends Position {
  kind: "Print";
  dest: Expr | null;
  values: Expr[];
  nl: boolean;
}
export interface For extends Position {
  kind: "For";
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface While extends Position {
  kind: "While";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface If extends Position {
  kind: "If";
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface With extends Position {
  kind: "With";
  context_expr: Expr;
  optional_vars: Expr | null;
  body: Stmt[];
}
export interface Raise extends Position {
  kind: "Raise";
  type: Expr | null;
  inst: Expr | null;
  tback: Expr | null;
}
export interface TryExcept extends Position {
  kind: "TryExcept";
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
}
export interface TryFinally extends Position {
  kind: "TryFinally";
  body: Stmt[];
  finalbody: Stmt[];
}
export interface Assert extends Position {
  kind: "Assert";
  test: Expr;
  msg: Expr | null;
}
export interface Import extends Position {
  kind: "Import";
  names: Alias[];
}
export interface ImportFrom extends Position {
  kind: "ImportFrom";
  module: string | null;
  names: Alias[];
  level: number;
}
export interface Exec extends Position {
  kind: "Exec";
  body: Expr;
  globals: Expr | null;
  locals: Expr | null;
}
export interface Global extends Position {
  kind: "Global";
  names: string[];
}
/** The asdl's `Expr` statement; called ExprStmt here because `Expr` is the union of expressions. */
export interface ExprStmt extends Position {
  kind: "Expr";
  value: Expr;
}
export interface Pass extends Position {
  kind: "Pass";
}
export interface Break extends Position {
  kind: "Break";
}
export interface Continue extends Position {
  kind: "Continue";
}

export type Expr =
  | BoolOp
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Yield
  | Compare
  | Call
  | Repr
  | Num
  | Str
  | Attribute
  | Subscript
  | Name
  | List
  | Tuple;

export interface BoolOp extends Position {
  kind: "BoolOp";
  op: "And" | "Or";
  values: Expr[];
}
export interface BinOp extends Position {
  kind: "BinOp";
  left: Expr;
  op: Operator;
  right: Expr;
}
export interface UnaryOp extends Position {
  kind: "UnaryOp";
  op: UnaryOperator;
  operand: Expr;
}
export interface Lambda extends Position {
  kind: "Lambda";
  args: Arguments;
  body: Expr;
}
export interface IfExp extends Position {
  kind: "IfExp";
  test: Expr;
  body: Expr;
  orelse: Expr;
}
export interface Dict extends Position {
  kind: "Dict";
  keys: Expr[];
  values: Expr[];
}
/** The asdl's `Set`; called SetDisplay here because `Set` is a JavaScript global. */
export interface SetDisplay extends Position {
  kind: "Set";
  elts: Expr[];
}
export interface ListComp extends Position {
  kind: "ListComp";
  elt: Expr;
  generators: Comprehension[];
}
export interface SetComp extends Position {
  kind: "SetComp";
  elt: Expr;
  generators: Comprehension[];
}
export interface DictComp extends Position {
  kind: "DictComp";
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}
export interface GeneratorExp extends Position {
  kind: "GeneratorExp";
  elt: Expr;
  generators: Comprehension[];
}
export interface Yield extends Position {
  kind: "Yield";
  value: Expr | null;
}
export interface Compare extends Position {
  kind: "Compare";
  left: Expr;
  ops: ComparisonOperator[];
  comparators: Expr[];
}
export interface Call extends Position {
  kind: "Call";
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
  starargs: Expr | null;
  kwargs: Expr | null;
}
export interface Repr extends Position {
  kind: "Repr";
  value: Expr;
}
export interface Num extends Position {
  kind: "Num";
  n: number | bigint | PyInt | PyFloat | PyComplex;
}
export interface Str extends Position {
  kind: "Str";
  s: string | PyUnicode;
}
export interface Attribute extends Position {
  kind: "Attribute";
  value: Expr;
  attr: string;
  ctx: ExprContext;
}
export interface Subscript extends Position {
  kind: "Subscript";
  value: Expr;
  slice: Slice;
  ctx: ExprContext;
}
export interface Name extends Position {
  kind: "Name";
  id: string;
  ctx: ExprContext;
}
export interface List extends Position {
  kind: "List";
  elts: Expr[];
  ctx: ExprContext;
}
export interface Tuple extends Position {
  kind: "Tuple";
  elts: Expr[];
  ctx: ExprContext;
}

export type ExprContext = "Load" | "Store" | "Del" | "AugLoad" | "AugStore" | "Param";

export type Slice = EllipsisSlice | SliceRange | ExtSlice | Index;

/** The asdl's `Ellipsis`. */
export interface EllipsisSlice {
  kind: "Ellipsis";
}
/** The asdl's `Slice`: `lower:upper:step`. */
export interface SliceRange {
  kind: "Slice";
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}
export interface ExtSlice {
  kind: "ExtSlice";
  dims: Slice[];
}
export interface Index {
  kind: "Index";
  value: Expr;
}

export type Operator =
  | "Add"
  | "Sub"
  | "Mult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";

export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";

export type ComparisonOperator =
  | "Eq"
  | "NotEq"
  | "Lt"
  | "LtE"
  | "Gt"
  | "GtE"
  | "Is"
  | "IsNot"
  | "In"
  | "NotIn";

export interface Comprehension {
  kind: "comprehension";
  target: Expr;
  iter: Expr;
  ifs: Expr[];
}
export interface ExceptHandler extends Position {
  kind: "ExceptHandler";
  type: Expr | null;
  name: Expr | null;
  body: Stmt[];
}
/** `args` are Names in Param context, or Tuples of them in Store context (`def f(a, (b, c))`). */
export interface Arguments {
  kind: "arguments";
  args: Expr[];
  vararg: string | null;
  kwarg: string | null;
  defaults: Expr[];
}
export interface Keyword {
  kind: "keyword";
  arg: string;
  value: Expr;
}
export interface Alias {
  kind: "alias";
  name: string;
  asname: string | null;
}
