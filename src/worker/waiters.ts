/** Who waits for an answer: the fetches that are open, by the request whose answer they will have. */
import type { RequestId } from "../trace/index.ts";

/** One that waits. */
export interface Waiter<Answer> {
  /** The answer; undefined when there will never be one. */
  readonly answered: Promise<Answer | undefined>;
  /** Waits no longer. */
  leave(): void;
}

export class Waiters<Answer> {
  readonly #waiting = new Map<RequestId, Set<(answer: Answer | undefined) => void>>();

  wait(request: RequestId): Waiter<Answer> {
    const all = this.#waiting.get(request) ?? new Set();
    this.#waiting.set(request, all);
    let leave = () => {};
    const answered = new Promise<Answer | undefined>((resolve) => {
      all.add(resolve);
      leave = () => void all.delete(resolve);
    });
    return { answered, leave };
  }

  /** Gives all who wait for `request` its answer; without one, there will be none. */
  tell(request: RequestId, answer?: Answer): void {
    for (const resolve of this.#waiting.get(request) ?? []) resolve(answer);
    this.#waiting.delete(request);
  }
}
