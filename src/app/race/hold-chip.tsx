/** In a browser's bar while requests are held, so that nobody wonders why its pages do not come. */

import type { BrowserId } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { hand } from "../components/icons.ts";
import { isOver } from "./lane-state.ts";
import { useLaneWords } from "./lane-words.ts";
import { raceModelOf } from "./race-model.ts";
import "./hold-chip.css";

export function HoldChip({ browser }: { browser: BrowserId }) {
  const app = useApp();
  const words = useLaneWords();
  const { lanes } = raceModelOf(app).race.value;
  const count = lanes.filter((lane) => lane.browser === browser && !isOver(lane.state)).length;
  const open = () => {
    app.inspector.tab.value = "race";
    app.layout.show("inspector");
  };
  return (
    <button type="button" class="hold-chip" title={words.heldHint(count)} onClick={open}>
      <Icon svg={hand} />
      <span class="words">{count === 0 ? words.holding : words.heldCount(count)}</span>
      {count > 0 && (
        <span class="count" aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  );
}
