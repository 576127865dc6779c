/** The sentences of the parts that come after the first paint, in English: see `en.ts`. */

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const enLater = {
  // Notices
  restartedLost: (n: number) =>
    `Server restarted: ${plural(n, "session", "sessions")} in memory ${n === 1 ? "was" : "were"} lost.`,
  restartedNothingLost: "Server restarted: no session in memory to lose.",
  nowPersistent: "Sessions are now kept on disk: they survive a restart.",
  nowInMemory: "Sessions are now kept in memory: a restart loses them.",
  dismiss: "Dismiss",

  // Code
  fileName: "File name",
  addFileTitle: "Add a file",
  renameFileTitle: (path: string) => `Rename ${path}`,
  create: "Add",
  rename: "Rename",
  cancel: "Cancel",
  close: "Close",
  fileExists: (path: string) => `There is already a file ${path}.`,
  fileNameEmpty: "Give the file a name, such as suite.pih.",
  fileNameBad: (path: string) =>
    `“${path}” cannot be a file name: use letters, digits, - _ . and / between folders.`,

  // Browser
  navigationStalled: "The page has not arrived.",
  navigationStalledDetail:
    "The browser may have stopped the server in the middle. A form that was being sent may have run.",
  notFromServer: "This page did not come from the server.",
  notFromServerDetail: "The browser asked the web host instead. Try again: the server is usually back.",
  retry: "Retry",
  outsideAddress: (url: string) =>
    `${url} is not on this server: only addresses that begin with http://localhost/ are.`,

  // Inspector
  none: "none",

  // Cookies
  colName: "Name",
  colValue: "Value",
  colPath: "Path",
  colExpires: "Expires",
  colFlags: "Flags",
  colSetBy: "Set by",
  untilBrowserCloses: "when the browser closes",
  requestLink: (id: number) => `Request ${id}`,
  requestGone: "an older request",
  lastRequestTitle: (id: number) => `With request ${id}`,
  cookieSent: "sent",
  cookieWithheld: "withheld",
  noCookieSent: "No cookie went with it.",
  becauseDomain: "because it belongs to another host",
  becausePath: "because its path does not cover this page",
  becauseSecure: "because it travels only over https",
  becauseExpired: "because it has expired",
  keyOfSession: "the key of a session",

  // Sessions
  sessionsOnServer: "Sessions on the server",
  sessionsEmpty:
    "The server holds no session. A page makes one when it calls Session(): open the first page and send its form.",
  inMemoryOf: (process: number) => `in memory of process ${process}`,
  inMemory: "in memory",
  onDisk: "file on disk",
  sessionOpenedBy: (id: number) => `opened by request ${id}`,
  heldBy: "its key is held by",
  heldByNobody: "no browser holds its key",
  noAttributes: "An empty object: no attribute.",
  closedBy: (id: number) => `Closed by request ${id}.`,
  writtenBy: "Written by",
  colAttribute: "Attribute",
  colType: "Type",
  pickle: "The file, as Python pickled it",
  damaged: (reason: string) => `This file cannot be read: ${reason}`,
  sessionLabel: (id: string) => `Session ${id}`,

  // Requests
  requestsEmpty: "No request yet. Open a page in the browser, and what it sends appears here.",
  colRequest: "No.",
  colMethod: "Method",
  colUrl: "URL",
  colStatus: "Status",
  colSize: "Size",
  colAnsweredBy: "Answered by",
  running: "running…",
  bytes: (n: number) =>
    n < 1000 ? `${n} B` : n < 1_000_000 ? `${(n / 1000).toFixed(1)} kB` : `${(n / 1_000_000).toFixed(1)} MB`,
  processThread: (process: number, thread: number) =>
    thread > 1 ? `process ${process}, thread ${thread}` : `process ${process}`,
  rawRequest: "Request",
  rawResponse: "Response",
  cutAfter: (shown: string, all: string) => `… (${shown} of ${all} shown)`,
  noResponseYet: "No response yet: the page is still running.",
  whatHappened: "What happened",
  closeDetails: "Close the details",
  scriptFailed: (exception: string) => `the script failed: ${exception}`,
  at: (file: string, line: number) => `${file}, line ${line}`,
  didOpenNew: (id: string) => `made session ${id}`,
  didFind: (id: string) => `found session ${id}`,
  didAdopt: (id: string) => `adopted the unknown id ${id} as a new, empty session`,
  didRead: (name: string, value: string) => `read ${name} = ${value}`,
  didMiss: (name: string) => `looked for ${name}, which is not there`,
  didWrite: (name: string, value: string) => `wrote ${name} = ${value}`,
  didDelete: (name: string) => `deleted ${name}`,
  didClose: (names: string) => `closed the session: ${names} gone`,
  didCloseEmpty: "closed the session, which was empty",
  didLoad: "loaded the session from disk",
  didSave: (bytes: number) => `saved the session: ${bytes} bytes`,
  didDiscard: (reason: string) => `dropped the changes: ${reason}`,
  didEvict: (id: string) => `evicted the oldest session, ${id}`,
  didSendCookie: (name: string) => `the browser sent the cookie ${name}`,
  didWithhold: (name: string, because: string) => `the browser kept back the cookie ${name} ${because}`,
  didSetCookie: (name: string) => `the browser stored the cookie ${name}`,
  didRefuseCookie: (name: string, reason: string) => `the browser refused the cookie ${name}: ${reason}`,

  // Keyboard dialog
  keysTitle: "Keys",
  keySave: "Save and reload the browser",
  keyAddress: "Go to the address",
  keyParts: "Move to the next part",
  keyLeaveEditor: "Leave the editor",
  keyResize: "On a border: change the sizes",
  keyThis: "This list",

  // No server
  unsupportedTitle: "Your browser cannot run a server here",
  unsupportedWhy:
    "Biscuiterie keeps a small web server inside your browser, in what is called a service worker.",
  causeInsecure: (origin: string) =>
    `The address ${origin} is neither https nor localhost, and browsers allow service workers only there.`,
  cureInsecure: "Open this page over https, or at http://localhost if you serve it yourself.",
  causeFile: "This page was opened as a file. Files cannot have a service worker.",
  cureFile: "Serve the folder and open its address: with Node, “npm start” does it.",
  causeMissing:
    "This browser offers no service worker. Some private windows and some older browsers have none.",
  cureMissing: "Try an ordinary window, or a recent Firefox, Chrome, Edge or Safari.",
  causeRefused: (detail: string) => `The browser refused to start it: ${detail}`,
  cureRefused: "Allow this site to store data (cookies must not be blocked), then reload the page.",
  causeBlocked:
    "Something in this browser, such as an extension or a privacy setting, keeps service workers from starting on this site.",
  cureBlocked: "Allow service workers here, or try a window without extensions, then reload the page.",
  causeFramed: "This page was opened inside another page, and it does not run there.",
  cureFramed: "Open it in a tab of its own.",
  causeOtherVersion:
    "Other tabs of this page still run an older version, and the two cannot share one server.",
  cureOtherVersion:
    "Close the other tabs and reload this one, or update now: the other tabs will then need a reload.",
  updateNow: "Update now",
  yourFiles: "Nothing you wrote is lost by this.",
};
