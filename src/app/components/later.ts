/** What comes after the first paint, in one download: see `lazy-parts.ts`. */
import "./later.css";

export { keepAwake } from "../keep-awake.ts";
export { readings } from "../models/readings.ts";
export { BrowserBanner } from "./browser-banner.tsx";
export { CookiesOfRequest, CookieTable } from "./cookie-table.tsx";
export { FileDialog } from "./file-dialog.tsx";
export { KeysDialog } from "./keys-dialog.tsx";
export { Notice } from "./notice.tsx";
export { RequestPanel } from "./request-panel.tsx";
export { SessionPanel } from "./session-panel.tsx";
export { UnsupportedPage } from "./unsupported-page.tsx";
