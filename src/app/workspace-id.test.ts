import { expect, test } from "vitest";
import { isWorkspaceId } from "../protocol/index.ts";
import { claimWorkspace, type Locks } from "./workspace-id.ts";

test("a new tab gets a random id and keeps it over a reload", async () => {
  const storage = tabStorage();
  const first = await claimWorkspace(storage, lockManager());
  expect(isWorkspaceId(first.id)).toBe(true);
  expect(first.copiedFrom).toBeNull();
  expect(first.isNew).toBe(true);
  expect(await claimWorkspace(storage, lockManager())).toEqual({ ...first, isNew: false });
});

test("a duplicated tab sees that its id is taken and takes another", async () => {
  const locks = lockManager();
  const original = await claimWorkspace(tabStorage(), locks);
  const copy = await claimWorkspace(tabStorage(original.id), locks);
  expect(copy.id).not.toBe(original.id);
  expect(copy.copiedFrom).toBe(original.id);
});

test("nonsense in the storage is not an id", async () => {
  const claimed = await claimWorkspace(tabStorage("../../etc"), lockManager());
  expect(isWorkspaceId(claimed.id)).toBe(true);
  expect(claimed.copiedFrom).toBeNull();
});

test("without locks the kept id is trusted", async () => {
  const id = "a".repeat(32);
  expect(await claimWorkspace(tabStorage(id), undefined)).toEqual({ id, isNew: false, copiedFrom: null });
});

function tabStorage(kept: string | null = null) {
  let text = kept;
  return {
    getItem: () => text,
    setItem(_key: string, value: string) {
      text = value;
    },
  };
}

/** Web Locks as far as we use them: `ifAvailable`, held until the callback's promise settles. */
function lockManager(): Locks {
  const held = new Set<string>();
  const request = async (name: string, _options: LockOptions, callback: (lock: Lock | null) => unknown) => {
    if (held.has(name)) return callback(null);
    held.add(name);
    await callback({ name, mode: "exclusive" });
    held.delete(name);
  };
  return { request: request as Locks["request"] };
}
