/**
 * One lane in a line: a request, what it does next, the buttons that take it further. It stays where it is while others are stepped, so that
 * a learner can press in turns; what a request knows is shown beside the list (`lane-list.tsx`).
 */
import { useLayoutEffect, useRef } from "preact/hooks";
import { type LaneView, type MoveLength, simulatedOrigin } from "../../protocol/index.ts";
import { useAllWords } from "../components/all-words.ts";
import { BrowserBadge } from "../components/browser-badge.tsx";
import { Icon } from "../components/icon.tsx";
import { stop } from "../components/icons.ts";
import { browserHue } from "../models/inspector.ts";
import type { FramePlace } from "./frames.ts";
import { isOver } from "./lane-state.ts";
import { type LaneWords, useLaneWords } from "./lane-words.ts";
import "./lane-card.css";

export interface LaneCardProps {
  lane: LaneView;
  /** What it knows is shown. */
  isOpen: boolean;
  /** Where the browser shows it; unknown in a replay. */
  place?: FramePlace | undefined;
  /** No frame waits for it any more. */
  isUnwatched?: boolean;
  /** A move of it takes a while. */
  isMoving?: boolean;
  onMove(length: MoveLength): void;
  onToggle(): void;
  /** Without it, there is no Stop while a move takes long. */
  onStop?: (() => void) | undefined;
}

export function LaneCard(props: LaneCardProps) {
  const { lane, isOpen, onToggle } = props;
  const words = useLaneWords();
  const card = useRef<HTMLElement>(null);
  const isDone = isOver(lane.state);
  // Its buttons go when it is answered, and make way for Stop while a move takes long: whoever pressed one by keyboard stays in the lane.
  const hadFocus = card.current?.querySelector(".lane-moves")?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    const lane = card.current;
    if (hadFocus && !lane?.contains(document.activeElement))
      lane?.querySelector<HTMLElement>(".lane-toggle")?.focus();
  }, [isDone, props.isMoving]);
  useLayoutEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const label = isOpen ? words.fold(lane.request) : words.unfold(lane.request);
  return (
    <article
      class={`lane is-${lane.state} ${isOpen ? "is-open" : ""}`}
      ref={card}
      aria-label={words.laneOf(lane.request)}
      style={`--hue: ${browserHue(lane.browser)}`}
    >
      <button type="button" class="lane-toggle" aria-expanded={isOpen} title={label} onClick={onToggle}>
        <LaneNumber lane={lane.lane} /> <span class="visually-hidden">{label}</span>
      </button>
      <Who {...props} />
      <Next lane={lane} isMoving={props.isMoving === true} words={words} />
      {!isDone && <Moves {...props} />}
    </article>
  );
}

/** The key that steps a lane, and its letter in orders: `1A`. */
export function LaneNumber({ lane }: { lane: number }) {
  const words = useLaneWords();
  const letter = String.fromCharCode(64 + lane);
  return (
    <span class="lane-number" title={words.laneName(lane, letter)}>
      {lane}
      <span class="letter">{letter}</span>
    </span>
  );
}

/** The method and the address of a lane's request. */
export function laneUrl({ method, url }: LaneView): string {
  return `${method} ${url.replace(simulatedOrigin, "")}`;
}

function Who({ lane, place, isUnwatched }: LaneCardProps) {
  const words = useLaneWords();
  const isLost = !isOver(lane.state) && (isUnwatched || lane.abandoned);
  return (
    <div class="lane-who">
      <span class="lane-url" title={lane.url}>
        {laneUrl(lane)}
      </span>
      <span class="lane-where">
        <BrowserBadge id={lane.browser} />
        <span>{words.laneOf(lane.request)}</span>
        {place !== undefined && (
          <span>{place.outer === null ? words.inBrowser : words.inFrame(place.position, place.outer)}</span>
        )}
        <Process lane={lane} />
        {isLost && (
          <span class="lane-lost" title={words.unwatchedHint}>
            {words.unwatched}
          </span>
        )}
      </span>
    </div>
  );
}

/** Who answers, where there are several. */
export function Process({ lane: { process, thread } }: { lane: LaneView }) {
  const words = useAllWords();
  if (process === 0 || (process === 1 && thread <= 1)) return null;
  return <span class="lane-process">{words.processThread(process, thread || undefined)}</span>;
}

/** What it does next, or what became of it. */
function Next({ lane, isMoving, words }: { lane: LaneView; isMoving: boolean; words: LaneWords }) {
  const { state, next, response } = lane;
  if (state === "dropped") return <p class="lane-next is-over">{words.dropped}</p>;
  if (state === "answered")
    return (
      <p class="lane-next is-over">
        {response === undefined ? words.noResponse : words.answered(response.status, response.setsCookie)}
      </p>
    );
  return (
    <p class="lane-next" role="status">
      {isMoving ? words.moving : next === undefined ? "" : words.nextStep(next)}
    </p>
  );
}

function Moves({ lane, isMoving, onMove, onStop }: LaneCardProps) {
  const words = useLaneWords();
  const { request, state } = lane;
  if (isMoving && onStop !== undefined)
    return (
      <div class="lane-moves">
        <button type="button" class="button" aria-label={words.stopName(request)} onClick={onStop}>
          <Icon svg={stop} />
          {words.stop}
        </button>
      </div>
    );
  const moves: [MoveLength, string, string][] = [
    ["step", words.step, words.stepName(request)],
    ["operation", words.operation, words.operationName(request)],
    ["end", words.end, words.endName(request)],
  ];
  // A lane that has to wait keeps the focus in its buttons: only eyes and ears take them for disabled.
  return (
    <div class="lane-moves">
      {moves.map(([length, text, name]) => (
        <button
          key={length}
          type="button"
          class="button"
          aria-label={name}
          title={name}
          aria-disabled={state === "blocked"}
          onClick={() => onMove(length)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
