/**
 * Outcomes made comparable: each is a set of facts, and what all outcomes have in common is told once.
 *
 *     in common       page A: 200 “visit 1”
 *     outcome 1       session 1f3a: n = 2
 *     outcome 2       session 1f3a: n = 1        page B: 500 “…”
 *
 * Chance belongs to the request, so the same request makes the same session id in every order, and facts can be compared by name.
 */
import type { DeadlockView, OutcomeView } from "../../protocol/index.ts";
import type { BrowserId } from "../../trace/index.ts";

/** One thing that an outcome says. A null means that this outcome has no such thing, though another has. */
export type Fact =
  | { kind: "session"; session: string; at: "memory" | "disk"; process?: number; holders: BrowserId[] | null }
  | { kind: "attribute"; session: string; name: string; value: string | null }
  | { kind: "cookie"; browser: BrowserId; name: string; value: string | null }
  | { kind: "page"; lane: number; status: number; text: string; refused: boolean; failed: boolean };

/** Facts about one thing: a session, a jar, a page. */
export interface FactGroup {
  /** `session:1f3a`, `jar:A`, `page:1` */
  about: string;
  facts: Fact[];
}

export interface ComparedFacts {
  /** What every outcome says; empty when there is only one. */
  common: FactGroup[];
  /** For each outcome, what not all of them say. */
  different: FactGroup[][];
}

/** What a fact is about among facts of all outcomes. */
interface Known {
  fact: Fact;
  /** All that is compared, as text. */
  said: string;
}

/** Pages are compared whole and shown as text, so much of it, from about where they differ. */
const longestText = 140;
const textBefore = 24;

/** Tells what `outcomes` have in common from what each says alone. */
export function compareFacts(outcomes: readonly OutcomeView[]): ComparedFacts {
  const hasProcesses = outcomes.some(({ sessions }) => sessions.some(({ process = 1 }) => process > 1));
  const known = outcomes.map((outcome) => factsOf(outcome, hasProcesses));
  const keys = sortKeys(new Set(known.flatMap((facts) => [...facts.keys()])));
  const isCommon = (key: string) => known.every((facts) => facts.get(key)?.said === known[0]?.get(key)?.said);
  const common = outcomes.length < 2 ? [] : keys.filter(isCommon);
  const others = outcomes.length < 2 ? keys : keys.filter((key) => !isCommon(key));
  const texts = readableTexts(outcomes);
  const tell = (key: string, place: number): Fact[] => {
    const fact = known[place]?.get(key)?.fact ?? missing(key, known);
    if (fact === null || isOfNoSession(fact, known[place])) return [];
    return [fact.kind === "page" ? { ...fact, text: texts(fact.lane, place) } : fact];
  };
  return {
    common: group(common.flatMap((key) => tell(key, 0))),
    different: outcomes.map((_, place) => group(others.flatMap((key) => tell(key, place)))),
  };
}

/** Equal texts for equal outcomes, whoever found them and however often: what is counted is left out. */
export function outcomeKey({ sessions, jars, pages, deadlock }: OutcomeView): string {
  return JSON.stringify([sessions, jars, pages, deadlock === undefined ? null : waitsOf(deadlock)]);
}

