/**
 * The two messages of HTTP, as plain data that can be copied and stored.
 *
 * A *field* is a header line (RFC 9110 §5): a pair of name and value, in the order of the message, repeated where the
 * message repeats it. Field values are byte strings (code units 0…255). Bodies are bytes, exactly as sent.
 * `stringifyRequest` and `stringifyResponse` give the text a learner would see on the wire (RFC 9112).
 */
import type { BrowserId, RequestId } from "../trace/index.ts";

/** One header line: name and value. */
export type Field = [name: string, value: string];

/** A request as the server receives it. */
export interface ServerRequest {
  id: RequestId;
  browser: BrowserId;
  /** As sent: "GET", "POST", … */
  method: string;
  /** Absolute, percent-encoded: "http://localhost/panier/voir.pih?x=1". A fragment never arrives. */
  url: string;
  fields: Field[];
  body: Uint8Array;
}

/** The server's answer. */
export interface ServerResponse {
  status: number;
  statusText: string;
  fields: Field[];
  body: Uint8Array;
}

/** Longest part of a body that the raw text shows, in bytes; the rest is only counted. */
export const RAW_BODY_LIMIT = 65_536;

/** The standard reason phrases of the statuses this server sends or a page may choose (RFC 9110 §15). */
const reasonPhrases: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  202: "Accepted",
  204: "No Content",
  205: "Reset Content",
  206: "Partial Content",
  300: "Multiple Choices",
  301: "Moved Permanently",
  302: "Found",
  303: "See Other",
  304: "Not Modified",
  307: "Temporary Redirect",
  308: "Permanent Redirect",
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  418: "I'm a teapot",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
};

/** The standard reason phrase of `status`; the empty string for a status that has none, as RFC 9112 §4 allows. */
export function reasonPhrase(status: number): string {
  return reasonPhrases[status] ?? "";
}

/** The first value of the field `name`, in any spelling of upper and lower case; undefined when absent. */
export function fieldValue(fields: readonly Field[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find(([key]) => key.toLowerCase() === wanted)?.[1];
}

/** The request as it would stand on the wire. */
export function stringifyRequest(request: ServerRequest): string {
  const { host, target } = splitUrl(request.url);
  const fields: Field[] = fieldValue(request.fields, "host") === undefined ? [["Host", host]] : [];
  return `${request.method} ${target} HTTP/1.1\r\n${stringifyFields([...fields, ...request.fields])}\r\n${stringifyBody(request.body)}`;
}

/** The response as it would stand on the wire. */
export function stringifyResponse(response: ServerResponse): string {
  const start = `HTTP/1.1 ${response.status} ${response.statusText}\r\n`;
  return `${start}${stringifyFields(response.fields)}\r\n${stringifyBody(response.body)}`;
}

function splitUrl(url: string): { host: string; target: string } {
  const parts = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(url);
  const target = parts?.[2] ?? url;
  return { host: parts?.[1] ?? "localhost", target: target.startsWith("/") ? target : `/${target}` };
}

function stringifyFields(fields: readonly Field[]): string {
  return fields.map(([name, value]) => `${name}: ${value}\r\n`).join("");
}

function stringifyBody(body: Uint8Array): string {
  const shown = new TextDecoder().decode(body.subarray(0, RAW_BODY_LIMIT));
  if (body.length <= RAW_BODY_LIMIT) return shown;
  return `${shown}\r\n… (the first ${RAW_BODY_LIMIT} of ${body.length} bytes)`;
}
