/**
 * A site for tests: workspaces in memory behind the worker's own handlers, under `msw/node`, so that a visit is a `fetch`.
 *
 *     const site = await openSite({ "a.pih": "<% print 1 %>" });
 *     const response = await site.visit("/a.pih");
 */
import { setupServer } from "msw/node";
import { onTestFinished } from "vitest";
import type { Command, CommandBody, SentFiles } from "../protocol/index.ts";
import { Library, type PyCode, wholeLibrary } from "../python/index.ts";
import type { TraceEvent } from "../trace/index.ts";
import { createHandlers } from "./handlers.ts";
import { createMemoryStorage, type Storage } from "./storage.ts";
import type { Beginning, CommandResult, UnsignedNotice } from "./workspace.ts";
import { createWorkspaces, type Workspaces } from "./workspaces.ts";

// Later it would take its time while a page is at work.
await Promise.all([import("./late.ts"), import("./race/lab.ts")]);

const origin = "http://playground.test";
const base = "/app/";
let opened = 0;

/** The sites that are open, by workspace: one set of handlers serves them all, as in a worker. */
const sites = new Map<string, () => Workspaces>();
const server = setupServer(
  ...createHandlers({
    origin,
    base,
    ask: async ({ workspace }, ask) =>
      (await (await sites.get(workspace)?.().find(workspace))?.ask(ask)) ?? null,
    sandboxOf: () => undefined,
    clientOf: () => undefined,
  }),
);

/** Answers for `workspace` until the test ends. */
function serve(workspace: string, workspaces: () => Workspaces): void {
  if (sites.size === 0) server.listen({ onUnhandledRequest: "error" });
  sites.set(workspace, workspaces);
  onTestFinished(() => {
    sites.delete(workspace);
    if (sites.size === 0) server.close();
  });
}

export interface TestSite {
  workspace: string;
  /** The real address of a page, for browser A. */
  address(path: string, browser?: string): string;
  /** Fetches a page; redirects are followed unless `init` says otherwise. */
  visit(path: string, init?: RequestInit, browser?: string): Promise<Response>;
  /** The page's text, without the marker. */
  read(path: string, init?: RequestInit, browser?: string): Promise<string>;
  command(body: CommandBody): Promise<CommandResult>;
  /** Everything the pages were told. */
  notices: UnsignedNotice[];
  events(): TraceEvent[];
  /** What the worker waits for after a command, unless the browser stops it. */
  rested(): Promise<void>;
  /** Forgets everything that is only in memory, as a browser that stops the worker does. */
  kill(): void;
  storage: Storage;
}

export interface SiteOptions {
  patience?: number;
  /** Of the chance in the site. */
  seed?: number;
  /** Milliseconds that a request which comes alone waits for others, on servers that could handle them together. */
  gather?: number;
  storage?: Storage;
  now?: () => number;
  /** The standard modules that are there already; by default none. */
  library?: Library;
  /** The pages that are compiled already; by default none. */
  compiled?: ReadonlyMap<string, PyCode>;
  /** Brings a standard module; by default at once, as if it were in a cache. */
  fetchModule?: (name: string) => Promise<string>;
  /** What the work is, and what it begins with. */
  beginning?: Beginning;
  /** The workspaces that tabs show. */
  shown?: () => Promise<ReadonlySet<string>>;
}

/** The text of a standard module, from the source tree. */
export async function readModule(name: string): Promise<string> {
  const text = wholeLibrary().source(name);
  if (text === undefined) throw new Error(`Failed to read the module ${name}: the library has none.`);
  return text;
}

/** Storage on a disk that, once it is `isStuck`, never finishes another commit. */
export function createStickyStorage(): { storage: Storage; disk: { isStuck: boolean } } {
  const storage = createMemoryStorage();
  const disk = { isStuck: false };
  const commit: Storage["commit"] = (...args) =>
    disk.isStuck ? new Promise<never>(() => {}) : storage.commit(...args);
  return { storage: { ...storage, commit }, disk };
}

/** Opens a new workspace with `files`; closes it when the test ends. */
export async function openSite(files: SentFiles, options: SiteOptions = {}): Promise<TestSite> {
  const workspace = (++opened).toString(16).padStart(32, "0");
  const storage = options.storage ?? createMemoryStorage();
  const notices: UnsignedNotice[] = [];
  let workspaces: Workspaces;
  const start = () => {
    workspaces = createWorkspaces(
      {
        base,
        storage,
        now: options.now ?? Date.now,
        seed: () => [options.seed ?? 1, 2, 3, 4],
        notify: (_workspace, notice) => notices.push(notice),
        library: options.library ?? new Library(),
        compiled: options.compiled ?? new Map(),
        fetchModule: options.fetchModule ?? readModule,
        patience: options.patience ?? 30_000,
        partPatience: 30_000,
        gather: options.gather ?? 0,
      },
      options.shown,
    );
  };
  start();
  serve(workspace, () => workspaces);

  const command = (body: CommandBody) => {
    const message: Command = { workspace, id: 1, buildId: "test", ...body };
    return workspaces.command(message);
  };
  await command({ kind: "open", files, ...options.beginning });
  const address = (path: string, browser = "A") => `${origin}${base}~/${workspace}/${browser}${path}`;
  const visit = (path: string, init?: RequestInit, browser?: string) => fetch(address(path, browser), init);
  return {
    workspace,
    address,
    visit,
    read: async (path, init, browser) =>
      (await (await visit(path, init, browser)).text()).replace(/^<!--biscuiterie.*?-->/, ""),
    command,
    notices,
    events: () => notices.flatMap((notice) => (notice.kind === "update" ? notice.events : [])),
    rested: async () => (await workspaces.find(workspace))?.rested(),
    kill: start,
    storage,
  };
}
