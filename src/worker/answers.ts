/**
 * The answers of a workspace that are still kept: the journal of what was asked and said.
 *
 * A browser that goes Back asks again with the cache mode `force-cache`; it then gets the newest answer to the same question,
 * as an HTTP cache would give (RFC 9111 §4.2.4), and no page runs. A request that the browser repeats because it killed our worker
 * finds its answer by the document that asked. An answer that came after the waiting page is fetched by its address.
 */
import type { AnswerReference } from "../protocol/index.ts";
import type { ServerResponse } from "../server/index.ts";
import type { BrowserId, RequestId } from "../trace/index.ts";
import type { StoredAnswer } from "./storage.ts";
import type { PendingRequest } from "./world.ts";

/** How many answers a workspace keeps, and how many bytes of bodies. */
export const ANSWERS_KEPT = 100;
const ANSWER_BYTES_KEPT = 16 * 1024 * 1024;

/** What makes two requests the same question. */
export interface Question {
  browser: BrowserId;
  method: string;
  url: string;
  bodyHash: string;
}

export class Answers {
  readonly #kept = new Map<RequestId, StoredAnswer>();
  #changed = new Set<StoredAnswer>();
  #forgotten: RequestId[] = [];

  constructor(stored: readonly StoredAnswer[] = []) {
    for (const answer of stored) this.#kept.set(answer.request, answer);
  }

  add(answer: StoredAnswer): void {
    this.#kept.set(answer.request, answer);
    this.#changed.add(answer);
    this.#trim();
  }

  /**
   * The newest answer to the same question; null when none is kept. A form with a file is sent back by the browser in other
   * bytes than the first time, so for a form the newest answer of its address will do.
   */
  latest(question: Question): StoredAnswer | null {
    const newestFirst = [...this.#kept.values()].reverse();
    const same = newestFirst.find((answer) => isSame(answer, question));
    return (
      same ?? newestFirst.find((answer) => isSame(answer, { ...question, bodyHash: answer.bodyHash })) ?? null
    );
  }

  /** The answer to one of `requests` at the address that is asked for, whatever the method was. */
  ofRequests(requests: readonly RequestId[], { browser, url }: Question): StoredAnswer | null {
    const answers = requests.map((request) => this.#kept.get(request));
    return answers.find((answer) => answer?.browser === browser && answer.url === url) ?? null;
  }

  /** The answer already given to this document. */
  ofClient(client: string, question: Question): StoredAnswer | null {
    const answer = [...this.#kept.values()].find((kept) => kept.client === client);
    return answer !== undefined && isSame(answer, question) ? answer : null;
  }

  /** The answer with this address, whether it was shown before or not. */
  named({ request, token }: AnswerReference): StoredAnswer | null {
    const answer = this.#kept.get(request);
    return answer?.token === token ? answer : null;
  }

  /** The answer to `request`; undefined when none is kept. */
  ofRequest(request: RequestId): StoredAnswer | undefined {
    return this.#kept.get(request);
  }

  /** All that are kept, oldest first. */
  all(): StoredAnswer[] {
    return [...this.#kept.values()];
  }

  /** Notes that the answer was shown in place of its waiting page. */
  markShown(answer: StoredAnswer): void {
    answer.awaited = false;
    this.#changed.add(answer);
  }

  /** Forgets the answer to `request`, if there is one. */
  forget(request: RequestId): void {
    const answer = this.#kept.get(request);
    if (answer !== undefined) this.#forget(answer);
  }

  clear(): void {
    for (const answer of this.#kept.values()) this.#forget(answer);
  }

  /** Forgets what a browser was told. */
  forgetBrowser(browser: BrowserId): void {
    for (const answer of this.#kept.values()) if (answer.browser === browser) this.#forget(answer);
  }

  /** What changed since the last call. */
  takeChanges(): { answers: StoredAnswer[]; forgotten: RequestId[] } {
    const changes = { answers: [...this.#changed], forgotten: this.#forgotten };
    this.#changed = new Set();
    this.#forgotten = [];
    return changes;
  }

  /** Takes back changes that could not be stored, so that `takeChanges` gives them again. */
  giveBack({
    answers,
    forgotten,
  }: {
    answers: readonly StoredAnswer[];
    forgotten: readonly RequestId[];
  }): void {
    for (const answer of answers) if (this.#kept.get(answer.request) === answer) this.#changed.add(answer);
    this.#forgotten.push(...forgotten);
  }

  #trim(): void {
    let bytes = 0;
    for (const answer of this.#kept.values()) bytes += answer.body.length;
    for (const answer of [...this.#kept.values()].slice(0, -1)) {
      if (this.#kept.size <= ANSWERS_KEPT && bytes <= ANSWER_BYTES_KEPT) return;
      this.#forget(answer);
      bytes -= answer.body.length;
    }
  }

  #forget(answer: StoredAnswer): void {
    this.#kept.delete(answer.request);
    this.#changed.delete(answer);
    this.#forgotten.push(answer.request);
  }
}

function isSame(answer: Question, question: Question): boolean {
  return (
    answer.browser === question.browser &&
    answer.method === question.method &&
    answer.url === question.url &&
    answer.bodyHash === question.bodyHash
  );
}

/** What `ask` asks; its body as a SHA-256. */
export async function questionOf({
  browser,
  method,
  url,
  body,
}: Pick<Question, "browser" | "method" | "url"> & { body: Uint8Array }): Promise<Question> {
  return { browser, method, url, bodyHash: body.length === 0 ? "" : await hashBody(body) };
}

async function hashBody(body: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(body));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The answer to a request that was pending, as it is kept. */
export function storedAnswer(pending: PendingRequest, response: ServerResponse): StoredAnswer {
  const { id: request, browser, method, url, bodyHash, token, client, waiting } = pending;
  const question = { request, browser, method, url, bodyHash, token, awaited: waiting };
  return { ...question, ...(client === null ? {} : { client }), ...response };
}
