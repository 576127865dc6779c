/**
 * The *Race* tab: the switch that holds requests, the lanes of those that are held, and what can be learned of them: the diagram, every
 * order, two servers compared, a replay.
 *
 * A short inspector shows one view at a time; where there is room, the diagram stands beside the lanes.
 */
import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type Mark, readTimeline, type TraceEvent } from "../../trace/index.ts";
import { type AppModel, useApp } from "../app-model.ts";
import { EmptyPanel } from "../components/empty-panel.tsx";
import { Icon } from "../components/icon.tsx";
import { play, stop, undo, warning } from "../components/icons.ts";
import { bringIntoSight } from "../components/in-sight.ts";
import { Comparison } from "./compare.tsx";
import { LaneList } from "./lane-list.tsx";
import { useLaneWords } from "./lane-words.ts";
import { Orders } from "./orders.tsx";
import { type RaceModel, type RaceSection, raceModelOf } from "./race-model.ts";
import { Replay } from "./replay.tsx";
import { Timeline } from "./timeline.tsx";
import { TimelineMarks } from "./timeline-marks.tsx";
import { useTimelineWords } from "./timeline-words.ts";
import "./race-panel.css";

/** From this width on, in pixels, the diagram has a column of its own beside the lanes. */
const roomForBoth = 1280;

export function RacePanel() {
  const app = useApp();
  const model = raceModelOf(app);
  const words = useLaneWords();
  const panel = useRef<HTMLDivElement>(null);
  const isWide = useSignal(false);
  useLayoutEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      isWide.value = element.clientWidth >= roomForBoth;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isWide]);
  const events = useComputed(() => raceEvents(app, model));
  const marks = useComputed(() => readTimeline(events.value).marks);
  const section = shownSection(model);
  return (
    <div class="race-panel" ref={panel}>
      <h2 class="visually-hidden">{words.race}</h2>
      <div class="race-bar">
        <HoldSwitch model={model} />
        <Sections model={model} section={section} marks={marks.value.length} />
        {(section === "lanes" || section === "timeline") && <Controls model={model} />}
      </div>
      {section === "lanes" && (
        <div class={`race-lanes ${isWide.value ? "has-timeline" : ""}`}>
          <Lanes model={model} marks={isWide.value ? [] : marks.value} />
          {isWide.value && <RaceTimeline events={events.value} />}
        </div>
      )}
      {section === "timeline" && <RaceTimeline events={events.value} />}
      {section === "orders" && <Orders />}
      {section === "compare" && <Comparison />}
      {section === "replay" && <Replay />}
      {section !== "replay" && <Deadlock model={model} />}
    </div>
  );
}

/** A replay that was closed, or was lost with a stopped worker, leaves the lanes. */
function shownSection({ section, race }: RaceModel): RaceSection {
  return section.value === "replay" && race.value.replay === undefined ? "lanes" : section.value;
}

function HoldSwitch({ model }: { model: RaceModel }) {
  const { workspace } = useApp();
  const words = useLaneWords();
  const { holding } = model.race.value;
  return (
    <button
      type="button"
      class="switch"
      data-place="hold"
      role="switch"
      aria-checked={holding}
      title={words.holdHint}
      disabled={workspace.state.value === null}
      onClick={() => void model.hold(!holding)}
    >
      <span class="track" aria-hidden="true" />
      {words.hold}
    </button>
  );
}

