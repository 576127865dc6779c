/**
 * The worker's edge, where unknown data becomes typed commands. They come from any page of our origin, so everything in them
 * is looked at. The page's edge is `decode-from-worker.ts`, a file of its own so that the page can do without the schemas.
 */
import * as v from "valibot";
import type { Command } from "./messages.ts";
import { isWorkspaceId } from "./preview-url.ts";
import { sandboxes } from "./registration.ts";
import { versionReasons, WORK_NAME_LENGTH, workOrigins } from "./works.ts";

export type Decoded<T> = { ok: true; value: T } | { ok: false; reason: string };

const filePath = v.pipe(v.string(), v.minLength(1), v.maxLength(1024));
const files = v.record(filePath, v.union([v.string(), v.instance(Uint8Array)]));
const flag = v.exactOptional(v.boolean());

const changes = v.strictObject({
  persistent_session: flag,
  server: v.exactOptional(v.picklist(["monoprocess", "multithread", "multiprocess", "cgi"])),
  processes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16))),
  max_sessions: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
  strict_session_ids: flag,
  session_lock: v.exactOptional(v.picklist(["none", "request", "version"])),
  error_status: v.exactOptional(v.picklist([200, 500])),
  allow_directory_listing: flag,
});

const envelope = {
  workspace: v.pipe(v.string(), v.check(isWorkspaceId, "a workspace is named by 32 hex digits")),
  id: v.number(),
  buildId: v.string(),
};

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const browser = v.pipe(v.string(), v.regex(/^[A-Z]$/, "a browser is named by a letter"));
const cookieKey = v.object({ name: v.string(), domain: v.string(), path: v.string() });
const cookieDraft = v.object({
  name: v.string(),
  value: v.string(),
  path: v.string(),
  expires: v.exactOptional(v.string()),
  httpOnly: v.boolean(),
  secure: v.boolean(),
  sameSite: v.exactOptional(v.picklist(["strict", "lax", "none"])),
});
const sessionPlace = {
  session: v.string(),
  storage: v.picklist(["memory", "disk"]),
  process: v.exactOptional(v.number()),
};

const moveLength = v.picklist(["step", "operation", "end"]);
const raceSource = v.variant("kind", [
  v.object({ kind: v.literal("held") }),
  v.object({
    kind: v.literal("pages"),
    browser,
    urls: v.pipe(v.array(v.pipe(v.string(), v.maxLength(8192))), v.minLength(1), v.maxLength(10)),
  }),
  v.object({ kind: v.literal("stretch"), stretch: v.number() }),
]);
const schedule = v.pipe(v.string(), v.regex(/^[A-J]{0,10000}$/, "a schedule is letters from A to J"));
const replaySource = v.variant("kind", [
  v.object({ kind: v.literal("outcome"), outcome: whole(0, 1e6) }),
  v.object({ kind: v.literal("stretch"), stretch: v.number() }),
  v.object({ kind: v.literal("schedule"), from: raceSource, schedule }),
]);

/** Of the race lab: see `race.ts`. */
const raceCommands = [
  v.object({ ...envelope, kind: v.literal("hold"), on: v.boolean() }),
  v.object({ ...envelope, kind: v.literal("race-move"), request: v.number(), length: moveLength }),
  v.object({ ...envelope, kind: v.literal("race-run-all") }),
  v.object({ ...envelope, kind: v.literal("race-back") }),
  v.object({ ...envelope, kind: v.literal("explore"), from: raceSource }),
  v.object({
    ...envelope,
    kind: v.literal("random-orders"),
    from: raceSource,
    count: whole(1, 10_000),
    seed: v.exactOptional(whole(0, 2 ** 32 - 1)),
  }),
  v.object({ ...envelope, kind: v.literal("stop-exploring") }),
  v.object({ ...envelope, kind: v.literal("replay"), of: replaySource }),
  v.object({ ...envelope, kind: v.literal("replay-move"), request: v.number(), length: moveLength }),
  v.object({ ...envelope, kind: v.literal("replay-next"), all: v.boolean() }),
  v.object({ ...envelope, kind: v.literal("replay-back") }),
  v.object({ ...envelope, kind: v.literal("close-replay") }),
  v.object({
    ...envelope,
    kind: v.literal("compare"),
    from: raceSource,
    schedule: v.exactOptional(schedule),
    left: changes,
    right: changes,
  }),
  v.object({ ...envelope, kind: v.literal("close-compare") }),
] as const;

