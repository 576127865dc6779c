/**
 * The works of a learner, in the messages: each workspace that is kept is one, with a name, what it was begun from, and versions to go back to.
 *
 * `open` of a new workspace says what it is; a page learns of the others by `list-works`. The replies to `begin-again` and
 * `restore-version` carry the whole log, as that to `open` does: it has begun anew, or is an earlier one again.
 */
import type { FileContent } from "../project/index.ts";
import type { WorkspaceId } from "./messages.ts";

/** What a work was begun from. */
export const workOrigins = ["example", "lesson", "link", "zip", "copy", "template"] as const;
export type WorkOrigin = (typeof workOrigins)[number];

/** Longest name of a work, in UTF-16 units. */
export const WORK_NAME_LENGTH = 80;

/** What a page says of a work when it opens a new one. */
export interface WorkFacts {
  /** At most 80 characters; empty: the page makes up a name from the rest. */
  name: string;
  origin: WorkOrigin;
  /** The lesson that stands beside it, by its id. */
  lesson?: string;
  /** In which language its site was begun. */
  language: "en" | "fr";
  /** Begun inside a page of another site: its previews may be shown there, and it is not listed among the works. */
  embedded?: true;
}

export interface WorkView extends WorkFacts {
  workspace: WorkspaceId;
  /** Milliseconds since the epoch. */
  created: number;
  lastUsed: number;
  files: number;
  /** A tab shows it just now. */
  shown: boolean;
}

/** Why a version was kept: before something that replaces the work, or while its files were edited. */
export const versionReasons = ["reset", "solution", "restore", "import", "edited"] as const;
export type VersionReason = (typeof versionReasons)[number];

export interface VersionView {
  id: number;
  time: number;
  reason: VersionReason;
  /** The files that it has, by their names. */
  paths: string[];
  /** It has cookies, sessions and requests too. */
  whole: boolean;
}

/** Path → text, or bytes for what is not text. */
export type SentFiles = Record<string, FileContent>;

/** Cookies and sessions that a new workspace begins with. */
export interface CarriedState {
  jars: readonly {
    browser: string;
    cookies: readonly {
      name: string;
      value: string;
      path: string;
      expires?: string;
      httpOnly: boolean;
      secure: boolean;
      sameSite?: string;
    }[];
  }[];
  /** On disk; a byte per character. */
  sessions: readonly { id: string; pickle: string }[];
}

/** About all works: no workspace has to be open. */
export type ShelfCommand =
  /** Newest first, this one included. The reply has them as `works`. */
  | { kind: "list-works" }
  /** Of any workspace that is kept. */
  | { kind: "rename-work"; work: WorkspaceId; name: string }
  /** Any but this one, and none that another tab shows. */
  | { kind: "delete-work"; work: WorkspaceId };

/** About the work that the page shows. */
export type VersionCommand =
  /** Newest first. The reply has them as `versions`. */
  | { kind: "list-versions" }
  /** The files of a version, as `versionFiles`: to look at before going back to it. */
  | { kind: "read-version"; version: number }
  /** All files of the site as they are, as `siteFiles`: states leave out what is not text. */
  | { kind: "read-files" }
  /** Keeps the work as it is, then goes back to a version: its files, and all else where it has that. */
  | { kind: "restore-version"; version: number }
  /** As `reset`, with a version kept before, which the reply names as `kept`. */
  | { kind: "begin-again"; files: SentFiles; reason: VersionReason }
  /** Puts these files in the place of the site's, with a version kept before; cookies and sessions stay. */
  | { kind: "replace-files"; files: SentFiles; reason: VersionReason };

export type WorkCommand = ShelfCommand | VersionCommand;

/** What a reply brings besides the state. */
export interface WorkAnswer {
  works?: WorkView[];
  versions?: VersionView[];
  versionFiles?: SentFiles;
  siteFiles?: SentFiles;
  /** The version that was kept before; absent when nothing can be stored here: then there is no way back. */
  kept?: number;
}
