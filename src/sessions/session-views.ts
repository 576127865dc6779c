/**
 * The sessions as the panel lists them: names, reprs and types, with no Python run and nothing changed by looking.
 *
 * A `SessionShelf` is one place where sessions are kept, the memory of a process or the disk. It names its sessions at once and
 * looks into one only when asked: there may be a hundred thousand, and a panel shows a dozen.
 */
import type { Value } from "../python/index.ts";
import type { Disk, DiskFile } from "./disk.ts";
import { diskSessions } from "./disk-sessions.ts";
import { displayType, displayValue } from "./display.ts";
import type { MemoryEntry, MemoryStore } from "./memory-store.ts";
import { SESSION_FOLDER, sessionIdOf, sessionPath } from "./session-files.ts";
import { attributesOf } from "./session-object.ts";
import { readValueTree, type ValueTree } from "./value-tree.ts";

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
  /** On disk: the file's text, and the number of the write that made it. */
  pickle?: string;
  version?: number;
  /** On disk: why the file cannot be read. */
  damaged?: string;
}

/** One place where sessions are kept. */
export interface SessionShelf {
  /** How many there are. */
  readonly size: number;
  /** Their ids, oldest first. */
  ids(): Iterable<string>;
  /** The session `id`; undefined when it is not here. */
  read(id: string): StoredSession | undefined;
  /** Its attributes with what is inside of them; none of a file that cannot be read. */
  readTree(id: string): ValueTree[];
  /** Takes the session away, whatever is in it. True when it was here. */
  delete(id: string): boolean;
}

/** The memory of one process. */
export function memoryShelf(store: MemoryStore): SessionShelf {
  return {
    size: store.size,
    ids: () => store.entries.keys(),
    read(id) {
      const entry = store.entries.get(id);
      return entry === undefined ? undefined : viewEntry(id, entry);
    },
    readTree(id) {
      const entry = store.entries.get(id);
      return entry === undefined ? [] : treeOf(attributesOf(entry.session));
    },
    delete(id) {
      const entry = store.entries.get(id);
      if (entry === undefined) return false;
      entry.session.home = null;
      return store.entries.delete(id);
    },
  };
}

/** The disk. */
export function diskShelf(disk: Disk): SessionShelf {
  return {
    size: disk.count(SESSION_FOLDER),
    ids: () => disk.list(SESSION_FOLDER).map(sessionIdOf),
    read(id) {
      const file = disk.read(sessionPath(id));
      return file === undefined ? undefined : viewFile(id, file);
    },
    readTree(id) {
      const file = disk.read(sessionPath(id));
      const read = file === undefined ? undefined : diskSessions().readFile(file, (key) => key);
      return read?.ok ? treeOf(read.attributes) : [];
    },
    delete: (id) => disk.delete(sessionPath(id)),
  };
}

/** The sessions in the memory of one process, oldest first. */
export function readMemorySessions(store: MemoryStore): StoredSession[] {
  return Array.from(store.entries, ([id, entry]) => viewEntry(id, entry));
}

/** The sessions on the disk, oldest first. */
export function readDiskSessions(disk: Disk): StoredSession[] {
  return disk.list(SESSION_FOLDER).flatMap((name) => {
    const file = disk.read(`${SESSION_FOLDER}/${name}`);
    return file === undefined ? [] : [viewFile(sessionIdOf(name), file)];
  });
}

function viewEntry(id: string, { session, created, lastUsed }: MemoryEntry): StoredSession {
  return { id, storage: "memory", created, lastUsed, attributes: viewAttributes(attributesOf(session)) };
}

function treeOf(attributes: Iterable<readonly [string, Value]>): ValueTree[] {
  return Array.from(attributes, ([name, value]) => readValueTree(name, value));
}

/** Files never change, so each is read once however often the panel asks. */
const views = new WeakMap<DiskFile, StoredSession>();

function viewFile(id: string, file: DiskFile): StoredSession {
  const known = views.get(file);
  if (known !== undefined) return known;
  // Nothing is looked up in what is read here, so every key may stand for itself.
  const read = diskSessions().readFile(file, (key) => key);
  const view: StoredSession = {
    id,
    storage: "disk",
    created: file.created,
    lastUsed: file.modified,
    attributes: read.ok ? viewAttributes(read.attributes) : [],
    pickle: file.content,
    version: file.version,
    ...(!read.ok && { damaged: read.reason }),
  };
  views.set(file, view);
  return view;
}

function viewAttributes(attributes: Iterable<readonly [string, Value]>): StoredAttribute[] {
  return Array.from(attributes, ([name, value]) => ({
    name,
    value: displayValue(value, ATTRIBUTE_LIMIT),
    type: displayType(value),
  }));
}
