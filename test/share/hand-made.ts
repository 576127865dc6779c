/** Links as somebody makes them who knows the format and does not care for its rules. */
import { deflateSync } from "fflate";
import { decodeBase64url, encodeBase64url } from "../../src/share/base64url.ts";
import { inflate } from "../../src/share/deflate.ts";
import { checkOf, dictionaryOf } from "../../src/share/link.ts";
import { shop } from "./fixtures.ts";

/** A link with these packed bytes, and a right check. `head` ends where they begin. */
export function makeLink(head: string, packed: Uint8Array): string {
  const fragment = head + encodeBase64url(packed);
  return fragment + checkOf(fragment);
}

/** A site of its own, packed from this body; a string is a byte per character. */
export function linkOfBody(body: string | Uint8Array): string {
  const bytes = typeof body === "string" ? Uint8Array.from(Buffer.from(body, "latin1")) : body;
  return makeLink("1.", deflateSync(bytes, { dictionary: dictionaryOf(null) }));
}

/** The parts of a link that has any. */
export function packedOf(fragment: string): { head: string; bytes: Uint8Array } | null {
  const [, head = "", packed = ""] = /^(1\.|1[a-z]+(?:-fr)?\..{6})(.*)....$/.exec(fragment) ?? [];
  const bytes = decodeBase64url(packed);
  return packed === "" || bytes === null ? null : { head, bytes };
}

/** The body of a link that has one, and how to pack another in its place. Null for links upon lessons other than the shop. */
export function unpackedOf(
  fragment: string,
): { body: Uint8Array; pack: (body: Uint8Array) => string } | null {
  const packed = packedOf(fragment);
  if (packed === null) return null;
  const isShop = packed.head.startsWith("1s");
  if (!isShop && packed.head !== "1.") return null;
  const dictionary = dictionaryOf(isShop ? { files: shop } : null);
  const body = inflate(packed.bytes, 1_000_000, dictionary);
  if (!(body instanceof Uint8Array)) return null;
  return { body, pack: (changed) => makeLink(packed.head, deflateSync(changed, { dictionary })) };
}
