/**
 * Small pages by chance, for the laws: what two or three requests do with one session, with a module's attribute, with locks and files.
 * A page is a list of lines; each says how many visible operations it is at most.
 */
import type { Configuration } from "../../src/project/index.ts";
import type { Pages, Visit } from "./racing.ts";

export interface Program {
  pages: Pages;
  configuration: Partial<Configuration>;
  /** Before the race. */
  before: Visit[];
  visits: Visit[];
}

type Chance = () => number;
type Line = [text: string, operations: number];

/** More orders than these no program has. */
export const MOST_ORDERS = 2_000;

const lines: readonly Line[] = [
  ["x = getattr(s, 'a', 0)", 1],
  ["s.a = x + 1", 1],
  ["s.a = getattr(s, 'a', 0) + 1", 2],
  ["s.a = getattr(s, 'a', 0) + 1", 2],
  ["s.a = getattr(s, 'a', 0) * 2\nprint s.a", 3],
  ["s.b = getattr(s, 'b', '') + 'NAME'", 2],
  ["s.b = 'NAME'", 1],
  ["print s.b", 1],
  ["del s.a", 1],
  ["s.close()", 1],
  ["s.save()", 1],
  ["s.reload()", 1],
  ["s.l = [1]", 1],
  ["getattr(s, 'l', []).append('NAME')", 1],
  ["print x", 0],
  ["if x > 1: raise SCRIPT_END", 0],
  ["if x == 1: raise HTTP_REDIRECTION, 'x.py'", 0],
  ["SET_COOKIE['c'] = 'NAME'", 0],
  ["import random\nprint random.random()", 0],
];
/** What a built-in function calls back announces nothing. */
export const hiddenLines: readonly Line[] = [
  ["map(lambda n: s.save(), [1])", 0],
  ["apply(s.close)", 0],
  ["map(lambda n: s.reload(), [1])\nprint getattr(s, 'b', '')", 1],
  ["map(lambda n: open('notes', 'a').write('NAME'), [1])", 0],
  ["print map(lambda n: open(n, 'a+').read(), ['notes'])", 0],
];
/** Lines that reach further than the request and its session. */
const farLines: readonly Line[] = [
  ["import etat\netat.n = etat.n + 1\nprint etat.n", 3],
  ["import etat\netat.l.append('NAME')\nprint etat.l", 2],
  ["f = open('notes', 'a')\nf.write('NAME')\nf.close()", 3],
];
const lockedLines: readonly Line[] = [
  ["import verrous\nverrous.a.acquire()\ns.a = getattr(s, 'a', 0) + 1\nverrous.a.release()", 4],
  ["import verrous\nverrous.a.acquire()\nverrous.b.acquire()\nverrous.b.release()\nverrous.a.release()", 4],
  ["import verrous\nverrous.b.acquire()\nverrous.a.acquire()\nverrous.a.release()\nverrous.b.release()", 4],
  ["import verrous\nverrous.a.acquire()", 1],
];

const modules: Pages = {
  "etat.py": "n = 0\nl = []",
  "verrous.py": "import threading\na = threading.Lock()\nb = threading.Lock()",
};

/** A program by chance. */
export function drawProgram(chance: Chance): Program {
  const configuration = {
    server: drawOne(chance, [
      "multithread",
      "multithread",
      "multithread",
      "multiprocess",
      "cgi",
      "monoprocess",
    ] as const),
    processes: drawOne(chance, [2, 3]),
    persistent_session: chance() < 0.5,
    session_lock: drawOne(chance, ["none", "none", "request", "version", "version"] as const),
    max_sessions: drawOne(chance, [1000, 2]),
  };
  const isLocked = chance() < 0.15;
  const lanes = chance() < 0.75 ? 2 : 3;
  const drawn = Array.from({ length: lanes }, (_, lane) => drawPage(chance, `p${lane}`, isLocked));
  const isCopied = configuration.persistent_session || configuration.session_lock === "version";
  shorten(drawn, isCopied ? 2 : 1, chance() < 0.04 ? MOST_ORDERS : 180);
  const pages = Object.fromEntries(drawn.map((page, lane) => [`p${lane}.py`, textOf(page)]));
  const browsers = chance() < 0.7 ? ["A", "A", "A"] : ["A", "B", "A"];
  return {
    pages: { ...pages, ...modulesOf(drawn), "avant.py": "s = Session()\ns.a = 1\ns.b = 'avant'" },
    configuration,
    before: chance() < 0.85 ? [...new Set(browsers)].map((browser) => `${browser} /avant.py`) : [],
    visits: drawn.map((_, lane) => `${browsers[lane]} /p${lane}.py`),
  };
}

function drawPage(chance: Chance, name: string, isLocked: boolean): Line[] {
  const page: Line[] = chance() < 0.95 ? [["s = Session()\nx = 0", 1]] : [["s = None\nx = 0", 0]];
  const length = 1 + Math.floor(chance() * 4);
  while (page.length <= length) {
    const kind = chance();
    const others = isLocked ? lockedLines : kind < 0.92 ? farLines : hiddenLines;
    const [text, operations] = drawOne(chance, kind < (isLocked ? 0.4 : 0.85) ? lines : others);
    page.push([text.replaceAll("NAME", name), operations]);
  }
  return page;
}

/** Takes last lines away, from the longest page first, until there are no more than `most` orders. `ending`: saving, responding. */
function shorten(drawn: Line[][], ending: number, most: number): void {
  const size = (page: Line[]) => (page.length === 0 ? 1 : sizeOf(page) + ending);
  while (countOrders(drawn.map(size)) > most)
    drawn.reduce((longest, page) => (size(page) > size(longest) ? page : longest)).pop();
}

function modulesOf(drawn: readonly Line[][]): Pages {
  const text = drawn.map(textOf).join("\n");
  return Object.fromEntries(
    Object.entries(modules).filter(([file]) => text.includes(`import ${file.slice(0, -3)}`)),
  );
}

function textOf(page: readonly Line[]): string {
  return page.map(([text]) => text).join("\n");
}

function sizeOf(page: readonly Line[]): number {
  return page.reduce((sum, [, operations]) => sum + operations, 0);
}

/** (a + b + …)! / (a! · b! · …) */
function countOrders(sizes: readonly number[]): number {
  let orders = 1;
  let placed = 0;
  for (const size of sizes) for (let n = 1; n <= size; n++) orders = (orders * ++placed) / n;
  return Math.round(orders);
}

function drawOne<T>(chance: Chance, choices: readonly T[]): T {
  const choice = choices[Math.floor(chance() * choices.length)];
  if (choice === undefined) throw new Error("Failed to draw: there is nothing to choose from.");
  return choice;
}
