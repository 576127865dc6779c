/** base64url (RFC 4648 §5) without padding: bytes for the fragment of an address. */

/** The characters by their value. */
export const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The text of `bytes`. */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const length = Math.min(4, bytes.length - at + 1);
    for (let place = 0; place < length; place++) text += base64url.charAt((bits >> (18 - 6 * place)) & 63);
  }
  return text;
}

/** The bytes of `text`; null when it is no base64url, or not as `encodeBase64url` writes it. */
export function decodeBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array((text.length * 3) >> 2);
  let bits = 0;
  for (let at = 0, filled = 0; at < text.length; at++) {
    const value = base64url.indexOf(text.charAt(at));
    if (value === -1) return null;
    bits = ((bits << 6) | value) & 0xffff;
    if (at % 4 !== 0) bytes[filled++] = bits >> (6 - 2 * (at % 4));
  }
  const left = [0, 6, 4, 2][text.length % 4] ?? 0;
  return text.length % 4 === 1 || (bits & ((1 << left) - 1)) !== 0 ? null : bytes;
}
