/**
 * The matcher of regular expressions: a loop over the instructions that `_re_compiler.py` writes.
 *
 * It goes back when it fails: each choice leaves an entry on one stack of numbers, its kind on top. Nothing recurses, every instruction
 * is counted, and the stack is charged as it grows.
 *
 * What a group holds after a failed attempt is CPython's to the letter: its marks are saved and restored by the same instructions.
 */
import type { VM } from "../objects/machine.ts";

// The instructions, numbered as in `_re_compiler.py`.
const SUCCESS = 0;
const ANY = 1;
const LITERAL = 2;
const IN = 3;
const AT = 4;
const MARK = 5;
const JUMP = 6;
const BRANCH = 7;
const REPEAT_ONE = 8;
const MIN_REPEAT_ONE = 9;
const REPEAT = 10;
const MAX_UNTIL = 11;
const MIN_UNTIL = 12;
const GROUPREF = 13;
const GROUPREF_EXISTS = 14;
const ASSERT = 15;
const ASSERT_NOT = 16;
const ASSERT_END = 17;
// Kinds of entries that are no instructions: a repetition that must be or was asked for, one more that may be, and the tail.
const AGAIN = 18;
const MORE = 19;
const TAIL = 20;

const ENDLESS = 0x7fffffff;
/** Instructions to a step. */
const INSTRUCTIONS = 4;
/** How many instructions are charged together. */
const BATCH = 1024;
/** No instruction pushes as much: at most 198 marks and nine numbers. */
const ROOM = 256;
const FIRST_STACK = 4096;

/** A pattern's instructions made ready; follows from its code alone. */
interface Program {
  code: Int32Array;
  /** Which of the first 256 characters are in the set at this place; made when first needed. */
  sets: (Uint8Array | undefined)[];
  /** What every match begins with. */
  prefix: string;
  /** The first characters of matches, as a set; its last element stands for all other characters. */
  first: Uint8Array | undefined;
}

/** Where a matching is. */
export interface Matching {
  readonly vm: VM;
  readonly program: Program;
  readonly text: string;
  readonly end: number;
  /** Where the match begins and ends, once there is one. */
  start: number;
  at: number;
  marks: Int32Array;
  /** The highest mark that counts, and the group that was closed last; -1 for none. */
  lastMark: number;
  lastIndex: number;
}

/** An element that is there. */
const at = (array: Int32Array | Uint8Array, index: number): number => array[index] as number;

const programs = new Map<string, Program>();

/** The program of a code string. What is kept here is a cache. */
function programOf(text: string): Program {
  let program = programs.get(text);
  if (program !== undefined) return program;
  const code = new Int32Array(text.length / 2);
  for (let i = 0; i < code.length; i++) code[i] = text.charCodeAt(i * 2) | (text.charCodeAt(i * 2 + 1) << 16);
  program = { code, sets: new Array(code.length).fill(undefined), prefix: "", first: undefined };
  readBeginning(program);
  if (programs.size > 300) programs.clear();
  programs.set(text, program);
  return program;
}

function readBeginning(program: Program): void {
  const { code } = program;
  for (let pc = 1; ; pc += 2) {
    if (code[pc] === LITERAL) program.prefix += String.fromCharCode(at(code, pc + 1));
    else if (code[pc] !== MARK) break;
  }
  const first = new Uint8Array(257);
  if (program.prefix === "" && firstCharacters(program, 1, first) === "some") program.first = first;
}

/**
 * Adds to `first` what a match of the instructions from `pc` on may begin with. "none" when they may take no character before they end;
 * "any" when nothing can be said. @note As deep as the pattern's groups.
 */
