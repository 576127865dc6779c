/**
 * The page's edge, where what arrives from the worker becomes a typed message.
 *
 * Only our own worker can post to the page, so a message is looked at only as far as another version of it could make it
 * wrong: its kind, and the ids by which the page tells workspaces, builds and runs of the worker apart.
 */
import type { Notice, Reply } from "./messages.ts";

/** The fields besides `kind` by which a message is told, and their types. */
const told = {
  reply: { bootId: "string", buildId: "string", id: "number" },
  update: { bootId: "string", buildId: "string", workspace: "string" },
  result: { bootId: "string", buildId: "string", workspace: "string" },
  "taken-back": { bootId: "string", buildId: "string", workspace: "string" },
};

/** A reply or notice from the worker; null for anything else that arrives as a message. */
export function decodeFromWorker(data: unknown): Reply | Notice | null {
  if (typeof data !== "object" || data === null) return null;
  const message: { kind?: unknown; [field: string]: unknown } = { ...data };
  const fields = Object.entries(told).find(([kind]) => kind === message.kind)?.[1];
  const isOurs =
    fields !== undefined && Object.entries(fields).every(([name, type]) => typeof message[name] === type);
  return isOurs ? (data as Reply | Notice) : null;
}
