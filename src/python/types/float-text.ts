/**
 * Floats as text: `repr`, `str` and the `e f g` conversions (CPython's `PyOS_double_to_string`).
 *
 * Digits are exact: the double is scaled as a big integer and rounded half to even, as C's printf does. JavaScript's own
 * `toFixed` rounds ties up and gives up at 1e21.
 */

/** The places in which the longest double ends. */
const mostPlaces = 1074;

/** Exact digits of |value| × 10**places, rounded half to even. */
function scaled(value: number, places: number): string {
  return places > mostPlaces
    ? quotient(value, mostPlaces) + "0".repeat(places - mostPlaces)
    : quotient(value, places).toString();
}

function quotient(value: number, places: number): bigint {
  const [mantissa, exponent] = parts(Math.abs(value));
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  const whole = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  return twice > denominator || (twice === denominator && (whole & 1n) === 1n) ? whole + 1n : whole;
}

/** A positive finite double as mantissa × 2**exponent, exactly. */
export function parts(value: number): [mantissa: bigint, exponent: number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0) & 0x7fffffffffffffffn;
  const exponent = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0 ? [fraction, -1074] : [fraction | 0x10000000000000n, exponent - 1075];
}

/** Is `size` exactly between two numbers of so many decimal places? Then it is an odd multiple of 2 ** -(places + 1). */
function isHalfway(size: number, places: number): boolean {
  return (size * 2 ** (places + 1)) % 2 === 1;
}

/** `%.{precision}f` of |value|. */
function fixed(value: number, precision: number, alternate: boolean): string {
  const size = Math.abs(value);
  if (size < 1e21 && precision <= 100 && !isHalfway(size, precision))
    return size.toFixed(precision) + (alternate && precision === 0 ? "." : "");
  const digits = scaled(value, precision).padStart(precision + 1, "0");
  if (precision === 0) return alternate ? `${digits}.` : digits;
  return `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

/** `precision + 1` significant digits and the decimal exponent of |value|. */
function significant(value: number, precision: number): [digits: string, exponent: number] {
  if (value === 0) return ["0".repeat(precision + 1), 0];
  const quick = precision < 99 ? quickSignificant(Math.abs(value), precision) : undefined;
  if (quick !== undefined) return quick;
  let exponent = Number(Math.abs(value).toExponential(0).split("e")[1]);
  if (10 ** exponent > Math.abs(value)) exponent--;
  let digits = scaled(value, precision - exponent);
  if (digits.length > precision + 1) {
    exponent++;
    digits = scaled(value, precision - exponent);
  } else if (digits.length <= precision) {
    // The shortest text of a number near 0 may be above it.
    exponent--;
    digits = scaled(value, precision - exponent);
  }
  return [digits.padStart(precision + 1, "0"), exponent];
}

/** The same by the host; undefined where `size` may be halfway between two: there the next digit is a 5. */
function quickSignificant(size: number, precision: number): [digits: string, exponent: number] | undefined {
  if (/5e/.test(size.toExponential(precision + 1))) return undefined;
  return digitsOf(size.toExponential(precision));
}

/** The digits and the exponent of `d.ddde±x`. */
function digitsOf(exponential: string): [digits: string, exponent: number] {
  const [mantissa = "0", exponent = "0"] = exponential.split("e");
  return [mantissa.replace(".", ""), Number(exponent)];
}

/** Digits without zeros at their end. CPython's conversion forgets those of a whole number that it rounded down from halfway. */
function trimmed(value: number, digits: string, exponent: number): string {
  const size = Math.abs(value);
  const unit = 10 ** (exponent + 1 - digits.length);
  const isForgotten =
    unit > 1 && exponent < 15 && (size % unit) * 2 === unit && Math.floor(size / unit) % 10 === 0;
  return isForgotten ? digits : digits.replace(/0+$/, "") || "0";
}

function exponentText(exponent: number): string {
  const size = Math.abs(exponent).toString().padStart(2, "0");
  return `e${exponent < 0 ? "-" : "+"}${size}`;
}

/** `%.{precision}e` of |value|. */
function exponential(value: number, precision: number, alternate: boolean): string {
  const [digits, exponent] = significant(value, precision);
  const point = precision > 0 || alternate ? `.${digits.slice(1)}` : "";
  return `${digits[0]}${point}${exponentText(exponent)}`;
}

/** `%.{precision}g` of |value|; `alternate` keeps trailing zeros. */
function general(value: number, precision: number, alternate: boolean): string {
  const wanted = precision === 0 ? 1 : precision;
  const [digits, exponent] = significant(value, wanted - 1);
  const text = place(alternate ? digits : trimmed(value, digits, exponent), exponent, -4, wanted);
  return alternate && !text.includes(".") ? text.replace(/(?=e|$)/, ".") : text;
}

/** Digits with their point placed, or as an exponential outside [low, high). */
function place(digits: string, exponent: number, low: number, high: number): string {
  if (exponent < low || exponent >= high) {
    const point = digits.length > 1 ? `.${digits.slice(1)}` : "";
    return `${digits[0]}${point}${exponentText(exponent)}`;
  }
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return digits.padEnd(exponent + 1, "0");
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** `inf`, `nan` or undefined for a finite value; without sign. */
function special(value: number): string | undefined {
  if (Number.isNaN(value)) return "nan";
  return Number.isFinite(value) ? undefined : "inf";
}

/** True for negative values and for -0.0, not for nan. */
export function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/**
 * |value| by a conversion letter `e f g` (upper case for upper-case results). The caller adds the sign.
 */
export function formatMagnitude(
  value: number,
  conversion: string,
  precision: number,
  alternate = false,
): string {
  const lower = conversion.toLowerCase();
  const text =
    special(value) ??
    (lower === "e"
      ? exponential(value, precision, alternate)
      : lower === "f"
        ? fixed(value, precision, alternate)
        : general(value, precision, alternate));
  return lower === conversion ? text : text.toUpperCase();
}

/** `repr(value)`: the shortest digits that read back as the same double. */
export function floatRepr(value: number): string {
  const sign = isNegative(value) ? "-" : "";
  const text = special(value);
  if (text !== undefined) return sign + text;
  const [digits, exponent] = digitsOf(Math.abs(value).toExponential());
  return sign + withPoint(place(digits, exponent, -4, 16));
}

/** Below it doubles have fewer bits. */
const leastNormal = 2 ** -1022;

/** `str(value)`: twelve significant digits, or another number of them; from 10 ** `most` on with an exponent. */
export function floatStr(value: number, precision = 12, most = Math.max(precision, 1) - 1): string {
  const sign = isNegative(value) ? "-" : "";
  const text = special(value);
  if (text !== undefined) return sign + text;
  const last = Math.max(precision, 1) - 1;
  const shortest = digitsOf(Math.abs(value).toExponential());
  // A normal double is nearer to its shortest text than to any other of so few digits.
  if (shortest[0].length <= Math.min(precision, 15) && Math.abs(value) >= leastNormal)
    return sign + withPoint(place(...shortest, -4, most));
  const [digits, exponent] = significant(value, last);
  // The exponent form begins one digit earlier than %.12g's, to leave room for the ".0".
  return sign + withPoint(place(trimmed(value, digits, exponent), exponent, -4, most));
}

/** A float's text is never mistaken for an int's. */
function withPoint(text: string): string {
  return /[.en]/.test(text) ? text : `${text}.0`;
}
