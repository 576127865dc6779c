/**
 * The service worker: the browser's events on one side, workspaces on the other.
 *
 * Three rules, each learned from an engine. Nothing waits inside `respondWith`, which can never reject either. Everything in
 * memory is a cache: any event may be the first of a new life (`bootId`). A new version takes over only when no other
 * tab is open, or when the learner asks for it.
 */
import { getResponse } from "msw";
import {
  type Command,
  type Decoded,
  decodeFirstCommand,
  decodeTakeOver,
  type FilesKeptMessage,
  isKeepFiles,
  type Notice,
  type PreviewAddress,
  parsePreviewUrl,
  type Reply,
  type Sandbox,
  type TakingOverMessage,
  type WorkspaceId,
} from "../protocol/index.ts";
import { Library } from "../python/index.ts";
import { messagePage } from "../server/index.ts";
import { compiledPages } from "./compiled-pages.ts";
import { createHandlers, isAppPage, isOurs } from "./handlers.ts";
import { createIndexedDbStorage } from "./indexed-db-storage.ts";
import { isolatePage } from "./isolation.ts";
import { createLateParts } from "./late-parts.ts";
import { bringModule, fetchText } from "./library-files.ts";
import { answerAppFile, appFileOf } from "./offline.ts";
import { Outbox } from "./outbox.ts";
import { cachePrefix, pruneCaches } from "./own-files.ts";
import type {
  Client,
  ExtendableMessageEvent,
  FetchEvent,
  ServiceWorkerGlobal,
} from "./service-worker-types.ts";
import type { UnsignedNotice } from "./workspace.ts";
import { createWorkspaces } from "./workspaces.ts";

declare const self: ServiceWorkerGlobal;
/** Set by the build. */
declare const __DEVELOPMENT__: boolean;
/** Set by the build: the folder of the standard modules, under the base. */
declare const __LIBRARY__: string;

const base = new URL(self.registration.scope).pathname;
const { origin, pathname } = self.location;
const bootId = crypto.randomUUID();
const buildId = /sw-([\w]+)\.js$/.exec(self.location.pathname)?.[1] ?? "dev";

/** Milliseconds after which a navigation gets the waiting page, and a picture is given up. */
const patience = 1_000;
const partPatience = 20_000;
/** Milliseconds that a request waits for others: frames of one page are asked for within that. */
const gather = 20;

const library = new Library();
const libraryFolder = `${origin}${base}${__LIBRARY__}`;
/** The app's files, and the caches that have them. */
const ownFiles = {
  root: origin + base,
  buildId,
  cache: cachePrefix + buildId,
  library: libraryFolder,
  libraryCache: cachePrefix + libraryFolder,
};
self.requireLate = createLateParts(ownFiles);
const storage = createIndexedDbStorage("biscuiterie", Date.now);
const workspaces = createWorkspaces(
  {
    base,
    storage,
    now: Date.now,
    seed: () => crypto.getRandomValues(new Uint32Array(4)),
    notify,
    library,
    compiled: compiledPages(),
    fetchModule: (name) => bringModule(library, libraryFolder, name),
    patience,
    partPatience,
    gather,
  },
  findShown,
);
let isFinished = false;
let keeping: Promise<boolean> | null = null;

/** The document that each navigation will make; weak, so that it ends with the request. */
const clientOfRequest = new WeakMap<Request, string>();
/** The pages that opened a workspace in this life of the worker, by their ids. A page not listed is told everything. */
const openers = new Map<string, { page: Client; workspace: WorkspaceId }>();
const outbox = new Outbox();
/** Notices go out in the order of what they tell: a page takes the events of one for all there are until then. */
let telling = Promise.resolve();

const handlers = createHandlers({
  origin,
  base,
  script: origin + pathname,
  async ask({ workspace: id }, ask) {
    const workspace = await workspaces.find(id);
    if (workspace?.isEmbedded) embedded.add(id);
    return (await workspace?.ask(ask)) ?? null;
  },
  isEmbedded: ({ workspace }) => embedded.has(workspace),
  sandboxOf: ({ workspace }: PreviewAddress) => sandboxes.get(workspace),
  clientOf: (request) => clientOfRequest.get(request),
});
const sandboxes = new Map<WorkspaceId, Sandbox>();
const embedded = new Set<WorkspaceId>();

self.addEventListener("install", (event) => {
  event.waitUntil(__DEVELOPMENT__ ? self.skipWaiting() : Promise.resolve());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), pruneCaches([ownFiles.cache, ownFiles.libraryCache])]));
});

self.addEventListener("fetch", (event) => {
  if (!isOurs(event.request, { origin, base })) {
    const file = __DEVELOPMENT__ ? null : appFileOf(event.request, { origin, base });
    if (file !== null) event.respondWith(answerAppFile(file, event.request, ownFiles));
    return;
  }
  if (event.resultingClientId !== "") clientOfRequest.set(event.request, event.resultingClientId);
  event.respondWith(answer(event));
});

self.addEventListener("message", (event) => {
  event.waitUntil(hear(event));
});

/** Never rejects: a rejected `respondWith` would send the browser to the network or leave the frame blank. */
async function answer(event: FetchEvent): Promise<Response> {
  try {
    const response = await getResponse(handlers, event.request);
    event.waitUntil(keepAwake(event.request).then(finishLater));
    return response ?? brokenPage("No route of the worker answers this address.");
  } catch (error) {
    console.error(error);
    return brokenPage(error instanceof Error ? error.message : String(error));
  }
}

/** Holds the worker while the workspace of `request` is at work, as far as the browser lets it. */
async function keepAwake(request: Request): Promise<WorkspaceId | null> {
  const address = parsePreviewUrl(base, request.url);
  if (address === null) return null;
  await (await workspaces.find(address.workspace))?.settled();
  return address.workspace;
}

