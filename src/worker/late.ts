/** What the worker fetches after the first page: see `late-parts.ts`. Import it by `import()` only. */
export { compileNow } from "../pih/index.ts";
export { decodeCommand } from "../protocol/index.ts";
export { compile, warmUp, warmUpModule } from "../python/index.ts";
export { DiskStore } from "../sessions/index.ts";
export { obey } from "./commands.ts";
export { CrowdGuide } from "./crowd-guide.ts";
export { explainRefusal } from "./explain-refusal.ts";
export { keepFiles } from "./offline-files.ts";
export { isLabCommand } from "./race/commands.ts";
export { RaceDesk } from "./race/race-desk.ts";
export { StretchRecorder } from "./race/stretches.ts";
export { restoreHoldings } from "./restored-holdings.ts";
export { answerAboutSessions } from "./session-answers.ts";
export { carry } from "./works/carried.ts";
export { obeyShelf, pruneWorks, stateOfNothing } from "./works/shelf.ts";
export { isVersionCommand, Versions } from "./works/versions.ts";
