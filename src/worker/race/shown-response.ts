/** A response in few words, for a lane and for an outcome: what a reader of the page would see of it. */
import type { LaneView } from "../../protocol/index.ts";
import { fieldValue, type ServerResponse } from "../../server/index.ts";
import { cookieFieldsOf } from "../received-cookies.ts";

/** More of a page's text is not shown. */
const TEXT_SHOWN = 300;
/** Bytes of it that are looked at. */
const GLANCE = 8_000;

const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The status, whether it sets a cookie, and the text without its tags. */
export function shownResponse(response: ServerResponse): NonNullable<LaneView["response"]> {
  return {
    status: response.status,
    setsCookie: cookieFieldsOf(response).length > 0,
    text: textOf(response),
  };
}

function textOf({ fields, body }: ServerResponse): string {
  const type = fieldValue(fields, "content-type") ?? "";
  if (!type.startsWith("text/")) return type;
  // Tags may be cut anyhow: this is a glance at a page, never markup again.
  const text = new TextDecoder()
    .decode(body.subarray(0, GLANCE))
    .replace(/<!--.*?-->|<(script|style|head)\b.*?<\/\1\s*>|<[^>]*>/gis, " ")
    .replace(/&(?:#(\d{2,3})|(amp|lt|gt|quot));/g, (_, code?: string, name = "") =>
      code === undefined ? (characters[name] ?? "") : String.fromCharCode(Number(code)),
    )
    .replace(/\s+/g, " ")
    .trim();
  return text.length > TEXT_SHOWN ? `${text.slice(0, TEXT_SHOWN)}…` : text;
}