/**
 * Brings the late part: nobody waits for it now, and it is here when the network is gone. Once in the life of the worker it forgets old
 * works and makes the machine warm. A failure is told to who asks for the late part next.
 */
async function finishLater(workspace: WorkspaceId | null): Promise<void> {
  const late = await import("./late.ts").catch(() => null);
  if (workspace === null || late === null || isFinished) return;
  isFinished = true;
  await workspaces.prune(workspace).catch(console.error);
  const walk = await fetchText(libraryFolder, late.warmUpModule).catch(() => null);
  // Requests and messages come in between.
  if (walk !== null) await late.warmUp(walk, () => new Promise((resolve) => setTimeout(resolve)));
}

/** The workspaces that tabs show: each page holds a lock by that name (`app/workspace-id.ts`). */
async function findShown(): Promise<ReadonlySet<WorkspaceId>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name = "" }) => /^workspace:(.*)/.exec(name)?.[1] ?? []));
}

/** Orders are explored, and moves stored, after the reply; the browser should not stop the worker in the middle. */
async function stayAwakeFor(data: unknown): Promise<void> {
  if (typeof data !== "object" || data === null || !("workspace" in data)) return;
  if (typeof data.workspace === "string") await (await workspaces.find(data.workspace))?.rested();
}

function brokenPage(message: string): Response {
  const html = messagePage("Biscuiterie made a mistake", [
    "The worker could not answer. Reload to try again.",
    message,
  ]);
  return isolatePage(html, 500, { origin, base, marker: { kind: "notice" } });
}

async function hear({ data, source }: ExtendableMessageEvent): Promise<void> {
  const takeOver = decodeTakeOver(data);
  if (takeOver !== null) {
    if (takeOver.force || (await isOnlyPage(source))) await takeOverFor(source);
    return;
  }
  if (isKeepFiles(data)) return keepOwnFiles(source);
  const id = readId(data);
  if (id === null) return;
  if (source !== null) outbox.expectReply(source);
  const reply = await obey(data, id, source);
  if (source !== null) outbox.reply(source, reply);
  await stayAwakeFor(data);
}

/** Brings the app's files, once for all who ask meanwhile. In development they come from the source. */
async function keepOwnFiles(source: Client | null): Promise<void> {
  const { keepFiles } = await import("./late.ts");
  keeping ??= __DEVELOPMENT__ ? Promise.resolve(false) : keepFiles(ownFiles);
  const kept = await keeping;
  keeping = null;
  source?.postMessage({ kind: "files-kept", kept } satisfies FilesKeptMessage);
}

/** The promise of `skipWaiting` may be a long time coming; the page wants to know at once. */
function takeOverFor(source: Client | null): Promise<void> {
  source?.postMessage({ kind: "taking-over" } satisfies TakingOverMessage);
  return self.skipWaiting();
}

async function obey(data: unknown, id: number, source: Client | null): Promise<Reply> {
  const signature = { kind: "reply", id, bootId, buildId } as const;
  const decoded = await decode(data);
  if (!decoded.ok) return { ...signature, problem: "bad-message", ...decoded };
  const command = decoded.value;
  if (command.buildId !== buildId) {
    const reason = "This page and its server are of different versions. Reload the page.";
    return { ...signature, ok: false, problem: "other-build", reason };
  }
  remember(command, source);
  try {
    const result = await workspaces.command(command);
    return result.ok ? { ...signature, ...result } : { ...signature, problem: "refused", ...result };
  } catch (error) {
    console.error(error);
    const reason = error instanceof Error ? error.message : String(error);
    return { ...signature, ok: false, problem: "failed", reason };
  }
}

async function decode(data: unknown): Promise<Decoded<Command>> {
  const first = decodeFirstCommand(data);
  if (first !== null) return { ok: true, value: first };
  const { decodeCommand } = await import("./late.ts");
  return decodeCommand(data);
}

function readId(data: unknown): number | null {
  if (typeof data !== "object" || data === null || !("id" in data)) return null;
  return typeof data.id === "number" ? data.id : null;
}

function remember(command: Command, source: Client | null): void {
  if (command.kind !== "open") return;
  if (source !== null) {
    forgetClosedPages().catch(console.error);
    openers.set(source.id, { page: source, workspace: command.workspace });
  }
  if (command.sandbox !== undefined) sandboxes.set(command.workspace, command.sandbox);
}

/** To the pages that opened the workspace; where the browser started the worker anew and none has done so yet, to all it could be. */
function notify(workspace: WorkspaceId, notice: UnsignedNotice): void {
  const message = { ...notice, workspace, bootId, buildId };
  const listeners = [...openers.values()].filter((opener) => opener.workspace === workspace);
  for (const { page } of listeners) outbox.tell(page, message);
  if (listeners.length === 0) telling = telling.then(() => tellOthers(message)).catch(console.error);
}

/** All pages but those that show another workspace. One that has opened this one meanwhile is told too: it was not listed in time. */
async function tellOthers(message: Notice): Promise<void> {
  for (const page of await pages()) {
    const opener = openers.get(page.id);
    if (opener === undefined || opener.workspace === message.workspace) page.postMessage(message);
  }
}

async function forgetClosedPages(): Promise<void> {
  const known = [...openers.keys()];
  const open = new Set((await pages()).map(({ id }) => id));
  for (const id of known) if (!open.has(id)) openers.delete(id);
}

/** The open tabs of the app, and where it is embedded; without the preview frames. */
async function pages(): Promise<readonly Client[]> {
  const clients = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return clients.filter(({ url }) => isAppPage(url, { origin, base }));
}

async function isOnlyPage(sender: Client | null): Promise<boolean> {
  return (await pages()).every(({ id }) => id === sender?.id);
}
