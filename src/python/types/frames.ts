/** Which frames and levels of a traceback a program sees: not those of code that CPython writes in C. */
import { isHiddenFile } from "../library/manifest.ts";
import type { PyFrame, PyTraceback } from "../objects/frame.ts";

/** The frame itself, or the next one further out that is shown. */
export function shownFrame(frame: PyFrame | null): PyFrame | null {
  let shown = frame;
  while (shown !== null && isHiddenFile(shown.code.filename)) shown = shown.back;
  return shown;
}

/** The level itself, or the next one further in that is shown. */
export function shownLevel(level: PyTraceback | null): PyTraceback | null {
  let shown = level;
  while (shown !== null && isHiddenFile(shown.frame.code.filename)) shown = shown.next;
  return shown;
}
