/** The sentences of sharing, opening and keeping, in English. They come with the part of the page that says them: `work-part.ts`. */
import type { VersionReason, WorkOrigin } from "../../protocol/index.ts";

const plural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

const origins: Record<WorkOrigin, string> = {
  example: "The manual’s example",
  lesson: "A lesson",
  link: "A site from a link",
  zip: "A site from a .zip",
  copy: "A copy",
  template: "A new site",
};

const reasons: Record<VersionReason, string> = {
  reset: "before beginning again",
  solution: "before the solution",
  restore: "before going back to an earlier version",
  import: "before another site took its place",
  edited: "while you were writing",
};

export const enWork = {
  cancel: "Cancel",
  close: "Close",
  otherLanguage: "En français",
  files: (n: number) => plural(n, "file", "files"),
  bytes: (n: number) => plural(n, "byte", "bytes"),
  couldNot: (reason: string) => `That did not work. ${reason}`,

  // Sharing
  shareTitle: "Share this site",
  shareWhy:
    "The whole site is in the link itself, after the #. Nothing is sent anywhere: what you do not pass on stays here.",
  takeAlong: "Take along",
  takeCookies: (n: number) => (n === 0 ? "Cookies: there are none" : `Cookies of the browsers (${n})`),
  takeSessions: (n: number) => (n === 0 ? "Sessions on disk: there are none" : `Sessions on disk (${n})`),
  takeSessionsSome: (taken: number, all: number) => `Sessions on disk: the newest ${taken} of ${all}`,
  takeRace: (schedule: string) => `The race, in the order ${schedule}`,
  takeNoRace: "A race: replay one, or explore all orders, to send it along",
  takeRaceNeeds: "It begins with the cookies and sessions of this moment: take those along too.",
  theLink: "The link",
  makingLink: "Writing the link…",
  lengthShort: (n: number) => `${plural(n, "character", "characters")}: short enough for everywhere.`,
  lengthLong: (n: number) =>
    `${plural(n, "character", "characters")}: chats and some other programs cut links after 2,000.`,
  lengthTooLong: (n: number) =>
    `${plural(n, "character", "characters")}: many programs cut a link as long as this. A .zip is the better way.`,
  lengthUnopenable: (n: number) =>
    `${plural(n, "character", "characters")}: no page opens a link as long as this. Send a .zip instead.`,
  copyLink: "Copy link",
  copyMarkdown: "Copy as Markdown",
  copyFrame: "Copy <iframe>",
  copied: "Copied.",
  couldNotCopy: "The browser did not let this page copy. The text is marked: copy it yourself.",
  frameParts: "For a page of yours: what the <iframe> shows",
  downloadZip: "Download as .zip",
  zipHint: "npm run serve serves it as it is.",
  shareNothing: "This site has no files yet. There is nothing to share.",
  shareTooMuch: "This site has too much in it for a link. A .zip has room for it.",
  siteTitle: "A site in Biscuiterie",

  // Opening
  linkTitle: "A site from a link",
  linkWarning:
    "Nobody has checked it. Its pages run only in this playground: they reach no other site, and nothing of yours. It opens as a new work, beside those you have.",
  embedWarning: "Somebody has put this site here. It runs only in this frame, and reaches nothing of yours.",
  opening: "Reading the link…",
  linkHas: "What it contains",
  zipTitle: (name: string) => `The site in ${name}`,
  zipWarning: "It opens as a new work, beside those you have. Its pages run only in this playground.",
  notText: "This is not text: it cannot be shown here.",
  besideLesson: (title: string) => `Beside the lesson “${title}”`,
  unknownLesson: "a lesson that is not in this version",
  serverDiffers: "The server",
  serverMistakes: (n: number) =>
    plural(n, "line of server.ini cannot be read", "lines of server.ini cannot be read"),
  hasCookies: (browser: string, names: string) => `Cookies of browser ${browser}: ${names}`,
  hasSessions: (n: number) => plural(n, "session on disk", "sessions on disk"),
  hasRace: (n: number, schedule: string) => `A race of ${n} requests, in the order ${schedule}`,
  openAsNew: "Open as a new work",
  start: "Start",
  leave: "Leave",
  goOn: "Go on with my own work",
  problemTitle: "This link cannot be opened",
  problemDamaged:
    "It is not whole: characters are missing or changed, as when a chat cuts a long link or puts a dot behind it. Ask for it again, or for the .zip.",
  problemFuture: (version: string) =>
    `It was made by a newer Biscuiterie (its format is ${version}, this page reads 1). Reload the page to get the newest, then open the link again.`,
  problemUnknownLesson: (lesson: string) =>
    `It belongs to a lesson, “${lesson}”, that this version of Biscuiterie does not have. Reload the page to get the newest.`,
  problemUnknownEdition: (lesson: string) =>
    `It stands on a version of the lesson “${lesson}” that this Biscuiterie does not have. Reload the page to get the newest.`,
  problemNotLoaded:
    "It stands upon a lesson that could not be loaded. Check the connection, then open the link again.",
  problemTooLarge: {
    link: "It is longer than 100,000 characters, more than this page reads.",
    text: "It unpacks to more than a site may have (1 MB). Nothing of it was kept.",
    file: "One of its files is larger than 256 kB.",
    files: "It has more than 64 files.",
  },
  problemContent: (detail: string) => `It contains something that a site cannot have: ${detail}`,
  problemLeft: "Nothing was opened, and nothing of yours has changed.",
  zipProblemTitle: "This .zip cannot be opened",
  zipNot: "It is not a .zip file.",
  zipEmpty: "There is no file in it that a site could have.",
  zipDamaged: (path: string) => `${path === "" ? "It" : path} is damaged. Download or copy the .zip again.`,
  zipEncrypted: (path: string) => `${path} is locked with a password. Pack the site again without one.`,
  zipCompression: (path: string, method: number) =>
    `${path} is packed in a way (number ${method}) that this page does not know. Pack the site again as an ordinary .zip.`,
  zipHuge: "It is made for more than a site may have. Pack the site alone.",
  zipSplit: "It is one part of several. Pack the site as one .zip.",

  // My work
  worksTitle: "My work",
  worksWhy: "Everything you begin is kept in this browser, for a month after its last use.",
  worksNone: "There is no other work yet.",
  importZip: "Import a .zip",
  shownHere: "shown here",
  shownElsewhere: "open in another tab",
  origins,
  lessonNumber: (number: number) => `lesson ${number}`,
  lastUsed: (time: string) => `last used ${time}`,
  openWork: "Open",
  openWorkNamed: (name: string) => `Open ${name}`,
  renameNamed: (name: string) => `Rename ${name}`,
  workName: "Name",
  saveName: "Save",
  deleteNamed: (name: string) => `Delete ${name}`,
  deleteQuestion: (name: string) => `Delete “${name}” for good? Its files, cookies and sessions go with it.`,
  deleteYes: "Delete for good",
  keepIt: "Keep it",
  openElsewhere: (name: string) => `“${name}” is open in another tab. Go there, or close that tab first.`,

  // Versions
  versionsTitle: "Earlier versions of this work",
  versionsOpen: "Restore…",
  versionsNone:
    "No earlier version is kept yet. One is kept now and then while you write, and before everything that replaces your work.",
  versionReasons: reasons,
  versionWhole: "with its cookies and sessions",
  versionFilesOnly: "files only",
  backToWorks: "All works",
  versionAgainstNow: "What going back would change",
  versionSame: "The files are the same as now.",
  fileComesBack: "comes back",
  fileGoes: "goes away",
  fileChanges: "changes",
  goBack: "Go back to this version",
  goBackHint: "The work as it is now is kept as a version too: you can come back.",
  wentBack: "The work is back as it was then.",
  undo: "Undo",
  unchangedLines: (n: number) => plural(n, "line as it is", "lines as they are"),

  // Embedded
  openOutside: "Open in Biscuiterie",
  beginAgain: "Reset",
  beginAgainHint: "Begins again with the site as it was",
  begunAgain: "The site is as it was at the start.",
};

export type WorkWords = typeof enWork;
