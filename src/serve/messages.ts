/**
 * Between Node's HTTP and the engine's messages: the request as data, the response as bytes.
 *
 * Node gives and takes header fields as byte strings, as the engine does. What a page may set but not the server send, fields of
 * the connection itself, stops here.
 */
import type { IncomingMessage, ServerResponse as Reply } from "node:http";
import type { Field, ServerResponse } from "../server/index.ts";
import type { Question } from "./engine.ts";

/** The engine's request for `message`, whose body has been read; null when its Host cannot be one (RFC 9112 §3.2). */
export function questionOf(message: IncomingMessage, body: Uint8Array): Question | null {
  const { method = "GET", url = "/", headers, rawHeaders } = message;
  const host = headers.host ?? "localhost";
  if (!/^(?:[a-z0-9._~-]+|\[[0-9a-f:.]+\])(?::\d*)?$/i.test(host)) return null;
  const fields: Field[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    fields.push([rawHeaders[at] ?? "", rawHeaders[at + 1] ?? ""]);
  // A target is a path, or for proxies a whole URL.
  const isWhole = /^[a-z][a-z0-9+.-]*:\/\//i.test(url);
  return { method, url: isWhole ? url : `http://${host}${url}`, fields, body };
}

/** The body of `message`: null if it has more than `limit` bytes, undefined if the client goes away before its end. */
export function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array | null | undefined> {
  if (declaredLength(message) > limit) return Promise.resolve(null);
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve) => {
    message.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve(null);
      else chunks.push(chunk);
    });
    message.on("end", () => resolve(Buffer.concat(chunks)));
    message.on("error", () => resolve(undefined));
    message.on("close", () => resolve(undefined));
  });
}

/** True when a body may follow the header (RFC 9112 §6.3). */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
}

/** What Content-Length says; 0 when it says nothing. */
export function declaredLength({ headers }: IncomingMessage): number {
  return Number(headers["content-length"] ?? 0);
}

/** Fields about the connection, which is the server's own affair (RFC 9110 §7.6.1). */
const hopFields = /^(?:connection|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;
/** Up to how many bytes a body is copied to travel with its header. */
const SMALL = 16 * 1024;

/** Sends `response`. */
export function sendResponse(reply: Reply, { status, statusText, fields, body }: ServerResponse): void {
  const flat: string[] = [];
  for (const [name, value] of fields) {
    if (!hopFields.test(name)) flat.push(name, value);
  }
  reply.writeHead(status, statusText, flat);
  // Node sends a string together with the header, but bytes apart from it.
  if (body.length > SMALL) reply.end(body);
  else reply.end(Buffer.from(body.buffer, body.byteOffset, body.length).toString("latin1"), "latin1");
}
