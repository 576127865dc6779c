/**
 * The worker's edge, where unknown data becomes typed commands. They come from any page of our origin, so everything in them
 * is looked at. The page's edge is `decode-from-worker.ts`, a file of its own so that the page can do without the schemas.
 */
import * as v from "valibot";
import type { Command } from "./messages.ts";
import { isWorkspaceId } from "./preview-url.ts";
import { sandboxes, type TakeOverMessage } from "./registration.ts";

export type Decoded<T> = { ok: true; value: T } | { ok: false; reason: string };

const filePath = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
const files = v.record(filePath, v.string());
const flag = v.exactOptional(v.boolean());

const changes = v.strictObject({
  persistent_session: flag,
  server: v.exactOptional(v.picklist(["monoprocess", "multithread", "multiprocess", "cgi"])),
  processes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16))),
  max_sessions: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
  strict_session_ids: flag,
  session_lock: v.exactOptional(v.picklist(["none", "request", "version"])),
  error_status: v.exactOptional(v.picklist([200, 500])),
});

const envelope = {
  workspace: v.pipe(v.string(), v.check(isWorkspaceId, "a workspace is named by 32 hex digits")),
  id: v.number(),
  buildId: v.string(),
};

const command = v.variant("kind", [
  v.object({
    ...envelope,
    kind: v.literal("open"),
    files,
    sandbox: v.exactOptional(v.picklist(sandboxes)),
  }),
  v.object({ ...envelope, kind: v.literal("write-file"), path: filePath, content: v.string() }),
  v.object({ ...envelope, kind: v.literal("rename-file"), path: filePath, to: filePath }),
  v.object({ ...envelope, kind: v.literal("delete-file"), path: filePath }),
  v.object({ ...envelope, kind: v.literal("configure"), changes }),
  v.object({ ...envelope, kind: v.literal("restart-server") }),
  v.object({ ...envelope, kind: v.literal("reset"), files }),
  v.object({
    ...envelope,
    kind: v.literal("history-navigation"),
    browser: v.string(),
    phase: v.picklist(["begin", "end"]),
  }),
  v.object({ ...envelope, kind: v.literal("ping") }),
  v.object({ ...envelope, kind: v.literal("stop-request"), request: v.number() }),
]);

const takeOver = v.object({ kind: v.literal("take-over"), force: v.boolean() });

/** A command from a page, or what is wrong with it, in words. */
export function decodeCommand(data: unknown): Decoded<Command> {
  const result = v.safeParse(command, data);
  if (!result.success) return { ok: false, reason: explain(result.issues) };
  return { ok: true, value: result.output };
}

/** Is this the message that lets a waiting worker take over? */
export function decodeTakeOver(data: unknown): TakeOverMessage | null {
  const result = v.safeParse(takeOver, data);
  return result.success ? result.output : null;
}

function explain(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}
