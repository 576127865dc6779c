/** Tells the pages of a workspace what has happened: what is new, all at once; and where answers are to be had. */
import { stringifyPreviewUrl, type WorkspaceId, type WorkspaceState } from "../protocol/index.ts";
import type { TraceEvent } from "../trace/index.ts";
import type { AnswerPlace } from "./race/step-back.ts";
import type { WorkspaceHost } from "./workspace.ts";

export class Teller {
  readonly #id: WorkspaceId;
  readonly #host: WorkspaceHost;
  readonly #view: () => WorkspaceState;
  #unsent: TraceEvent[] = [];
  #isNews = false;
  /** The state that was told last, where nobody had a turn since. */
  #told: WorkspaceState | null = null;

  /** `view` reads off what the pages show now. */
  constructor(id: WorkspaceId, host: WorkspaceHost, view: () => WorkspaceState) {
    this.#id = id;
    this.#host = host;
    this.#view = view;
  }

  /** Something has changed that a page shows: with `event`, if it is in the log. It is told at the next `publish`. */
  note(event?: TraceEvent): void {
    this.#isNews = true;
    this.#told = null;
    if (event !== undefined) this.#unsent.push(event);
  }

  /** The log is another one: what was noted of the one before is not told. */
  beginAnew(): void {
    this.#unsent = [];
    this.note();
  }

  /** Tells what was noted, if anything was. */
  publish(): void {
    if (!this.#isNews) return;
    const events = this.#unsent;
    this.#unsent = [];
    this.#isNews = false;
    const state = this.#view();
    this.#told = state;
    // Whoever has the next turn may change what is shown without a word.
    queueMicrotask(this.forget);
    this.#host.notify(this.#id, { kind: "update", events, state });
  }

  /** What the pages show now: what they were told a moment ago, where nothing can have changed since. */
  state(): WorkspaceState {
    return this.#told ?? this.#view();
  }

  /** What was told last need not hold any more. */
  readonly forget = (): void => {
    this.#told = null;
  };

  /** Tells of an answer that is to be shown in place of a waiting page, or the other way round. */
  tellAnswer(kind: "result" | "taken-back", { request, browser, url, token }: AnswerPlace): void {
    const address = { workspace: this.#id, browser, url };
    const waitingUrl = stringifyPreviewUrl(this.#host.base, address) ?? "";
    const resultUrl = stringifyPreviewUrl(this.#host.base, { ...address, answer: { request, token } }) ?? "";
    this.#host.notify(this.#id, { kind, request, waitingUrl, resultUrl });
  }
}
