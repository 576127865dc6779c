/** One outcome: how many orders lead to it, what it loses, and the sessions, cookies and pages that it ends with. */
import type { ComponentChildren } from "preact";
import type { OutcomeView } from "../../protocol/index.ts";
import type { RequestId } from "../../trace/index.ts";
import { useApp } from "../app-model.ts";
import { SessionBadge } from "../components/badge.tsx";
import { BrowserBadge } from "../components/browser-badge.tsx";
import { Icon } from "../components/icon.tsx";
import { failure, info, warning } from "../components/icons.ts";
import { type OrdersWords, useOrdersWords } from "./orders-words.ts";
import type { Fact, FactGroup } from "./outcome-facts.ts";
import { letterOf, tellDeadlock, tellLosses } from "./outcome-losses.ts";
import "./outcome-card.css";

/** A lane as far as sentences need it. */
export interface KnownLane {
  lane: number;
  request?: RequestId;
}

/** `place` counts from 1. `counterpart` says how the other kind of result met it. */
export function OutcomeCard({
  outcome,
  place,
  groups,
  counted,
  counterpart = "",
  others,
  lanes,
  isJudged,
  onReplay,
}: {
  outcome: OutcomeView;
  place: number;
  groups: readonly FactGroup[];
  counted: string;
  counterpart?: string;
  others: readonly OutcomeView[] | null;
  lanes: readonly KnownLane[];
  isJudged: boolean;
  onReplay: () => void;
}) {
  const words = useOrdersWords();
  return (
    <li class="outcome" data-verdict={verdictOf(outcome, isJudged)}>
      <div class="outcome-head">
        <button
          type="button"
          class="outcome-name"
          id={`outcome-${place}`}
          aria-label={words.replayOutcome(place)}
          title={words.replayOutcome(place)}
          onClick={onReplay}
        >
          {words.outcome(place)}
        </button>
        <OutcomeVerdict outcome={outcome} isJudged={isJudged} />
        <span class="outcome-share">
          <span class="share-bar" aria-hidden="true">
            <span style={`inline-size: ${outcome.share * 100}%`} />
          </span>
          <strong>{words.share(outcome.share)}</strong>
        </span>
        <span class="outcome-orders">{counted}</span>
        {counterpart !== "" && <span class="outcome-orders">{counterpart}</span>}
      </div>
      <Losses outcome={outcome} others={others} lanes={lanes} />
      <OutcomeFacts groups={groups} />
      <p class="outcome-schedule">
        {words.shortest} <code>{outcome.schedule}</code>
      </p>
    </li>
  );
}

type OutcomeVerdictName = "serial" | "lost" | "stuck" | "open";

function verdictOf({ deadlock, serial }: OutcomeView, isJudged: boolean): OutcomeVerdictName {
  if (deadlock !== undefined) return "stuck";
  if (!isJudged) return "open";
  return serial ? "serial" : "lost";
}

function OutcomeVerdict({ outcome, isJudged }: { outcome: OutcomeView; isJudged: boolean }) {
  const words = useOrdersWords();
  const verdict = verdictOf(outcome, isJudged);
  const says = {
    serial: { text: words.isSerial, icon: info },
    lost: { text: words.loses, icon: warning },
    stuck: { text: words.isStuck, icon: failure },
    open: { text: words.notYetJudged, icon: info },
  };
  return (
    <span class={`outcome-verdict is-${verdict}`}>
      {verdict !== "serial" && <Icon svg={says[verdict].icon} />}
      {says[verdict].text}
    </span>
  );
}

/** What is lost, or who waits for whom for ever; nothing where there is neither. */
export function Losses({
  outcome,
  others,
  lanes,
}: {
  outcome: OutcomeView;
  others: readonly OutcomeView[] | null;
  lanes: readonly KnownLane[];
}) {
  const words = useOrdersWords();
  const waits = outcome.deadlock === undefined ? [] : tellDeadlock(outcome.deadlock, lanes, words);
  const losses = tellLosses(outcome, words, others);
  if (waits.length + losses.length === 0) return null;
  return (
    <ul class="outcome-losses">
      {waits.map((text) => (
        <li key={text}>{sentence(text)}</li>
      ))}
      {losses.map(({ session, browser, text }) => (
        <li key={`${session ?? browser ?? ""} ${text}`}>
          {session !== undefined && <SessionBadge id={session} />}
          {browser !== undefined && <BrowserBadge id={browser} />}
          {session === undefined && browser === undefined ? sentence(text) : `${text}.`}
        </li>
      ))}
    </ul>
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Sessions, cookies and pages, a line each. */
export function OutcomeFacts({ groups }: { groups: readonly FactGroup[] }) {
  const words = useOrdersWords();
  if (groups.length === 0) return null;
  return (
    <ul class="outcome-facts">
      {groups.map(({ about, facts }) => (
        <li key={about}>
          {facts[0] !== undefined && <About fact={facts[0]} words={words} />}
          {facts.map((fact) => (
            <FactView key={"name" in fact ? fact.name : fact.kind} fact={fact} words={words} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function About({ fact, words }: { fact: Fact; words: OrdersWords }) {
  switch (fact.kind) {
    case "session":
    case "attribute":
      return (
        <Named name={words.ofSession}>
          <SessionBadge id={fact.session} />
        </Named>
      );
    case "cookie":
      return (
        <Named name={words.jarOf}>
          <BrowserBadge id={fact.browser} />
        </Named>
      );
    case "page":
      return <Named name="">{words.request(letterOf(fact.lane))}</Named>;
  }
}

function Named({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <span class="about">
      {name} {children}
    </span>
  );
}

function FactView({ fact, words }: { fact: Fact; words: OrdersWords }) {
  switch (fact.kind) {
    case "session":
      return <SessionFact fact={fact} words={words} />;
    case "attribute":
      return fact.value === null ? (
        <span class="is-none">{words.hasNone(fact.name)}</span>
      ) : (
        <code>{`${fact.name} = ${fact.value}`}</code>
      );
    case "cookie":
      return <CookieFact {...fact} words={words} />;
    case "page":
      return (
        <>
          <code class={fact.status >= 400 ? "is-bad" : ""}>{fact.status}</code>
          {fact.refused && <span class="is-none">{words.refused}</span>}
          {fact.failed && <span class="is-none">{words.pageFailed}</span>}
          {fact.text === "" ? (
            <span class="is-none">{words.emptyPage}</span>
          ) : (
            <q class="page-text">{fact.text}</q>
          )}
        </>
      );
  }
}

/** A cookie whose value is a session's id shows that session. */
function CookieFact({ name, value, words }: { name: string; value: string | null; words: OrdersWords }) {
  const { inspector } = useApp();
  if (value === null) return <span class="is-none">{words.hasNone(name)}</span>;
  const isKey = name === "sessionId" || inspector.sessionFacts.value.has(value);
  return (
    <span>
      <code>{`${name} = `}</code>
      {isKey ? <SessionBadge id={value} /> : <code>{value}</code>}
    </span>
  );
}

function SessionFact({ fact, words }: { fact: Extract<Fact, { kind: "session" }>; words: OrdersWords }) {
  if (fact.holders === null) return <span class="is-none">{words.isGone}</span>;
  const where =
    fact.at === "disk" ? words.onDisk : fact.process === undefined ? "" : words.inMemoryOf(fact.process);
  return (
    <>
      {fact.holders.length === 0 && <span class="is-orphan">{words.orphan}</span>}
      {fact.holders.map((holder) => (
        <BrowserBadge key={holder} id={holder} />
      ))}
      {where !== "" && <span class="is-none">{where}</span>}
    </>
  );
}
