import { expect, test } from "vitest";
import type { OutcomeView } from "../../protocol/index.ts";
import { compareFacts, outcomeKey, plainText } from "./outcome-facts.ts";

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

const session = (id: string, values: Record<string, string>, holders = ["A"]) => ({
  id,
  storage: "memory" as const,
  attributes: Object.entries(values).map(([name, value]) => ({ name, value })),
  holders,
});
const page = (lane: number, text: string, status = 200) => ({ lane, status, text, refused: false });

test("a single outcome is told whole", () => {
  const { common, different } = compareFacts([
    outcome({ sessions: [session("1f3a", { n: "2" })], pages: [page(1, "<b>2</b>")] }),
  ]);
  expect(common).toEqual([]);
  expect(different[0]?.map(({ about }) => about)).toEqual(["session:1f3a", "page:1"]);
});

test("what all outcomes say is told once, and of each only what differs", () => {
  const { common, different } = compareFacts([
    outcome({ sessions: [session("1f3a", { n: "2", m: "0" })], pages: [page(1, "same")] }),
    outcome({ sessions: [session("1f3a", { n: "1", m: "0" })], pages: [page(1, "same")] }),
  ]);
  expect(common.map(({ about, facts }) => [about, facts.length])).toEqual([
    ["session:1f3a", 2],
    ["page:1", 1],
  ]);
  expect(different).toEqual([
    [{ about: "session:1f3a", facts: [{ kind: "attribute", session: "1f3a", name: "n", value: "2" }] }],
    [{ about: "session:1f3a", facts: [{ kind: "attribute", session: "1f3a", name: "n", value: "1" }] }],
  ]);
});

test("a session, an attribute and a cookie that another outcome has are said to be missing", () => {
  const jar = (value: string) => ({ browser: "A", cookies: [{ name: "sessionId", value }] });
  const { different } = compareFacts([
    outcome({ sessions: [session("1f3a", { n: "2" })], jars: [jar("1f3a")] }),
    outcome({ sessions: [session("1f3a", {})] }),
    outcome({}),
  ]);
  expect(different[1]).toEqual([
    {
      about: "session:1f3a",
      facts: [
        expect.objectContaining({ kind: "session", holders: ["A"] }),
        expect.objectContaining({ name: "n", value: null }),
      ],
    },
    { about: "jar:A", facts: [{ kind: "cookie", browser: "A", name: "sessionId", value: null }] },
  ]);
  expect(different[2]?.[0]?.facts).toEqual([expect.objectContaining({ kind: "session", holders: null })]);
});

test("which process has a session is told where there are several", () => {
  const inProcess = (process: number) => outcome({ sessions: [{ ...session("1f3a", {}), process }] });
  expect(compareFacts([inProcess(1)]).different[0]?.[0]?.facts[0]).not.toHaveProperty("process");
  const { different } = compareFacts([inProcess(1), inProcess(2)]);
  expect(different.map(([group]) => group?.facts[0])).toMatchObject([{ process: 1 }, { process: 2 }]);
});

test("long pages are cut so that the place where they differ is seen", () => {
  const before = "x".repeat(300);
  const { different } = compareFacts([
    outcome({ pages: [page(1, `${before}n is 1`)] }),
    outcome({ pages: [page(1, `${before}n is 2${"y".repeat(300)}`)] }),
  ]);
  const texts = different
    .map(([group]) => group?.facts[0])
    .map((fact) => (fact?.kind === "page" ? fact.text : ""));
  expect(texts[0]).toMatch(/^…x+n is 1$/);
  expect(texts[1]).toMatch(/^…x+n is 2y+…$/);
});

test("pages that differ in their tags alone are shown with their tags", () => {
  const { different } = compareFacts([
    outcome({ pages: [page(1, "<b>1</b>")] }),
    outcome({ pages: [page(1, "<i>1</i>")] }),
  ]);
  expect(different[0]?.[0]?.facts[0]).toMatchObject({ text: "<b>1</b>" });
});

test("the text of a page is what is between its tags", () => {
  expect(
    plainText("<head><title>t</title></head>\n<p>1 &lt; 2<br>a&nbsp;b<!-- no --><style>p{}</style>"),
  ).toBe("1 < 2 a b");
});

test("outcomes are equal however many orders lead to them", () => {
  const one = outcome({ sessions: [session("1f3a", { n: "2" })], orders: "12", share: 0.1 });
  const other = outcome({
    sessions: [session("1f3a", { n: "2" })],
    orders: "5",
    schedule: "BA",
    serial: false,
  });
  expect(outcomeKey(one)).toBe(outcomeKey(other));
  expect(outcomeKey(one)).not.toBe(outcomeKey({ ...one, sessions: [session("1f3a", { n: "1" })] }));
});
