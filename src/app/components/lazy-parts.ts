/** The parts that the first sight of the page can do without. Most come in one download, `later.ts`. */
import { computed } from "@preact/signals";
import type { AppModel } from "../app-model.ts";
import { FirstJar } from "./first-jar.tsx";
import { createDownload, lazy, Nothing, whenIdle } from "./lazy.tsx";
import { LessonsStandIn } from "./lessons-stand-in.tsx";

const later = createDownload(() => import("./later.ts"));
const race = createDownload(() => import("../race-part.ts"));
const work = createDownload(() => import("../work-part.ts"));
const link = createDownload(() => import("../link-part.ts"));
/** The text of a lesson is read first, but the page that it speaks of must not wait for it. */
const lesson = createDownload(async () => {
  await whenIdle();
  return import("../lesson-part.ts");
});
/** The editor is large: it waits until the server has been fetched, which the first page needs. */
const editor = createDownload(async () => {
  await navigator.serviceWorker.ready;
  return import("../editor/monaco-island.tsx");
});

/** Fetches those of the first of these. */
export const loadLater = later.start;

/** Fetches the race lab. */
export const loadRace = race.start;

/** Fetches what opens links, and shows them in frames of other sites. */
export const loadLink = link.start;

/** How the models read the log; null until it has come. */
export const readings = computed(() => later.module.value?.readings ?? null);

/** Makes the links of error pages work, once it can. */
export const wireLinks = (app: AppModel, documents: readonly Document[]) =>
  later.module.value?.wireLinks(app, documents);

export const BrowsersBar = lazy(later, (parts) => parts.BrowsersBar, Nothing);
export const CloseBrowser = lazy(later, (parts) => parts.CloseBrowser, Nothing);
/** The first visit's empty jar stands in for it. */
export const CookiePanel = lazy(later, (parts) => parts.CookiePanel, FirstJar);
export const SessionPanel = lazy(later, (parts) => parts.SessionPanel);
export const RequestPanel = lazy(later, (parts) => parts.RequestPanel);
export const RacePanel = lazy(race, (parts) => parts.RacePanel);
export const HoldChip = lazy(race, (parts) => parts.HoldChip, Nothing);
export const LessonBody = lazy(lesson, (parts) => parts.LessonBody);
export const LessonMenu = lazy(lesson, (parts) => parts.LessonMenu, LessonsStandIn);
export const LogPanel = lazy(later, (parts) => parts.LogPanel);
export const ServerPanel = lazy(later, (parts) => parts.ServerPanel);
export const IniProblems = lazy(later, (parts) => parts.IniProblems, Nothing);
export const BrowserBanner = lazy(later, (parts) => parts.BrowserBanner, Nothing);
export const Notice = lazy(later, (parts) => parts.Notice, Nothing);
export const BytesNote = lazy(later, (parts) => parts.BytesNote);
export const FileDialog = lazy(later, (parts) => parts.FileDialog);
export const KeysDialog = lazy(later, (parts) => parts.KeysDialog);
export const WorkDialogs = lazy(work, (parts) => parts.WorkDialogs);
export const EmbedHeader = lazy(link, (parts) => parts.EmbedHeader, Nothing);
/** Without it the plain editor stays, which works. */
export const MonacoIsland = lazy(editor, ({ MonacoIsland }) => MonacoIsland, Nothing);
