/**
 * All workspaces of this worker: those in memory, and those that only storage remembers.
 *
 * Whatever arrives first after a restart, a click in a preview or a message of a page, wakes its workspace; requests for the
 * same sleeping workspace share one waking.
 */
import type { Command, WorkspaceId } from "../protocol/index.ts";
import { type CommandResult, createWorkspace, Workspace, type WorkspaceHost } from "./workspace.ts";

export interface Workspaces {
  /** The workspace, from memory or storage; null when there is none. */
  find(id: WorkspaceId): Promise<Workspace | null>;
  /** Does what a page asks. `open` makes a workspace that does not exist yet. */
  command(command: Command): Promise<CommandResult | { ok: false; reason: string; problem: "no-workspace" }>;
}

/** The workspaces that `host` keeps. */
export function createWorkspaces(host: WorkspaceHost): Workspaces {
  const awake = new Map<WorkspaceId, Promise<Workspace | null>>();

  const wake = async (id: WorkspaceId): Promise<Workspace | null> => {
    const stored = await host.storage.load(id);
    if (stored === null) return null;
    const { restoreHoldings } = await import("./late.ts");
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
    const beginning = workspace.begin().then(() => workspace);
    awake.set(id, beginning);
    void beginning.catch(() => awake.delete(id));
    await beginning;
    void host.storage.prune(host.now());
    return workspace.command(command);
  };

  return {
    find,
    async command(command) {
      const { workspace: id } = command;
      // Two pages may open the same new workspace at once: the second finds what the first has made.
      const workspace = (await find(id)) ?? (await awake.get(id)) ?? null;
      if (workspace !== null) return workspace.command(command);
      if (command.kind === "open") return open(command);
      return { ok: false, problem: "no-workspace", reason: "This site is not open here. Reload the page." };
    },
  };
}
