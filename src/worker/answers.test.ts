import { expect, test } from "vitest";
import { ANSWERS_KEPT, Answers } from "./answers.ts";
import type { StoredAnswer } from "./storage.ts";

function answer(request: number, changes: Partial<StoredAnswer> = {}): StoredAnswer {
  const asked = { browser: "A", method: "GET", url: "http://localhost/a.pih", bodyHash: "" };
  const said = { status: 200, statusText: "OK", fields: [], body: new Uint8Array(10) };
  return { request, ...asked, token: `t${request}`, awaited: false, ...said, ...changes };
}

const question = { browser: "A", method: "GET", url: "http://localhost/a.pih", bodyHash: "" };

test("gives the newest answer to the same question", () => {
  const answers = new Answers([answer(1), answer(2), answer(3, { url: "http://localhost/b.pih" })]);
  expect(answers.latest(question)?.request).toBe(2);
  expect(answers.latest({ ...question, browser: "B" })).toBeNull();
  expect(answers.latest({ ...question, method: "POST", bodyHash: "x" })).toBeNull();
});

test("prefers the answer to the same form, and takes any of its address otherwise", () => {
  const posted = { method: "POST" };
  const answers = new Answers([
    answer(1, { ...posted, bodyHash: "x" }),
    answer(2, { ...posted, bodyHash: "y" }),
  ]);
  expect(answers.latest({ ...question, ...posted, bodyHash: "x" })?.request).toBe(1);
  expect(answers.latest({ ...question, ...posted, bodyHash: "z" })?.request).toBe(2);
});

test("gives an answer by its address only with the right token", () => {
  const answers = new Answers([answer(1)]);
  expect(answers.named({ request: 1, token: "t1" })?.request).toBe(1);
  expect(answers.named({ request: 1, token: "guess" })).toBeNull();
});

test("gives a repeated request of the same document its answer", () => {
  const answers = new Answers([answer(1, { client: "doc" })]);
  expect(answers.ofClient("doc", question)?.request).toBe(1);
  expect(answers.ofClient("doc", { ...question, url: "http://localhost/other" })).toBeNull();
});

test("forgets the oldest, and says so once", () => {
  const answers = new Answers();
  for (let request = 1; request <= ANSWERS_KEPT + 2; request++) answers.add(answer(request));
  const changes = answers.takeChanges();
  expect(changes.forgotten).toEqual([1, 2]);
  expect(changes.answers).toHaveLength(ANSWERS_KEPT);
  expect(answers.takeChanges()).toEqual({ answers: [], forgotten: [] });
});

test("keeps the newest answer however large it is", () => {
  const answers = new Answers([answer(1)]);
  answers.add(answer(2, { body: new Uint8Array(32 * 1024 * 1024) }));
  expect(answers.named({ request: 1, token: "t1" })).toBeNull();
  expect(answers.named({ request: 2, token: "t2" })?.request).toBe(2);
});
