/**
 * The versions of a work: what it was before something took its place, and, now and then, what its files were before they were edited.
 *
 *     begin-again, replace-files, restore-version   a whole version: image, log, answers, files
 *     an edit, EDITS_APART after the last version   a version of the files as they were before it
 *
 * A whole version is stored in the same transaction as what takes its place. At most VERSIONS_KEPT are kept, and VERSION_BYTES_KEPT
 * of them: the oldest `edited` go first, then the oldest of all. The way back through a race is not kept.
 */
import { type Project, SERVER_INI } from "../../project/index.ts";
import type {
  CommandBody,
  SentFiles,
  VersionCommand,
  VersionReason,
  WorkAnswer,
  WorkspaceId,
} from "../../protocol/index.ts";
import { eventsOf } from "../../trace/index.ts";
import type { Holdings, Keeper } from "../keeper.ts";
import type { Storage, StoredProject } from "../storage.ts";
import type { RowChange, VersionContent, VersionRow } from "./rows.ts";

/** Milliseconds after the last version within which an edit keeps no other. */
export const EDITS_APART = 5 * 60_000;
/** How many versions a work has at most, and how many bytes, about. */
export const VERSIONS_KEPT = 30;
const VERSION_BYTES_KEPT = 32 * 1024 * 1024;
/** A version that would be larger keeps the files only. */
const WHOLE_BYTES = 16 * 1024 * 1024;

/** What versions need of their workspace. */
export interface VersionPlace {
  readonly id: WorkspaceId;
  readonly holdings: Holdings;
  readonly keeper: Keeper;
  readonly storage: Storage;
  /** Milliseconds since the epoch, of the real clock. */
  now(): number;
}

interface Site {
  project: Project;
  ini: string;
}

const edits: ReadonlySet<string> = new Set<CommandBody["kind"]>([
  "write-file",
  "rename-file",
  "delete-file",
  "configure",
]);

const kinds: ReadonlySet<string> = new Set<VersionCommand["kind"]>([
  "list-versions",
  "read-version",
  "read-files",
  "restore-version",
  "begin-again",
  "replace-files",
]);

/** Is it about versions, or the files of the work? */
export function isVersionCommand(body: { kind: string }): body is VersionCommand {
  return kinds.has(body.kind);
}

export class Versions {
  readonly #place: VersionPlace;
  /** Oldest first; null before they were read. */
  #rows: VersionRow[] | null = null;
  #reading: Promise<VersionRow[]> | null = null;
  /** What was read for a command that is about to be done. */
  readonly #found = new Map<number, VersionContent>();
  #done: { message: string; next: number } | null = null;
  /** No edit before keeps a version. */
  #nextEdited = 0;
  #keeping: Promise<void> = Promise.resolve();

  constructor(place: VersionPlace) {
    this.#place = place;
  }

  /** Reads what `body` needs, so that it can be done at once. */
  async prepare(body: VersionCommand): Promise<void> {
    if (body.kind === "read-files") return;
    await this.#read();
    if (body.kind !== "read-version" && body.kind !== "restore-version") return;
    const { id, storage } = this.#place;
    const [content] = await storage.readRows("contents", id, body.version);
    if (content !== undefined) this.#found.set(body.version, content);
  }

  /** The version `id`, which `prepare` has read; undefined when it is not there. */
  take(id: number): VersionContent | undefined {
    const content = this.#found.get(id);
    this.#found.delete(id);
    return content;
  }

  /**
   * Was this very message the last that was done, and has nothing happened since? A page that heard no answer sends it again, and the
   * version to go back to is the one that was kept the first time.
   */
  isDone(body: VersionCommand): boolean {
    return (
      this.#done?.message === JSON.stringify(body) && this.#done.next === this.#place.holdings.log.nextSeq
    );
  }

  /** `body` was done. */
  noteDone(body: VersionCommand): void {
    this.#done = { message: JSON.stringify(body), next: this.#place.holdings.log.nextSeq };
  }

  /** Has `prepare` found the version `id`? */
  has(id: number): boolean {
    return this.#found.has(id);
  }

  /** Keeps the work as it is, with the next commit. `prepare` must have been called. */
  keep(reason: VersionReason): void {
    const project = storedProject(this.site());
    const rest = this.#rest();
    const bytes = rest === null ? 0 : sizeOfRest(rest);
    if (rest === null || bytes > WHOLE_BYTES) this.#add(reason, { project }, 0);
    else this.#add(reason, { project, rest }, bytes);
  }

