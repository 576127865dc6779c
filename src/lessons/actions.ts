/**
 * What a learner does, as data: a step that the text of a lesson offers, and the walk that solves a lesson, are lists of these.
 *
 * The app carries them out through its models, where the learner sees it; tests through the worker's handlers. In `lesson.yaml` an action is
 * an object with one key, its kind: `visit: /index.html`, `submit: { fields: { nom: Ada }, browser: B }`. Browser A where none is named.
 */
import type { Configuration } from "../project/index.ts";

/** "A", "B", … */
export type BrowserLetter = string;

export type Action =
  /** Goes to an address, opening the browser if need be. */
  | { kind: "visit"; path: string; browser: BrowserLetter }
  /**
   * Fills in the first form of the page that the browser shows and sends it, hidden fields and all, as a learner does. `to`: the form
   * whose action has this path, where there are several.
   */
  | { kind: "submit"; fields: Readonly<Record<string, string>>; to?: string; browser: BrowserLetter }
  /** Follows the first link of the page that the browser shows which leads to this path. */
  | { kind: "follow"; to: string; browser: BrowserLetter }
  /**
   * Goes to a page and asks for its frames at once, as a browser does. Where requests are held, the page itself is moved to its end, and
   * the frames wait.
   */
  | { kind: "visit-frames"; path: string; frames: readonly string[]; browser: BrowserLetter }
  | { kind: "configure"; changes: Partial<Configuration> }
  | { kind: "restart" }
  | { kind: "open-browser"; browser: BrowserLetter }
  | { kind: "close-browser"; browser: BrowserLetter }
  | { kind: "set-cookie"; browser: BrowserLetter; name: string; value: string }
  /** Without `name`, all of them. */
  | { kind: "delete-cookie"; browser: BrowserLetter; name?: string }
  | { kind: "copy-cookie"; browser: BrowserLetter; name: string; to: BrowserLetter }
  | { kind: "crowd"; count: number; path: string }
  | { kind: "hold"; on: boolean }
  /** Moves the `lane`-th held request, from 1. */
  | { kind: "move"; lane: number; length: "step" | "operation" | "end" }
  | { kind: "run-all" }
  | { kind: "explore"; pages: readonly string[]; browser: BrowserLetter }
  /** Brings a part or a panel into sight. */
  | { kind: "show"; target: string }
  /** Opens a file in the editor. */
  | { kind: "open-file"; path: string }
  /**
   * Only in walks: puts the solution in the place of the site's files. Cookies and sessions stay, unless the new `server.ini` restarts the
   * server. A walk without it begins with the solution; a trial without the solution leaves it out.
   */
  | { kind: "solve" };
