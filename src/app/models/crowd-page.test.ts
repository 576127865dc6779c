import { expect, test } from "vitest";
import { crowdPage } from "./crowd-page.ts";

test("the first page that calls Session(), with a value for each field it reads", () => {
  const files = {
    "index.html": "Session()",
    "debut.pih": "<% session = Session()\nsession.nom = _nom\nsession.x = _nom + _prenom %>",
    "suite.pih": "<% session = Session() %>",
  };
  expect(crowdPage(files)).toBe("/debut.pih?nom=nom{n}&prenom=prenom{n}");
});

test("a page without fields has no query", () => {
  expect(crowdPage({ "n.py": "session = Session( )" })).toBe("/n.py");
});

test("names in strings, attributes and special names are no fields", () => {
  expect(crowdPage({ "n.pih": "<% s = Session()\ns._a = x_b\nprint '_c', s.__dict__ %>" })).toBe("/n.pih");
});

test("a site where no page calls it has none", () => {
  expect(crowdPage({ "a.pih": "<% print 1 %>", "b.html": "Session()" })).toBe(null);
});