function firstCharacters(program: Program, start: number, first: Uint8Array): "some" | "none" | "any" {
  const { code } = program;
  for (let pc = start; ; ) {
    const target = pc + 1 + at(code, pc + 1);
    switch (code[pc]) {
      case LITERAL:
        first[Math.min(at(code, pc + 1), 256)] = 1;
        return "some";
      case IN:
        first[256] = 1;
        setAt(program, pc).forEach((has, c) => {
          if (has) first[c] = 1;
        });
        return "some";
      case MARK:
      case AT:
        pc += 2;
        continue;
      case BRANCH: {
        let isSome = true;
        let alternative = pc + 1;
        for (; code[alternative] !== 0; alternative += at(code, alternative)) {
          const found = firstCharacters(program, alternative + 1, first);
          if (found === "any") return found;
          if (found === "none") isSome = false;
        }
        if (isSome) return "some";
        pc = alternative + 1;
        continue;
      }
      case REPEAT_ONE:
      case MIN_REPEAT_ONE:
      case REPEAT: {
        // A lazy repetition leaves marks behind where it fails, so it must be tried.
        if (code[pc] === REPEAT && code[target] === MIN_UNTIL) return "any";
        const found = firstCharacters(program, pc + 4, first);
        if (found === "any" || (found === "some" && at(code, pc + 2) > 0)) return found;
        pc = target + (code[pc] === REPEAT ? 1 : 0);
        continue;
      }
      case JUMP:
      case MAX_UNTIL:
      case MIN_UNTIL:
        return "none";
      default:
        return "any";
    }
  }
}

// Kinds of characters, found when first asked for. NOT-PYTHON: newer Unicode tables than CPython 2.7's 5.2.
const KNOWN = 1;
const DIGIT = 2;
const SPACE = 4;
const WORD = 8;
const kinds = new Uint8Array(65536);

function kindOf(c: number): number {
  const known = at(kinds, c);
  if (known !== 0) return known;
  const text = String.fromCharCode(c);
  let kind = KNOWN;
  if (/\p{Nd}/u.test(text)) kind |= DIGIT;
  if ((/[\s\u180e]/.test(text) && c !== 0xfeff) || (c > 0x1b && c < 0x20) || c === 0x85) kind |= SPACE;
  if (/[\p{L}\p{N}_]/u.test(text)) kind |= WORD;
  kinds[c] = kind;
  return kind;
}

const isWord = (c: number, unicode: boolean): boolean => (unicode || c < 128) && (kindOf(c) & WORD) !== 0;

/** `\d \D \s \S \w \W`, then the same of Unicode. */
function isInCategory(category: number, c: number): boolean {
  const kind = category % 6;
  const isAscii = c < 128 && !(c > 0x1b && c < 0x20);
  const found = (category > 5 || isAscii) && (kindOf(c) & (kind < 2 ? DIGIT : kind < 4 ? SPACE : WORD)) !== 0;
  return found !== ((kind & 1) === 1);
}

/** One character in the other case where that is one character too. */
function recased(c: number, isUnicode: boolean, toUpper: boolean): number {
  if (c < 128) return toUpper ? (c > 96 && c < 123 ? c - 32 : c) : c > 64 && c < 91 ? c + 32 : c;
  if (!isUnicode) return c;
  if (c === 0x130) return toUpper ? c : 0x69;
  const text = String.fromCharCode(c);
  const other = toUpper ? text.toUpperCase() : text.toLowerCase();
  return other.length === 1 ? other.charCodeAt(0) : c;
}

/** Is `c` in the set at `pc`? `IN <distance> <1: negated, 2: case does not count> items… 0`. */
function isInSet(code: Int32Array, pc: number, given: number): boolean {
  const flags = at(code, pc + 2);
  const isUnicode = at(code, 0) === 1;
  const c = flags & 2 ? recased(given, isUnicode, false) : given;
  let found = false;
  for (let item = pc + 3; !found && code[item] !== 0; ) {
    const low = at(code, item + 1);
    const kind = at(code, item);
    if (kind === 1) found = c === low;
    else if (kind === 3) found = isInCategory(low, c);
    else {
      const high = at(code, item + 2);
      found = low <= c && c <= high;
      if (!found && kind === 4) {
        const upper = recased(c, isUnicode, true);
        found = low <= upper && upper <= high;
      }
    }
    item += kind === 1 || kind === 3 ? 2 : 3;
  }
  return found !== ((flags & 1) === 1);
}

function setAt({ code, sets }: Program, pc: number): Uint8Array {
  let set = sets[pc];
  if (set === undefined) {
    set = new Uint8Array(256);
    for (let c = 0; c < 256; c++) if (isInSet(code, pc, c)) set[c] = 1;
    sets[pc] = set;
  }
  return set;
}

