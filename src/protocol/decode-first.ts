/**
 * The messages with which a page begins its conversation with a worker, decoded without schemas: those come with the worker's late part.
 */
import type { Command } from "./messages.ts";
import { isWorkspaceId } from "./preview-url.ts";
import { sandboxes, type TakeOverMessage } from "./registration.ts";

/** An `open` or a `ping`; null when `data` is anything else, or not quite one of them: `decodeCommand` says what is wrong. */
export function decodeFirstCommand(data: unknown): Command | null {
  if (!isRecord(data)) return null;
  const { workspace, id, buildId, kind, files, sandbox } = data;
  if (typeof workspace !== "string" || !isWorkspaceId(workspace)) return null;
  if (typeof id !== "number" || typeof buildId !== "string") return null;
  const envelope = { workspace, id, buildId };
  if (kind === "ping") return { ...envelope, kind };
  const found = sandboxes.find((known) => known === sandbox);
  if (kind !== "open" || !isFiles(files) || found !== sandbox) return null;
  return { ...envelope, kind, files, ...(found !== undefined && { sandbox: found }) };
}

/** Is this the message that lets a waiting worker take over? */
export function decodeTakeOver(data: unknown): TakeOverMessage | null {
  if (!isRecord(data) || data["kind"] !== "take-over" || typeof data["force"] !== "boolean") return null;
  return { kind: "take-over", force: data["force"] };
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}

function isFiles(data: unknown): data is Record<string, string> {
  if (!isRecord(data) || Array.isArray(data) || Object.hasOwn(data, "__proto__")) return false;
  return Object.entries(data).every(([path, text]) => isPath(path) && typeof text === "string");
}

function isPath(path: string): boolean {
  return path.length > 0 && path.length <= 1024;
}
