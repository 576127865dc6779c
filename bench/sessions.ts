/**
 * What one session more costs when the server is full: a visit that begins a session, gives it two attributes, saves it, and
 * evicts the oldest. With caps from 100 to 100,000, in memory and on disk, as ratios to the smallest cap; `(!)` marks more
 * than 20 % of difference.
 *
 * Batches of all caps alternate in one run, and medians are compared. It is the processor's time that counts, the collector's threads
 * included, since other programs run beside us.
 *
 * The stores alone come last, without marks: a microsecond is little enough for the memory itself to show. A session among a
 * hundred dies young, in the processor's cache; one among many is moved to the old generation first and marked there. That
 * is a step between a thousand and ten thousand, not a slope.
 */
import { createProject, defaultConfiguration } from "../src/project/index.ts";
import { accept, createPageCache, createServer, type Environment, runLive } from "../src/server/index.ts";
import { Disk, DiskStore, MemoryStore, type SessionStore } from "../src/sessions/index.ts";
import { assign, createChances, createMachine } from "../src/sessions/visits.ts";
import { median } from "./median.ts";

const CAPS = [100, 1_000, 10_000, 100_000];
const page = "<% session = Session()\nsession.nom = 'Dupont'\nsession.prenom = 'Jean' %>";
/** How far from 1 the ratio of a visit may be. */
const allowed = 0.2;

interface Subject {
  cap: number;
  run(count: number): void;
  /** Microseconds per session, one for each batch. */
  costs: number[];
}

/** Prints the cost of a session for each cap and its ratio to that of the smallest. */
export async function sessions(): Promise<void> {
  for (const persistent of [false, true]) {
    const subjects = CAPS.map((cap) => visitSubject(persistent, cap));
    const name = `sessions, a visit with sessions ${persistent ? "on disk" : "in memory"}`;
    report(name, measure(subjects, { batch: 500, turns: 30 }), allowed);
  }
  const stores: [string, () => SessionStore][] = [
    ["memory", () => new MemoryStore()],
    ["disk", () => new DiskStore(new Disk())],
  ];
  for (const [name, create] of stores) {
    const subjects = CAPS.map((cap) => storeSubject(create(), cap));
    report(`sessions, the ${name} store alone`, measure(subjects, { batch: 2_000, turns: 40 }));
  }
}

function storeSubject(store: SessionStore, cap: number): Subject {
  const vm = createMachine();
  const random = createChances(cap);
  const run = (count: number) => {
    for (let turn = 0; turn < count; turn++) {
      const request = { id: null, strictIds: false, maxSessions: cap, now: turn, random };
      const { session } = store.open(request, vm);
      assign(session, { nom: "Dupont", prenom: "Jean" });
      store.save(session, { now: turn, maxSessions: cap });
    }
    if (store.size > cap) throw new Error(`Failed to measure: ${store.size} sessions above the cap ${cap}.`);
  };
  return { cap, run, costs: [] };
}

function visitSubject(persistent_session: boolean, max_sessions: number): Subject {
  const edit = createProject([["page.pih", page]], {
    ...defaultConfiguration,
    persistent_session,
    max_sessions,
  });
  if (!edit.ok) throw new Error(edit.reason);
  let now = 0;
  const env: Environment = {
    now: () => ++now,
    random: createChances(max_sessions),
    emit: () => {},
    pages: createPageCache(),
  };
  const server = createServer({ project: edit.project, disk: new Disk() }, env);
  let id = 0;
  const run = (count: number) => {
    for (let turn = 0; turn < count; turn++) {
      const url = "http://localhost/page.pih";
      id += 1;
      accept(server, { id, browser: "A", method: "GET", url, fields: [], body: new Uint8Array() }, env);
      while (runLive(server, env).working);
    }
  };
  return { cap: max_sessions, run, costs: [] };
}

function measure(subjects: Subject[], { batch, turns }: { batch: number; turns: number }): Subject[] {
  for (const { run, cap } of subjects) run(cap + 2 * batch);
  for (let turn = 0; turn < turns; turn++) {
    for (const { run, costs } of subjects) {
      const start = process.cpuUsage();
      run(batch);
      const { user, system } = process.cpuUsage(start);
      costs.push((user + system) / batch);
    }
  }
  return subjects;
}

function report(what: string, subjects: readonly Subject[], allowed = Number.POSITIVE_INFINITY): void {
  const base = median(subjects[0]?.costs ?? []);
  const texts = subjects.map(({ cap, costs }) => {
    const cost = median(costs);
    const ratio = cost / base;
    const mark = Math.abs(ratio - 1) > allowed ? " (!)" : "";
    return `cap ${cap}: ${cost.toFixed(2)} µs, ${ratio.toFixed(2)}${mark}`;
  });
  console.log(`${what}: ${texts.join("; ")}`);
}
