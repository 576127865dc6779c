/** What a codec is, and what it does with what cannot be coded: by the name of a handler, the program's own included. */
import { PyDict, PyModule, PyTuple, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { makeException, raiseError } from "../objects/raise.ts";
import type { Value } from "../objects/values.ts";
import { raiseDecodeError, raiseEncodeError } from "../operations/coding.ts";
import { eachCharacter } from "./each-character.ts";

/** The name of a handler; `vm` finds those that a program has registered. */
export interface Errors {
  mode: string;
  vm?: VM | undefined;
}

export interface Codec {
  /** True when ASCII is the same either way, which is quick. */
  keepsAscii?: true;
  encode?(text: string, errors: Errors): string;
  decode?(bytes: string, errors: Errors): string;
  /** Byte-to-byte codecs of Python 2. */
  transform?(bytes: string): string;
  restore?(bytes: string): string;
  /** A program's own codec: encodes (0) or decodes (1). */
  own?(direction: 0 | 1, v: Value, mode: string): Value;
}

/** What stands for what could not be coded, and where to go on. */
interface Repair {
  text: string;
  next: number;
}

/** `name` in the library's module `codecs`; undefined while no program has imported it. */
export function codecState(vm: VM | undefined, name: string): Value | undefined {
  const module = vm?.interpreter.modules.get("codecs");
  const isOurs = module instanceof PyModule && module.dict.get("__file__") === "/lib/codecs.py";
  return isOurs ? module.dict.get(name) : undefined;
}

/** Undecodable bytes by the handler. */
export function badBytes(
  errors: Errors,
  encoding: string,
  bytes: string,
  start: number,
  end: number,
  reason: string,
): Repair {
  switch (errors.mode) {
    case "strict":
      return raiseDecodeError(encoding, bytes, start, end, reason);
    case "ignore":
      return { text: "", next: end };
    case "replace":
      return { text: "\ufffd", next: end };
    case "xmlcharrefreplace":
    case "backslashreplace":
      raiseError("TypeError", "don't know how to handle UnicodeDecodeError in error callback");
  }
  const args = [encoding, bytes, start, end, reason];
  return ask(errors, "UnicodeDecodeError", args, bytes.length);
}

/** Unencodable characters by the handler; what it puts there must itself be `good`. */
export function badText(
  errors: Errors,
  encoding: string,
  text: string,
  start: number,
  end: number,
  reason: string,
  isGood: (c: string) => boolean,
): Repair {
  const each = (show: (c: string) => string): Repair => ({
    text: eachCharacter(text.slice(start, end), show),
    next: end,
  });
  switch (errors.mode) {
    case "strict":
      return raiseEncodeError(encoding, text, start, end, reason);
    case "ignore":
      return each(() => "");
    case "replace":
      return each(() => "?");
    case "xmlcharrefreplace":
      return each((c) => `&#${c.codePointAt(0)};`);
    case "backslashreplace":
      return each(escapeUnit);
  }
  const args = [encoding, new PyUnicode(text), start, end, reason];
  const repair = ask(errors, "UnicodeEncodeError", args, text.length);
  if (![...repair.text].every(isGood)) raiseEncodeError(encoding, text, start, end, reason);
  return repair;
}

/** Calls a handler that the program has registered. */
function ask({ mode, vm }: Errors, exception: string, args: Value[], length: number): Repair {
  const handlers = codecState(vm, "_handlers");
  const handler = handlers instanceof PyDict ? handlers.table.get(mode) : undefined;
  if (handler === undefined || vm === undefined)
    return raiseError("LookupError", `unknown error handler name '${mode}'`);
  const answer = vm.call(handler, [makeException(exception, args)]);
  const [text, position] = answer instanceof PyTuple && answer.items.length === 2 ? answer.items : [];
  if (!(text instanceof PyUnicode) || typeof position !== "number")
    raiseError(
      "TypeError",
      `${exception === "UnicodeDecodeError" ? "decoding" : "encoding"} error handler must return (unicode, int) tuple`,
    );
  const next = position < 0 ? position + length : position;
  if (next < 0 || next > length)
    raiseError("IndexError", `position ${position} from error handler out of bounds`);
  vm.charge(1);
  vm.allocate(text.value.length);
  return { text: text.value, next };
}

/** `\x`, `\u` or `\U` and the number of a character. */
export function escapeUnit(c: string): string {
  const point = c.codePointAt(0) ?? 0;
  const hex = point.toString(16);
  if (point < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return point < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
