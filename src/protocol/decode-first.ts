/**
 * The messages with which a page begins its conversation with a worker, decoded without schemas: those come with the worker's late part.
 */
import type { Command } from "./messages.ts";
import { isWorkspaceId } from "./preview-url.ts";
import { sandboxes, type TakeOverMessage } from "./registration.ts";
import { type SentFiles, WORK_NAME_LENGTH, type WorkFacts, workOrigins } from "./works.ts";

/** An `open` or a `ping`; null when `data` is anything else, or not quite one of them: `decodeCommand` says what is wrong. */
export function decodeFirstCommand(data: unknown): Command | null {
  if (!isRecord(data)) return null;
  const { workspace, id, buildId, kind, files, sandbox, carried } = data;
  if (typeof workspace !== "string" || !isWorkspaceId(workspace)) return null;
  if (typeof id !== "number" || typeof buildId !== "string") return null;
  const envelope = { workspace, id, buildId };
  if (kind === "ping") return { ...envelope, kind };
  const found = sandboxes.find((known) => known === sandbox);
  const work = decodeWork(data["work"]);
  if (kind !== "open" || !isFiles(files) || found !== sandbox || work === null || carried !== undefined)
    return null;
  return { ...envelope, kind, files, ...(found !== undefined && { sandbox: found }), ...work };
}

/** Is this the message that lets a waiting worker take over? */
export function decodeTakeOver(data: unknown): TakeOverMessage | null {
  if (!isRecord(data) || data["kind"] !== "take-over" || typeof data["force"] !== "boolean") return null;
  return { kind: "take-over", force: data["force"] };
}

function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}

/** What a work is, if that is said; null when it is not quite that. */
function decodeWork(data: unknown): { work?: WorkFacts } | null {
  if (data === undefined) return {};
  if (!isRecord(data)) return null;
  const { name, origin, lesson = "-", language, embedded = true, ...rest } = data;
  const known = workOrigins.find((one) => one === origin);
  if (known === undefined || !isName(name) || !isName(lesson) || lesson === "") return null;
  if ((language !== "en" && language !== "fr") || embedded !== true || Object.keys(rest).length > 0)
    return null;
  const work: WorkFacts = { name, origin: known, language };
  if (data["lesson"] !== undefined) work.lesson = lesson;
  if (data["embedded"] !== undefined) work.embedded = embedded;
  return Object.values(data).includes(undefined) ? null : { work };
}

function isName(data: unknown): data is string {
  return typeof data === "string" && data.length <= WORK_NAME_LENGTH;
}

function isFiles(data: unknown): data is SentFiles {
  if (!isRecord(data) || Array.isArray(data) || Object.hasOwn(data, "__proto__")) return false;
  return Object.entries(data).every(
    ([path, content]) => isPath(path) && (typeof content === "string" || content instanceof Uint8Array),
  );
}

function isPath(path: string): boolean {
  return path.length > 0 && path.length <= 1024;
}
