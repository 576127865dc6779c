import { expect, test } from "vitest";
import { builtinType, PyInstance, PyList } from "../python/index.ts";
import {
  attributeNames,
  closeSession,
  Disk,
  DiskStore,
  generateSessionId,
  MemoryStore,
  readDiskSessions,
  readMemorySessions,
  type SessionObject,
  type SessionStore,
  sessionIdOf,
  sessionPath,
} from "./index.ts";
import { assign, createChances, createMachine, play, visit } from "./visits.ts";

const saving = { now: 9, maxSessions: 1000 };

const stores: [string, () => SessionStore][] = [
  ["memory", () => new MemoryStore()],
  ["disk", () => new DiskStore(new Disk())],
];

/** Something that only memory can hold. */
function instance(): PyInstance {
  const type = builtinType("Livre");
  type.builtin = false;
  return new PyInstance(type);
}

function close(session: SessionObject): void {
  closeSession(createMachine(), session);
}

test("an id has 16 letters and digits, and chance decides which", () => {
  expect(generateSessionId(createChances(1))).toMatch(/^[a-zA-Z0-9]{16}$/);
  expect(generateSessionId(createChances(1))).toBe(generateSessionId(createChances(1)));
  expect(generateSessionId(createChances(1))).not.toBe(generateSessionId(createChances(2)));
  expect(generateSessionId(() => 0)).toBe("aaaaaaaaaaaaaaaa");
  expect(generateSessionId(() => 0.9999999)).toBe("9999999999999999");
});

test.each(stores)("%s: a visit without cookie begins a new, empty session", (_name, create) => {
  const opened = visit(create(), null);
  expect(opened.origin).toBe("new");
  expect(opened.session.id).toMatch(/^[a-zA-Z0-9]{16}$/);
  expect(opened.attributes).toEqual([]);
});

test.each(stores)("%s: a known id finds its session again", (_name, create) => {
  const store = create();
  const { session } = visit(store, null);
  assign(session, { nom: "B" });
  store.save(session, saving);
  const again = visit(store, session.id);
  expect(again).toMatchObject({ origin: "found", attributes: ["nom"], evicted: [] });
  expect(again.session.attributes.get("nom")).toBe("B");
});

test.each(stores)("%s: an unknown id is adopted, whatever it is", (_name, create) => {
  const store = create();
  for (const id of ["", "forged", "../../etc/passwd", "\u00e9%/\\"]) {
    expect(visit(store, id)).toMatchObject({ origin: "adopted", session: { id } });
    expect(visit(store, id).origin).toBe("found");
  }
  expect(store.size).toBe(4);
});

test.each(stores)("%s: strict ids replace an unknown id and keep a known one", (_name, create) => {
  const store = create();
  const opened = visit(store, "forged", { strictIds: true });
  expect(opened.origin).toBe("new");
  expect(opened.session.id).not.toBe("forged");
  expect(visit(store, opened.session.id, { strictIds: true }).origin).toBe("found");
});

test.each(stores)("%s: a fresh id is never one that is taken", (_name, create) => {
  const store = create();
  const chances = [...Array<number>(32).fill(0), ...Array<number>(16).fill(0.5)];
  const random = () => chances.shift() ?? 0;
  const first = visit(store, null, { random }).session.id;
  expect(visit(store, null, { random }).session.id).not.toBe(first);
});

test.each(stores)(
  "%s: one session above the cap evicts the one created first, however lately used",
  (_name, create) => {
    const store = create();
    const ids = ["a", "b", "c"].map((id) => visit(store, id, { maxSessions: 3 }).session.id);
    visit(store, "a", { maxSessions: 3 });
    expect(visit(store, "d", { maxSessions: 3 }).evicted).toEqual(["a"]);
    expect(ids.map((id) => store.has(id))).toEqual([false, true, true]);
    expect(visit(store, "a", { maxSessions: 3 })).toMatchObject({
      origin: "adopted",
      evicted: ["b"],
      attributes: [],
    });
  },
);