function Sections({ model, section, marks }: { model: RaceModel; section: RaceSection; marks: number }) {
  const words = useLaneWords();
  const row = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => bringIntoSight(row.current, "[aria-pressed=true]"), [section]);
  const names: [RaceSection, string][] = [
    ["lanes", words.sectionLanes],
    ["timeline", words.sectionTimeline],
    ["orders", words.sectionOrders],
    ["compare", words.sectionCompare],
  ];
  if (model.race.value.replay !== undefined) names.push(["replay", words.sectionReplay]);
  return (
    <fieldset class="race-sections" aria-label={words.sections} ref={row}>
      {names.map(([id, name]) => (
        <button
          key={id}
          type="button"
          aria-pressed={section === id}
          onClick={() => {
            model.section.value = id;
          }}
        >
          {name}
          {id === "timeline" && marks > 0 && (
            <span class="marks" title={words.marks(marks)}>
              <span aria-hidden="true">{marks}</span>
              <span class="visually-hidden">{words.marks(marks)}</span>
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

function Controls({ model }: { model: RaceModel }) {
  const words = useLaneWords();
  const { lanes, back } = model.race.value;
  if (lanes.length === 0 && back.moves === 0) return null;
  const canRun = lanes.some(({ state }) => state === "ready");
  const hint = words.backHint(back.moves, back.end);
  return (
    <div class="race-controls">
      <button
        type="button"
        class="button"
        title={words.runAllHint}
        aria-disabled={!canRun}
        onClick={() => canRun && void model.runAll()}
      >
        <Icon svg={play} />
        {words.runAll}
      </button>
      <button
        type="button"
        class="button"
        title={hint}
        aria-describedby="race-back-hint"
        aria-disabled={back.moves === 0}
        onClick={() => back.moves > 0 && void model.stepBack()}
      >
        <Icon svg={undo} />
        {words.back}
      </button>
      <span class="race-hint" id="race-back-hint">
        {hint}
      </span>
    </div>
  );
}

function Deadlock({ model }: { model: RaceModel }) {
  const words = useLaneWords();
  const { deadlock, lanes } = model.race.value;
  if (deadlock === undefined) return null;
  const stoppable = deadlock.waits.map(({ request }) => request);
  const waits = deadlock.waits.map(({ request }) => {
    const next = lanes.find((lane) => lane.request === request)?.next;
    return next === undefined ? "" : words.deadlockWait(request, words.nextStep(next));
  });
  return (
    <div class="race-deadlock" role="alert">
      <Icon svg={warning} />
      <p>
        <strong>{words.deadlock}.</strong> {waits.join(" ")} {words.deadlockEnd}
      </p>
      <div class="deadlock-stops">
        {stoppable.map((request) => (
          <button
            key={request}
            type="button"
            class="button"
            onClick={({ currentTarget }) => {
              // This button is about to go.
              currentTarget
                .closest(".race-panel")
                ?.querySelector<HTMLElement>("[aria-pressed=true]")
                ?.focus();
              void model.stop(request);
            }}
          >
            <Icon svg={stop} />
            {words.stopName(request)}
          </button>
        ))}
      </div>
    </div>
  );
}

/** `marks`: what went wrong so far, where the diagram is not in sight. */
function Lanes({ model, marks }: { model: RaceModel; marks: readonly Mark[] }) {
  const words = useLaneWords();
  const timelineWords = useTimelineWords();
  const { lanes, holding } = model.race.value;
  if (lanes.length === 0 && holding) return <EmptyPanel text={words.emptyHolding} />;
  if (lanes.length === 0)
    return (
      <div class="empty-state">
        <p>{words.empty}</p>
      </div>
    );
  return (
    <div class="lane-column">
      <LaneList
        lanes={lanes}
        open={model.open.value}
        places={model.places.value}
        unwatched={model.unwatched.value}
        moving={model.moving.value}
        onMove={(request, length) => void model.move(request, length)}
        onToggle={model.toggle}
        onShowLine={model.showLine}
        onStop={(request) => void model.stop(request)}
      />
      <TimelineMarks
        marks={marks}
        words={timelineWords}
        isQuiet
        onName={() => {}}
        onShow={() => {
          model.section.value = "timeline";
        }}
      />
      <p class="race-hint">{words.keysHint}</p>
    </div>
  );
}

/** The events of this race. */
function RaceTimeline({ events }: { events: readonly TraceEvent[] }) {
  const words = useLaneWords();
  if (events.length === 0) return <p class="race-note">{words.emptyTimeline}</p>;
  return <Timeline events={events} />;
}

function raceEvents({ workspace }: AppModel, { race }: RaceModel) {
  const { firstEvent, lanes } = race.value;
  if (firstEvent === undefined) return [];
  const requests = new Set(lanes.map(({ request }) => request));
  // What is of no request stays: a browser that was closed, a cookie written by hand.
  return workspace.events.value.filter(
    ({ seq, request }) => seq >= firstEvent && (request === undefined || requests.has(request)),
  );
}
