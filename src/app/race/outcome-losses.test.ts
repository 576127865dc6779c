import { expect, test } from "vitest";
import type { OutcomeDifference, OutcomeView } from "../../protocol/index.ts";
import { ordersWords } from "./orders-words.ts";
import { tellDeadlock, tellLosses } from "./outcome-losses.ts";

const { en, fr } = ordersWords;

function outcome(losses: OutcomeDifference[], n: string | null = "1", serial = false): OutcomeView {
  const attributes = n === null ? [] : [{ name: "n", value: n }];
  return {
    orders: "1",
    share: 1,
    serial,
    schedule: "AB",
    losses,
    sessions: [{ id: "1f3a", storage: "memory", attributes, holders: ["A"] }],
    jars: [],
    pages: [],
  };
}

const attribute = (values: { value?: string; serial?: string }): OutcomeDifference => ({
  kind: "attribute",
  session: "1f3a",
  name: "n",
  ...values,
});

test("a lost update names what it is and what it is after the nearest serial order", () => {
  const lost = outcome([attribute({ value: "1", serial: "2" })]);
  expect(tellLosses(lost, en)).toEqual([
    { session: "1f3a", text: "n is 1; after the nearest serial order it is 2" },
  ]);
  expect(tellLosses(lost, fr)[0]?.text).toBe("n vaut 1 ; après l’ordre en série le plus proche, c’est 2");
});

test("where every serial outcome says the same, so does the sentence", () => {
  const lost = outcome([attribute({ value: "1", serial: "2" })]);
  const every = [lost, outcome([], "2", true), outcome([], "2", true)];
  expect(tellLosses(lost, en, every)[0]?.text).toBe("n is 1; after every serial order it is 2");
  expect(tellLosses(lost, en, [...every, outcome([], "3", true)])[0]?.text).toMatch(/nearest serial order/);
  expect(tellLosses(lost, en, [lost])[0]?.text).toMatch(/nearest serial order/);
});

test("what is gone and what should not be there are told", () => {
  const losses = [
    attribute({ serial: "2" }),
    attribute({ value: "1" }),
    { kind: "session", session: "1f3a", exists: true },
    { kind: "session", session: "1f3a", exists: false },
    { kind: "cookie", browser: "A", name: "sessionId", serial: "1f3a" },
    { kind: "page", lane: 2, status: 500, serialStatus: 200 },
  ] satisfies OutcomeDifference[];
  expect(tellLosses(outcome(losses), en)).toEqual([
    { session: "1f3a", text: "there is no n; after the nearest serial order it is 2" },
    { session: "1f3a", text: "n is 1; after the nearest serial order there is none" },
    { session: "1f3a", text: "it is still there; after the nearest serial order it is gone" },
    { session: "1f3a", text: "it is gone; after the nearest serial order it is there" },
    { browser: "A", text: "there is no cookie sessionId; after the nearest serial order it is 1f3a" },
    { text: "request B is answered with 500; after the nearest serial order with 200" },
  ]);
});

test("pages of one status differ in what they say", () => {
  const page = (text: string) => [{ lane: 2, status: 200, text, refused: false }];
  const lost = {
    ...outcome([{ kind: "page", lane: 2, status: 200, serialStatus: 200 }]),
    pages: page("1"),
  };
  const serial = (text: string) => ({ ...outcome([], "2", true), pages: page(text) });
  expect(tellLosses(lost, en, [serial("2"), serial("3")])).toEqual([
    { text: "request B gets “1”; after every serial order it gets another page" },
  ]);
  expect(tellLosses(lost, fr, [serial("2"), serial("1")])).toEqual([
    { text: "la requête B reçoit « 1 » ; après l’ordre en série le plus proche, elle en reçoit une autre" },
  ]);
});

test("a deadlock names its requests by their letters, where it knows their lanes", () => {
  const waits = [
    { request: 4, what: "the lock made at verrous.py, line 3", holder: 5, ended: false },
    { request: 5, what: "the lock made at verrous.py, line 4", holder: 9, ended: true },
  ];
  expect(
    tellDeadlock(
      { waits },
      [
        { lane: 1, request: 4 },
        { lane: 2, request: 5 },
      ],
      en,
    ),
  ).toEqual([
    "request A waits for the lock made at verrous.py, line 3, which request B holds",
    "request B waits for the lock made at verrous.py, line 4, which request 9 never released",
  ]);
  expect(tellDeadlock({ waits: waits.slice(0, 1) }, [], fr)).toEqual([
    "la requête 4 attend le verrou créé à verrous.py, ligne 3, que tient la requête 5",
  ]);
});
