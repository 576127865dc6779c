/**
 * Where page and worker meet: addresses, messages, markers, and how a page gets its worker.
 *
 * For the page:
 *
 *     import { workerUrl, buildId } from "virtual:worker-url";   // typed in src/vite-env.d.ts
 *     const result = await registerWorker(workerUrl, import.meta.env.BASE_URL);
 *     if (!result.ok) …say result.problem in plain words ("reloading": show nothing, the page is about to reload)…
 *     navigator.serviceWorker.addEventListener("message", ({ data }) => { const m = decodeFromWorker(data); … });
 *     result.registration.active?.postMessage({ workspace, id, buildId, kind: "open", files } satisfies Command);
 *     iframe.setAttribute("sandbox", result.sandbox);
 *     iframe.src = stringifyPreviewUrl(BASE_URL, { workspace, browser: "A", url: "http://localhost/index.html" });
 *
 * - Commands go to `registration.active` (a killed worker wakes up), never to a remembered `ServiceWorker`. One `Reply` comes
 *   with the same `id`; `Notice`s come unasked. A page is a client of a workspace after its `open`; after a changed `bootId`
 *   send `open` again (existing workspaces ignore `files`), which also brings back the whole log.
 * - `running` of the state says what to ping for (`ping` every 10 s, only while visible and something runs) and what Stop stops.
 * - A frame whose document says `documentMarker(doc)?.kind === "waiting"` for the request of a `result` notice is to be sent
 *   `location.replace(resultUrl)`; nested frames too. A `text/html` document without a marker did not come from the worker: show
 *   the watchdog's banner.
 * - `parsePreviewUrl(BASE_URL, frame.contentWindow.location.href)?.url` is the address to show.
 * - Back and Forward: the worker answers the browser's own history navigations from stored answers; nothing runs again. WebKit
 *   does not say which navigations those are: where `result.sandbox` has `allow-scripts`, send `history-navigation` with phase
 *   `begin` just before `history.back()`, and `end` at the frame's next `load` (or `hashchange`).
 */
export type { CookieDraft, CookieKey } from "../browser/index.ts";
export { type Decoded, decodeCommand } from "./decode.ts";
export { decodeFirstCommand, decodeTakeOver } from "./decode-first.ts";
export { decodeFromWorker } from "./decode-from-worker.ts";
export { documentMarker, type Marker, stringifyMarker } from "./marker.ts";
export type {
  AttributeView,
  BrowserView,
  Command,
  CommandBody,
  CookieView,
  CrowdView,
  Notice,
  Reply,
  RunningRequest,
  SessionAnswer,
  SessionDetails,
  SessionPlace,
  SessionView,
  SessionWindow,
  ValueTree,
  WorkspaceId,
  WorkspaceState,
} from "./messages.ts";
export { FEW_SESSIONS } from "./messages.ts";
export { type FilesKeptMessage, isKeepFiles, type KeepFilesMessage } from "./offline.ts";
export {
  type AnswerReference,
  isWorkspaceId,
  type PreviewAddress,
  parsePreviewUrl,
  parseSimulatedUrl,
  previewRoot,
  previewSegment,
  probePath,
  simulatedHost,
  simulatedOrigin,
  stringifyPreviewUrl,
} from "./preview-url.ts";
export type {
  BackEnd,
  ComparedView,
  ComparisonNote,
  ComparisonView,
  DeadlockView,
  ExplorationView,
  LaneSession,
  LaneView,
  MoveLength,
  NextStep,
  OutcomeDifference,
  OutcomeSession,
  OutcomeView,
  RaceCommand,
  RaceSource,
  RaceView,
  ReplaySource,
  ReplayView,
  StretchView,
  VariableView,
} from "./race.ts";
export { noRace } from "./race.ts";
export {
  type RegistrationProblem,
  type RegistrationResult,
  registerWorker,
  type Sandbox,
  sandboxes,
  type TakeOverMessage,
  type TakingOverMessage,
} from "./registration.ts";
export type {
  CarriedState,
  SentFiles,
  ShelfCommand,
  VersionCommand,
  VersionReason,
  VersionView,
  WorkAnswer,
  WorkCommand,
  WorkFacts,
  WorkOrigin,
  WorkView,
} from "./works.ts";
export { WORK_NAME_LENGTH } from "./works.ts";