/** The page as text: tags and runs of white space are one space each. */
export function plainText(html: string): string {
  return html
    .replace(/<(script|style|head)\b.*?<\/\1\s*>|<!--.*?-->|<[^>]*>/gis, " ")
    .replace(/&nbsp;|\s+/g, " ")
    .replace(/&(lt|gt|amp|quot|#39);/g, (reference) => characters[reference] ?? reference)
    .trim();
}

const characters: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
};

function waitsOf({ waits }: DeadlockView): unknown {
  return waits.map(({ request, what, holder }) => [request, what, holder]);
}

/** Which process has a session is told where there are several. */
function factsOf({ sessions, jars, pages }: OutcomeView, hasProcesses: boolean): Map<string, Known> {
  const facts = new Map<string, Known>();
  const add = (key: string, fact: Fact) => facts.set(key, { fact, said: JSON.stringify(fact) });
  for (const { id, storage, process, holders, attributes } of sessions) {
    const where = process === undefined || !hasProcesses ? { at: storage } : { at: storage, process };
    add(`session:${id}`, { kind: "session", session: id, ...where, holders });
    for (const { name, value } of attributes)
      add(`session:${id} ${name}`, { kind: "attribute", session: id, name, value });
  }
  for (const { browser, cookies } of jars)
    for (const { name, value } of cookies)
      add(`jar:${browser} ${name}`, { kind: "cookie", browser, name, value });
  for (const { lane, status, text, refused, failed = false } of pages)
    add(`page:${lane}`, { kind: "page", lane, status, text, refused, failed });
  return facts;
}

/** Those of one thing together, in the order in which things first came up: sessions, then jars, then pages. */
function sortKeys(keys: ReadonlySet<string>): string[] {
  const kinds = ["session:", "jar:", "page:"];
  const things = [...new Set([...keys].map(thingOf))];
  const rank = (key: string) => kinds.findIndex((kind) => key.startsWith(kind));
  return [...keys].sort(
    (one, other) => rank(one) - rank(other) || things.indexOf(thingOf(one)) - things.indexOf(thingOf(other)),
  );
}

function thingOf(key: string): string {
  return key.split(" ", 1)[0] ?? key;
}

function missing(key: string, known: readonly Map<string, Known>[]): Fact | null {
  const fact = known.map((facts) => facts.get(key)?.fact).find((found) => found !== undefined);
  switch (fact?.kind) {
    case "session":
      return { ...fact, holders: null };
    case "attribute":
    case "cookie":
      return { ...fact, value: null };
    default:
      // A page that did not come: a deadlock says so.
      return null;
  }
}

/** A missing attribute goes without saying where the session itself is missing. */
function isOfNoSession(fact: Fact, facts: Map<string, Known> | undefined): boolean {
  return fact.kind === "attribute" && facts?.get(`session:${fact.session}`) === undefined;
}

function group(facts: readonly Fact[]): FactGroup[] {
  const groups: FactGroup[] = [];
  for (const fact of facts) {
    const about = aboutOf(fact);
    const last = groups.at(-1);
    if (last?.about === about) last.facts.push(fact);
    else groups.push({ about, facts: [fact] });
  }
  return groups;
}

function aboutOf(fact: Fact): string {
  switch (fact.kind) {
    case "session":
    case "attribute":
      return `session:${fact.session}`;
    case "cookie":
      return `jar:${fact.browser}`;
    case "page":
      return `page:${fact.lane}`;
  }
}

/** The text of a lane's page in one of the outcomes, cut so that what differs is seen. */
function readableTexts(outcomes: readonly OutcomeView[]): (lane: number, place: number) => string {
  const textsOf = (lane: number, read: (text: string) => string) =>
    outcomes.map(({ pages }) => read(pages.find((page) => page.lane === lane)?.text ?? ""));
  return (lane, place) => {
    const whole = textsOf(lane, (text) => text);
    const plain = textsOf(lane, plainText);
    // Pages that differ in their tags alone are shown with them.
    const texts = new Set(plain).size < new Set(whole).size ? whole : plain;
    const from = Math.max(0, commonStart(texts) - textBefore);
    return cut(texts[place] ?? "", from + textBefore < longestText ? 0 : from);
  };
}

function cut(text: string, from: number): string {
  const end = from + longestText;
  return `${from > 0 ? "…" : ""}${text.slice(from, end)}${end < text.length ? "…" : ""}`;
}

function commonStart(texts: readonly string[]): number {
  const [first = ""] = texts;
  if (texts.every((text) => text === first)) return 0;
  for (let at = 0; at < first.length; at += 1) {
    if (texts.some((text) => text[at] !== first[at])) return at;
  }
  return first.length;
}
