/**
 * The sentences of the page's first sight, in English; `en-later.ts` has those of the parts that come after the first paint.
 *
 * `fr.ts` has the same keys as both, checked by the type `AllWords`. Plain, short, second person, no blame. A sentence with a number or a
 * name in it is a function. The names of tabs, buttons and frames are relied upon by tests and screen readers.
 */
import type { enLater } from "./en-later.ts";

export const en = {
  appName: "Biscuiterie",
  tagline: "What a session really is",

  // Parts of the page
  partLesson: "Lesson",
  lessons: "Lessons",
  partCode: "Code",
  partBrowser: "Browser",
  partInspector: "Inspector",
  parts: "Parts of the page",
  maximise: (part: string) => `Maximise: ${part}`,
  fold: (part: string) => `Fold: ${part}`,
  unfold: (part: string) => `Unfold: ${part}`,
  restoreParts: "Show all parts",
  resizeLesson: "Width of the lesson",
  resizeColumns: "Width of the code",
  resizeRows: "Height of the browser",

  // Header
  serverOptions: "Options of the server",
  serverStarting: "Starting the server…",
  serverLost: "The server does not answer",
  serverReady: (kind: string, storage: string) => `Server: ${kind}, sessions ${storage}`,
  serverBusy: (n: number) =>
    n === 1 ? "The server is running a page…" : `The server is running ${n} pages…`,
  kindMonoprocess: "one process",
  kindMultithread: "threads",
  kindMultiprocess: "several processes",
  kindCgi: "CGI",
  storageMemory: "in memory",
  storageDisk: "on disk",
  persistentSessions: "Persistent sessions",
  persistentSessionsHint:
    "On: sessions are files on the server’s disk. Off: they live in its memory. Changing it restarts the server.",
  restartServer: "Restart server",
  restartServerHint: "What is in memory is lost; what is on disk stays.",
  stop: "Stop",
  stopHint: "Stop the page that is running",
  language: "Language",
  themeAuto: "Theme: as the system",
  themeLight: "Theme: light",
  themeDark: "Theme: dark",
  keys: "Keyboard",
  share: "Share",
  myWork: "My work",

  // Notices
  fileDeleted: (path: string) => `${path} is deleted.`,
  undo: "Undo",
  commandFailed: (what: string, reason: string) => `${what} ${reason}`,
  couldNotSave: (path: string) => `${path} could not be saved.`,
  couldNotConfigure: "The server’s settings could not be changed.",
  couldNotRestart: "The server could not be restarted.",
  workspaceCopied: "This tab is a copy: it has the files, with a server of its own.",
  storageProblem: (reason: string) => `Your work is kept in memory only: ${reason}`,
  noAnswer: "The server did not answer.",

  // Code
  files: "Files",
  addFile: "Add a file",
  fileActions: "Rename or delete this file",
  renameFile: "Rename",
  deleteFile: "Delete",
  unsaved: "not yet saved",
  editorOf: (path: string) => `Text of ${path}`,
  editorHint: "Esc, then Tab leaves the editor",
  editorLoading: "A plain editor while the full one loads",
  lineCaused: (request: number, line: number) => `Request ${request}, line ${line}`,
  noFiles: "This site has no files. Add one, such as index.html, and the server will answer with it.",

  // Browser
  browserTitle: (id: string) => `Browser ${id}`,
  back: "Back",
  forward: "Forward",
  reload: "Reload",
  address: "Address",
  openPage: (path: string) => `Open ${path}`,
  openBrowser: "Open another browser",

  // Inspector
  inspector: "Inspector",
  tabCookies: "Cookies",
  tabSessions: "Sessions",
  tabRequests: "Requests",
  tabRace: "Race",
  tabLog: "Log",
  newTrouble: "a new warning or error",

  // Cookies
  cookiesOf: (id: string) => `Cookies of browser ${id}`,
  cookiesEmpty:
    "This browser holds no cookie. The first page that calls Session() will send it one, named sessionId.",

  // Going wrong
  otherBuild: "This page and its server are of different versions.",
  reloadPage: "Reload the page",
  couldNotLoad: "This could not be loaded. Check the connection, then try again. ",
  loading: "One moment: this part is still being loaded.",
};

/** What the first sight of the page must be able to say. */
export type Words = typeof en;
/** What a language must say: the keys of English. */
export type AllWords = Words & typeof enLater;
