/** Locks as a server sees them: which one a thread waits for, and what it is called. */
import { PyUnicode } from "../objects/builtin-objects.ts";
import type { Thread } from "../objects/frame.ts";
import { PyLock } from "../objects/lock.ts";
import { decode } from "./codecs.ts";

/** Where `lock` was made: "verrous.py, line 3". */
export function lockName({ file, line }: PyLock): string {
  const text = decode(file, "utf-8", "replace");
  return `${text instanceof PyUnicode ? text.value : file}, line ${line}`;
}

/** The lock that `thread` stands before, to acquire it; null when it stands anywhere else. */
export function awaitedLock({ announced, target }: Thread): PyLock | null {
  return announced && target instanceof PyLock ? target : null;
}
