import { expect, test } from "vitest";
import type { ExplorationView, OutcomeView } from "../../protocol/index.ts";
import { ordersWords } from "./orders-words.ts";
import { judge, summarise, tellProgress } from "./verdict.ts";

const { en, fr } = ordersWords;

function outcome(facts: Partial<OutcomeView>): OutcomeView {
  return {
    orders: "1",
    share: 1,
    serial: true,
    schedule: "AB",
    losses: [],
    sessions: [],
    jars: [],
    pages: [],
    ...facts,
  };
}

function exploration(outcomes: OutcomeView[], facts: Partial<ExplorationView> = {}): ExplorationView {
  return {
    state: "complete",
    requests: [],
    server: "multithread",
    orders: "924",
    states: 49,
    outcomes,
    judged: true,
    ...facts,
  };
}

const both = [outcome({ orders: "600", share: 600 / 924 }), outcome({ orders: "324", share: 324 / 924 })];
const refused = { lane: 2, status: 409, text: "", refused: true };

test("the proof of the cure: every order agrees with a serial one, and the order still decides", () => {
  const verdict = judge(exploration(both), en);
  expect(verdict).toEqual({
    tone: "good",
    sentences: [
      "All 924 orders agree with some serial order: nothing is lost.",
      "The order still decides which of the 2 outcomes it is.",
    ],
  });
  expect(judge(exploration(both), fr).sentences[0]).toBe(
    "Les 924 ordres s’accordent tous avec un ordre en série : rien n’est perdu.",
  );
});

test("pages that end with an error are said, and are no success, though nothing is lost", () => {
  const failed = { lane: 1, status: 200, text: "", refused: false, failed: true };
  const verdict = judge(exploration([outcome({ orders: "924", pages: [failed] })]), en);
  expect(verdict.tone).toBe("open");
  expect(verdict.sentences.at(-1)).toBe(
    "In 924 of 924 orders a page ends with an error all the same, as it does after a serial order.",
  );
});

test("with one outcome the order decides nothing, and one order is told as one", () => {
  expect(judge(exploration([outcome({ orders: "924" })]), en).sentences[1]).toBe(
    "Whatever the order, it ends alike.",
  );
  expect(judge(exploration([outcome({})], { orders: "1" }), en).sentences).toEqual([
    "The only order is a serial one: nothing is lost.",
  ]);
});

test("two orders are both", () => {
  const two = exploration([outcome({})], { orders: "2" });
  expect(judge(two, en).sentences[0]).toBe("Both orders agree with some serial order: nothing is lost.");
  expect(judge(two, fr).sentences[0]).toBe(
    "Les 2 ordres s’accordent avec un ordre en série : rien n’est perdu.",
  );
});

test("a proof tells of requests that were refused", () => {
  const outcomes = [outcome({ orders: "600" }), outcome({ orders: "324", pages: [refused] })];
  const { tone, sentences } = judge(exploration(outcomes), en);
  expect(tone).toBe("good");
  expect(sentences.at(-1)).toMatch(/^In 324 of 924 orders a request is refused with 409/);
});

test("what loses is counted over all its outcomes, in the language's own digits", () => {
  const lost = { serial: false, share: 0.25 };
  const outcomes = [outcome({ ...lost, orders: "4288284" }), outcome({ ...lost, orders: "4288284" })];
  const view = exploration(outcomes, { orders: "17153136" });
  expect(judge(view, en)).toEqual({
    tone: "bad",
    sentences: ["8,576,568 of 17,153,136 orders (50%) lose something: no serial order ends like that."],
  });
  expect(judge(view, fr).sentences[0]?.replace(/\s/g, " ")).toBe(
    "8 576 568 ordres sur 17 153 136 (50 %) perdent quelque chose : aucun ordre en série ne finit ainsi.",
  );
});

test("a deadlock is no lost update, and is told even where nothing was judged", () => {
  const stuck = outcome({ serial: false, orders: "8", share: 0.4, deadlock: { waits: [] } });
  const told = "In 8 of 20 orders (40%) requests wait for each other for ever.";
  expect(judge(exploration([outcome({}), stuck], { orders: "20" }), en)).toEqual({
    tone: "bad",
    sentences: [told],
  });
  expect(judge(exploration([stuck], { orders: "20", judged: false }), en).sentences).toEqual([
    told,
    en.notJudged,
  ]);
});

test("neither random orders nor a part of all orders prove anything", () => {
  const random = exploration(both, { orders: "200", random: { count: 200, seed: 7 } });
  expect(judge(random, en)).toMatchObject({ tone: "open" });
  expect(judge(random, en).sentences[0]).toMatch(
    /^All 200 random orders agree .* Only exploring every order proves/,
  );
  expect(judge(exploration(both, { state: "limited" }), en)).toMatchObject({
    tone: "open",
    sentences: [en.agreeSoFar],
  });
});

test("the first line counts orders and outcomes, at least where not all are known", () => {
  expect(summarise(exploration(both), en)).toBe("924 orders, 2 outcomes.");
  expect(summarise(exploration(both), fr)).toBe("924 ordres, 2 issues.");
  expect(summarise(exploration([outcome({})], { orders: "1" }), en)).toBe("1 order, 1 outcome.");
  expect(summarise(exploration(both, { state: "stopped" }), en)).toBe(
    "At least 924 orders, at least 2 outcomes.",
  );
  expect(summarise(exploration(both, { outcomeCount: 71 }), en)).toBe("924 orders, 71 outcomes.");
  const random = exploration(both, { orders: "200", random: { count: 200, seed: 4711 } });
  expect(summarise(random, en)).toBe("200 random orders, 2 outcomes. Seed 4711: same seed, same orders.");
});

test("progress tells what is known so far", () => {
  expect(tellProgress(exploration(both, { orders: "12345", states: 1 }), en)).toBe(
    "12,345 orders so far, 1 state, 2 outcomes",
  );
  const random = exploration(both, { orders: "57", random: { count: 200, seed: 1 } });
  expect(tellProgress(random, fr)).toBe("57 sur 200 ordres au hasard");
});

test("a share that is not nothing is never told as nothing, nor as all", () => {
  expect([0, 0.0001, 0.5, 0.9999, 1].map(en.share)).toEqual(["0%", "< 0.1%", "50%", "> 99.9%", "100%"]);
});