/** Where the run of characters from `from` on that match the one-character instruction at `pc` ends: at `stop` at the latest. */
function runEnd({ vm, program, text }: Matching, pc: number, from: number, stop: number): number {
  const { code } = program;
  let place = from;
  if (code[pc] === ANY) return Math.max(from, stop);
  if (code[pc] === LITERAL) {
    const c = at(code, pc + 1);
    while (place < stop && text.charCodeAt(place) === c) place++;
    return place;
  }
  const set = setAt(program, pc);
  // A set of thousands is looked through for each character that is not among the first 256.
  const cost = at(code, pc + 1) >> 5;
  while (place < stop) {
    const c = text.charCodeAt(place);
    if (c >= 256 && cost > 0) vm.charge(cost);
    if (c < 256 ? at(set, c) === 0 : !isInSet(code, pc, c)) break;
    place++;
  }
  return place;
}

/** `AT`: nothing before or after the place, or a line, or a word. */
function isAtPlace({ text, end }: Matching, place: number, ptr: number): boolean {
  switch (place) {
    case 0:
      return ptr === 0;
    case 1:
      return ptr === end;
    case 2:
      return ptr === end || (ptr === end - 1 && text.charCodeAt(ptr) === 10);
    case 3:
      return ptr === 0 || text.charCodeAt(ptr - 1) === 10;
    case 4:
      return ptr === end || text.charCodeAt(ptr) === 10;
    default: {
      if (end === 0) return false;
      const before = ptr > 0 && isWord(text.charCodeAt(ptr - 1), place > 6);
      const after = ptr < end && isWord(text.charCodeAt(ptr), place > 6);
      return (before !== after) === (place % 2 === 1);
    }
  }
}

/** How far the text that mark `mark` begins comes again at `ptr`: the place after it, or -1. Charges for it. */
function repeated({ vm, program, text, end, marks, lastMark }: Matching, pc: number, ptr: number): number {
  const { code } = program;
  const mark = at(code, pc + 1);
  if (mark >= lastMark) return -1;
  const from = at(marks, mark);
  const size = at(marks, mark + 1) - from;
  if (from < 0 || size < 0 || ptr + size > end) return -1;
  vm.charge(size >> 4);
  const isUnicode = at(code, 0) === 1;
  for (let i = 0; i < size; i++) {
    const a = text.charCodeAt(from + i);
    const b = text.charCodeAt(ptr + i);
    if (a === b) continue;
    if (code[pc + 2] === 0 || recased(a, isUnicode, false) !== recased(b, isUnicode, false)) return -1;
  }
  return ptr + size;
}

/** What has been used up of a batch, in steps. */
const stepsOf = (fuel: number): number => Math.ceil((BATCH - fuel) / INSTRUCTIONS);

/** Shared by all matchings: none begins while another runs. */
let stack = new Int32Array(FIRST_STACK);