test.each(stores)("%s: a lowered cap evicts all that are too many at the next creation", (_name, create) => {
  const store = create();
  for (const id of ["a", "b", "c", "d"]) visit(store, id);
  expect(visit(store, "e", { maxSessions: 2 }).evicted).toEqual(["a", "b", "c"]);
});

test.each(stores)("%s: the cap holds over any coming and going", (_name, create) => {
  const store = create();
  const random = createChances(7);
  for (let turn = 0; turn < 2_000; turn++) {
    const { session } = visit(store, `id${Math.floor(random() * 40)}`, { maxSessions: 20 });
    if (random() < 0.3) close(session);
    expect(store.size).toBeLessThanOrEqual(20);
  }
});

test.each(stores)("%s: a closed session is no longer kept, and its id comes back empty", (_name, create) => {
  const store = create();
  const { session } = visit(store, "a");
  assign(session, { nom: "B" });
  store.save(session, saving);
  close(session);
  expect(attributeNames(session)).toEqual([]);
  expect(store.size).toBe(0);
  expect(store.save(session, saving)).toEqual({ kind: "nothing" });
  expect(visit(store, "a")).toMatchObject({ origin: "adopted", attributes: [] });
});

test.each(stores)("%s: sessions closed and begun again count as created anew", (_name, create) => {
  const store = create();
  close(visit(store, "a").session);
  visit(store, "b");
  visit(store, "a");
  expect(visit(store, "c", { maxSessions: 2 }).evicted).toEqual(["b"]);
});

// Memory

test("memory: every visit of an id gets the same live object", () => {
  const store = new MemoryStore();
  const { session } = visit(store, "a");
  assign(session, { livre: instance() });
  expect(visit(store, "a").session).toBe(session);
});

test("memory: there is nothing to save of a live object", () => {
  const store = new MemoryStore();
  const { session } = visit(store, "a");
  assign(session, { nom: "B" });
  expect(store.save(session, saving)).toEqual({ kind: "nothing" });
});

test("memory: closing an object whose id has a new session leaves the new one alone", () => {
  const store = new MemoryStore();
  const { session: old } = visit(store, "a");
  close(old);
  const { session: fresh } = visit(store, "a");
  old.closed = false;
  close(old);
  expect(visit(store, "a").session).toBe(fresh);
});

// Disk

test("disk: each visit loads a copy of its own", () => {
  const store = new DiskStore(new Disk());
  const { session } = visit(store, "a");
  assign(session, { panier: new PyList(["livre"]) });
  store.save(session, saving);
  const [one, two] = [visit(store, "a").session, visit(store, "a").session];
  expect(one).not.toBe(two);
  assign(one, { panier: new PyList([]) });
  expect(readDiskSessions(store.disk)[0]?.attributes).toMatchObject([{ name: "panier", value: "['livre']" }]);
});

test("disk: what is not saved is lost", () => {
  const store = new DiskStore(new Disk());
  assign(visit(store, "a").session, { nom: "B" });
  expect(visit(store, "a").attributes).toEqual([]);
});

test("disk: the last one to save wins, for all attributes", () => {
  const store = new DiskStore(new Disk());
  const [one, two] = [visit(store, "a").session, visit(store, "a").session];
  assign(one, { livre: "1" });
  assign(two, { cd: "2" });
  store.save(one, saving);
  store.save(two, saving);
  expect(visit(store, "a").attributes).toEqual(["cd"]);
});

test("disk: a save after another's close brings the session back", () => {
  const store = new DiskStore(new Disk());
  const [one, two] = [visit(store, "a").session, visit(store, "a").session];
  assign(one, { nom: "B" });
  close(two);
  store.save(two, saving);
  store.save(one, saving);
  expect(visit(store, "a").attributes).toEqual(["nom"]);
});

