/** Locks as a server sees them: which one a thread waits for, and what it is called. */
import type { Thread } from "../objects/frame.ts";
import { PyLock } from "../objects/lock.ts";

/** Where `lock` was made: "verrous.py, line 3". */
export function lockName({ file, line }: PyLock): string {
  // The host decodes: servers ask before Python's own codecs have come.
  const bytes = Uint8Array.from(file, (c) => c.charCodeAt(0));
  return `${new TextDecoder().decode(bytes)}, line ${line}`;
}

/** The lock that `thread` stands before, to acquire it; null when it stands anywhere else. */
export function awaitedLock({ announced, target }: Thread): PyLock | null {
  return announced && target instanceof PyLock ? target : null;
}
