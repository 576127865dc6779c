/** The parts that the first sight of the page can do without. All but the editor come in one download, `later.ts`. */
import { computed } from "@preact/signals";
import { createDownload, lazy, Nothing } from "./lazy.tsx";

const later = createDownload(() => import("./later.ts"));
/** The editor is large: it waits until the server has been fetched, which the first page needs. */
const editor = createDownload(async () => {
  await navigator.serviceWorker.ready;
  return import("../editor/monaco-island.tsx");
});

/** Fetches them all but the editor, which comes by itself. */
export const loadLater = later.start;

/** How the models read the log; null until it has come. */
export const readings = computed(() => later.module.value?.readings ?? null);

export const CookieTable = lazy(later, (parts) => parts.CookieTable);
export const CookiesOfRequest = lazy(later, (parts) => parts.CookiesOfRequest, Nothing);
export const SessionPanel = lazy(later, (parts) => parts.SessionPanel);
export const RequestPanel = lazy(later, (parts) => parts.RequestPanel);
export const BrowserBanner = lazy(later, (parts) => parts.BrowserBanner, Nothing);
export const Notice = lazy(later, (parts) => parts.Notice, Nothing);
export const FileDialog = lazy(later, (parts) => parts.FileDialog);
export const KeysDialog = lazy(later, (parts) => parts.KeysDialog);
/** Without it the plain editor stays, which works. */
export const MonacoIsland = lazy(editor, ({ MonacoIsland }) => MonacoIsland, Nothing);
