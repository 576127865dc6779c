/**
 * Back and Forward that the page has announced, browser by browser: the worker of some engines cannot tell them from a link, and
 * with several browsers the page makes them itself.
 */
import type { BrowserId, RequestId } from "../trace/index.ts";

/** Milliseconds within which an announced journey must have asked for its documents, should its end never be told. */
const LONGEST = 10_000;

export class HistoryJourneys {
  readonly #until = new Map<BrowserId, number>();
  /** The requests whose answers the journey is to show. */
  readonly #requests = new Map<BrowserId, readonly RequestId[]>();

  begin(browser: BrowserId, requests: readonly RequestId[], now: number): void {
    this.#until.set(browser, now + LONGEST);
    this.#requests.set(browser, requests);
  }

  end(browser: BrowserId): void {
    this.#until.delete(browser);
    this.#requests.delete(browser);
  }

  /** Does a page that `browser` asks for belong to a journey? */
  isUnderWay(browser: BrowserId, now: number): boolean {
    return now < (this.#until.get(browser) ?? 0);
  }

  requestsOf(browser: BrowserId): readonly RequestId[] {
    return this.#requests.get(browser) ?? [];
  }
}
