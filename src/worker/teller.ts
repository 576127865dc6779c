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

  /** `view` reads off what the pages show now. */
  constructor(id: WorkspaceId, host: WorkspaceHost, view: () => WorkspaceState) {
    this.#id = id;
    this.#host = host;
    this.#view = view;
  }

  /** Something has changed that a page shows: with `event`, if it is in the log. It is told at the next `publish`. */
  note(event?: TraceEvent): void {
    this.#isNews = true;
    if (event !== undefined) this.#unsent.push(event);
  }

  /** Tells what was noted, if anything was. */
  publish(): void {
    if (!this.#isNews) return;
    const events = this.#unsent;
    this.#unsent = [];
    this.#isNews = false;
    this.#host.notify(this.#id, { kind: "update", events, state: this.#view() });
  }

  /** Tells of an answer that is to be shown in place of a waiting page, or the other way round. */
  tellAnswer(kind: "result" | "taken-back", { request, browser, url, token }: AnswerPlace): void {
    const address = { workspace: this.#id, browser, url };
    const waitingUrl = stringifyPreviewUrl(this.#host.base, address) ?? "";
    const resultUrl = stringifyPreviewUrl(this.#host.base, { ...address, answer: { request, token } }) ?? "";
    this.#host.notify(this.#id, { kind, request, waitingUrl, resultUrl });
  }
}
