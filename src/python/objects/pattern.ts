/**
 * Compiled regular expressions and what they have matched: data in the heap. What they do is in `modules/sre.ts`.
 *
 * The instructions of a pattern are a string, two code units each, so that copies of the world share them.
 */
import { PyDict, PyTuple } from "./builtin-objects.ts";
import { builtinType, type PyType } from "./type.ts";
import { PyObject, type Value } from "./values.ts";

export const patternType: PyType = builtinType("_sre.SRE_Pattern");
export const matchType: PyType = builtinType("_sre.SRE_Match");
export const scannerType: PyType = builtinType("_sre.SRE_Scanner");

export class PyPattern extends PyObject {
  declare pattern: Value;
  declare flags: number;
  /** How many groups it has, itself not counted. */
  declare groups: number;
  /** The number of each named group. */
  declare groupindex: PyDict;
  /** The name of each group, or None; first the pattern itself. */
  declare names: PyTuple;
  declare code: string;
  constructor(pattern: Value, code: string) {
    super(patternType);
    this.pattern = pattern;
    this.flags = 0;
    this.groups = 0;
    this.groupindex = new PyDict();
    this.names = new PyTuple([]);
    this.code = code;
  }
}

/** A match; or a scanner, which remembers where its next match may begin. */
export class PyMatch extends PyObject {
  declare pattern: PyPattern;
  declare string: Value;
  /** Where the search began, or a scanner's next one begins. */
  declare pos: number;
  declare endpos: number;
  /** The group that was closed last; 0 for none. */
  declare lastIndex: number;
  /** Where each group begins and ends, first the whole match; -1 where it has no part in it. */
  declare marks: number[];
  constructor(type: PyType, pattern: PyPattern, string: Value) {
    super(type);
    this.pattern = pattern;
    this.string = string;
    this.pos = 0;
    this.endpos = 0;
    this.lastIndex = 0;
    this.marks = [];
  }
}
