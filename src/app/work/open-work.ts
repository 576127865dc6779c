/**
 * Beginning a work and going to one: a tab shows one workspace, so going to another writes its id where the tab keeps it and loads
 * the page again. Nothing of the one before is left over, and there is one way in.
 *
 * What a new work begins with cannot wait for that: it is made at once, over a connection of its own, before the page goes away.
 */
import type { FileContent } from "../../project/index.ts";
import {
  type CarriedState,
  isWorkspaceId,
  type Sandbox,
  simulatedOrigin,
  type WorkFacts,
  type WorkspaceId,
  type WorkView,
} from "../../protocol/index.ts";
import type { SharedRace } from "../../share/index.ts";
import type { Connection } from "../connection.ts";
import { randomWorkspaceId } from "../workspace-id.ts";
import type { Arrival } from "./arrival.ts";

/** What this needs of the page; tests give their own. */
export interface WorkPlace {
  /** A connection to a workspace that the page does not show; there must be a server. */
  connect(workspace: WorkspaceId): Promise<Connection>;
  /** How previews are framed here; null where there is no server. */
  sandbox(): Promise<Sandbox | null>;
  /** Has the tab show `workspace` from the next load on, with what is to be known and done then. */
  remember(workspace: WorkspaceId, arrival: Arrival): void;
  /** Goes there now. */
  load(): void;
}

export interface Beginning {
  facts: WorkFacts;
  /** The site, `server.ini` among them. */
  files: Readonly<Record<string, FileContent>>;
  carried?: CarriedState | undefined;
  race?: SharedRace | undefined;
  /** The file that is open then. */
  open?: string | undefined;
}

/** Done, or why not: a sentence of the worker's; empty where nobody answered. */
export type Outcome = { ok: true } | { ok: false; reason: string };

/** Makes a new work. The page shows it once it is loaded again. */
export async function beginWork(place: WorkPlace, beginning: Beginning): Promise<Outcome> {
  const sandbox = await place.sandbox();
  if (sandbox === null) return { ok: false, reason: "" };
  const { facts, files, carried, race, open } = beginning;
  const workspace = randomWorkspaceId();
  const connection = await place.connect(workspace);
  const answer = await connection.send({
    kind: "open",
    files: { ...files },
    sandbox,
    work: facts,
    ...(carried !== undefined && { carried }),
  });
  // Before any page of the site runs, so that the copy on which it is replayed is the world as it was sent.
  const isReady = answer.ok && race !== undefined && (await openReplay(connection, race));
  connection.close();
  if (!answer.ok) return answer;
  place.remember(workspace, {
    ...lessonOf(facts),
    ...(open !== undefined && { open }),
    ...(isReady && { race: true }),
  });
  return { ok: true };
}

function lessonOf({ lesson }: Pick<WorkFacts, "lesson">): Arrival {
  return lesson === undefined ? {} : { lesson };
}

/** The paths of a shared race begin with a slash. */
async function openReplay(connection: Connection, { browser, urls, schedule }: SharedRace): Promise<boolean> {
  const pages = urls.map((path) => `${simulatedOrigin}${path}`);
  const answer = await connection.send({
    kind: "replay",
    of: { kind: "schedule", from: { kind: "pages", browser, urls: pages }, schedule },
  });
  return answer.ok;
}

/** All works, newest first; null when nobody answered. */
export async function listWorks(place: WorkPlace): Promise<readonly WorkView[] | null> {
  // Starts the server, where nobody has yet.
  if ((await place.sandbox()) === null) return null;
  const connection = await place.connect(randomWorkspaceId());
  const answer = await connection.send({ kind: "list-works" });
  connection.close();
  return answer.ok ? (answer.works ?? []) : null;
}

/** Goes to a work that is kept. False when another tab shows it: a workspace has one page. */
export function openWork(place: WorkPlace, work: WorkView): boolean {
  if (work.shown || !isWorkspaceId(work.workspace)) return false;
  place.remember(work.workspace, lessonOf(work));
  place.load();
  return true;
}

/** The newest work of a lesson that can be gone to: begun with the lesson, or the first visit's example. */
export function newestOfLesson(works: readonly WorkView[], lesson: string): WorkView | undefined {
  return works.find(
    (work) =>
      work.lesson === lesson && !work.shown && (work.origin === "lesson" || work.origin === "example"),
  );
}

/** Goes to the newest work of a lesson, or begins one with `site`. Why not, if it could not. */
export async function openLessonWork(
  place: WorkPlace,
  lesson: LessonStart,
  language: "en" | "fr",
): Promise<Outcome> {
  const works = await listWorks(place);
  if (works === null) return { ok: false, reason: "" };
  const known = newestOfLesson(works, lesson.id);
  if (known !== undefined) place.remember(known.workspace, lessonOf(known));
  else return beginWork(place, lessonBeginning(lesson, language));
  return { ok: true };
}

export interface LessonStart {
  id: string;
  files: Readonly<Record<string, string>>;
  /** The file that is open then. */
  opens: string;
}

/** The work that a lesson begins. */
export function lessonBeginning({ id, files, opens }: LessonStart, language: "en" | "fr"): Beginning {
  return { facts: { name: "", origin: "lesson", lesson: id, language }, files, open: opens };
}
