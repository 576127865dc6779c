/**
 * The parts of the Service Workers specification that we use. TypeScript's own `webworker` library cannot be loaded beside
 * `dom`, which the page needs.
 */

import type { RequireLate } from "./late-parts.ts";

export interface Client {
  readonly id: string;
  readonly url: string;
  readonly frameType: "auxiliary" | "top-level" | "nested" | "none";
  postMessage(message: unknown): void;
}

export interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

export interface ExtendableMessageEvent extends ExtendableEvent {
  readonly data: unknown;
  readonly source: Client | null;
}

interface EventTypes {
  install: ExtendableEvent;
  activate: ExtendableEvent;
  fetch: FetchEvent;
  message: ExtendableMessageEvent;
}

export interface ServiceWorkerGlobal {
  /** Of our own: what `import()` becomes in the build. */
  requireLate: RequireLate;
  readonly location: URL;
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly Client[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Type extends keyof EventTypes>(
    type: Type,
    listener: (event: EventTypes[Type]) => void,
  ): void;
}
