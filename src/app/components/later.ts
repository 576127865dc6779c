/** What comes after the first paint, in one download: see `lazy-parts.ts`. */
import "./later.css";

export { keepAwake } from "../keep-awake.ts";
export { keepFiles } from "../keep-files.ts";
export { readings } from "../models/readings.ts";
export { openBrowser } from "./browser-actions.ts";
export { BrowserBanner } from "./browser-banner.tsx";
export { BrowsersBar, CloseBrowser } from "./browsers-bar.tsx";
export { BytesNote } from "./bytes-note.tsx";
export { CookiePanel } from "./cookie-panel.tsx";
export { FileDialog } from "./file-dialog.tsx";
export { IniProblems } from "./ini-problems.tsx";
export { KeysDialog } from "./keys-dialog.tsx";
export { LogPanel } from "./log-panel.tsx";
export { Notice } from "./notice.tsx";
export { wireLinks } from "./page-links.ts";
export { RequestPanel } from "./request-panel.tsx";
export { ServerPanel } from "./server-panel.tsx";
export { SessionPanel } from "./session-panel.tsx";
export { UnsupportedPage } from "./unsupported-page.tsx";
