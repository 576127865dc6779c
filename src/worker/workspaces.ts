/**
 * All workspaces of this worker: those in memory, and those that only storage remembers.
 *
 * Whatever arrives first after a restart, a click in a preview or a message of a page, wakes its workspace; requests for the
 * same sleeping workspace share one waking.
 */
import type { Command, ShelfCommand, WorkspaceId } from "../protocol/index.ts";
import type { ShelfPlace } from "./works/shelf.ts";
import { type CommandResult, createWorkspace, Workspace, type WorkspaceHost } from "./workspace.ts";

export interface Workspaces {
  /** The workspace, from memory or storage; null when there is none. */
  find(id: WorkspaceId): Promise<Workspace | null>;
  /** Does what a page asks. `open` makes a workspace that does not exist yet. */
  command(command: Command): Promise<CommandResult | { ok: false; reason: string; problem: "no-workspace" }>;
  /** Forgets old works; where a learner would miss one, the log of workspace `id` says so. */
  prune(id: WorkspaceId): Promise<void>;
}

const shelfKinds: ReadonlySet<string> = new Set<ShelfCommand["kind"]>([
  "list-works",
  "rename-work",
  "delete-work",
]);

/** Is it about the list of works? */
function isShelfCommand(command: Command): command is Command & ShelfCommand {
  return shelfKinds.has(command.kind);
}

/** The workspaces that `host` keeps; `shown` finds out which of them tabs show. */
export function createWorkspaces(
  host: WorkspaceHost,
  shown: () => Promise<ReadonlySet<WorkspaceId>> = async () => new Set(),
): Workspaces {
  const awake = new Map<WorkspaceId, Promise<Workspace | null>>();
  const shelfPlace: ShelfPlace = {
    storage: host.storage,
    shown,
    async changed(id, row) {
      const workspace = await awake.get(id);
      if (row !== null) workspace?.rename(row);
      else {
        workspace?.end();
        awake.delete(id);
      }
    },
  };

  const obeyAboutWorks = async (command: Command & ShelfCommand): Promise<CommandResult> => {
    const { obeyShelf, stateOfNothing } = await import("./late.ts");
    const result = await obeyShelf(command.workspace, command, shelfPlace);
    const present = await (await find(command.workspace))?.command({ kind: "ping" });
    const state = present?.ok ? present.state : stateOfNothing();
    return result.ok ? { ...result, state } : result;
  };

  const wake = async (id: WorkspaceId): Promise<Workspace | null> => {
    const stored = await host.storage.load(id);
    if (stored === null) return null;
    const [{ restoreHoldings }] = await Promise.all([import("./late.ts"), import("./natives.ts")]);
    const workspace = new Workspace(id, host, restoreHoldings(id, host, stored));
    await workspace.resume();
    return workspace;
  };

  const find = (id: WorkspaceId): Promise<Workspace | null> => {
    const known = awake.get(id);
    if (known !== undefined) return known;
    const waking = wake(id);
    awake.set(id, waking);
    // A workspace that does not exist may be opened later; one that could not be read may be tried again.
    void waking.then(
      (workspace) => workspace === null && awake.get(id) === waking && awake.delete(id),
      () => awake.delete(id),
    );
    return waking;
  };

  const open = async (command: Command & { kind: "open" }): Promise<CommandResult> => {
    const { workspace: id, files } = command;
    const created = createWorkspace(id, host, files);
    if (!created.ok) return created;
    const { workspace } = created;
    const beginning = workspace.begin(command).then(() => workspace);
    awake.set(id, beginning);
    void beginning.catch(() => awake.delete(id));
    await beginning;
    return workspace.command(command);
  };

  return {
    find,
    async command(command) {
      if (isShelfCommand(command)) return obeyAboutWorks(command);
      const { workspace: id } = command;
      // Two pages may open the same new workspace at once: the second finds what the first has made.
      const workspace = (await find(id)) ?? (await awake.get(id)) ?? null;
      if (workspace !== null) return workspace.command(command);
      if (command.kind === "open") return open(command);
      return { ok: false, problem: "no-workspace", reason: "This site is not open here. Reload the page." };
    },
    async prune(id) {
      const { pruneWorks } = await import("./late.ts");
      const message = await pruneWorks(shelfPlace, host.now());
      if (message !== null) await (await find(id))?.say(message);
    },
  };
}
