/**
 * Lanes, one below the other, and what the chosen one knows, beside them or below. It is told everything, so that the lanes of a replay are
 * drawn by it as well.
 */
import type { LaneView, MoveLength } from "../../protocol/index.ts";
import type { RequestId } from "../../trace/index.ts";
import { browserHue } from "../models/inspector.ts";
import type { FramePlace } from "./frames.ts";
import { LaneCard, LaneNumber, laneUrl } from "./lane-card.tsx";
import { LaneDetails } from "./lane-details.tsx";
import { useLaneWords } from "./lane-words.ts";
import "./lane-list.css";

export interface LaneListProps {
  lanes: readonly LaneView[];
  /** The request of the lane that is open. */
  open: RequestId | null;
  /** Where the browsers show the requests; not in a replay. */
  places?: ReadonlyMap<RequestId, FramePlace>;
  /** The requests that no frame waits for any more. */
  unwatched?: ReadonlySet<RequestId>;
  /** The request whose move takes a while. */
  moving?: RequestId | null;
  onMove(request: RequestId, length: MoveLength): void;
  /** Opens a lane, or closes it. */
  onToggle(request: RequestId): void;
  /** Shows a line of the site in the editor. */
  onShowLine(request: RequestId, file: string, line: number): void;
  /** Stops a move that takes long. */
  onStop?(request: RequestId): void;
}

export function LaneList({ lanes, open, places, unwatched, moving, onStop, ...actions }: LaneListProps) {
  const words = useLaneWords();
  const shown = lanes.find(({ request }) => request === open);
  return (
    <div class="lane-room">
      <div class="lanes">
        <ul class="lane-list" aria-label={words.heldLanes}>
          {lanes.map((lane) => (
            <li key={lane.request}>
              <LaneCard
                lane={lane}
                isOpen={lane === shown}
                place={places?.get(lane.request)}
                isUnwatched={unwatched?.has(lane.request) ?? false}
                isMoving={moving === lane.request}
                onMove={(length) => actions.onMove(lane.request, length)}
                onToggle={() => actions.onToggle(lane.request)}
                onStop={onStop && (() => onStop(lane.request))}
              />
            </li>
          ))}
        </ul>
        {shown !== undefined && (
          <section
            class="lane-shown"
            aria-label={words.knows(shown.request)}
            style={`--hue: ${browserHue(shown.browser)}`}
          >
            <p class="lane-title">
              <LaneNumber lane={shown.lane} /> <code>{laneUrl(shown)}</code>
            </p>
            <LaneDetails
              lane={shown}
              onShowLine={(file, line) => actions.onShowLine(shown.request, file, line)}
            />
          </section>
        )}
      </div>
    </div>
  );
}
