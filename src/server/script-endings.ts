/**
 * How a script can end early, by raising one of Karrigell's exceptions:
 *
 *     raise SCRIPT_END                                the page is what has been printed so far
 *     raise SCRIPT_ERROR, "Nobody of that name"       the page is this text only
 *     raise HTTP_REDIRECTION, "panier.pih"            302 to there
 *     raise HTTP_ERROR, (404, "No such book")         the server's error page with this status
 *     raise HTTP_RESPONSE, (204, "No Content")        this status, no body
 *
 * They are ordinary exceptions: an `except:` of the page's own catches them.
 */
import {
  builtinType,
  exceptionType,
  PyException,
  PyTuple,
  type PyType,
  PyUnicode,
  type Value,
} from "../python/index.ts";
import { sessionConflictType } from "../sessions/index.ts";
import { pageDraft, statusLine } from "./answers.ts";
import { decodeText, encodeText, writeBytes } from "./byte-strings.ts";
import { type Field, fieldValue, reasonPhrase } from "./messages.ts";
import { messagePage } from "./server-pages.ts";
import type { Draft, Task } from "./task.ts";

const exception = exceptionType("Exception");
const scriptEnd = builtinType("SCRIPT_END", "exception", exception);
const scriptError = builtinType("SCRIPT_ERROR", "exception", exception);
const httpRedirection = builtinType("HTTP_REDIRECTION", "exception", exception);
const httpError = builtinType("HTTP_ERROR", "exception", exception);
const httpResponse = builtinType("HTTP_RESPONSE", "exception", exception);

/** The exceptions, for the namespace and for images. */
export const endingTypes: readonly PyType[] = [
  scriptEnd,
  scriptError,
  httpRedirection,
  httpError,
  httpResponse,
];

/** An answer, and why the session is not saved with it; null when it is. */
export interface ScriptEnding {
  draft: Draft;
  discard: string | null;
}

/** The answer of a script that came to its end. */
export function normalEnding(task: Task): ScriptEnding {
  return { draft: pageOf(task), discard: null };
}

/** The answer that a raised exception asks for; undefined when it is an error like any other. */
export function endingOf(task: Task, raised: unknown): ScriptEnding | undefined {
  if (!(raised instanceof PyException)) return undefined;
  const is = (type: PyType): boolean => raised.type.mro.includes(type);
  if (is(scriptEnd)) return { draft: pageOf(task), discard: "the script ended with SCRIPT_END" };
  if (is(httpRedirection)) return redirection(textOf(raised.args[0]));
  if (is(scriptError))
    return { draft: textPage(task, textOf(raised.args[0])), discard: "the script ended with SCRIPT_ERROR" };
  if (is(httpError)) return { draft: errorDraft(task, raised), discard: "the script ended with HTTP_ERROR" };
  if (is(httpResponse))
    return { draft: responseDraft(raised), discard: "the script ended with HTTP_RESPONSE" };
  if (is(sessionConflictType))
    return { draft: conflictDraft(raised), discard: "another request had changed the session first" };
  return undefined;
}

function pageOf(task: Task): Draft {
  return textPage(task, (task.python?.output ?? []).join(""));
}

function textPage(task: Task, text: string): Draft {
  const fields: Field[] = [...(task.responseFields?.fields.values() ?? [])];
  return { status: 200, statusText: null, fields, body: writeBytes(text) };
}

/**
 * 302 with the Location as the script gave it; bytes that a field cannot hold are escaped (RFC 3986 §2.1). Without an
 * address it is an error like any other.
 */
function redirection(url: string): ScriptEnding | undefined {
  if (url.trim() === "") return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped.
  const location = url.trim().replace(/[\u0000-\u0020\u007f-\u00ff]/g, (byte) => {
    return `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  const draft: Draft = {
    status: 302,
    statusText: null,
    fields: [["Location", location]],
    body: new Uint8Array(),
  };
  return { draft, discard: null };
}

function errorDraft(task: Task, raised: PyException): Draft {
  const { status, text } = statusOf(raised);
  const fields: Field[] = [];
  const challenge = fieldValue([...(task.responseFields?.fields.values() ?? [])], "www-authenticate");
  if (status === 401) fields.push(["WWW-Authenticate", challenge ?? 'Basic realm="Biscuiterie"']);
  const message = decodeText(text);
  const page = messagePage(
    message || reasonPhrase(status) || "An error",
    [`The page answered with status ${status}.`],
    statusLine(status),
  );
  return pageDraft(status, page, fields);
}

/** `session_lock = version`: RFC 9110 §15.5.10. */
function conflictDraft({ args }: PyException): Draft {
  const page = messagePage(
    "Somebody else was faster",
    [
      `The changes of this request were not saved: ${textOf(args[0])}. Saving them now would undo what the other one did.`,
      "Reload the page to do it again with the session as it is now.",
      "A page can do so by itself: it calls session.save(), catches SessionConflict, calls session.reload() and goes on.",
    ],
    statusLine(409),
  );
  return pageDraft(409, page);
}

function responseDraft(raised: PyException): Draft {
  const { status, text } = statusOf(raised);
  return {
    status,
    statusText: text === "" ? null : text,
    fields: [],
    body: new Uint8Array(),
  };
}

/** `(code, message)` as two arguments or one tuple; a code that HTTP does not know (RFC 9110 §15) becomes 500. */
function statusOf({ args }: PyException): { status: number; text: string } {
  const [only] = args;
  const [code, message] = args.length === 1 && only instanceof PyTuple ? only.items : args;
  const known = typeof code === "number" && Number.isInteger(code) && code >= 200 && code <= 599;
  if (known) return { status: code, text: textOf(message) };
  return { status: 500, text: textOf(message ?? code) };
}

function textOf(value: Value | undefined): string {
  if (typeof value === "string") return value;
  if (value instanceof PyUnicode) return encodeText(value.value);
  return value === undefined || value === null || typeof value === "object" ? "" : String(value);
}
