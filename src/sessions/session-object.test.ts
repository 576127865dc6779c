/** Sessions as a page's Python sees them. */
import { expect, test } from "vitest";
import { Disk, DiskStore, MemoryStore, type SessionObject } from "./index.ts";
import { play, visit } from "./visits.ts";

const inMemory = (): SessionObject => visit(new MemoryStore(), "Ab3dE5gH1jK2mN4p").session;
const onDisk = (): SessionObject => visit(new DiskStore(new Disk()), "Ab3dE5gH1jK2mN4p").session;

test("attributes are assigned, read and deleted", () => {
  const { output, error } = play(
    "session.nom = 'B'\nprint session.nom\ndel session.nom\nprint hasattr(session, 'nom')",
    inMemory(),
  );
  expect({ output, error }).toEqual({ output: "B\nFalse\n", error: "" });
});

test.each(["print session.prenom", "del session.prenom"])(
  "%s: a missing attribute is an AttributeError",
  (program) => {
    expect(play(program, inMemory()).error).toBe(
      "AttributeError: 'SessionObject' object has no attribute 'prenom'",
    );
  },
);

test("getattr with a default, setattr and delattr work", () => {
  const program =
    "setattr(session, 'a', 1)\nprint getattr(session, 'a'), getattr(session, 'b', 2)\ndelattr(session, 'a')\nprint hasattr(session, 'a')";
  expect(play(program, inMemory()).output).toBe("1 2\nFalse\n");
});

test("the identifier can be read and not set", () => {
  expect(play("print session.sessionId", inMemory()).output).toBe("Ab3dE5gH1jK2mN4p\n");
  expect(play("session.sessionId = 'x'", inMemory()).error).toMatch(/^AttributeError: sessionId /);
});

test("close takes every attribute at once, and a second close is harmless", () => {
  const session = inMemory();
  const { error, heard } = play(
    "session.nom = 'B'\nsession.close()\nsession.close()\nprint session.nom",
    session,
  );
  expect(error).toBe("AttributeError: 'SessionObject' object has no attribute 'nom'");
  expect(heard.filter(({ kind }) => kind === "session-closed")).toEqual([
    { kind: "session-closed", session: session.id, attributes: ["nom"] },
  ]);
});

test("close takes no arguments", () => {
  expect(play("session.close(1)", inMemory()).error).toMatch(/^TypeError: close\(\) takes/);
});

test.each([
  ["memory", () => new MemoryStore()],
  ["disk", () => new DiskStore(new Disk())],
])("%s: what is assigned after close is kept", (_name, create) => {
  const store = create();
  const { session } = visit(store, "a");
  play("session.a = 1\nsession.close()\nsession.b = 2", session);
  store.save(session, { now: 1, maxSessions: 10 });
  expect(visit(store, "a")).toMatchObject({ origin: "found", attributes: ["b"] });
});

test("memory holds any value", () => {
  const program =
    "class Livre: pass\nclass Disque(object): pass\nsession.a = Livre()\nsession.b = Disque()\nsession.c = Livre\nsession.d = lambda: 1\nprint session.d()";
  expect(play(program, inMemory())).toMatchObject({ output: "1\n", error: "" });
});

test("disk holds the built-in values", () => {
  const program =
    "session.a = [None, True, 1, 2L, 1.5, 1j, 's', u's', (), [], {}, set(), frozenset()]\nsession.a.append(session.a)\nprint len(session.a)";
  expect(play(program, onDisk())).toMatchObject({ output: "14\n", error: "" });
});

test.each([
  ["session.a = Livre()", "instance of Livre"],
  ["session.a = Disque()", "instance of Disque"],
  ["session.a = Livre", "classobj"],
  ["session.a = lambda: 1", "function"],
  ["session.a = (i for i in [])", "generator"],
  ["session.a = Panier()", "instance of Panier"],
  ["session.a = len", "builtin_function_or_method"],
  ["session.a = session", "SessionObject"],
])("disk: %s is a TypeError at the assignment", (program, type) => {
  const classes = "class Livre: pass\nclass Disque(object): pass\nclass Panier(list): pass\n";
  const { error, heard } = play(classes + program, onDisk());
  expect(error).toMatch(
    new RegExp(`^TypeError: the session attribute 'a' cannot be stored on disk: it holds an? ${type}\\.`),
  );
  expect(heard).toEqual([]);
});

test("disk: the error of a nested value names its path", () => {
  const { error } = play("session.panier = [1, 2, {'proprietaire': len, 3: 4}]", onDisk());
  expect(error).toContain("'panier' (panier[2].proprietaire) cannot be stored on disk: it holds a builtin");
});

test("every use is heard, with reprs", () => {
  const session = inMemory();
  const { heard } = play(
    "session.nom = 'B'\nprint session.nom\nprint hasattr(session, 'x')\ndel session.nom",
    session,
  );
  expect(heard).toEqual([
    { kind: "attribute-written", session: session.id, name: "nom", value: "'B'" },
    { kind: "attribute-read", session: session.id, name: "nom", value: "'B'" },
    { kind: "attribute-missing", session: session.id, name: "x" },
    { kind: "attribute-deleted", session: session.id, name: "nom" },
  ]);
});

test("being heard runs nothing of the page's", () => {
  const program =
    "class Bruyant:\n    def __repr__(self):\n        print 'repr!'\n        return 'x'\nsession.a = Bruyant()\nx = session.a";
  const { output, heard } = play(program, inMemory());
  expect(output).toBe("");
  expect(heard).toMatchObject([{ value: "<Bruyant instance>" }, { value: "<Bruyant instance>" }]);
});

test("a machine can stop before each visible operation and is told what it is", () => {
  const program =
    "session.nom = 'B'\nx = session.nom\ny = getattr(session, 'nom')\ndel session.nom\nz = session.sessionId\nsession.close()";
  const session = inMemory();
  const { stops, error } = play(program, session, "operation");
  expect(error).toBe("");
  const object = `session:${session.id}`;
  expect(
    stops.map((stop) => (stop.kind === "operation" ? { ...stop.operation, line: stop.line } : stop)),
  ).toEqual([
    { kind: "attribute-write", object, name: "nom", value: "'B'", line: 1 },
    { kind: "attribute-read", object, name: "nom", line: 2 },
    { kind: "attribute-read", object, name: "nom", line: 3 },
    { kind: "attribute-delete", object, name: "nom", line: 4 },
    { kind: "session-close", object, line: 6 },
  ]);
});

test("__dict__, vars and dir see the attributes", () => {
  const program =
    "session.b = 1\nprint session.__dict__, session.__class__.__name__, 'close' in dir(session)";
  expect(play(program, inMemory())).toMatchObject({ output: "{'b': 1} SessionObject True\n", error: "" });
});
