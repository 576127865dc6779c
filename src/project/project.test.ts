import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addFile,
  applyChanges,
  type Configuration,
  checkPath,
  createProject,
  defaultConfiguration,
  diffProjects,
  type Edit,
  editConfiguration,
  emptyProject,
  MANUAL_EXAMPLE_FOLDER,
  MAX_FILES,
  manualExampleFiles,
  type Project,
  parseConfiguration,
  removeFile,
  renameFile,
  stringifyConfiguration,
  writeFile,
} from "./index.ts";

function site(files: Record<string, string>): Project {
  return projectOf(createProject(Object.entries(files), defaultConfiguration));
}

function projectOf(edit: Edit): Project {
  if (!edit.ok) throw new Error(edit.reason);
  return edit.project;
}

function reasonOf(edit: Edit): string {
  return edit.ok ? "it was done" : edit.reason;
}

const names = (project: Project): string[] => [...project.files.keys()];

test.each(["index.html", "panier/voir.pih", "a b.html", "été.html", "..html", ".htaccess"])(
  "%j may name a file",
  (path) => {
    expect(checkPath(path)).toEqual({ ok: true, path });
  },
);

test.each([
  ["", "needs a name"],
  ["  ", "needs a name"],
  ["/index.html", "begins with “/”"],
  ["panier/", "ends with “/”"],
  ["a//b", "has “//”"],
  ["../secret", "steps out of its folder"],
  ["a/./b", "steps out of its folder"],
  ["a\\b", "the character \\"],
  ["a?b", "the character ?"],
  ["a\u0000b", "an invisible control character"],
  ["a.", "ends with a dot"],
  ["a /b", "begins or ends with a blank"],
  [`${"x".repeat(256)}`, "has 256 characters"],
])("%j may not, and the reason says why", (path, reason) => {
  const check = checkPath(path);
  expect(check.ok ? "ok" : check.reason).toContain(reason);
});

test("adding a file leaves the old project as it was", () => {
  const before = site({ "a.html": "a" });
  const after = projectOf(addFile(before, "b.html", "b"));
  expect(names(before)).toEqual(["a.html"]);
  expect(names(after)).toEqual(["a.html", "b.html"]);
});

test("writing the same content gives back the same project", () => {
  const before = site({ "a.html": "a" });
  expect(projectOf(writeFile(before, "a.html", "a"))).toBe(before);
});

test("a renamed file keeps its place and content", () => {
  const after = projectOf(renameFile(site({ a: "1", b: "2", c: "3" }), "b", "z"));
  expect([...after.files]).toEqual([
    ["a", "1"],
    ["z", "2"],
    ["c", "3"],
  ]);
});

test("a removed file is gone", () => {
  expect(names(projectOf(removeFile(site({ a: "1", b: "2" }), "a")))).toEqual(["b"]);
});

test.each<[string, (project: Project) => Edit, string]>([
  ["add a name that is taken", (p) => addFile(p, "a.html", ""), "There is already a file called “a.html”."],
  [
    "rename to a name that is taken",
    (p) => renameFile(p, "a.html", "panier/b.html"),
    "There is already a file",
  ],
  ["rename what is not there", (p) => renameFile(p, "x", "y"), "There is no file called “x”."],
  ["remove what is not there", (p) => removeFile(p, "x"), "There is no file called “x”."],
  ["write to a wrong path", (p) => writeFile(p, "../a", ""), "steps out of its folder"],
  [
    "make a file of a folder",
    (p) => addFile(p, "panier", ""),
    "“panier” cannot be a file and also the folder",
  ],
  [
    "make a folder of a file",
    (p) => addFile(p, "a.html/b", ""),
    "“a.html” cannot be a file and also the folder",
  ],
])("one cannot %s", (_what, edit, reason) => {
  expect(reasonOf(edit(site({ "a.html": "a", "panier/b.html": "b" })))).toContain(reason);
});

test("a file can move into the folder of its own name", () => {
  expect(names(projectOf(renameFile(site({ panier: "x" }), "panier", "panier/voir")))).toEqual([
    "panier/voir",
  ]);
});

