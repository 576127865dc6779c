/**
 * The rows that stand beside a workspace in storage: what the work is, and its versions. A version is two rows, so that a list
 * of them does not read what is in them.
 */
import type { VersionView, WorkFacts, WorkspaceId } from "../../protocol/index.ts";
import type { TraceEvent } from "../../trace/index.ts";
import type { StoredAnswer, StoredProject } from "../storage.ts";

/** What a work is. There is one row of it, number 0; none in what an older version of the app has stored. */
export interface WorkRow extends WorkFacts {
  workspace: WorkspaceId;
  id: 0;
  created: number;
}

/** What a list says of a version, and how large it is, about. */
export interface VersionRow extends VersionView {
  workspace: WorkspaceId;
  bytes: number;
}

/** What is in a version: the site, and of a whole one everything else but the way back through a race. */
export interface VersionContent {
  workspace: WorkspaceId;
  id: number;
  project: StoredProject;
  rest?: { image: Uint8Array; events: TraceEvent[]; answers: StoredAnswer[]; hadMoments: boolean };
}

/** The rows by the names of their stores. */
export interface SideRows {
  works: WorkRow;
  versions: VersionRow;
  contents: VersionContent;
}

/** A row to write, or to take away. */
export type RowChange =
  | { [Store in keyof SideRows]: { store: Store; put: SideRows[Store] } }[keyof SideRows]
  | { store: keyof SideRows; workspace: WorkspaceId; remove: number };
