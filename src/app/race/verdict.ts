/** What a result says as a whole: lost, stuck, refused, or the proof that nothing is lost. */
import type { ExplorationView, OutcomeView } from "../../protocol/index.ts";
import type { OrdersWords } from "./orders-words.ts";

export interface Verdict {
  /** `open`: nobody can tell yet. */
  tone: "good" | "bad" | "open";
  sentences: string[];
}

/** The verdict on `view`, which is not running any more. */
export function judge(view: ExplorationView, words: OrdersWords): Verdict {
  const { orders: of, outcomes } = view;
  const stuck = outcomes.filter(({ deadlock }) => deadlock !== undefined);
  const lost = outcomes.filter(({ serial, deadlock }) => !serial && deadlock === undefined);
  const refused = outcomes.filter(({ pages }) => pages.some((page) => page.refused));
  const told = (some: OutcomeView[], tell: (orders: string, of: string, share: number) => string) =>
    some.length === 0 ? [] : [tell(String(countOrders(some)), of, sumShares(some))];
  const sticking = told(stuck, words.someStick);
  const refusing = told(refused, words.someRefused);
  if (!view.judged)
    return { tone: stuck.length > 0 ? "bad" : "open", sentences: [...sticking, words.notJudged] };
  if (lost.length + stuck.length > 0)
    return { tone: "bad", sentences: [...told(lost, words.someLose), ...sticking, ...refusing] };
  return { ...agreement(view, of, words), sentences: [...agreement(view, of, words).sentences, ...refusing] };
}

/** Every outcome is one of a serial order. That proves something only if all orders are known. */
function agreement(view: ExplorationView, of: string, words: OrdersWords): Verdict {
  if (view.random !== undefined) return { tone: "open", sentences: [words.agreeRandom(of)] };
  if (view.state !== "complete") return { tone: "open", sentences: [words.agreeSoFar] };
  const count = countOutcomes(view);
  const end = count > 1 ? words.orderDecides(count) : words.endsAlike;
  const failing = view.outcomes.filter(({ pages }) => pages.some(({ failed }) => failed));
  const sentences = [words.proof(of), ...(of === "1" ? [] : [end])];
  if (failing.length === 0) return { tone: "good", sentences };
  // Nothing is lost between them; but nobody should take that for a page that works.
  return { tone: "open", sentences: [...sentences, words.someFail(String(countOrders(failing)), of)] };
}

/** The first line of a result. */
export function summarise(view: ExplorationView, words: OrdersWords): string {
  const { orders, random, state } = view;
  const count = countOutcomes(view);
  if (random !== undefined) return words.summaryRandom(orders, count, random.seed);
  const tell = state === "complete" ? words.summary : words.summaryAtLeast;
  return tell(orders, count);
}

/** How far a running one is. */
export function tellProgress(view: ExplorationView, words: OrdersWords): string {
  const { orders, states, random } = view;
  return random === undefined
    ? words.soFar(orders, states, countOutcomes(view))
    : words.triedSoFar(orders, random.count);
}

/** How many different outcomes there are: not all of many are listed. */
export function countOutcomes({ outcomeCount, outcomes }: ExplorationView): number {
  return outcomeCount ?? outcomes.length;
}

function countOrders(outcomes: readonly OutcomeView[]): bigint {
  return outcomes.reduce((sum, { orders }) => sum + BigInt(orders), 0n);
}

function sumShares(outcomes: readonly OutcomeView[]): number {
  return outcomes.reduce((sum, { share }) => sum + share, 0);
}
