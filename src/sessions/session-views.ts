/**
 * The sessions as the panel lists them: names, reprs and types, with no Python run and nothing changed by looking.
 */

import type { Disk, DiskFile } from "./disk.ts";
import { readSessionFile, SESSION_FOLDER, sessionIdOf } from "./disk-store.ts";
import { displayType, displayValue } from "./display.ts";
import type { MemoryStore } from "./memory-store.ts";
import { attributesOf } from "./session-object.ts";

/** Longest text of one attribute. */
const ATTRIBUTE_LIMIT = 2_000;

/** One attribute: `value` is Python's repr, bounded. */
interface StoredAttribute {
  name: string;
  value: string;
  type: string;
}

/** A kept session; times are virtual milliseconds. */
export interface StoredSession {
  id: string;
  storage: "memory" | "disk";
  created: number;
  lastUsed: number;
  attributes: StoredAttribute[];
  /** On disk: the file's text. */
  pickle?: string;
  /** On disk: why the file cannot be read. */
  damaged?: string;
}

/** The sessions in the memory of one process, oldest first. */
export function readMemorySessions(store: MemoryStore): StoredSession[] {
  return Array.from(store.entries, ([id, { session, created, lastUsed }]) => ({
    id,
    storage: "memory",
    created,
    lastUsed,
    attributes: viewAttributes(attributesOf(session)),
  }));
}

/** The sessions on the disk, oldest first. */
export function readDiskSessions(disk: Disk): StoredSession[] {
  return disk.list(SESSION_FOLDER).flatMap((name) => {
    const file = disk.read(`${SESSION_FOLDER}/${name}`);
    return file === undefined ? [] : [viewFile(sessionIdOf(name), file)];
  });
}

/** Files never change, so each is read once however often the panel asks. */
const views = new WeakMap<DiskFile, StoredSession>();

function viewFile(id: string, file: DiskFile): StoredSession {
  const known = views.get(file);
  if (known !== undefined) return known;
  // Nothing is looked up in what is read here, so every key may stand for itself.
  const read = readSessionFile(file, (key) => key);
  const view: StoredSession = {
    id,
    storage: "disk",
    created: file.created,
    lastUsed: file.modified,
    attributes: read.ok ? viewAttributes(read.attributes) : [],
    pickle: file.content,
    ...(!read.ok && { damaged: read.reason }),
  };
  views.set(file, view);
  return view;
}

function viewAttributes(
  attributes: Iterable<readonly [string, Parameters<typeof displayValue>[0]]>,
): StoredAttribute[] {
  return Array.from(attributes, ([name, value]) => ({
    name,
    value: displayValue(value, ATTRIBUTE_LIMIT),
    type: displayType(value),
  }));
}