const checked = { checked: true };

test.each(stores)(
  "copies in %s: a save is refused when someone saved, closed or evicted since the load",
  (_name, create) => {
    const store = create();
    const [one, two] = [visit(store, "a", checked).session, visit(store, "a", checked).session];
    assign(one, { nom: "B" });
    expect(store.save(one, saving).kind).toBe("saved");
    assign(one, { nom: "C" });
    expect(store.save(one, saving).kind).toBe("saved");
    assign(two, { nom: "D" });
    expect(store.save(two, saving)).toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("was saved by"),
    });
    close(visit(store, "a", checked).session);
    assign(one, { nom: "E" });
    const closed = { kind: "conflict", message: expect.stringContaining("was closed") };
    expect(store.save(one, saving)).toMatchObject(closed);
    visit(store, "a", checked);
    expect(store.save(one, saving).kind).toBe("conflict");
  },
);

test.each(stores)(
  "copies in %s: a copy that nobody changed is not saved, and conflicts with nothing",
  (_name, create) => {
    const store = create();
    const first = visit(store, "a", checked).session;
    assign(first, { panier: new PyList([1, new PyList([])]), nom: "B" });
    store.save(first, saving);
    const [reader, writer] = [visit(store, "a", checked).session, visit(store, "a", checked).session];
    assign(writer, { nom: "C" });
    expect(store.save(writer, saving).kind).toBe("saved");
    expect(store.save(reader, saving).kind).toBe("nothing");
  },
);

test.each(stores)(
  "copies in %s: a change deep inside a copy is seen by nobody before it is saved, and counts as a change",
  (_name, create) => {
    const store = create();
    const first = visit(store, "a", checked).session;
    assign(first, { panier: new PyList([new PyList([1])]) });
    store.save(first, saving);
    const { session } = visit(store, "a", checked);
    play("session.panier[0].append(2)", session);
    const read = () => play("print session.panier", visit(store, "a", checked).session).output;
    expect(read()).toBe("[[1]]\n");
    expect(store.save(session, saving).kind).toBe("saved");
    expect(read()).toBe("[[1, 2]]\n");
  },
);

test.each(stores)(
  "copies in %s: a copy that was closed and written to again begins a new session, over nobody else's",
  (_name, create) => {
    const store = create();
    const [one, two] = [visit(store, "a", checked).session, visit(store, "a", checked).session];
    play("session.close()\nsession.nom = 'B'", one);
    assign(two, { nom: "C" });
    expect(store.save(two, saving).kind).toBe("conflict");
    expect(store.save(one, saving).kind).toBe("saved");
  },
);

test.each(stores)("copies in %s: a copy that is stale cannot close the session", (_name, create) => {
  const store = create();
  const [one, two] = [visit(store, "a", checked).session, visit(store, "a", checked).session];
  assign(one, { nom: "B" });
  store.save(one, saving);
  expect(play("session.close()", two).error).toMatch(/^SessionConflict: the session a was saved by another/);
  expect(visit(store, "a", checked).attributes).toEqual(["nom"]);
});

test("memory: a copy is deep, keeps what is shared or cyclic, and shares what is no data", () => {
  const store = new MemoryStore();
  const first = visit(store, "a", { checked: true }).session;
  play(
    "class C: pass\nc = C(); c.me = c; c.items = {'k': (1, [2])}\nsession.a = c; session.b = c; session.f = len",
    first,
  );
  store.save(first, saving);
  const { session } = visit(store, "a", { checked: true });
  const program =
    "a = session.a\nprint a is session.b, a.me is a, a.items, session.f is len\na.items['k'][1].append(3)\nprint a.items";
  expect(play(program, session).output).toBe("True True {'k': (1, [2])} True\n{'k': (1, [2, 3])}\n");
  expect(play("print session.a.items", visit(store, "a", { checked: true }).session).output).toBe(
    "{'k': (1, [2])}\n",
  );
});

