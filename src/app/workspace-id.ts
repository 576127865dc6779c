/**
 * Which workspace a tab has: an id of its own in `sessionStorage`, so that a reload keeps it and two tabs differ.
 *
 * A duplicated tab starts with a copy of the other's `sessionStorage`. A Web Lock, held as long as the page lives, tells: whoever cannot
 * have the lock of its id is the copy and takes a new one.
 */
import { isWorkspaceId, type WorkspaceId } from "../protocol/index.ts";

export interface ClaimedWorkspace {
  id: WorkspaceId;
  /** Nothing was kept under it yet. */
  isNew: boolean;
  /** The workspace this tab was copied from, when it was. */
  copiedFrom: WorkspaceId | null;
}

/** Where a tab keeps its id. Embedded pages of one tab share a `sessionStorage`: each needs a key of its own. */
export const workspaceKey = "biscuiterie-workspace";

/** The part of `LockManager` that is used. */
export type Locks = Pick<LockManager, "request">;

/** Claims a workspace for this page, whose id is kept under `key`. Without locks (they need a secure page) the kept id is trusted. */
export async function claimWorkspace(
  storage: Pick<Storage, "getItem" | "setItem">,
  locks: Locks | undefined,
  key = workspaceKey,
): Promise<ClaimedWorkspace> {
  const kept = storage.getItem(key);
  if (kept !== null && isWorkspaceId(kept) && (await hold(kept, locks)))
    return { id: kept, isNew: false, copiedFrom: null };
  const id = randomWorkspaceId();
  await hold(id, locks);
  storage.setItem(key, id);
  return { id, isNew: true, copiedFrom: kept !== null && isWorkspaceId(kept) ? kept : null };
}

/** The name of the Web Lock that the page which shows `id` holds. */
const lockOf = (id: WorkspaceId): string => `workspace:${id}`;

/** 128 random bits, so that no page can guess another workspace's address. */
export function randomWorkspaceId(): WorkspaceId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Takes the lock of `id` for the life of the page; false if another page has it. A reload may ask before the page that goes away has let go: so once more,
 * a moment later.
 */
async function hold(id: WorkspaceId, locks: Locks | undefined): Promise<boolean> {
  if (locks === undefined) return true;
  if (await tryHold(id, locks)) return true;
  await new Promise((resolve) => setTimeout(resolve, 250));
  return tryHold(id, locks);
}

function tryHold(id: WorkspaceId, locks: Locks): Promise<boolean> {
  return new Promise((resolve) => {
    void locks
      .request(lockOf(id), { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => {});
      })
      .catch(() => resolve(true));
  });
}
