/** The race lab, in one download: see `components/lazy-parts.ts`. */
export { HoldChip } from "./race/hold-chip.tsx";
export { raceModelOf } from "./race/race-model.ts";
export { RacePanel } from "./race/race-panel.tsx";
export { ReplayThis } from "./race/stretches.tsx";
