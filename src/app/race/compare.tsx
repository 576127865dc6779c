/**
 * The same requests in the same order, run on two copies of the site with different options, side by side.
 */
import { useComputed } from "@preact/signals";
import type { ComparedView, ComparisonView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { close, success, warning } from "../components/icons.ts";
import {
  areSame,
  firstSides,
  knownSchedules,
  lanesOf,
  type Sides,
  tellDifference,
  tellNote,
  tellOptions,
  tellPostponed,
} from "./comparing.ts";
import type { ComparedOptions, OrdersModel } from "./orders-model.ts";
import { type OrdersWords, useOrdersWords } from "./orders-words.ts";
import { Losses, OutcomeFacts } from "./outcome-card.tsx";
import { compareFacts, type FactGroup } from "./outcome-facts.ts";
import { ScheduleLine } from "./schedule-line.tsx";
import { Timeline } from "./timeline.tsx";
import { useTimelineWords } from "./timeline-words.ts";
import { useOrders } from "./use-orders.ts";
import "./compare.css";

export function Comparison() {
  const model = useOrders();
  const words = useOrdersWords();
  const { comparison } = model.race.value;
  return (
    <section class="compare" aria-label={words.compare}>
      <Choose model={model} words={words} />
      {comparison !== undefined && <Compared comparison={comparison} model={model} words={words} />}
    </section>
  );
}

function Choose({ model, words }: { model: OrdersModel; words: OrdersWords }) {
  const { workspace } = useApp();
  const configuration = useComputed(() => workspace.state.value?.configuration);
  const schedules = knownSchedules(model.shown.value);
  if (configuration.value === undefined) return null;
  const sides = model.options.value ?? firstSides(configuration.value);
  const chosen = model.schedule.value ?? schedules.first?.schedule ?? "";
  const isKnown = schedules.all.some(({ schedule }) => schedule === chosen);
  const source = model.source.value;
  const canRun = !areSame(sides) && (source !== null || isKnown);
  const set = (changes: Partial<Sides>) => {
    model.options.value = { ...sides, ...changes };
  };
  return (
    <form
      class="compare-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (canRun) void model.compare(sides, isKnown ? chosen : undefined);
      }}
    >
      <p class="soft">{words.compareHint}</p>
      <div class="compare-sides">
        <Options side={words.left} options={sides.left} set={(left) => set({ left })} words={words} />
        <Options side={words.right} options={sides.right} set={(right) => set({ right })} words={words} />
      </div>
      <div class="compare-run">
        <label>
          {words.schedule}
          <select
            value={isKnown ? chosen : ""}
            onChange={({ currentTarget }) => {
              model.schedule.value = currentTarget.value;
            }}
          >
            <option value="">{words.turnByTurn}</option>
            {schedules.all.map(({ place, schedule }) => (
              <option key={schedule} value={schedule}>
                {words.asOutcome(place, schedule)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button is-primary" disabled={!canRun}>
          {words.runCompare}
        </button>
      </div>
      {areSame(sides) && <p class="soft">{words.sameBoth}</p>}
      {source === null && !isKnown && <p class="soft">{words.tooFew}</p>}
    </form>
  );
}

function Options({
  side,
  options,
  set,
  words,
}: {
  side: string;
  options: ComparedOptions;
  set: (options: ComparedOptions) => void;
  words: OrdersWords;
}) {
  const change = (changes: Partial<ComparedOptions>) => set({ ...options, ...changes });
  const name = (option: string) => words.sideOf(side, option);
  return (
    <fieldset>
      <legend>{side}</legend>
      <Select
        label={words.sessions}
        name={name(words.sessions)}
        value={options.persistent_session ? "disk" : "memory"}
        choices={{ memory: words.inMemory, disk: words.onDisk }}
        onChoose={(where) => change({ persistent_session: where === "disk" })}
      />
      <Select
        label={words.server}
        name={name(words.server)}
        value={options.server}
        choices={{
          monoprocess: words.monoprocess,
          multithread: words.multithread,
          multiprocess: words.multiprocess,
          cgi: words.cgi,
        }}
        onChoose={(server) => change({ server })}
      />
      <Select
        label={words.lock}
        name={name(words.lock)}
        value={options.session_lock}
        choices={{ none: words.lockNone, request: "request", version: "version" }}
        onChoose={(session_lock) => change({ session_lock })}
      />
    </fieldset>
  );
}

function Select<Value extends string>({
  label,
  name,
  value,
  choices,
  onChoose,
}: {
  label: string;
  /** What it is called where several have the same label. */
  name: string;
  value: Value;
  choices: Record<Value, string>;
  onChoose: (value: Value) => void;
}) {
  const values = Object.keys(choices) as Value[];
  return (
    <label>
      {label}
      <select
        value={value}
        aria-label={name}
        onChange={({ currentTarget }) => {
          const chosen = values.find((one) => one === currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {choices[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Compared({
  comparison,
  model,
  words,
}: {
  comparison: ComparisonView;
  model: OrdersModel;
  words: OrdersWords;
}) {
  const { left, right, schedule } = comparison;
  const [heading, ...sentences] = tellDifference(comparison, words, useTimelineWords());
  const { common, different } = compareFacts([left.outcome, right.outcome]);
  return (
    <div class="compare-result">
      <div class="compare-difference" role="status">
        <h3>{heading}</h3>
        {sentences.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <button
        type="button"
        class="button compare-close"
        onClick={({ currentTarget }) => {
          currentTarget.closest(".compare")?.querySelector<HTMLElement>(".is-primary")?.focus();
          void model.send({ kind: "close-compare" });
        }}
      >
        <Icon svg={close} />
        {words.close}
      </button>
      {comparison.notes?.map((note) => (
        <p key={JSON.stringify(note)} class="soft">
          {tellNote(note, words)}
        </p>
      ))}
      {common.length > 0 && (
        <div class="orders-common">
          <h4>{words.sameOnBoth}</h4>
          <OutcomeFacts groups={common} />
        </div>
      )}
      <div class="compare-sides">
        <Side name={words.left} side={left} schedule={schedule} groups={different[0] ?? []} words={words} />
        <Side name={words.right} side={right} schedule={schedule} groups={different[1] ?? []} words={words} />
      </div>
    </div>
  );
}

function Side({
  name,
  side,
  schedule,
  groups,
  words,
}: {
  name: string;
  side: ComparedView;
  schedule: string;
  groups: readonly FactGroup[];
  words: OrdersWords;
}) {
  const { outcome, postponed, configuration, events } = side;
  const isLost = !outcome.serial;
  const lost = outcome.deadlock === undefined ? words.somethingLost : words.isStuck;
  const verdict = isLost ? lost : words.nothingLost;
  return (
    <section class="compare-side" aria-label={name}>
      <h3>
        {name} <span>{tellOptions(configuration, words)}</span>
      </h3>
      <ScheduleLine schedule={schedule} postponed={postponed} />
      {tellPostponed(schedule, side, words).map((text) => (
        <p key={text} class="soft">
          {text}
        </p>
      ))}
      <p class={`compare-verdict ${isLost ? "is-lost" : "is-good"}`}>
        <Icon svg={isLost ? warning : success} />
        {verdict}
      </p>
      <Losses outcome={outcome} others={null} lanes={lanesOf(events)} />
      <OutcomeFacts groups={groups} />
      <Timeline events={events} />
    </section>
  );
}
