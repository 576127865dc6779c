/** The oracle: the worked example of the manual, walked in both ways. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configure, replaceProject, restart } from "../../src/server/index.ts";
import {
  createProject,
  createWorld,
  eventsOfKind,
  type Files,
  plainText,
  visit,
  type World,
} from "./harness.ts";

const folder = new URL("../../tutorials/01-sessions/03-manual-example/files/", import.meta.url);
const names = ["index.html", "debutEssaiSession.pih", "suiteEssaiSession.pih"];
const manual: Files = Object.fromEntries(
  names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
);
const second = String(manual["suiteEssaiSession.pih"]);
const unclosed: Files = {
  ...manual,
  "suiteEssaiSession.pih": second.replace("session.close()", "#session.close()"),
};
const first = "/debutEssaiSession.pih?monnom=Dupont&prenom=Jean";

function begin(world: World): void {
  const page = visit(world, "A", first);
  expect(page.status).toBe(200);
  expect(page.text).toBe(
    '<h3>Début de session</h3>\nDupont\n<a href="suiteEssaiSession.pih">Suivant...</a>\n',
  );
  expect(page.setCookie).toEqual([expect.stringMatching(/^sessionId=[a-zA-Z0-9]{16}; Path=\/$/)]);
}

test("the form page is an ordinary file", () => {
  const page = visit(createWorld(manual), "A", "/");
  expect(page.text).toContain('<form action="debutEssaiSession.pih">');
  expect(page.response.fields).toContainEqual(["Content-Type", "text/html; charset=utf-8"]);
});

test("the second page prints what the first one stored, and gets no new cookie", () => {
  const world = createWorld(manual);
  begin(world);
  const page = visit(world, "A", "/suiteEssaiSession.pih");
  expect(page.text).toBe("<h3>L'essai de session continue</h3>\nJean\n");
  expect(page.setCookie).toEqual([]);
});

test("asked again after close(), it is the traceback page citing line 4, without a new cookie", () => {
  const world = createWorld(manual);
  begin(world);
  visit(world, "A", "/suiteEssaiSession.pih");
  const page = visit(world, "A", "/suiteEssaiSession.pih");
  expect(page.status).toBe(200);
  expect(page.setCookie).toEqual([]);
  const text = plainText(page);
  expect(text).toContain("suiteEssaiSession.pih, line 4");
  expect(text).toContain(
    [
      "Traceback (most recent call last):",
      '  File "suiteEssaiSession.pih", line 4, in <module>',
      "    print session.prenom",
      "AttributeError: 'SessionObject' object has no attribute 'prenom'",
    ].join("\n"),
  );
  expect(page.text).not.toContain("L'essai de session continue");
});

test("with close() commented out it prints the name again and again", () => {
  const world = createWorld(unclosed);
  begin(world);
  for (let n = 0; n < 3; n++) expect(visit(world, "A", "/suiteEssaiSession.pih").text).toContain("Jean");
});

test("commenting out close() on a running server helps from the next visit of the first page on", () => {
  const world = createWorld(manual);
  begin(world);
  visit(world, "A", "/suiteEssaiSession.pih");
  replaceProject(world.server, createProject(unclosed));
  const again = visit(world, "A", first);
  expect(again.setCookie).toEqual([]);
  for (let n = 0; n < 2; n++) expect(visit(world, "A", "/suiteEssaiSession.pih").text).toContain("Jean");
});

test("without a query the first page is a NameError that names the field, and the session exists already", () => {
  const world = createWorld(manual);
  const page = visit(world, "A", "/debutEssaiSession.pih");
  expect(plainText(page)).toContain("NameError: name '_monnom' is not defined");
  expect(plainText(page)).toContain("No field “monnom” came with this request.");
  expect(page.setCookie).toHaveLength(1);
});

test("empty fields are empty strings", () => {
  const page = visit(createWorld(manual), "A", "/debutEssaiSession.pih?monnom=&prenom=");
  expect(page.text).toContain("</h3>\n\n<a");
});

test("two browsers have two sessions", () => {
  const world = createWorld(unclosed);
  begin(world);
  visit(world, "B", "/debutEssaiSession.pih?monnom=Durand&prenom=Anne");
  expect(visit(world, "A", "/suiteEssaiSession.pih").text).toContain("Jean");
  expect(visit(world, "B", "/suiteEssaiSession.pih").text).toContain("Anne");
});

test("a restart loses sessions in memory and keeps those on disk; the cookie stays either way", () => {
  for (const persistent_session of [false, true]) {
    const world = createWorld(unclosed, { persistent_session });
    begin(world);
    restart(world.server, world.env);
    const page = visit(world, "A", "/suiteEssaiSession.pih");
    expect(page.text.includes("Jean")).toBe(persistent_session);
    expect(page.setCookie).toEqual([]);
  }
});

test("the walk is the same with sessions on disk", () => {
  const world = createWorld(manual, { persistent_session: true });
  begin(world);
  expect(visit(world, "A", "/suiteEssaiSession.pih").text).toContain("Jean");
  expect(plainText(visit(world, "A", "/suiteEssaiSession.pih"))).toContain("has no attribute 'prenom'");
});

test("switching the mode restarts the server; sessions on disk are there again after switching back", () => {
  const world = createWorld(unclosed, { persistent_session: true });
  begin(world);
  const { configuration } = world.server;
  configure(world.server, { ...configuration, persistent_session: false }, world.env);
  expect(plainText(visit(world, "A", "/suiteEssaiSession.pih"))).toContain("has no attribute 'prenom'");
  configure(world.server, configuration, world.env);
  expect(visit(world, "A", "/suiteEssaiSession.pih").text).toContain("Jean");
  expect(eventsOfKind(world, "server-started").map(({ persistent }) => persistent)).toEqual([
    true,
    false,
    true,
  ]);
});

test("every step of the walk is told, with its page and line", () => {
  const world = createWorld(manual);
  begin(world);
  visit(world, "A", "/suiteEssaiSession.pih");
  visit(world, "A", "/suiteEssaiSession.pih");
  const told = world.events.map(({ kind, request, file, line }) =>
    file === undefined ? `${request ?? "-"} ${kind}` : `${request} ${kind} ${file}:${line}`,
  );
  expect(told).toEqual([
    "- server-started",
    "1 request",
    "1 session-opened debutEssaiSession.pih:3",
    "1 attribute-written debutEssaiSession.pih:4",
    "1 attribute-written debutEssaiSession.pih:5",
    "1 attribute-read debutEssaiSession.pih:6",
    "1 response",
    "2 request",
    "2 session-opened suiteEssaiSession.pih:3",
    "2 attribute-read suiteEssaiSession.pih:4",
    "2 session-closed suiteEssaiSession.pih:5",
    "2 response",
    "3 request",
    "3 session-opened suiteEssaiSession.pih:3",
    "3 attribute-missing suiteEssaiSession.pih:4",
    "3 script-error suiteEssaiSession.pih:4",
    "3 response",
  ]);
  expect(eventsOfKind(world, "session-opened").map(({ origin, storage }) => `${origin} ${storage}`)).toEqual([
    "new memory",
    "found memory",
    "adopted memory",
  ]);
});