/** Is there a match that begins at `start`? */
function matchAt(m: Matching, start: number): boolean {
  const { vm, text, end, marks } = m;
  const { code } = m.program;
  let s = stack;
  let limit = FIRST_STACK;
  let sp = 0;
  let pc = 1;
  let ptr = start;
  let fuel = BATCH;
  // Places in the stack: the repetition that `UNTIL` belongs to, and the assertion that is being looked at.
  let repeat = -1;
  let assertion = -1;

  next: for (;;) {
    if (--fuel < 0) {
      vm.charge(stepsOf(fuel));
      fuel = BATCH;
    }
    if (sp + ROOM > limit) {
      limit *= 2;
      vm.allocate(limit * 2);
      if (limit > s.length) {
        s = new Int32Array(limit);
        s.set(stack);
        stack = s;
      }
    }
    switch (code[pc]) {
      case SUCCESS:
        vm.charge(stepsOf(fuel));
        m.start = start;
        m.at = ptr;
        return true;
      case ANY:
        if (ptr >= end) break;
        ptr++;
        pc++;
        continue;
      case LITERAL:
        if (ptr >= end || text.charCodeAt(ptr) !== at(code, pc + 1)) break;
        ptr++;
        pc += 2;
        continue;
      case IN:
        if (runEnd(m, pc, ptr, Math.min(end, ptr + 1)) === ptr) break;
        ptr++;
        pc += 1 + at(code, pc + 1);
        continue;
      case AT:
        if (!isAtPlace(m, at(code, pc + 1), ptr)) break;
        pc += 2;
        continue;
      case MARK: {
        const mark = at(code, pc + 1);
        if (mark & 1) m.lastIndex = (mark + 1) / 2;
        if (mark > m.lastMark) {
          marks.fill(-1, m.lastMark + 1, mark);
          m.lastMark = mark;
        }
        marks[mark] = ptr;
        pc += 2;
        continue;
      }
      case JUMP:
        pc += 1 + at(code, pc + 1);
        continue;
      case BRANCH:
        // The choice is entered, and the first one taken by failing.
        sp = pushMarks(m, s, sp, repeat >= 0);
        s[sp++] = ptr;
        s[sp++] = pc + 1;
        s[sp++] = BRANCH;
        break;
      case REPEAT_ONE: {
        const least = at(code, pc + 2);
        const most = at(code, pc + 3);
        const count = runEnd(m, pc + 4, ptr, most < end - ptr ? ptr + most : end) - ptr;
        fuel -= count >> 2;
        if (count < least) break;
        s[sp++] = m.lastMark;
        s[sp++] = m.lastIndex;
        s[sp++] = ptr;
        s[sp++] = count + 1;
        s[sp++] = pc;
        s[sp++] = REPEAT_ONE;
        break;
      }
      case MIN_REPEAT_ONE: {
        const least = at(code, pc + 2);
        if (least > end - ptr) break;
        if (runEnd(m, pc + 4, ptr, ptr + least) < ptr + least) break;
        fuel -= least >> 2;
        ptr += least;
        s[sp++] = m.lastMark;
        s[sp++] = m.lastIndex;
        s[sp++] = ptr;
        s[sp++] = least;
        s[sp++] = pc;
        s[sp++] = MIN_REPEAT_ONE;
        pc += 1 + at(code, pc + 1);
        continue;
      }
      case REPEAT:
        s[sp] = repeat;
        repeat = sp;
        // How often, where it began the last time, and where its instructions are.
        s[sp + 1] = -1;
        s[sp + 2] = -1;
        s[sp + 3] = pc;
        s[sp + 4] = REPEAT;
        sp += 5;
        pc += 1 + at(code, pc + 1);
        continue;
      case MAX_UNTIL: {
        const place = at(s, repeat + 3);
        const count = at(s, repeat + 1) + 1;
        const most = at(code, place + 3);
        if (count < at(code, place + 2)) {
          s[repeat + 1] = count;
          s[sp++] = at(s, repeat + 2);
          s[sp++] = repeat;
          s[sp++] = AGAIN;
        } else if ((count < most || most === ENDLESS) && ptr !== at(s, repeat + 2)) {
          s[repeat + 1] = count;
          sp = pushMarks(m, s, sp, true);
          s[sp++] = at(s, repeat + 2);
          s[sp++] = repeat;
          s[sp++] = ptr;
          s[sp++] = pc;
          s[sp++] = MORE;
          s[repeat + 2] = ptr;
        } else {
          s[sp++] = repeat;
          s[sp++] = TAIL;
          repeat = at(s, repeat);
          pc++;
          continue;
        }
        pc = place + 4;
        continue;
      }
      case MIN_UNTIL: {
        const place = at(s, repeat + 3);
        const count = at(s, repeat + 1) + 1;
        if (count < at(code, place + 2)) {
          s[repeat + 1] = count;
          s[sp++] = at(s, repeat + 2);
          s[sp++] = repeat;
          s[sp++] = AGAIN;
          pc = place + 4;
          continue;
        }
        s[sp++] = m.lastMark;
        s[sp++] = m.lastIndex;
        s[sp++] = repeat;
        s[sp++] = ptr;
        s[sp++] = MIN_UNTIL;
        repeat = at(s, repeat);
        pc++;
        continue;
      }
      case GROUPREF: {
        const after = repeated(m, pc, ptr);
        if (after < 0) break;
        ptr = after;
        pc += 3;
        continue;
      }
      case GROUPREF_EXISTS: {
        const mark = at(code, pc + 1);
        const isThere = mark < m.lastMark && at(marks, mark) >= 0 && at(marks, mark + 1) >= at(marks, mark);
        pc += isThere ? 3 : 2 + at(code, pc + 2);
        continue;
      }
      case ASSERT:
      case ASSERT_NOT: {
        const target = pc + 1 + at(code, pc + 1);
        const from = ptr - at(code, pc + 2);
        if (from < 0 && code[pc] === ASSERT) break;
        if (from < 0) {
          pc = target;
          continue;
        }
        s[sp] = assertion;
        assertion = sp;
        s[sp + 1] = repeat;
        s[sp + 2] = ptr;
        s[sp + 3] = target;
        s[sp + 4] = at(code, pc);
        sp += 5;
        ptr = from;
        pc += 3;
        continue;
      }
      case ASSERT_END: {
        // It holds, in one way: the others are forgotten.
        sp = assertion;
        assertion = at(s, sp);
        repeat = at(s, sp + 1);
        if (s[sp + 4] === ASSERT_NOT) break;
        ptr = at(s, sp + 2);
        pc = at(s, sp + 3);
        continue;
      }
    }

    // It fails here: back to the last choice.
    for (;;) {
      if (sp === 0) {
        vm.charge(stepsOf(fuel));
        return false;
      }
      switch (s[--sp]) {
        case BRANCH: {
          let alternative = at(s, sp - 1);
          ptr = at(s, sp - 2);
          popMarks(m, s, sp - 2);
          const c = ptr < end ? text.charCodeAt(ptr) : -1;
          while (
            code[alternative] !== 0 &&
            code[alternative + 1] === LITERAL &&
            code[alternative + 2] !== c
          ) {
            alternative += at(code, alternative);
            fuel--;
          }
          if (code[alternative] === 0) {
            sp = marksBelow(s, sp - 2);
            continue;
          }
          s[sp - 1] = alternative + at(code, alternative);
          sp++;
          pc = alternative + 1;
          continue next;
        }
        case REPEAT_ONE: {
          pc = at(s, sp - 1);
          const from = at(s, sp - 3);
          m.lastIndex = at(s, sp - 4);
          m.lastMark = at(s, sp - 5);
          const least = at(code, pc + 2);
          let count = at(s, sp - 2) - 1;
          pc += 1 + at(code, pc + 1);
          if (code[pc] === LITERAL) {
            const c = at(code, pc + 1);
            const most = count;
            while (count >= least && (from + count >= end || text.charCodeAt(from + count) !== c)) count--;
            fuel -= (most - count) >> 2;
          }
          if (count < least) {
            sp -= 5;
            continue;
          }
          s[sp - 2] = count;
          sp++;
          ptr = from + count;
          continue next;
        }
        case MIN_REPEAT_ONE: {
          pc = at(s, sp - 1);
          const most = at(code, pc + 3);
          const tail = pc + 1 + at(code, pc + 1);
          const c = code[tail] === LITERAL ? at(code, tail + 1) : -1;
          let count = at(s, sp - 2);
          ptr = at(s, sp - 3);
          let isOneMore = false;
          do {
            isOneMore = runEnd(m, pc + 4, ptr, Math.min(end, ptr + 1)) > ptr;
            if (!isOneMore) break;
            ptr++;
            count++;
            m.lastIndex = at(s, sp - 4);
            m.lastMark = at(s, sp - 5);
            if (most !== ENDLESS && count > most) isOneMore = false;
          } while (isOneMore && c >= 0 && (ptr >= end || text.charCodeAt(ptr) !== c));
          fuel -= count - at(s, sp - 2);
          if (!isOneMore) {
            sp -= 5;
            continue;
          }
          s[sp - 3] = ptr;
          s[sp - 2] = count;
          sp++;
          pc = tail;
          continue next;
        }
        case REPEAT:
          sp -= 4;
          repeat = at(s, sp);
          continue;
        case MORE: {
          pc = at(s, sp - 1) + 1;
          ptr = at(s, sp - 2);
          repeat = at(s, sp - 3);
          s[repeat + 2] = at(s, sp - 4);
          s[repeat + 1] = at(s, repeat + 1) - 1;
          popMarks(m, s, sp - 4);
          sp = marksBelow(s, sp - 4);
          // No more of them: the tail.
          s[sp++] = repeat;
          s[sp++] = TAIL;
          repeat = at(s, repeat);
          continue next;
        }
        case TAIL:
          repeat = at(s, --sp);
          continue;
        case MIN_UNTIL: {
          ptr = at(s, sp - 1);
          repeat = at(s, sp - 2);
          m.lastIndex = at(s, sp - 3);
          m.lastMark = at(s, sp - 4);
          sp -= 4;
          const place = at(s, repeat + 3);
          const most = at(code, place + 3);
          const count = at(s, repeat + 1) + 1;
          if ((count >= most && most !== ENDLESS) || ptr === at(s, repeat + 2)) continue;
          s[repeat + 1] = count;
          s[sp++] = at(s, repeat + 2);
          s[sp++] = repeat;
          s[sp++] = AGAIN;
          s[repeat + 2] = ptr;
          pc = place + 4;
          continue next;
        }
        case AGAIN:
          repeat = at(s, sp - 1);
          s[repeat + 2] = at(s, sp - 2);
          s[repeat + 1] = at(s, repeat + 1) - 1;
          sp -= 2;
          continue;
        case ASSERT:
          sp -= 4;
          assertion = at(s, sp);
          continue;
        default:
          // ASSERT_NOT: it does not hold, as wanted.
          sp -= 4;
          assertion = at(s, sp);
          repeat = at(s, sp + 1);
          ptr = at(s, sp + 2);
          pc = at(s, sp + 3);
          continue next;
      }
    }
  }
}

