/**
 * `str.format`, `format(v, spec)` and the format mini-language (library reference §7.1.3, CPython's `stringlib/formatter.h`).
 */
import { PyComplex, PyFloat, PyUnicode } from "../objects/builtin-objects.ts";
import type { VM } from "../objects/machine.ts";
import { raiseError, raiseWith } from "../objects/raise.ts";
import type { Keywords } from "../objects/slots.ts";
import type { Value } from "../objects/values.ts";
import { decodeAscii, encodeAscii, isAscii } from "../operations/coding.ts";
import {
  findSpecial,
  getAttribute,
  getItem,
  repr,
  str,
  toUnicode,
  typeName,
  typeOf,
  unwrap,
} from "../operations/index.ts";
import { floatStr, formatMagnitude, isNegative } from "./float-text.ts";
import { decimal } from "./int.ts";
import { toBig } from "./number-kinds.ts";
import { chargeSum } from "./numbers.ts";
import { requireDouble } from "./require-double.ts";

/** `[[fill]align][sign][#][0][width][,][.precision][type]`. */
interface Spec {
  fill: string;
  align: string;
  sign: string;
  alternate: boolean;
  width: number;
  comma: boolean;
  precision: number | undefined;
  type: string;
}

const specPattern = /^(?:([\s\S])?([<>=^]))?([+\- ])?(#)?(0)?(\d+)?(,)?(?:\.(\d*))?([\s\S])?$/;

function parseSpec(text: string): Spec {
  const match = specPattern.exec(text);
  if (match === null)
    raiseError(
      "ValueError",
      /^(?:[\s\S]?[<>=^])?[+\- ]?#?0?\d*,?\.(?!\d)/.test(text)
        ? "Format specifier missing precision"
        : "Invalid conversion specification",
    );
  const [, fill, align, sign, alternate, zero, width, comma, precision, type] = match;
  if (precision === "") raiseError("ValueError", "Format specifier missing precision");
  if (comma !== undefined && type !== undefined && !"defgEG%F".includes(type))
    raiseError("ValueError", `Cannot specify ',' with '${type}'.`);
  return {
    fill: fill ?? (zero === undefined ? " " : "0"),
    align: align ?? (zero === undefined ? "" : "="),
    sign: sign ?? "",
    alternate: alternate !== undefined,
    width: wholeNumber(width ?? "0"),
    comma: comma !== undefined,
    precision: precision === undefined ? undefined : wholeNumber(precision),
    type: type ?? "",
  };
}

/** The number that `digits` write; ValueError for one beyond a machine word. */
function wholeNumber(digits: string): number {
  const n = Number(digits);
  return n < 2 ** 63 ? n : raiseError("ValueError", "Too many decimal digits in format string");
}

/** `format(v, spec)`: the value's own `__format__`, else the built-in rules. A str, or unicode when `isUnicode`. */
export function formatValue(vm: VM, v: Value, spec: string, isUnicode: boolean): string {
  const type = typeOf(v);
  vm.charge(4);
  const own = type.builtin && type.name !== "instance" ? undefined : lookupOwnFormat(vm, v);
  if (own !== undefined) {
    const result = unwrap(vm.call(own, [isUnicode ? new PyUnicode(spec) : spec]));
    if (result instanceof PyUnicode) return isUnicode ? result.value : encodeAscii(result.value);
    if (typeof result === "string") return result;
    raiseError("TypeError", `${type.name}.__format__ must return string or unicode, not ${typeName(result)}`);
  }
  return formatBuiltin(vm, unwrap(v), v, spec, isUnicode);
}

function lookupOwnFormat(vm: VM, v: Value): Value | undefined {
  const type = typeOf(v);
  const found = type.name === "instance" ? findSpecial(vm, v, "__format__") : type.lookup("__format__");
  return found === undefined || /^method/.test(typeName(found))
    ? undefined
    : getAttribute(vm, v, "__format__");
}

function formatBuiltin(vm: VM, plain: Value, v: Value, spec: string, isUnicode: boolean): string {
  const text = (value: Value) => {
    if (isUnicode) return toUnicode(vm, value);
    return value instanceof PyUnicode ? encodeAscii(toUnicode(vm, value)) : str(vm, value);
  };
  // Numbers and byte strings read the bytes of a specification.
  const asciiSpec = () => parseSpec(isUnicode ? encodeAscii(spec) : spec);
  const inKind = (shown: string) => (isUnicode ? shown : encodeAscii(shown));
  if (spec === "") return text(v);
  if (typeof plain === "string") {
    const shown = formatText(vm, plain, asciiSpec(), typeName(v));
    return isUnicode ? decodeAscii(shown) : shown;
  }
  if (plain instanceof PyUnicode) return inKind(formatText(vm, plain.value, parseSpec(spec), typeName(v)));
  if (plain instanceof PyFloat) return formatFloat(vm, plain.value, asciiSpec(), typeName(v));
  const big = toBig(plain);
  if (big !== undefined) return formatInteger(vm, v, big, asciiSpec());
  if (plain instanceof PyComplex) return formatComplex(vm, plain, asciiSpec());
  return formatText(vm, text(v), parseSpec(spec), isUnicode ? "unicode" : "str");
}

/** Pads `body` behind its `sign`. */
function align(vm: VM, spec: Spec, sign: string, body: string, usual: string): string {
  const missing = spec.width - sign.length - body.length;
  if (missing <= 0) return sign + body;
  vm.allocate(spec.width);
  switch (spec.align === "" ? usual : spec.align) {
    case "<":
      return sign + body + spec.fill.repeat(missing);
    case "^":
      return spec.fill.repeat(missing >> 1) + sign + body + spec.fill.repeat(missing - (missing >> 1));
    case "=":
      return sign + spec.fill.repeat(missing) + body;
    default:
      return spec.fill.repeat(missing) + sign + body;
  }
}

function formatText(vm: VM, text: string, spec: Spec, kind: string): string {
  if (spec.type !== "" && spec.type !== "s") raiseUnknown(spec.type, kind);
  if (spec.sign !== "") raiseError("ValueError", "Sign not allowed in string format specifier");
  if (spec.alternate) raiseError("ValueError", "Alternate form (#) not allowed in string format specifier");
  if (spec.comma) raiseError("ValueError", "Cannot specify ',' with 's'.");
  if (spec.align === "=") raiseError("ValueError", "'=' alignment not allowed in string format specifier");
  return align(vm, spec, "", spec.precision === undefined ? text : text.slice(0, spec.precision), "<");
}

function raiseUnknown(code: string, type: string): never {
  const isShown = type !== "unicode" || (code > " " && code < "\x80");
  const shown = isShown ? code : `\\x${code.charCodeAt(0).toString(16)}`;
  raiseError("ValueError", `Unknown format code '${shown}' for object of type '${type}'`);
}

function signText(negative: boolean, spec: Spec): string {
  if (negative) return "-";
  return spec.sign === "-" ? "" : spec.sign;
}

function formatInteger(vm: VM, given: Value, v: bigint, spec: Spec): string {
  if ("eEfFgG%".includes(spec.type) && spec.type !== "")
    return formatFloat(vm, requireDouble(vm, given, ""), spec);
  const radix = { "": 10, d: 10, n: 10, b: 2, o: 8, x: 16, X: 16, c: 0 }[spec.type];
  if (radix === undefined) raiseUnknown(spec.type, typeName(given));
  if (spec.precision !== undefined)
    raiseError("ValueError", "Precision not allowed in integer format specifier");
  if (spec.type === "c") {
    if (spec.sign !== "") raiseError("ValueError", "Sign not allowed with integer format specifier 'c'");
    if (BigInt.asIntN(64, v) !== v) raiseError("OverflowError", "Python int too large to convert to C long");
    if (v < 0n || v > 255n) raiseError("OverflowError", "%c arg not in range(0x100)");
    return align(vm, spec, "", String.fromCharCode(Number(v)), ">");
  }
  const size = v < 0n ? -v : v;
  chargeSum(vm, size);
  let digits = radix === 10 ? decimal(vm, size) : size.toString(radix);
  if (spec.type === "X") digits = digits.toUpperCase();
  const prefix = spec.alternate && radix !== 10 ? `0${spec.type}` : "";
  const sign = signText(v < 0n, spec) + prefix;
  return align(vm, spec, sign, grouped(vm, digits, spec, sign.length), ">");
}

/** Digits in groups of three, zeros up to the width included where the fill is 0; `others` is the length of what stands around them. */
function grouped(vm: VM, digits: string, spec: Spec, others: number): string {
  if (!spec.comma) return digits;
  const width = spec.fill === "0" && spec.align === "=" ? Math.max(0, spec.width - others) : 0;
  vm.allocate(digits.length + width);
  vm.charge((digits.length + width) >> 4);
  // Of four places one has a comma, but never the first.
  const whole = digits.padStart(width - Math.floor(width / 4) + (width % 4 === 0 ? 1 : 0), "0");
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.push(whole.slice(Math.max(0, end - 3), end));
  return groups.reverse().join(",");
}

function formatFloat(vm: VM, v: number, spec: Spec, kind = "float"): string {
  if (!"eEfFgGn%".includes(spec.type)) raiseUnknown(spec.type, kind);
  if (spec.alternate) raiseError("ValueError", "Alternate form (#) not allowed in float format specifier");
  const isPercent = spec.type === "%";
  const magnitude = isPercent ? v * 100 : v;
  const letter = isPercent ? "f" : spec.type === "" || spec.type === "n" ? "g" : spec.type;
  const precision = spec.precision ?? 6;
  vm.allocate(precision * 2);
  vm.charge(10 + Math.min(precision, 40) + Math.ceil((precision / 100) ** 2));
  const text =
    spec.type === ""
      ? floatStr(Math.abs(magnitude), spec.precision)
      : formatMagnitude(magnitude, letter, precision);
  const sign = signText(isNegative(magnitude), spec);
  const body = withCommas(vm, isPercent ? `${text}%` : text, spec, sign.length);
  return align(vm, spec, sign, body, ">");
}

/** A float's text with its whole part in groups, where the spec asks for them. */
function withCommas(vm: VM, text: string, spec: Spec, others: number): string {
  const whole = /^\d*/.exec(text)?.[0] ?? "";
  if (!spec.comma || whole === "") return text;
  const rest = text.slice(whole.length);
  return grouped(vm, whole, spec, others + rest.length) + rest;
}

function formatComplex(vm: VM, { real, imag }: PyComplex, spec: Spec): string {
  const refuse = (what: string) => raiseError("ValueError", `${what} in complex format specifier`);
  if (!"eEfFgGn".includes(spec.type)) raiseUnknown(spec.type, "complex");
  if (spec.alternate) refuse("Alternate form (#) not allowed");
  if (spec.fill === "0") refuse("Zero padding is not allowed");
  if (spec.align === "=") refuse("'=' alignment flag is not allowed");
  const precision = spec.precision ?? (spec.type === "" ? 12 : 6);
  vm.allocate(precision * 4);
  vm.charge(20 + Math.ceil((precision / 50) ** 2));
  const letter = spec.type === "" || spec.type === "n" ? "g" : spec.type;
  const part = (v: number, own: Spec) =>
    signText(isNegative(v), own) +
    withCommas(vm, formatMagnitude(v, letter, precision), { ...spec, fill: " " }, 0);
  if (spec.type !== "")
    return align(vm, spec, "", `${part(real, spec)}${part(imag, { ...spec, sign: "+" })}j`, ">");
  // Without a letter it looks like `str`.
  const body =
    real === 0 ? `${part(imag, spec)}j` : `(${part(real, spec)}${part(imag, { ...spec, sign: "+" })}j)`;
  return align(vm, spec, "", body, ">");
}

/** How replacement fields without a number are counted: automatic and manual numbering do not mix. */
interface Numbering {
  next: number;
  mode: "auto" | "manual" | undefined;
}

/** `format.format(*args, **keywords)`. */
export function formatString(
  vm: VM,
  format: string,
  args: Value[],
  keywords: Keywords,
  isUnicode: boolean,
): string {
  return expand(vm, format, { args, keywords, isUnicode, numbering: { next: 0, mode: undefined } }, 2);
}

interface Arguments {
  args: Value[];
  keywords: Keywords;
  isUnicode: boolean;
  numbering: Numbering;
}

function expand(vm: VM, format: string, given: Arguments, depth: number): string {
  if (depth === 0) raiseError("ValueError", "Max string recursion exceeded");
  vm.charge(format.length >> 2);
  let out = "";
  for (let i = 0; i < format.length; ) {
    const c = format[i];
    if (c !== "{" && c !== "}") {
      out += c;
      i++;
      continue;
    }
    if (format[i + 1] === c) {
      out += c;
      i += 2;
      continue;
    }
    if (c === "}") raiseError("ValueError", "Single '}' encountered in format string");
    const end = fieldEnd(format, i + 1);
    const piece = replaceField(vm, format.slice(i + 1, end), given, depth);
    vm.charge(3);
    vm.allocate(piece.length);
    out += piece;
    i = end + 1;
  }
  return out;
}

/** Where the field that begins at `start` is closed. */
function fieldEnd(format: string, start: number): number {
  if (start >= format.length) raiseError("ValueError", "Single '{' encountered in format string");
  let depth = 1;
  for (let i = start; i < format.length; i++) {
    if (format[i] === "{") depth++;
    if (format[i] === "}" && --depth === 0) return i;
  }
  raiseError("ValueError", "unmatched '{' in format");
}

function replaceField(vm: VM, field: string, given: Arguments, depth: number): string {
  const split = /^([^!:]*)(?:!([\s\S]))?(?::([\s\S]*))?$/.exec(field);
  if (split === null)
    raiseError(
      "ValueError",
      /^[^!:]*!$/.test(field)
        ? "end of format while looking for conversion specifier"
        : "expected ':' after format specifier",
    );
  const [, name = "", conversion, spec = ""] = split;
  const value = convertField(vm, lookupField(vm, name, given), conversion, given.isUnicode);
  const fullSpec = spec.includes("{") ? expand(vm, spec, given, depth - 1) : spec;
  return formatValue(vm, value, fullSpec, given.isUnicode);
}

function convertField(vm: VM, v: Value, conversion: string | undefined, isUnicode: boolean): Value {
  if (conversion === undefined) return v;
  if (conversion === "r") return repr(vm, v);
  if (conversion === "s") return isUnicode ? new PyUnicode(toUnicode(vm, v)) : str(vm, v);
  raiseError("ValueError", `Unknown conversion specifier ${conversion}`);
}

/** `name`, `0.attribute[item]` … */
function lookupField(vm: VM, field: string, given: Arguments): Value {
  const first = /^[^.[]*/.exec(field)?.[0] ?? "";
  let value = firstArgument(vm, first, given);
  let rest = field.slice(first.length);
  while (rest !== "") {
    vm.charge(1);
    const step = /^(?:\.([^.[]+)|\[([^\]]+)\])/.exec(rest);
    if (step === null) raiseStep(rest);
    const [whole, attribute, item] = step;
    if (attribute !== undefined) value = getAttribute(vm, value, attribute);
    else if (item !== undefined)
      value = getItem(
        vm,
        value,
        /^\d+$/.test(item) ? wholeNumber(item) : given.isUnicode ? new PyUnicode(item) : item,
      );
    rest = rest.slice(whole.length);
  }
  return value;
}

/** Why `rest` of a field's name is no attribute and no item. */
function raiseStep(rest: string): never {
  raiseError(
    "ValueError",
    /^[^.[]/.test(rest)
      ? "Only '.' or '[' may follow ']' in format field specifier"
      : /^\[[^\]]*$/.test(rest)
        ? "Missing ']' in format string"
        : "Empty attribute in format string",
  );
}

function firstArgument(_vm: VM, name: string, given: Arguments): Value {
  if (name !== "" && !/^\d+$/.test(name)) {
    // A unicode name beyond ASCII is no keyword's, which are bytes.
    const found = given.isUnicode && !isAscii(name) ? undefined : given.keywords?.get(name);
    return found === undefined
      ? raiseWith("KeyError", [given.isUnicode ? new PyUnicode(name) : name])
      : found;
  }
  const mode = name === "" ? "auto" : "manual";
  const { numbering } = given;
  if (numbering.mode !== undefined && numbering.mode !== mode)
    raiseError(
      "ValueError",
      mode === "auto"
        ? "cannot switch from manual field specification to automatic field numbering"
        : "cannot switch from automatic field numbering to manual field specification",
    );
  numbering.mode = mode;
  const at = mode === "auto" ? numbering.next++ : wholeNumber(name);
  const found = given.args[at];
  return found === undefined ? raiseError("IndexError", "tuple index out of range") : found;
}
