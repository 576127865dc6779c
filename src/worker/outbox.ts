/**
 * What goes out to the pages. A message costs a page and the worker more than what is in it, so notices that a reply to the same page
 * follows at once go along with the reply, in one message, and what both say is copied once.
 *
 * No notice waits for longer than the work that is under way: then it goes by itself, and those behind it stay behind it.
 */
import type { Notice, Reply } from "../protocol/index.ts";
import { breathe } from "./turns.ts";

/** What the outbox needs of a page: the browser's `Client`, which is another object in each event. */
export interface Recipient {
  readonly id: string;
  postMessage(message: unknown): void;
}

export class Outbox {
  /** By the ids of the pages whose commands are at work, the notices that wait for the reply. */
  readonly #waiting = new Map<string, Notice[]>();

  /** Tells `page` of something. */
  tell(page: Recipient, notice: Notice): void {
    const waiting = this.#waiting.get(page.id);
    if (waiting === undefined) page.postMessage(notice);
    else if (waiting.push(notice) === 1) void breathe().then(() => this.#send(page, waiting));
  }

  /** A command of `page` is at work: a reply will follow. */
  expectReply(page: Recipient): void {
    if (!this.#waiting.has(page.id)) this.#waiting.set(page.id, []);
  }

  /** Gives `page` the reply, and what was to be told before it. */
  reply(page: Recipient, reply: Reply): void {
    const notices = this.#waiting.get(page.id)?.splice(0) ?? [];
    this.#waiting.delete(page.id);
    page.postMessage(notices.length === 0 ? reply : { ...reply, notices });
  }

  #send(page: Recipient, notices: Notice[]): void {
    for (const notice of notices.splice(0)) page.postMessage(notice);
  }
}
