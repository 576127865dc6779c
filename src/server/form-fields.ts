/**
 * Form fields: the query string and the body of a POST become named values.
 *
 * Karrigell's rules: a POST's fields win over the query's of the same name; a name that ends in `[]` is always a list,
 * under the name without the brackets; any other repeated name keeps its first value; blank values stay ''.
 * Names and values are byte strings.
 */
import { encodeText, readBytes } from "./byte-strings.ts";
import { fieldValue, type ServerRequest } from "./messages.ts";
import { unescapeBytes } from "./request-target.ts";

/** An uploaded file of a multipart form. */
export class Upload {
  /** As the browser named it, without directories. */
  filename: string;
  mediaType: string;
  content: string;
  constructor(filename: string, mediaType: string, content: string) {
    this.filename = filename;
    this.mediaType = mediaType;
    this.content = content;
  }
}

/** What one field holds. */
export type FieldContent = string | Upload;
/** The value under one name: a list for `name[]`. */
export type FormValue = FieldContent | FieldContent[];
type Pair = [name: string, value: FieldContent];

/** The fields of a request whose URL has `query`, by name, in order of first appearance. */
export function readFormFields(request: ServerRequest, query: string): Map<string, FormValue> {
  const fields = collect(parseUrlencoded(query));
  for (const [name, value] of collect(readBody(request))) fields.set(name, value);
  return fields;
}

/** `a=1&b=2` as pairs. A piece without `=` is a name with an empty value; `;` separates nothing (WHATWG URL §5.1). */
function parseUrlencoded(text: string): Pair[] {
  return text
    .split("&")
    .filter((piece) => piece !== "")
    .map((piece) => {
      const at = piece.indexOf("=");
      return at < 0 ? [decode(piece), ""] : [decode(piece.slice(0, at)), decode(piece.slice(at + 1))];
    });
}

function decode(piece: string): string {
  return unescapeBytes(encodeText(piece.replaceAll("+", " ")));
}

function collect(pairs: readonly Pair[]): Map<string, FormValue> {
  const fields = new Map<string, FormValue>();
  for (const [name, value] of pairs) {
    if (name.endsWith("[]")) append(fields, name.slice(0, -2), value);
    else if (!fields.has(name)) fields.set(name, value);
  }
  return fields;
}

function append(fields: Map<string, FormValue>, name: string, value: FieldContent): void {
  const known = fields.get(name);
  if (Array.isArray(known)) known.push(value);
  else fields.set(name, [value]);
}

function readBody(request: ServerRequest): Pair[] {
  if (request.method !== "POST") return [];
  const contentType = fieldValue(request.fields, "content-type") ?? "";
  if (/^multipart\/form-data\b/i.test(contentType)) return parseMultipart(request.body, contentType);
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType) || contentType === "")
    return parseUrlencoded(readBytes(request.body));
  return [];
}

/**
 * The parts of a multipart form (RFC 7578). A part that is cut off or has no name is left out, as CPython's `cgi`
 * leaves it out.
 */
export function parseMultipart(body: Uint8Array, contentType: string): Pair[] {
  const boundary = parameter(contentType, "boundary");
  if (boundary === undefined || boundary === "") return [];
  const pieces = `\r\n${readBytes(body)}`.split(`\r\n--${boundary}`);
  return pieces.slice(1, -1).flatMap((piece) => {
    const pair = parsePart(piece);
    return pair === undefined ? [] : [pair];
  });
}

function parsePart(piece: string): Pair | undefined {
  const end = piece.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = piece.slice(0, end);
  const content = piece.slice(end + 4);
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? "";
  const name = parameter(disposition, "name");
  if (name === undefined) return undefined;
  const filename = parameter(disposition, "filename");
  if (filename === undefined) return [name, content];
  const mediaType = /^content-type:\s*(.*)$/im.exec(head)?.[1]?.trim() ?? "application/octet-stream";
  return [name, new Upload(baseName(filename), mediaType, content)];
}

/** A parameter of a field value: `name="x"` or `name=x`; browsers write `"` inside as `%22`. */
function parameter(value: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|;)\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, "i").exec(value);
  const text = found?.[1] ?? found?.[2];
  return text?.replaceAll("%22", '"').replace(/%0d%0a/gi, "\r\n");
}

function baseName(filename: string): string {
  return filename.slice(Math.max(filename.lastIndexOf("/"), filename.lastIndexOf("\\")) + 1);
}
