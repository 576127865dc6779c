/**
 * All orders of the requests at hand, or some by chance: how many, what comes out, and what is lost.
 *
 * `<Orders />` needs nothing: the requests are those that are held or, with none held, the frames of the page shown.
 */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Configuration } from "../../project/index.ts";
import type { ExplorationView, OutcomeView, RaceSource } from "../../protocol/index.ts";
import { BrowserBadge } from "../components/browser-badge.tsx";
import { Icon, IconButton } from "../components/icon.tsx";
import { dice, info, stop, success, warning } from "../components/icons.ts";
import type { OrdersModel } from "./orders-model.ts";
import { type OrdersWords, useOrdersWords } from "./orders-words.ts";
import { OutcomeCard, OutcomeFacts } from "./outcome-card.tsx";
import { compareFacts } from "./outcome-facts.ts";
import { letterOf } from "./outcome-losses.ts";
import { Stretches } from "./stretches.tsx";
import { useOrders } from "./use-orders.ts";
import { countOutcomes, judge, summarise, tellProgress } from "./verdict.ts";
import "./orders.css";

/** So many outcomes are drawn before the learner asks for the rest. */
const fewOutcomes = 12;
/** How often what is going on is spoken, in milliseconds. */
const speechPause = 5000;

export function Orders() {
  const model = useOrders();
  const words = useOrdersWords();
  const shown = model.shown.value;
  return (
    <section class="orders" aria-label={words.allOrders}>
      <Ask model={model} words={words} />
      <Spoken text={shown === null ? "" : spokenOf(shown, words)} isFinal={shown?.state !== "running"} />
      {shown?.state === "running" && <Progress view={shown} model={model} words={words} />}
      {shown !== null && shown.state !== "running" && <Result view={shown} model={model} words={words} />}
      <Stretches />
    </section>
  );
}

function Ask({ model, words }: { model: OrdersModel; words: OrdersWords }) {
  const source = model.source.value;
  const isOff = source === null || model.isRunning.value;
  return (
    <div class="orders-ask">
      <div class="orders-buttons">
        <button
          type="button"
          class="button is-primary"
          data-place="explore"
          aria-disabled={isOff}
          onClick={() => source !== null && !isOff && void model.explore(source)}
        >
          {words.exploreAll}
        </button>
        <form
          class="orders-random"
          onSubmit={(event) => {
            event.preventDefault();
            if (source !== null && !isOff) void model.runRandom(source);
          }}
        >
          <button type="submit" class="button" aria-disabled={isOff}>
            {words.runRandom}
          </button>
          <label>
            {words.seed}
            <input
              class="text-field"
              inputMode="numeric"
              pattern="\s*[0-9]{1,10}\s*"
              autocomplete="off"
              title={words.sameSeed}
              value={model.seed.value}
              onInput={({ currentTarget }) => {
                model.seed.value = currentTarget.value;
              }}
            />
          </label>
          <IconButton icon={dice} label={words.newSeed} onClick={model.drawSeed} />
        </form>
      </div>
      <p class="soft">{tellSource(source, model, words)}</p>
    </div>
  );
}

function tellSource(source: RaceSource | null, model: OrdersModel, words: OrdersWords): string {
  const count = model.available.value;
  if (source === null) return count === 1 && model.isHeld.value ? words.oneHeld : words.tooFew;
  return source.kind === "held" ? words.ofHeld(count) : words.ofFrames(count, model.page.value);
}

function Progress({ view, model, words }: { view: ExplorationView; model: OrdersModel; words: OrdersWords }) {
  const { random, orders } = view;
  return (
    <div class="orders-progress">
      <progress
        aria-label={words.working}
        {...(random === undefined ? {} : { max: random.count, value: Number(orders) })}
      />
      <p>{tellProgress(view, words)}</p>
      <button
        type="button"
        class="button"
        onClick={({ currentTarget }) => {
          // This button is about to go.
          currentTarget.closest(".orders")?.querySelector<HTMLElement>(".is-primary")?.focus();
          void model.stop();
        }}
      >
        <Icon svg={stop} />
        {words.cancel}
      </button>
    </div>
  );
}

