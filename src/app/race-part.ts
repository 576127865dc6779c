/** The race lab, in one download: see `components/lazy-parts.ts`. */
export { HoldChip } from "./race/hold-chip.tsx";
export { RacePanel } from "./race/race-panel.tsx";
export { ReplayThis } from "./race/stretches.tsx";