/** Pushes which marks count, with the marks themselves if `all`; gives the new top. */
function pushMarks(m: Matching, s: Int32Array, top: number, all: boolean): number {
  // @note A lone first mark is not saved: CPython's way.
  const count = all && m.lastMark > 0 ? m.lastMark + 1 : 0;
  let sp = top;
  for (let i = 0; i < count; i++) s[sp++] = at(m.marks, i);
  s[sp] = count;
  s[sp + 1] = m.lastMark;
  s[sp + 2] = m.lastIndex;
  return sp + 3;
}

/** Puts back what `pushMarks` has pushed below `top`; it stays there. */
function popMarks(m: Matching, s: Int32Array, top: number): void {
  m.lastIndex = at(s, top - 1);
  m.lastMark = at(s, top - 2);
  const count = at(s, top - 3);
  for (let i = 0, from = top - 3 - count; i < count; i++) m.marks[i] = at(s, from + i);
}

/** The top before `pushMarks` pushed what is below `top`. */
function marksBelow(s: Int32Array, top: number): number {
  return top - 3 - at(s, top - 3);
}

/** The matching of a text, not begun. */
export function createMatching(vm: VM, code: string, groups: number, text: string, end: number): Matching {
  const program = programOf(code);
  const marks = new Int32Array(Math.max(2, groups * 2));
  return { vm, program, text, end, start: 0, at: 0, marks, lastMark: -1, lastIndex: -1 };
}

/** Looks for a match at `start`; or, if it `searches`, for the first one from there on. */
export function find(m: Matching, start: number, searches: boolean): boolean {
  m.lastMark = m.lastIndex = -1;
  const { vm, text, end, program } = m;
  const { prefix, first } = program;
  // A stack that has become large is not kept.
  if (stack.length > 1 << 20) stack = new Int32Array(FIRST_STACK);
  if (start > end) return false;
  if (!searches) return matchAt(m, start);
  for (let place = start; place <= end; place++) {
    const from = place;
    if (prefix !== "") {
      place = text.indexOf(prefix, place);
      if (place < 0 || place + prefix.length > end) place = end + 1;
    } else if (first !== undefined) {
      while (place < end && at(first, Math.min(text.charCodeAt(place), 256)) === 0) place++;
      if (place === end) place++;
    }
    vm.charge((place - from) >> 4);
    if (place <= end && matchAt(m, place)) return true;
  }
  return false;
}
