/** Answers that no page of the site made. */
import { type Field, messagePage, type ServerResponse } from "../server/index.ts";

/** An HTML page as an answer with this status. */
export function serverError(status: number, statusText: string, page: string): ServerResponse {
  const fields: Field[] = [["Content-Type", "text/html; charset=utf-8"]];
  return { status, statusText, fields, body: new TextEncoder().encode(page) };
}

/** The answer when a mistake of ours ended the request. */
export function brokenResponse(message: string): ServerResponse {
  const page = messagePage("Biscuiterie made a mistake", [
    "The simulated server stopped at an error of its own, not of your page. Reload to try again.",
    message,
  ]);
  return serverError(500, "Internal Server Error", page);
}
