/** The error page: what failed and where, and in one sentence what became of what the learner had stored. */
import { expect, test } from "vitest";
import { configure, restart, step } from "../../src/server/index.ts";
import {
  createProject,
  createWorld,
  type Files,
  plainText,
  send,
  type Visit,
  visit,
  type World,
} from "./harness.ts";

const files: Files = {
  "write.pih": "<%\ns = Session()\ns.prenom = 'Jean'\n%>",
  "read.pih": "<%\ns = Session()\nprint s.prenom\n%>",
  "close.pih": "<% s = Session() %>\n<% s.close() %>",
  "delete.py": "s = Session()\n\ndel s.prenom",
};

/** The text of an error page, each run of blanks as one. */
function told(page: Visit): string {
  return plainText(page).replace(/\s+/g, " ");
}

function walk(world: World, browser: string, ...paths: string[]): string {
  return paths.map((path) => told(visit(world, browser, path))).at(-1) ?? "";
}

test("a closed session: the request, the line and the page that closed it, with links to both", () => {
  const world = createWorld(files);
  expect(walk(world, "A", "/write.pih", "/close.pih", "/read.pih")).toContain(
    "prenom was in this session until request 2, when line 2 of close.pih closed it. Show me",
  );
  const { text } = visit(world, "A", "/read.pih");
  expect(text).toContain(
    '<code>prenom</code> was in this session until request 2, when <a data-file="close.pih" data-line="2" data-request="2">line 2 of close.pih</a> closed it. <a data-request="2">Show me</a>',
  );
});

test("the order is: place, source line, exception, traceback, sentence", () => {
  const text = walk(createWorld(files), "A", "/read.pih");
  expect(text).toMatch(
    /read\.pih, line 3 3print s\.prenom AttributeError: .* Traceback \(most recent call last\): .* Nobody has stored prenom in this session\./,
  );
});

test("an attribute closed by the page itself is told without a link to a request", () => {
  const page = "<%\ns = Session()\ns.prenom = 'Jean'\ns.close()\nprint s.prenom\n%>";
  const text = walk(createWorld({ "page.pih": page }), "A", "/page.pih");
  expect(text).toContain("until this very request, when line 4 of page.pih closed it.");
  expect(text).not.toContain("Show me");
});

test("a deleted attribute", () => {
  expect(walk(createWorld(files), "A", "/write.pih", "/delete.py", "/read.pih")).toContain(
    "prenom was in this session until request 2, when line 3 of delete.py deleted it. Show me",
  );
});

test("an evicted session", () => {
  const world = createWorld(files, { max_sessions: 1 });
  visit(world, "A", "/write.pih");
  visit(world, "B", "/write.pih");
  expect(walk(world, "A", "/read.pih")).toContain(
    "prenom was in this session until request 2: it opened one session more than the 1 that the server keeps",
  );
});

test("a session in memory after a restart", () => {
  const world = createWorld(files);
  visit(world, "A", "/write.pih");
  restart(world.server, world.env);
  expect(walk(world, "A", "/read.pih")).toContain(
    "prenom was in this session until the server was restarted: sessions in memory end with it.",
  );
});

test("changes that were not saved, with the reason", () => {
  const world = createWorld(
    { ...files, "fail.py": "s = Session()\ns.prenom = 1\n1/0" },
    { persistent_session: true },
  );
  expect(walk(world, "A", "/fail.py", "/read.pih")).toContain(
    "Request 1 stored prenom, but it was not saved: the script ended with an error. Show me",
  );
});

test("a value that another request wrote over with its own copy of the session", () => {
  const world = createWorld(
    { ...files, "other.py": "s = Session()\ns.nom = 'B'" },
    { persistent_session: true },
  );
  visit(world, "A", "/close.pih");
  const [first, second] = [send(world, "A", "/write.pih"), send(world, "A", "/other.py")];
  for (const task of [first, second])
    while (task.phase !== "save") step(world.server, task, world.env, { kind: "end" });
  for (const task of [first, second])
    while (task.phase !== "done") step(world.server, task, world.env, { kind: "end" });
  expect(walk(world, "A", "/read.pih")).toContain(
    "Request 2 stored prenom, but request 3 had loaded its copy of the session before, and wrote it back whole, without prenom. Show me",
  );
});

test("a value in the memory of another process", () => {
  const world = createWorld(files, { server: "multiprocess" });
  const stories: string[] = [];
  visit(world, "A", "/write.pih");
  for (let n = 0; n < 9; n++) stories.push(told(visit(world, "A", "/read.pih")));
  expect(stories.join("\n")).toMatch(
    /Request 1 stored prenom in the memory of process (\d)\. This request was answered by process (?!\1)\d, which has a memory of its own\. Show me/,
  );
});

test("a value in the memory of a CGI process", () => {
  expect(walk(createWorld(files, { server: "cgi" }), "A", "/write.pih", "/read.pih")).toContain(
    "Request 1 stored prenom in the memory of process 1, which ended with that request. Every request gets a new process.",
  );
});

test("a value in the other storage after a switch of mode", () => {
  const world = createWorld(files, { persistent_session: true });
  visit(world, "A", "/write.pih");
  configure(world.server, createProject({}).configuration, world.env);
  expect(walk(world, "A", "/read.pih")).toContain(
    "Request 1 stored prenom on disk; since then the server keeps sessions in memory. Show me",
  );
});

test("where nobody remembers, it says what may have happened", () => {
  const world = createWorld(files);
  delete world.env.recall;
  expect(walk(world, "A", "/write.pih", "/close.pih", "/read.pih")).toContain(
    "The session has no prenom: nobody stored it, or the session was closed, evicted, or lost at a restart.",
  );
});

test("each line of the traceback in a file of the site is marked, those of the library are not", () => {
  const world = createWorld({
    "page.pih": "<p>\n<% import outils %>\n<% outils.read('{') %>",
    "outils.py": "import json\ndef read(text):\n    return json.loads(text)",
  });
  const { text } = visit(world, "A", "/page.pih");
  const traceback = /<pre class="traceback">(.*?)<\/pre>/s.exec(text)?.[1] ?? "";
  const marked = [...traceback.matchAll(/data-file="([^"]*)" data-line="(\d+)"/g)];
  expect(marked.map(([, file, line]) => `${file}:${line}`)).toEqual(["page.pih:3", "outils.py:3"]);
  expect(traceback).toMatch(/^ {2}File &#34;[^"<]*json/m);
});

test("a syntax error and a wrong tag are marked with their lines", () => {
  const world = createWorld({ "a.pih": "<p>\n<% x = = 1 %>", "b.pih": "<p>\n\n<% print 1" });
  expect(visit(world, "A", "/a.pih").text).toContain('<a data-file="a.pih" data-line="2" data-request="1">');
  expect(visit(world, "A", "/b.pih").text).toContain('<a data-file="b.pih" data-line="3" data-request="2">');
});

test("of a script that ends too soon the last line is shown, and Python's own words name the one after it", () => {
  const world = createWorld({ "short.py": "x = 1\nprint (x,\n" });
  expect(walk(world, "A", "/short.py")).toMatch(
    /short\.py, line 2 2print \(x, SyntaxError: invalid syntax .*File "short\.py", line 3/,
  );
});