test("disk: a value smuggled into a stored list is caught when saving, and nothing is written", () => {
  const store = new DiskStore(new Disk());
  const { session } = visit(store, "a");
  assign(session, { nom: "B", panier: new PyList([1, 2, instance()]) });
  const before = store.disk.read(sessionPath("a"))?.content;
  expect(store.save(session, saving)).toMatchObject({
    kind: "unsupported",
    path: "panier[2]",
    message: expect.stringContaining(
      "'panier' (panier[2]) cannot be stored on disk: it holds an instance of Livre",
    ),
  });
  expect(store.disk.read(sessionPath("a"))?.content).toBe(before);
});

test("disk: a damaged file is an error for its session and for no other", () => {
  const store = new DiskStore(new Disk());
  for (const id of ["a", "b"]) visit(store, id);
  store.disk.write(sessionPath("a"), "(dS'nom'\nXX", 1);
  expect(() => visit(store, "a")).toThrow();
  expect(visit(store, "b").origin).toBe("found");
  const [a, b] = readDiskSessions(store.disk);
  expect(a?.damaged).toContain('line 2 of the pickle cannot be read: the instruction "X"');
  expect(b).not.toHaveProperty("damaged");
});

test.each([
  ["a list", "(l."],
  ["a number as a name", "(dI1\nI2\ns."],
  ["nothing", ""],
])("disk: a file that holds %s is damaged", (_what, content) => {
  const disk = new Disk();
  disk.write(sessionPath("a"), content, 0);
  expect(readDiskSessions(disk)[0]?.damaged).toBeTypeOf("string");
});

test("disk: ids become file names that can be read back and stay in their folder", () => {
  for (const id of ["Ab3", "", "../x", "a/b", "%", "\u00e9\u20ac", "."]) {
    const path = sessionPath(id);
    expect(path).toMatch(/^sessions\/[A-Za-z0-9_%-]+$/);
    expect(sessionIdOf(path.slice("sessions/".length))).toBe(id);
  }
});

test("disk: a session keeps its time of creation and its place when saved", () => {
  const store = new DiskStore(new Disk());
  const { session } = visit(store, "a", { now: 5 });
  visit(store, "b", { now: 6 });
  store.save(session, { now: 7, maxSessions: 1000 });
  expect(readDiskSessions(store.disk)).toMatchObject([
    { id: "a", created: 5, lastUsed: 7 },
    { id: "b", created: 6, lastUsed: 6 },
  ]);
});

// Views

test("the panel sees names, reprs and types, and instances by their class", () => {
  const store = new MemoryStore();
  const { session } = visit(store, "a", { now: 3 });
  assign(session, { nom: "Ren\u00c3\u00a9", age: 42, livre: instance() });
  visit(store, "a", { now: 8 });
  expect(readMemorySessions(store)).toEqual([
    {
      id: "a",
      storage: "memory",
      created: 3,
      lastUsed: 8,
      attributes: [
        { name: "nom", value: "'Ren\\xc3\\xa9'", type: "str" },
        { name: "age", value: "42", type: "int" },
        { name: "livre", value: "<Livre object>", type: "Livre" },
      ],
    },
  ]);
});

test("a huge value is shown in part", () => {
  const store = new MemoryStore();
  assign(visit(store, "a").session, { a: "x".repeat(1_000_000), b: new PyList(Array(100_000).fill(1)) });
  for (const { value } of readMemorySessions(store)[0]?.attributes ?? []) {
    expect(value.length).toBeLessThanOrEqual(2_001);
    expect(value.endsWith("…")).toBe(true);
  }
});

test("files on the disk do not change when read again, and are read once", () => {
  const store = new DiskStore(new Disk());
  visit(store, "a");
  expect(readDiskSessions(store.disk)[0]).toBe(readDiskSessions(store.disk)[0]);
});
