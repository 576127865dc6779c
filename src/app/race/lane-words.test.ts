import { expect, test } from "vitest";
import type { NextStep } from "../../protocol/index.ts";
import { laneWords } from "./lane-words.ts";

const write: NextStep = {
  kind: "operation",
  operation: "attribute-write",
  name: "panier",
  value: "['livre']",
};

test.each<[NextStep, string, string]>([
  [{ kind: "operation", operation: "session-open" }, "open the session", "ouvrir la session"],
  [{ kind: "operation", operation: "attribute-read", name: "n" }, "read n", "lire n"],
  [write, "write panier = ['livre']", "écrire panier = ['livre']"],
  [{ kind: "save", discard: false }, "save the session", "enregistrer la session"],
  [
    { kind: "respond", setsCookie: true },
    "send the response, set the cookie",
    "envoyer la réponse, poser le cookie",
  ],
  [
    { kind: "line", file: "a.pih", line: 4, source: "  print n" },
    "run line 4: print n",
    "exécuter la ligne 4 : print n",
  ],
  [
    { kind: "session", session: "abc", holder: 2 },
    "waits for request 2, which holds this session",
    "attend la requête 2, qui tient cette session",
  ],
  [
    { kind: "lock", name: "verrous.py, line 3", holder: 2, ended: true },
    "waits for the lock of verrous.py, line 3, which request 2 held when it ended",
    "attend le verrou de verrous.py, ligne 3, que la requête 2 tenait quand elle a fini",
  ],
  [{ kind: "operation", operation: "something-new", name: "x" }, "something-new x", "something-new x"],
])("the next step %j is said in words", (next, english, french) => {
  expect(laneWords.en.nextStep(next)).toBe(english);
  expect(laneWords.fr.nextStep(next)).toBe(french);
});

test("the way back says how far it goes, and what ends it", () => {
  expect(laneWords.en.backHint(1, "start")).toBe("1 step to the start");
  expect(laneWords.en.backHint(5, "changed")).toBe("5 steps back, to the last change by hand");
  expect(laneWords.en.backHint(0, "restart")).toBe("no way back behind a restart");
  expect(laneWords.fr.backHint(5, "full")).toBe("5 pas en arrière ; les précédents ne sont plus gardés");
});
