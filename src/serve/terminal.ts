/**
 * What the server says to whoever started it: a line for each request, in the Common Log Format that Karrigell used, and on
 * the error stream what goes wrong and what pages write to `sys.stderr`.
 *
 * Lines of requests are gathered for a moment and written together: writing each at once would cost as much as a small page.
 */
import type { NewEvent } from "../trace/index.ts";

/** Where lines go. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
}

/** Milliseconds for which lines are gathered. */
const GATHERING = 20;

/** One answered request. */
export interface LogEntry {
  client: string;
  /** "GET /a.pih HTTP/1.1". */
  requestLine: string;
  status: number;
  bytes: number;
}

export class Log {
  readonly #terminal: Terminal;
  #lines: string[] = [];
  #timer: NodeJS.Timeout | null = null;
  #second = 0;
  #date = "";

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** Tells an answer. `now` is in milliseconds. */
  answered({ client, requestLine, status, bytes }: LogEntry, now: number): void {
    this.#lines.push(`${client} - - [${this.#dateOf(now)}] "${requestLine}" ${status} ${bytes}\n`);
    this.#timer ??= setTimeout(() => this.flush(), GATHERING);
  }

  /** Tells what the engine says, if it is for the one at the terminal. */
  event(event: NewEvent): void {
    const message = messageOf(event);
    if (message !== null) this.#terminal.error(`${printable(message)}\n`);
  }

  /** Tells something of our own. */
  problem(message: string): void {
    this.#terminal.error(`${printable(message)}\n`);
  }

  /** Writes what has been gathered. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#lines.length > 0) this.#terminal.out(this.#lines.join(""));
    this.#lines = [];
  }

  /** "23/Nov/2026:01:08:08 +0000". */
  #dateOf(now: number): string {
    const second = Math.floor(now / 1000);
    if (second === this.#second) return this.#date;
    const [, day, month, year, time] = new Date(now).toUTCString().split(" ");
    this.#second = second;
    this.#date = `${day}/${month}/${year}:${time} +0000`;
    return this.#date;
  }
}

/** The events that have a message. */
export const toldEvents: ReadonlySet<NewEvent["kind"]> = new Set(["log", "script-error", "session-evicted"]);

function messageOf(event: NewEvent): string | null {
  if (event.kind === "log") return event.message;
  if (event.kind === "script-error")
    return [placeOf(event), event.exception, event.message].filter((part) => part !== "").join(": ");
  if (event.kind === "session-evicted")
    return `Session ${event.session} had to go: the cap is ${event.cap} (max_sessions).`;
  return null;
}

function placeOf({ file, line }: NewEvent): string {
  return file === undefined ? "" : `${file}, line ${line}`;
}

/** A page, or a client through it, must not send codes to a terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}