const workName = v.pipe(v.string(), v.maxLength(WORK_NAME_LENGTH));
const workFacts = v.strictObject({
  name: workName,
  origin: v.picklist(workOrigins),
  lesson: v.exactOptional(v.pipe(workName, v.minLength(1))),
  language: v.picklist(["en", "fr"]),
  embedded: v.exactOptional(v.literal(true)),
});
const carriedState = v.strictObject({
  jars: v.pipe(
    v.array(v.object({ browser, cookies: v.pipe(v.array(cookieDraft), v.maxLength(1_000)) })),
    v.maxLength(26),
  ),
  sessions: v.pipe(v.array(v.object({ id: v.string(), pickle: v.string() })), v.maxLength(10_000)),
});
const work = v.pipe(v.string(), v.check(isWorkspaceId, "a work is named by 32 hex digits"));
const version = whole(1, Number.MAX_SAFE_INTEGER);
const reason = v.picklist(versionReasons);

/** Of works: see `works.ts`. */
const workCommands = [
  v.object({ ...envelope, kind: v.literal("list-works") }),
  v.object({ ...envelope, kind: v.literal("rename-work"), work, name: workName }),
  v.object({ ...envelope, kind: v.literal("delete-work"), work }),
  v.object({ ...envelope, kind: v.literal("list-versions") }),
  v.object({ ...envelope, kind: v.literal("read-version"), version }),
  v.object({ ...envelope, kind: v.literal("read-files") }),
  v.object({ ...envelope, kind: v.literal("restore-version"), version }),
  v.object({ ...envelope, kind: v.literal("begin-again"), files, reason }),
  v.object({ ...envelope, kind: v.literal("replace-files"), files, reason }),
] as const;

const command = v.variant("kind", [
  ...raceCommands,
  ...workCommands,
  v.object({
    ...envelope,
    kind: v.literal("open"),
    files,
    sandbox: v.exactOptional(v.picklist(sandboxes)),
    work: v.exactOptional(workFacts),
    carried: v.exactOptional(carriedState),
  }),
  v.object({ ...envelope, kind: v.literal("write-file"), path: filePath, content: v.string() }),
  v.object({ ...envelope, kind: v.literal("rename-file"), path: filePath, to: filePath }),
  v.object({ ...envelope, kind: v.literal("delete-file"), path: filePath }),
  v.object({ ...envelope, kind: v.literal("configure"), changes }),
  v.object({ ...envelope, kind: v.literal("restart-server") }),
  v.object({ ...envelope, kind: v.literal("reset"), files: v.record(filePath, v.string()) }),
  v.object({
    ...envelope,
    kind: v.literal("history-navigation"),
    browser: v.string(),
    phase: v.picklist(["begin", "end"]),
    requests: v.exactOptional(v.array(v.number())),
  }),
  v.object({ ...envelope, kind: v.literal("open-browser"), browser }),
  v.object({ ...envelope, kind: v.literal("close-browser"), browser }),
  v.object({
    ...envelope,
    kind: v.literal("set-cookie"),
    browser,
    was: v.exactOptional(cookieKey),
    cookie: cookieDraft,
  }),
  v.object({
    ...envelope,
    kind: v.literal("delete-cookie"),
    browser,
    cookie: v.exactOptional(cookieKey),
  }),
  v.object({ ...envelope, kind: v.literal("copy-cookie"), browser, cookie: cookieKey, to: browser }),
  v.object({ ...envelope, kind: v.literal("log-in"), browser, user: v.string(), password: v.string() }),
  v.object({ ...envelope, kind: v.literal("ping") }),
  v.object({ ...envelope, kind: v.literal("stop-request"), request: v.number() }),
  v.object({ ...envelope, kind: v.literal("visit-many"), count: whole(1, 100_000), path: filePath }),
  v.object({ ...envelope, kind: v.literal("stop-visits") }),
  v.object({
    ...envelope,
    kind: v.literal("list-sessions"),
    filter: v.string(),
    from: whole(0, 1e9),
    count: whole(0, 200),
  }),
  v.object({ ...envelope, ...sessionPlace, kind: v.literal("read-session") }),
  v.object({ ...envelope, ...sessionPlace, kind: v.literal("delete-session") }),
  v.object({ ...envelope, kind: v.literal("write-session"), session: v.string(), content: v.string() }),
]);

/** A command from a page, or what is wrong with it, in words. */
export function decodeCommand(data: unknown): Decoded<Command> {
  const result = v.safeParse(command, data);
  if (!result.success) return { ok: false, reason: explain(result.issues) };
  return { ok: true, value: result.output };
}

function explain(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}
