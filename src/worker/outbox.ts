/**
 * What goes out to the pages. A message costs a page and the worker more than what is in it, so notices that a reply to the same page
 * follows at once go along with the reply, in one message, and what both say is copied once.
 *
 * No notice waits for longer than the work that is under way: then it goes by itself, and those behind it stay behind it. Where an answer
 * is to be had does not wait at all, because a frame waits for it.
 */
import type { Notice, Reply } from "../protocol/index.ts";

/** What the outbox needs of a page: the browser's `Client`, which is another object in each event. */
export interface Recipient {
  readonly id: string;
  postMessage(message: unknown): void;
}

/** Notices that wait for a reply, and what rings when it does not come with the work that is under way. */
interface Waiting {
  notices: Notice[];
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class Outbox {
  /** By the ids of the pages whose commands are at work. */
  readonly #waiting = new Map<string, Waiting>();

  /** Tells `page` of something. */
  tell(page: Recipient, notice: Notice): void {
    const waiting = this.#waiting.get(page.id);
    if (waiting === undefined || mayOvertake(notice, waiting.notices)) page.postMessage(notice);
    else if (waiting.notices.push(notice) === 1)
      waiting.timer = setTimeout(() => this.#send(page, waiting.notices), 0);
  }

  /** A command of `page` is at work: a reply will follow. */
  expectReply(page: Recipient): void {
    if (!this.#waiting.has(page.id)) this.#waiting.set(page.id, { notices: [], timer: undefined });
  }

  /** Gives `page` the reply, and what was to be told before it. */
  reply(page: Recipient, reply: Reply): void {
    const waiting = this.#waiting.get(page.id);
    this.#waiting.delete(page.id);
    clearTimeout(waiting?.timer);
    const notices = waiting?.notices.splice(0) ?? [];
    page.postMessage(notices.length === 0 ? reply : { ...reply, notices });
  }

  #send(page: Recipient, notices: Notice[]): void {
    for (const notice of notices.splice(0)) page.postMessage(notice);
  }
}

/** Does `notice` bring a frame its answer, and is all that was told before it only for the panels? */
function mayOvertake({ kind }: Notice, others: readonly Notice[]): boolean {
  return kind === "result" && others.every((other) => other.kind === "update");
}