  /** Everything but the site; null where that cannot be written just now. */
  #rest(): NonNullable<VersionContent["rest"]> | null {
    const { holdings } = this.#place;
    const { log, answers, moments } = holdings;
    try {
      const image = holdings.takeImage();
      return { image, events: eventsOf(log), answers: answers.all(), hadMoments: moments.count > 0 };
    } catch (error) {
      // Every commit tells why.
      console.error(error);
      return null;
    }
  }

  /** The site as it is: what an edit may change. */
  site(): Site {
    const { seen, ini } = this.#place.holdings;
    return { project: seen.server.site.project, ini };
  }

  /** After a command was done: if it was an edit, `before` it the site was like that. */
  noteCommand({ kind }: CommandBody, before: Site): void {
    const now = this.#place.now();
    if (!edits.has(kind) || now < this.#nextEdited) return;
    const { project, ini } = this.site();
    if (project.files === before.project.files && ini === before.ini) return;
    this.#nextEdited = now + EDITS_APART;
    this.#keeping = this.#keepEdited(storedProject(before), now);
  }

  /** Resolves when what an edit has kept is stored. */
  settled(): Promise<void> {
    return this.#keeping;
  }

  async #keepEdited(project: StoredProject, now: number): Promise<void> {
    const last = (await this.#read()).at(-1)?.time ?? Number.NEGATIVE_INFINITY;
    this.#nextEdited = Math.max(this.#nextEdited, last + EDITS_APART);
    if (now < last + EDITS_APART) return;
    this.#add("edited", { project }, 0);
    await this.#place.keeper.save();
  }

  /** What the reply to `body` brings, after it was done and stored. */
  answer(body: VersionCommand): WorkAnswer {
    switch (body.kind) {
      case "list-versions":
        return {
          versions: this.#known.map(({ workspace: _workspace, bytes: _bytes, ...view }) => view).reverse(),
        };
      case "read-version": {
        const content = this.take(body.version);
        return content === undefined ? {} : { versionFiles: sentFiles(content.project) };
      }
      case "read-files":
        return { siteFiles: sentFiles(storedProject(this.site())) };
      default:
        return this.#kept();
    }
  }

  /** The last version, if it could be stored. Otherwise what is known of them need not be true. */
  #kept(): WorkAnswer {
    const kept = this.#known.at(-1)?.id;
    if (this.#place.keeper.problem === null) return kept === undefined ? {} : { kept };
    this.#rows = null;
    this.#reading = null;
    return {};
  }

  get #known(): VersionRow[] {
    return this.#rows ?? [];
  }

  async #read(): Promise<VersionRow[]> {
    const { storage, id } = this.#place;
    this.#reading ??= storage.readRows("versions", id);
    const read = await this.#reading;
    this.#rows ??= read;
    return this.#rows;
  }

  #add(reason: VersionReason, content: Pick<VersionContent, "project" | "rest">, restBytes: number): void {
    const { id: workspace, keeper } = this.#place;
    const id = 1 + (this.#known.at(-1)?.id ?? 0);
    const paths = Object.keys(sentFiles(content.project));
    const bytes = restBytes + sizeOf(content.project);
    const whole = content.rest !== undefined;
    const row = { workspace, id, time: this.#place.now(), reason, paths, whole, bytes };
    const gone = tooMany([...this.#known, row]);
    this.#rows = [...this.#known, row].filter((known) => !gone.includes(known));
    keeper.noteRows([
      { store: "versions", put: row },
      { store: "contents", put: { workspace, id, ...content } },
      ...gone.flatMap((old) => removal(workspace, old.id)),
    ]);
  }
}

function removal(workspace: WorkspaceId, id: number): RowChange[] {
  return [
    { store: "versions", workspace, remove: id },
    { store: "contents", workspace, remove: id },
  ];
}

/** Those of `rows` that have to go, the newest never: the oldest `edited` first. */
function tooMany(rows: readonly VersionRow[]): VersionRow[] {
  const isEdited = ({ reason }: VersionRow) => reason === "edited";
  const older = rows.slice(0, -1);
  const order = [...older.filter(isEdited), ...older.filter((row) => !isEdited(row))];
  let bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
  let count = rows.length;
  const gone: VersionRow[] = [];
  for (const row of order) {
    if (count <= VERSIONS_KEPT && bytes <= VERSION_BYTES_KEPT) break;
    gone.push(row);
    count -= 1;
    bytes -= row.bytes;
  }
  return gone;
}

function storedProject({ project: { files, configuration }, ini }: Site): StoredProject {
  return { files: [...files], configuration, ini };
}

/** About: the texts of events are most of a log. */
function sizeOfRest({ image, events, answers }: NonNullable<VersionContent["rest"]>): number {
  const texts = events.map((event) => ("raw" in event ? event.raw.length : 0) + 200);
  const bodies = answers.map(({ body }) => body.length);
  return [image.length, ...texts, ...bodies].reduce((sum, size) => sum + size, 0);
}

function sizeOf({ files }: StoredProject): number {
  return files.reduce((sum, [path, content]) => sum + path.length + content.length, 0);
}

/** The files of a site as messages have them, with `server.ini` as the last. */
export function sentFiles({ files, ini = "" }: StoredProject): SentFiles {
  return { ...Object.fromEntries(files), [SERVER_INI]: ini };
}