test("a site holds a bounded number of files", () => {
  const files = Array.from({ length: MAX_FILES }, (_, at) => [`f${at}`, ""] as const);
  const full = projectOf(createProject(files, defaultConfiguration));
  expect(reasonOf(addFile(full, "one-more", ""))).toContain(`The site has ${MAX_FILES} files`);
  expect(writeFile(full, "f0", "new").ok).toBe(true);
});

test("a difference tells additions, edits, renames, deletions and options", () => {
  const from = site({ a: "1", b: "2", c: "3", d: "4" });
  const configuration = { ...defaultConfiguration, persistent_session: true };
  const to = { ...site({ a: "1", b: "changed", moved: "3", fresh: "5" }), configuration };
  expect(diffProjects(from, to)).toEqual([
    { kind: "edited", path: "b", content: "changed" },
    { kind: "renamed", path: "c", to: "moved" },
    { kind: "added", path: "fresh", content: "5" },
    { kind: "deleted", path: "d" },
    { kind: "configured", changes: { persistent_session: true } },
  ]);
});

test("bytes are compared by content", () => {
  const withBytes = (...bytes: number[]) => projectOf(addFile(emptyProject, "a.png", new Uint8Array(bytes)));
  expect(diffProjects(withBytes(1, 2), withBytes(1, 2))).toEqual([]);
  expect(diffProjects(withBytes(1, 2), withBytes(1, 3))).toHaveLength(1);
});

test("law: applying a difference gives the other project", () => {
  const files = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("1", "2", "3"));
  fc.assert(
    fc.property(files, files, (before, after) => {
      const [from, to] = [site(before), site(after)];
      const applied = applyChanges(from, diffProjects(from, to));
      expect(new Map([...applied.files].sort())).toEqual(new Map([...to.files].sort()));
    }),
  );
});

test("the default configuration reads as server.ini", () => {
  expect(stringifyConfiguration(defaultConfiguration)).toBe(
    `[server]
persistent_session = off
server = monoprocess
processes = 3
max_sessions = 1000
strict_session_ids = off
session_lock = none
error_status = 200
allow_directory_listing = off
`,
  );
});

const configurationFields = {
  persistent_session: fc.boolean(),
  server: fc.constantFrom("monoprocess", "multithread", "multiprocess", "cgi"),
  processes: fc.integer({ min: 1, max: 16 }),
  max_sessions: fc.integer({ min: 1, max: 1_000_000 }),
  strict_session_ids: fc.boolean(),
  session_lock: fc.constantFrom("none", "request", "version"),
  error_status: fc.constantFrom(200, 500),
  allow_directory_listing: fc.boolean(),
};
const configurations: fc.Arbitrary<Configuration> = fc.record(configurationFields);

test("law: a configuration written as text reads back the same", () => {
  fc.assert(
    fc.property(configurations, (configuration) => {
      expect(parseConfiguration(stringifyConfiguration(configuration))).toEqual({
        configuration,
        errors: [],
      });
    }),
  );
});

test("comments, blanks, colons, letter case and line ends do not matter", () => {
  const text = "; a comment\r\n[Server]\r\n\r\n  persistent_session : ON ; yes\r\nprocesses=5 # five\r\n";
  expect(parseConfiguration(text)).toEqual({
    configuration: { ...defaultConfiguration, persistent_session: true, processes: 5 },
    errors: [],
  });
});

test.each([
  ["persistent_session = on", 1, "stands before any section. Put [server] on the line above."],
  ["[serveur]", 1, "The section is called “serveur”. server.ini has one section: write [server]."],
  [
    "[server]\npersistant = on",
    2,
    "There is no option called “persistant”. The options are persistent_session, server,",
  ],
  ["[server]\ntoString = on", 2, "There is no option called “toString”."],
  ["[server]\npersistent_session = maybe", 2, "“persistent_session” cannot be “maybe”. Write on or off."],
  ["[server]\npersistent_session = constructor", 2, "Write on or off."],
  ["[server]\nserver = apache", 2, "Write monoprocess, multithread, multiprocess or cgi."],
  ["[server]\nprocesses = 0", 2, "Write a whole number from 1 to 16."],
  ["[server]\nmax_sessions = 1e3", 2, "Write a whole number from 1 to 1000000."],
  ["[server]\nerror_status = 404", 2, "Write 200 or 500."],
  ["[server]\n\nprocesses", 3, "“processes” is not an option. Write name = value"],
  ["[server]\nprocesses = 2\nprocesses = 4", 3, "“processes” is already set on line 2."],
])("%j is marked on its line", (text, line, message) => {
  const { errors } = parseConfiguration(text);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.line).toBe(line);
  expect(errors[0]?.message).toContain(message);
});

