import { expect, test } from "vitest";
import type { Mark, NewEvent, TraceEvent } from "../../trace/index.ts";
import { timelineWords } from "./timeline-words.ts";

const { en, fr } = timelineWords;
const session = "k3XzAbcd";

function at(event: NewEvent, line?: number, file = "p.pih"): TraceEvent {
  return { seq: 1, time: 0, browser: "A", ...event, ...(line !== undefined && { file, line }) };
}

const read = at({ kind: "attribute-read", session, name: "n", value: "0" }, 3);
const missing = at({ kind: "attribute-missing", session, name: "n" }, 7);
const wrote = (line: number, file?: string) =>
  at({ kind: "attribute-written", session, name: "n", value: "1" }, line, file);
const opened = (line: number, file?: string) =>
  at({ kind: "session-opened", session, origin: "new", storage: "memory" }, line, file);
const loaded = at({ kind: "session-loaded", session, attributes: ["n"] }, 2);
const saved = at({ kind: "session-saved", session, attributes: ["n"], bytes: 10 });
const closed = at({ kind: "session-closed", session, attributes: ["n"] }, 5, "fin.pih");

/** A mark of requests 1 and 2. */
function marked(kind: Mark["kind"], before: TraceEvent, between: TraceEvent, after: TraceEvent): Mark {
  const facts = { session, mine: 1, theirs: 2, events: { before, between, after } };
  return kind === "lost-update" || kind === "vanishing-read"
    ? { kind, name: "n", ...facts }
    : { kind, ...facts };
}

test("a lost update in memory is told with its values and lines, in both languages", () => {
  const mark = marked("lost-update", read, wrote(4), wrote(4));
  expect(en.explain(mark)).toBe(
    "request 1 read n = 0 (line 3), request 2 wrote n = 1 (line 4), then request 1 wrote n = 1 (line 4): the update of request 2 is gone.",
  );
  expect(fr.explain(mark)).toBe(
    "la requête 1 a lu n = 0 (ligne 3), la requête 2 a écrit n = 1 (ligne 4), puis la requête 1 a écrit n = 1 (ligne 4) : la mise à jour de la requête 2 est perdue.",
  );
});

test("a lost update on disk names what was saved and lost, with files where they differ", () => {
  const mark: Mark = {
    ...marked("lost-update", loaded, saved, saved),
    kind: "lost-update",
    name: "n",
    lost: wrote(4, "q.pih"),
  };
  expect(en.explain(mark)).toBe(
    "request 1 loaded its copy of the session (p.pih, line 2), request 2 wrote n = 1 (q.pih, line 4) and saved its copy, then request 1 saved its own over it: the n of request 2 is gone.",
  );
  expect(fr.explain(mark)).toContain(
    "puis la requête 1 a enregistré la sienne par-dessus : n de la requête 2 est perdu.",
  );
});

test("a value that is about to vanish, and one that has", () => {
  expect(en.explain(marked("vanishing-read", read, closed, closed))).toBe(
    "request 1 read n = 0 (p.pih, line 3), then request 2 closed the session (fin.pih, line 5), while request 1 was still at work: the value it relies on is gone.",
  );
  expect(en.explain(marked("vanishing-read", read, closed, missing))).toContain(
    "and request 1 found no n (p.pih, line 7): what it had relied on was no longer there.",
  );
  expect(fr.explain(marked("vanishing-read", read, closed, missing))).toContain(
    "n’a pas trouvé n (p.pih, ligne 7)",
  );
});

test("a resurrection and an orphan", () => {
  expect(en.explain(marked("resurrection", loaded, closed, saved))).toBe(
    "request 1 loaded its copy of the session (p.pih, line 2), request 2 closed it (fin.pih, line 5), then request 1 saved its copy: the closed session is back.",
  );
  const cookie = at({ kind: "set-cookie", name: "sessionId", value: "other", field: "", stored: true });
  const orphan = marked("orphan-session", opened(1), opened(1), cookie);
  expect(en.explain(orphan)).toBe(
    "request 1 made session k3Xz… (line 1), request 2 made another (line 1), and its cookie took the place of the first in the jar of browser A: nobody has the key of k3Xz… any more.",
  );
  expect(fr.explain(orphan)).toContain(
    "parmi les cookies du navigateur A : la clé de k3Xz… n’est plus à personne.",
  );
});

test("the marks have the manual's names in French", () => {
  expect(Object.values(fr.kinds)).toEqual([
    "Mise à jour perdue",
    "Lecture d’une valeur qui va disparaître",
    "Résurrection",
    "Session orpheline",
  ]);
});
