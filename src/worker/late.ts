/** What the worker fetches after the first page: see `late-part.ts`. Import it by `import()` only. */
export { decodeCommand } from "../protocol/index.ts";
export { obey } from "./commands.ts";
export { RaceLab } from "./race/lab.ts";
export { RaceDesk } from "./race/race-desk.ts";
