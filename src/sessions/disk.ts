/**
 * The workspace's virtual disk: files in folders, as plain data. It survives restarts of the server.
 *
 *     disk.write("sessions/Ab3dE5gH1jK2mN4p", bytes, now);
 *
 * Contents are byte strings. A `DiskFile` never changes: writing puts another in its place, so that who holds one holds
 * a snapshot. Versions only grow, over the whole disk, so a file that was deleted and made again is never mistaken for
 * the old one.
 */
import { CreationQueue } from "./creation-queue.ts";

/** A file as it is on the disk at one moment. Times are virtual milliseconds. */
export interface DiskFile {
  readonly content: string;
  readonly created: number;
  readonly modified: number;
  /** Number of the write that made it; grows with every write to the disk. */
  readonly version: number;
  /** Its place in the order of creation within the folder. */
  readonly serial: number;
}

/** One folder: its files by name, and who came first. */
export class Folder {
  files: Map<string, DiskFile> = new Map();
  order: CreationQueue = new CreationQueue();
  /** How many more files there are that this copy of the folder has left out; see `aside.ts`. */
  aside = 0;

  /** Is the entry `name`, `serial` of the order about a file that is there? */
  isLive(name: string, serial: number): boolean {
    return this.files.get(name)?.serial === serial;
  }
}

/** A virtual disk. Copyable data; see `sessionShapes`. */
export class Disk {
  /** By path; "" is the top. */
  folders: Map<string, Folder> = new Map();
  nextVersion = 1;

  /** The file at `path`, or undefined. */
  read(path: string): DiskFile | undefined {
    const { folder, name } = splitPath(path);
    return this.folders.get(folder)?.files.get(name);
  }

  /** Writes the whole file; it keeps its time and place of creation when it was there. */
  write(path: string, content: string, now: number): DiskFile {
    const { folder: folderPath, name } = splitPath(path);
    const folder = this.folderAt(folderPath);
    const before = folder.files.get(name);
    const serial = before?.serial ?? folder.order.push(name);
    const file = {
      content,
      created: before?.created ?? now,
      modified: now,
      version: this.nextVersion,
      serial,
    };
    this.nextVersion += 1;
    folder.files.set(name, file);
    folder.order.tidy(folder.files.size, (entry, at) => folder.isLive(entry, at));
    return file;
  }

  /** Removes the file; true when it was there. */
  delete(path: string): boolean {
    const { folder, name } = splitPath(path);
    return this.folders.get(folder)?.files.delete(name) ?? false;
  }

  /** The names in `folder`, in order of creation. */
  list(folder: string): string[] {
    return [...(this.folders.get(folder)?.files.keys() ?? [])];
  }

  /** How many files `folder` holds. */
  count(folder: string): number {
    const found = this.folders.get(folder);
    return found === undefined ? 0 : found.files.size + found.aside;
  }

  /** The name in `folder` that was created first; undefined when it is empty. Takes the same time in any folder. */
  oldest(folder: string): string | undefined {
    const found = this.folders.get(folder);
    return found?.order.oldest((name, serial) => found.isLive(name, serial));
  }

  private folderAt(path: string): Folder {
    const found = this.folders.get(path);
    if (found !== undefined) return found;
    const made = new Folder();
    this.folders.set(path, made);
    return made;
  }
}

function splitPath(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf("/");
  return { folder: slash < 0 ? "" : path.slice(0, slash), name: path.slice(slash + 1) };
}