function Result({ view, model, words }: { view: ExplorationView; model: OrdersModel; words: OrdersWords }) {
  const { outcomes, requests, random, judged } = view;
  const [isWhole, showWhole] = useState(false);
  const { common, different } = useMemo(() => compareFacts(outcomes), [outcomes]);
  const known = outcomesOfAll(view, model);
  const drawn = isWhole ? outcomes : outcomes.slice(0, fewOutcomes);
  const counted = drawn.map(({ orders }) =>
    random === undefined ? words.ordersOfOutcome(orders) : words.ofRandom(orders, random.count),
  );
  const longest = Math.max(0, ...counted.map(({ length }) => length));
  return (
    <div class="orders-result">
      <h3>{summarise(view, words)}</h3>
      <Requests view={view} />
      {view.outdated === true && <p class="orders-note">{words.outdated}</p>}
      {view.problem !== undefined && <p class="orders-note is-problem">{view.problem}</p>}
      {view.state === "stopped" && view.problem === undefined && (
        <p class="orders-note">{words.wasStopped}</p>
      )}
      {view.state === "limited" && <p class="orders-note">{words.wasLimited(view.limit)}</p>}
      {outcomes.length < countOutcomes(view) && (
        <p class="orders-note">{words.onlyFirst(outcomes.length, countOutcomes(view))}</p>
      )}
      {outcomes.length > 0 && <VerdictBox view={view} words={words} />}
      {common.length > 0 && (
        <div class="orders-common">
          <h4>{words.inCommon}</h4>
          <OutcomeFacts groups={common} />
        </div>
      )}
      <ol class="outcomes" aria-label={words.outcomes} style={`--counted: ${longest}ch`}>
        {drawn.map((outcome, index) => (
          <OutcomeCard
            key={outcome.schedule}
            outcome={outcome}
            place={index + 1}
            groups={different[index] ?? []}
            counted={counted[index] ?? ""}
            counterpart={tellCounterpart(model.counterpart(outcome), words)}
            others={known}
            lanes={requests}
            isJudged={judged}
            onReplay={() => {
              // While others are on their way, the worker has these no more.
              if (!model.isRunning.value) void model.replay({ kind: "outcome", outcome: index });
            }}
          />
        ))}
      </ol>
      {drawn.length < outcomes.length && (
        <button
          type="button"
          class="button"
          onClick={() => {
            showWhole(true);
            requestAnimationFrame(() => document.getElementById(`outcome-${drawn.length + 1}`)?.focus());
          }}
        >
          {words.showMore(outcomes.length - drawn.length)}
        </button>
      )}
    </div>
  );
}

/** Every outcome that there is, where all orders are known. */
function outcomesOfAll(view: ExplorationView, model: OrdersModel): readonly OutcomeView[] | null {
  const [first] = view.outcomes;
  const all = view.random === undefined || first === undefined ? view : model.counterpart(first)?.of;
  return all?.state === "complete" && all.random === undefined ? all.outcomes : null;
}

function tellCounterpart(found: ReturnType<OrdersModel["counterpart"]>, words: OrdersWords): string {
  if (found === null) return "";
  const { outcome, of } = found;
  if (of.random === undefined) return outcome === null ? "" : words.ofAll(outcome.share);
  return words.byChance(outcome?.orders ?? 0, of.random.count);
}

/** Whose orders they are, by their letters, and under which server. */
function Requests({ view: { requests, server } }: { view: ExplorationView }) {
  const words = useOrdersWords();
  return (
    <ul class="orders-requests" aria-label={words.lanesAre}>
      {requests.map(({ lane, browser, method, url }) => (
        <li key={lane}>
          <strong class="lane-letter">{letterOf(lane)}</strong>
          <span class="orders-url">
            {method} {pathOf(url)}
          </span>
          <BrowserBadge id={browser} />
        </li>
      ))}
      <li class="soft">{isKind(server) ? words[server] : server}</li>
    </ul>
  );
}

function isKind(server: string): server is Configuration["server"] {
  return ["monoprocess", "multithread", "multiprocess", "cgi"].includes(server);
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url, "http://localhost");
  return pathname + search;
}

function VerdictBox({ view, words }: { view: ExplorationView; words: OrdersWords }) {
  const { tone, sentences } = judge(view, words);
  const icons = { good: success, bad: warning, open: info };
  return (
    <div class={`orders-verdict is-${tone}`}>
      <Icon svg={icons[tone]} />
      <div>
        {sentences.map((text, index) => (
          <p key={text}>{index === 0 ? <strong>{text}</strong> : text}</p>
        ))}
      </div>
    </div>
  );
}

function spokenOf(view: ExplorationView, words: OrdersWords): string {
  if (view.state === "running") return tellProgress(view, words);
  return [summarise(view, words), judge(view, words).sentences[0]].join(" ");
}

/** Says `text` to screen readers: at once when it is final, else now and then. */
function Spoken({ text, isFinal }: { text: string; isFinal: boolean }) {
  const [spoken, speak] = useState("");
  const newest = useRef(text);
  newest.current = text;
  useEffect(() => {
    if (isFinal) return speak(text);
    const timer = setInterval(() => speak(newest.current), speechPause);
    return () => clearInterval(timer);
  }, [isFinal, isFinal && text]);
  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
