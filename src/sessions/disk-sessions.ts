/**
 * The register of sessions on the disk: how they are opened, what may be in them, and how their files are read.
 *
 * Pickles are a large part of this room, and a server that keeps its sessions in memory needs none. So nobody on its way imports
 * `disk-store.ts`, which registers itself here when it is loaded: it must be before a server keeps sessions on its disk.
 */
import type { Value, VM } from "../python/index.ts";
import type { Disk, DiskFile } from "./disk.ts";
import type { SessionStore } from "./store.ts";
import type { Tokenizer } from "./unpickle.ts";

/** The attributes in a session file, or why they cannot be read. */
export type SessionFileRead =
  | { ok: true; attributes: [name: string, value: Value][] }
  | { ok: false; reason: string };

/** What is known about sessions on the disk. */
interface DiskSessions {
  createStore(disk: Disk): SessionStore;
  /** Raises TypeError when `value` may not become the attribute `name`. */
  checkStorable(vm: VM, name: string, value: Value): void;
  readFile(file: Pick<DiskFile, "content">, token: Tokenizer): SessionFileRead;
}

let registered: DiskSessions | null = null;

/** Makes `sessions` known. */
export function registerDiskSessions(sessions: DiskSessions): void {
  registered = sessions;
}

/** What was registered. */
export function diskSessions(): DiskSessions {
  if (registered === null)
    throw new Error(
      "Failed to find the sessions on the disk: nobody knows of them. Load disk-store.ts first.",
    );
  return registered;
}
