/**
 * The site's files as the learner edits them, and how they reach the server.
 *
 * The page's text is the truth while it is being typed; it is written to the worker a moment after the last key, at once on Ctrl+S, and when the
 * page goes away. A path with an unsaved edit never takes the server's older text back; every other path follows the server.
 * `server.ini`, the server's configuration, is one of them, always the last; it can be edited but neither renamed nor deleted.
 */
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { SERVER_INI } from "../../project/index.ts";
import type { CommandBody, WorkspaceState } from "../../protocol/index.ts";
import type { Answer, Connection } from "../connection.ts";
import type { Notices } from "./notices.ts";
import type { Preferences } from "./preferences.ts";
import type { WorkspaceModel } from "./workspace.ts";

export interface FilesModel {
  /** Path → text. */
  readonly files: ReadonlySignal<ReadonlyMap<string, string>>;
  /** In the order of the tabs. */
  readonly paths: ReadonlySignal<readonly string[]>;
  /** The paths of the site's own files: all but `server.ini`. */
  readonly pages: ReadonlySignal<readonly string[]>;
  /** The open tab; null when there are no files. */
  readonly active: Signal<string | null>;
  /** How many bytes those files have that are not text, by their paths: they are there, but not to be edited. */
  readonly binaries: ReadonlySignal<Readonly<Record<string, number>>>;
  /** Paths whose newest text the server does not have yet. */
  readonly unsaved: ReadonlySignal<ReadonlySet<string>>;
  edit(path: string, text: string): void;
  /** Writes every unsaved file now; true when the server has them all. */
  save(): Promise<boolean>;
  /** Sends unsaved files without waiting: the page is going away. */
  flush(): void;
  add(path: string): Promise<void>;
  rename(path: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** After the last key; long enough for a word, short enough not to be noticed. */
const typingPause = 300;
/** In `server.ini` half of a number is a number too: a server should not be restarted for it. */
const configuringPause = 1200;

export function createFilesModel({
  connection,
  workspace,
  notices,
  preferences,
  initial,
}: {
  connection: Connection;
  workspace: WorkspaceModel;
  notices: Notices;
  preferences: Pick<Preferences, "words">;
  initial: Record<string, string>;
}): FilesModel {
  const files = signal<ReadonlyMap<string, string>>(new Map(Object.entries(initial)));
  const unsaved = signal<ReadonlySet<string>>(new Set());
  const active = signal<string | null>(Object.keys(initial)[0] ?? null);
  const binaries = computed(() => workspace.state.value?.binaries ?? {});
  const pages = computed(() => [
    ...[...files.value.keys()].filter((path) => path !== SERVER_INI),
    ...Object.keys(binaries.value),
  ]);
  const paths = computed(() => (files.value.has(SERVER_INI) ? [...pages.value, SERVER_INI] : pages.value));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const words = () => preferences.words.value;

  workspace.state.subscribe((state) => {
    if (state !== null) follow(state);
  });

  function follow(state: WorkspaceState): void {
    const next = mergeFiles(files.value, state.files, unsaved.value);
    if (next !== files.value) files.value = next;
    if (active.value === null || !paths.value.includes(active.value)) active.value = paths.value[0] ?? null;
  }

  async function write(path: string): Promise<boolean> {
    const content = files.value.get(path);
    if (content === undefined) return true;
    const answer = await connection.send({ kind: "write-file", path, content });
    if (!answer.ok) {
      complain(words().couldNotSave(path), answer);
      return false;
    }
    if (files.value.get(path) === content) unsaved.value = without(unsaved.value, path);
    workspace.accept(answer.state);
    return true;
  }

  function complain(what: string, answer: Extract<Answer, { ok: false }>): void {
    const reason = answer.silent ? words().noAnswer : answer.reason;
    notices.say(words().commandFailed(what, reason), { tone: "trouble" });
  }

  async function ask(body: CommandBody, path: string): Promise<boolean> {
    const answer = await connection.send(body);
    if (answer.ok) workspace.accept(answer.state);
    else complain(words().couldNotSave(path), answer);
    return answer.ok;
  }

  async function save(): Promise<boolean> {
    clearTimeout(timer);
    const written = await Promise.all([...unsaved.value].map(write));
    return written.every(Boolean);
  }

  function edit(path: string, text: string): void {
    if (files.value.get(path) === text) return;
    files.value = new Map(files.value).set(path, text);
    unsaved.value = new Set(unsaved.value).add(path);
    clearTimeout(timer);
    // Before the workspace is open there is nobody to write to; opening it writes what was typed meanwhile.
    const pause = path === SERVER_INI ? configuringPause : typingPause;
    timer = setTimeout(() => connection.status.value !== "starting" && void save(), pause);
  }

  return {
    files,
    pages,
    paths,
    binaries,
    active,
    unsaved,
    edit,
    save,
    flush() {
      for (const path of unsaved.value) {
        connection.sendAndForget({ kind: "write-file", path, content: files.value.get(path) ?? "" });
      }
    },
    async add(path) {
      edit(path, "");
      active.value = path;
      await save();
    },
    async rename(path, to) {
      await save();
      if (path === to || !(await ask({ kind: "rename-file", path, to }, path))) return;
      active.value = to;
    },
    async remove(path) {
      const text = files.value.get(path);
      const before = pages.value;
      const site = text === undefined ? await connection.send({ kind: "read-files" }) : null;
      unsaved.value = without(unsaved.value, path);
      if (!(await ask({ kind: "delete-file", path }, path))) return;
      if (active.value === path || active.value === null) active.value = neighbour(before, path);
      const bringBack = async () => {
        if (text !== undefined) edit(path, text);
        // What is not text comes back with all the others as they are by then.
        else if (site?.ok) {
          const all = { ...site.siteFiles, ...Object.fromEntries(files.value) };
          await ask({ kind: "replace-files", files: all, reason: "restore" }, path);
        }
        active.value = path;
        await save();
      };
      notices.say(words().fileDeleted(path), {
        action: { name: words().undo, run: () => void bringBack() },
      });
    },
  };
}

/**
 * The page's files after the server told its own: the server's, except that an unsaved path keeps the page's text. Known files keep their order,
 * a renamed or new one comes last. The same map is returned when nothing changes.
 */
export function mergeFiles(
  ours: ReadonlyMap<string, string>,
  theirs: Readonly<Record<string, string>>,
  unsaved: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  for (const [path, text] of ours) {
    const told = theirs[path];
    if (unsaved.has(path)) merged.set(path, text);
    else if (told !== undefined) merged.set(path, told);
  }
  for (const [path, text] of Object.entries(theirs)) if (!merged.has(path)) merged.set(path, text);
  return sameEntries(ours, merged) ? ours : merged;
}

function sameEntries(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...b].every(([path, text]) => a.get(path) === text);
}

function neighbour(paths: readonly string[], gone: string): string | null {
  const index = paths.indexOf(gone);
  return paths[index + 1] ?? paths[index - 1] ?? null;
}

function without(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const rest = new Set(set);
  rest.delete(item);
  return rest;
}