test.each([
  ["[server]\nprocesses = 3\n", { processes: 5 }, "[server]\nprocesses = 5\n"],
  [
    "; mine\r\n[Server]\r\n  processes:3   ; three\r\nerror_status=200\r\n",
    { processes: 5, error_status: 500 as const },
    "; mine\r\n[Server]\r\n  processes:5   ; three\r\nerror_status=500\r\n",
  ],
  [
    "[server]\nserver = cgi\n\n; end\n\n",
    { processes: 5 },
    "[server]\nserver = cgi\n\n; end\nprocesses = 5\n\n",
  ],
  ["[server]", { persistent_session: true }, "[server]\npersistent_session = on\n"],
  ["", { persistent_session: true }, "[server]\npersistent_session = on\n"],
  ["; later\n\n", { processes: 2 }, "; later\n[server]\nprocesses = 2\n\n"],
  [
    "[server]\nserver = cgi\n[other]\nx = 1",
    { processes: 2 },
    "[server]\nserver = cgi\nprocesses = 2\n[other]\nx = 1",
  ],
  ["[server]\nprocesses =\n", { processes: 2 }, "[server]\nprocesses = 2\n"],
  ["[server]\nprocesses = many ; five\n", { processes: 3 }, "[server]\nprocesses = 3 ; five\n"],
  [
    "[server]\npersistent_session = yes\n",
    { persistent_session: true },
    "[server]\npersistent_session = yes\n",
  ],
  ["[server]\n", { processes: 3 }, "[server]\n"],
  ["[server]\n; processes = 4\n", { processes: 4 }, "[server]\n; processes = 4\nprocesses = 4\n"],
])("editing %j with %j rewrites only what it must", (text, changes, edited) => {
  expect(editConfiguration(text, changes)).toBe(edited);
});

const lineOfIni: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    "  ",
    "; a note",
    "# processes = 7",
    "persistent_session = yes",
    "server : multithread",
  ),
  fc.constantFrom(
    "processes=4 ; four",
    "  max_sessions = 10",
    "error_status = 500 # said",
    "session_lock = request",
  ),
);

test("law: after an edit the text says the changes, and its other lines are as they were", () => {
  const texts = fc.tuple(fc.uniqueArray(lineOfIni), fc.constantFrom("\n", "\r\n"));
  const changes = fc.record(configurationFields, { requiredKeys: [] });
  fc.assert(
    fc.property(texts, changes, ([lines, lineEnd], changes) => {
      const text = ["[server]", ...lines, ""].join(lineEnd);
      const edited = editConfiguration(text, changes);
      const before = parseConfiguration(text).configuration;
      expect(parseConfiguration(edited)).toEqual({ configuration: { ...before, ...changes }, errors: [] });
      const untouched = lines.filter((line) => !Object.keys(changes).some((name) => line.includes(name)));
      const kept = edited.split(lineEnd).filter((line) => untouched.includes(line));
      expect(kept.filter((line) => line.trim() !== "")).toEqual(
        untouched.filter((line) => line.trim() !== ""),
      );
    }),
  );
});

test("what cannot be read keeps its default, and the rest counts", () => {
  const { configuration } = parseConfiguration("[server]\nprocesses = many\nerror_status = 500");
  expect(configuration).toEqual({ ...defaultConfiguration, error_status: 500 });
});

test("the manual's example is there, and line 4 of its last page reads the session", () => {
  const files = manualExampleFiles.map((name) => `${MANUAL_EXAMPLE_FOLDER}/${name}`);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const last = readFileSync(`${MANUAL_EXAMPLE_FOLDER}/suiteEssaiSession.pih`, "utf8");
  expect(last.split("\n")[3]).toBe("print session.prenom");
});
