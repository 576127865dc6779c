/**
 * The files that a script opens: the site's, to read, and over them those that scripts wrote, in a folder of the virtual disk
 * of their own. Relative paths begin in the folder of the page, as in Karrigell.
 *
 * Writing to a file of the site leaves the site as it is: scripts see what was written, browsers the page.
 */
import { type FileHolders, type FileStore, type Files, FileTree, type PyList } from "../python/index.ts";
import type { Disk } from "../sessions/index.ts";
import { encodeText } from "./byte-strings.ts";
import type { Environment } from "./environment.ts";
import type { Server } from "./server.ts";
import { readFile } from "./site.ts";
import type { Task } from "./task.ts";

/** The folder of the disk that holds what scripts write. */
const TOP = "files";

/** Marks a folder that is there though it may be empty. */
const MARK = ".";

/** The files as the script of `task` sees them. */
export function scriptFiles(server: Server, task: Task, env: Environment): Files {
  const file = encodeText(task.script?.file ?? "");
  return new FileTree(
    createStore(server.disk, task, env),
    file.slice(0, Math.max(0, file.lastIndexOf("/"))),
    holdersOf(server),
  );
}

function createStore(disk: Disk, { site }: Task, env: Environment): FileStore {
  const onDisk = (path: string) => (path === "" ? TOP : `${TOP}/${path}`);
  const siteNames = (folder: string) => namesUnder([...site.project.files.keys()].map(encodeText), folder);
  return {
    read(path) {
      const written = disk.read(onDisk(path));
      if (written !== undefined) return { content: written.content, modified: written.modified / 1000 };
      const content = readSite(site, path);
      return content === undefined ? undefined : { content, modified: 0 };
    },
    write: (path, content) => void disk.write(onDisk(path), content, env.now()),
    delete: (path) => disk.delete(onDisk(path)),
    isFolder: (path) => path === "" || disk.folders.has(onDisk(path)) || siteNames(path).length > 0,
    makeFolder: (path) => void disk.write(`${onDisk(path)}/${MARK}`, "", env.now()),
    removeFolder: (path) => disk.folders.delete(onDisk(path)),
    list(path) {
      const folders = namesUnder(
        [...disk.folders.keys()].map((each) => `${each}/`),
        onDisk(path),
      );
      const written = disk.list(onDisk(path)).filter((name) => name !== MARK);
      return [...new Set([...written, ...folders, ...siteNames(path)])];
    },
  };
}

function readSite(site: Task["site"], path: string): string | undefined {
  for (const file of site.project.files.keys()) if (encodeText(file) === path) return readFile(site, file);
  return undefined;
}

/** The names that paths have directly in `folder`. */
function namesUnder(paths: string[], folder: string): string[] {
  const start = folder === "" ? "" : `${folder}/`;
  return paths
    .filter((path) => path.startsWith(start) && path.length > start.length)
    .map((path) => path.slice(start.length).split("/")[0] ?? "");
}

/** A connection that no session, module or running script leads to is gone, and its lock with it. */
function holdersOf(server: Server): FileHolders {
  return {
    holders: server.fileHolders,
    isKnown: (holder: PyList) => leadsTo([server.processes, server.tasks], holder),
  };
}

/** Is `wanted` somewhere in the graph of data that begins at `root`? */
function leadsTo(root: object, wanted: object): boolean {
  const seen = new Set<unknown>([root]);
  for (const each of seen) {
    if (each === wanted) return true;
    if (typeof each !== "object" || each === null || ArrayBuffer.isView(each)) continue;
    const inside = each instanceof Map ? [...each.keys(), ...each.values()] : [];
    const items = each instanceof Set ? each : [];
    for (const next of [...inside, ...items, ...Object.values(each)])
      if (typeof next === "object" && next !== null) seen.add(next);
  }
  return false;
}
