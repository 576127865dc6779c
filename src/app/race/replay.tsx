/**
 * A replay: an outcome, or a stretch of live requests, run again on a copy of the world, step by step along a schedule or off it.
 */
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { OutcomeView, ReplayView } from "../../protocol/index.ts";
import type { RequestId } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { close, play, skipForward, undo, warning } from "../components/icons.ts";
import { LaneList } from "./lane-list.tsx";
import { laneInTurn } from "./lane-state.ts";
import type { OrdersModel } from "./orders-model.ts";
import { type OrdersWords, useOrdersWords } from "./orders-words.ts";
import { Losses, OutcomeFacts } from "./outcome-card.tsx";
import { compareFacts } from "./outcome-facts.ts";
import { tellDeadlock } from "./outcome-losses.ts";
import { raceModelOf } from "./race-model.ts";
import { ScheduleLine } from "./schedule-line.tsx";
import { Timeline } from "./timeline.tsx";
import { useOrders } from "./use-orders.ts";
import "./replay.css";

/** The replay that is open; nothing while none is. */
export function Replay() {
  const model = useOrders();
  const words = useOrdersWords();
  const replay = model.race.value.replay;
  if (replay === undefined) return null;
  return (
    <section class="replay" aria-label={words.replayOf}>
      <Bar replay={replay} model={model} words={words} />
      <div class="replay-views">
        <div class="replay-lanes">
          <Lanes replay={replay} model={model} />
          <End replay={replay} words={words} />
        </div>
        <Timeline events={replay.events} />
      </div>
    </section>
  );
}

function Bar({ replay, model, words }: { replay: ReplayView; model: OrdersModel; words: OrdersWords }) {
  const { schedule, position, followed, back } = replay;
  const next = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (model.takeArrival()) next.current?.focus();
  });
  const letter = followed ? schedule[position] : undefined;
  const canGoOn = replay.outcome === undefined && replay.deadlock === undefined;
  return (
    <div class="replay-bar">
      <div class="replay-title">
        <h3>{tellWhat(replay, model, words)}</h3>
        <p>{words.isCopy}</p>
      </div>
      <ScheduleLine schedule={schedule} position={position} />
      {!followed && (
        <p class="replay-left" role="status">
          {words.leftSchedule}
        </p>
      )}
      <div class="replay-buttons">
        <button
          type="button"
          class="button is-primary"
          ref={next}
          aria-disabled={!canGoOn}
          onClick={() => canGoOn && void model.send({ kind: "replay-next", all: false })}
        >
          <Icon svg={play} />
          {words.next}
          <span class="next-letter">{canGoOn ? letter : ""}</span>
        </button>
        <button
          type="button"
          class="button"
          aria-disabled={!canGoOn}
          onClick={() => canGoOn && void model.send({ kind: "replay-next", all: true })}
        >
          <Icon svg={skipForward} />
          {words.runRest}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled={back === 0}
          onClick={() => back > 0 && void model.send({ kind: "replay-back" })}
        >
          <Icon svg={undo} />
          {words.stepBack}
        </button>
        <button type="button" class="button" onClick={() => closeAndReturn(replay, model)}>
          <Icon svg={close} />
          {words.close}
        </button>
      </div>
    </div>
  );
}

/** Closes it, and gives the focus to the outcome that was replayed. */
function closeAndReturn({ of }: ReplayView, model: OrdersModel): void {
  void model.closeReplay();
  if (of.kind === "outcome")
    requestAnimationFrame(() => document.getElementById(`outcome-${of.outcome + 1}`)?.focus());
}

function tellWhat({ of }: ReplayView, { race }: OrdersModel, words: OrdersWords): string {
  if (of.kind === "outcome") return words.replayTitle(of.outcome + 1);
  if (of.kind === "schedule") return words.replayOf;
  const stretch = race.value.stretches.find(({ id }) => id === of.stretch);
  if (stretch === undefined) return words.replayOf;
  return words.replayOfStretch(words.listOf(stretch.requests.map(({ request }) => String(request))));
}

function Lanes({ replay, model }: { replay: ReplayView; model: OrdersModel }) {
  const race = raceModelOf(useApp());
  /** Undefined until the learner has opened or closed a card: then it is the one whose turn is next, or was last. */
  const chosen = useSignal<RequestId | null | undefined>(undefined);
  const open = chosen.value === undefined ? (laneInTurn(replay)?.request ?? null) : chosen.value;
  return (
    <LaneList
      lanes={replay.lanes}
      open={open}
      onMove={(request, length) => void model.send({ kind: "replay-move", request, length })}
      onToggle={(request) => {
        chosen.value = open === request ? null : request;
      }}
      onShowLine={race.showLine}
    />
  );
}

/** How it ended, once it has. */
function End({ replay: { outcome, deadlock, lanes }, words }: { replay: ReplayView; words: OrdersWords }) {
  if (outcome !== undefined) return <Ended outcome={outcome} lanes={lanes} words={words} />;
  if (deadlock === undefined) return null;
  return (
    <div class="replay-end is-bad" role="status">
      <h4>
        <Icon svg={warning} />
        {words.isStuck}
      </h4>
      {tellDeadlock(deadlock, lanes, words).map((text) => (
        <p key={text}>{`${text}.`}</p>
      ))}
    </div>
  );
}

function Ended({
  outcome,
  lanes,
  words,
}: {
  outcome: OutcomeView;
  lanes: ReplayView["lanes"];
  words: OrdersWords;
}) {
  return (
    <div class="replay-end" role="status">
      <h4>{words.itEnds}</h4>
      <Losses outcome={outcome} others={null} lanes={lanes} />
      <OutcomeFacts groups={compareFacts([outcome]).different[0] ?? []} />
    </div>
  );
}
