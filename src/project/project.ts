/**
 * A site: its files and its configuration, as an immutable value.
 *
 * Paths are relative, with `/` between names, no empty, `.` or `..` names: `index.html`, `panier/voir.pih`.
 * Contents are text, or bytes for what is not text.
 */
import { type Configuration, defaultConfiguration } from "./configuration.ts";

export type FileContent = string | Uint8Array;

export interface Project {
  readonly files: ReadonlyMap<string, FileContent>;
  readonly configuration: Configuration;
}

export const emptyProject: Project = Object.freeze({ files: new Map(), configuration: defaultConfiguration });
