import { expect, test } from "vitest";
import type { LaneView } from "../../protocol/index.ts";
import { lanesOf, move, openHeld, stateOf } from "../test-race.ts";

test("variables of the server, dunder names, modules and built-in functions are left out, unless the page binds them", async () => {
  const lane = await laneAt(
    "<%\nimport sys\nfrom collections import deque, namedtuple\nlength = len\nPATH = 'mine'\nclass Panier: pass\np = Panier()\nstop = 1\n%>",
    8,
  );
  expect(variablesOf(lane)).toEqual([
    "_titre = 'a'",
    "PATH = 'mine'",
    "Panier = <class Panier>",
    "p = <Panier instance>",
  ]);
});

test("values are cut, and no more than forty variables are shown", async () => {
  const many = Array.from({ length: 50 }, (_, at) => `v${at} = ${at}`).join("\n");
  const lane = await laneAt(`<%\nlong = 'x' * 1000\n${many}\nstop = 1\n%>`, 53);
  expect(lane.variables).toHaveLength(40);
  expect(lane.variables.find(({ name }) => name === "long")?.value).toMatch(/^'x{199}…$/);
});

test("no code of the page runs for its variables to be shown", async () => {
  const lane = await laneAt(
    "<%\nclass Noisy:\n    def __repr__(self): raise ValueError('seen')\nn = Noisy()\nstop = 1\n%>",
    5,
  );
  expect(variablesOf(lane)).toContain("n = <Noisy instance>");
});

test("in a function the variables that it shares with one inside are local, and so are those of a class body", async () => {
  const page =
    "<%\ndef outer(a):\n    b = 2\n    def inner():\n        return a + b\n    c = inner()\n    return c\nouter(1)\nclass K:\n    d = 4\n    e = 5\n%>";
  const inner = await laneAt(page, 5);
  expect(localsOf(inner)).toEqual(["a = 1", "b = 2"]);
  const body = await laneAt(page, 11);
  expect(localsOf(body)).toEqual(["d = 4"]);
});

test("a line in a module of the site is shown with that file's text", async () => {
  const lane = await laneAt("<%\nimport outils\nprint outils.double(4)\n%>", 2, "outils.py");
  expect(lane.place).toMatchObject({ file: "outils.py", line: 2, source: "y = 2 * x" });
  expect(localsOf(lane)).toEqual(["x = 4"]);
});

test("a live session in memory is the stored one; once it is closed nothing is stored under its id", async () => {
  const site = await openHeld({
    "p.pih": "<%\nsession = Session()\nsession.n = 1\nsession.close()\nstop = 1\n%>",
  });
  await site.visit("/p.pih");
  while ((await lanesOf(site))[0]?.place?.line !== 4) await move(site, 1, "step");
  expect((await lanesOf(site))[0]?.session).toMatchObject({
    isCopy: false,
    own: [{ name: "n", value: "1" }],
    stored: [{ name: "n", value: "1" }],
    closed: false,
  });
  while ((await lanesOf(site))[0]?.place?.line !== 5) await move(site, 1, "step");
  expect((await lanesOf(site))[0]?.session).toMatchObject({ own: [], stored: null, closed: true });
});

test("a copy that must not be saved says that it will be left", async () => {
  const site = await openHeld(
    { "p.pih": "<%\nsession = Session()\nsession.n = 1\nraise ValueError('x')\n%>" },
    { persistent_session: true },
  );
  await site.visit("/p.pih");
  while ((await lanesOf(site))[0]?.next?.kind !== "save") await move(site, 1, "step");
  expect((await lanesOf(site))[0]?.next).toEqual({ kind: "save", discard: true });
  await move(site, 1, "step");
  expect((await lanesOf(site))[0]?.next).toEqual({ kind: "respond", setsCookie: true });
});

test("the text of an answer is a glance at its page, and a type where it has none", async () => {
  const site = await openHeld({
    "a.html": "<html><head><title>t</title></head><body><p>one &amp; <b>&#116;wo</b></p></body></html>",
    "b.png": "x",
  });
  await site.visit("/a.html");
  await site.visit("/b.png");
  for (const request of [1, 2]) await move(site, request, "end");
  expect((await stateOf(site)).race.lanes.map(({ response }) => response?.text)).toEqual([
    "one & two",
    "image/png",
  ]);
});

/** The lane of a page that stands at a line of its own, or of another file. */
async function laneAt(page: string, line: number, file = "p.pih"): Promise<LaneView> {
  const site = await openHeld({
    "p.pih": page,
    "outils.py": "def double(x):\n    y = 2 * x\n    return y\n",
  });
  await site.visit("/p.pih?titre=a");
  for (;;) {
    const [lane] = await lanesOf(site);
    if (lane?.next === undefined) throw new Error(`The page came to no line ${line} of ${file}.`);
    if (lane.place?.line === line && lane.place.file === file) return lane;
    await move(site, 1, "step");
  }
}

function variablesOf({ variables }: LaneView): string[] {
  return variables.map(({ name, value }) => `${name} = ${value}`);
}

function localsOf({ variables }: LaneView): string[] {
  return variables.filter(({ scope }) => scope === "local").map(({ name, value }) => `${name} = ${value}`);
}
