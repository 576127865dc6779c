/**
 * A session file that cannot be read: an error page for its session, nothing for the others. The words in brackets are those of
 * CPython 2.7's `pickle.loads` and `cPickle.loads` for the same text.
 */
import { expect, test } from "vitest";
import { readDiskSessions, sessionPath } from "../../src/sessions/index.ts";
import { createWorld, eventsOfKind, plainText, visit } from "./harness.ts";

const files = {
  "id.py": "print Session().sessionId",
  "count.py": "s = Session()\ns.n = getattr(s, 'n', 0) + 1\nprint s.n",
  "catch.py": "try: Session()\nexcept ValueError: print 'caught'",
};

const damages: [damage: string, content: string, words: string][] = [
  ["an empty file", "", "it ends in the middle (EOFError)"],
  ["a truncated file", "(dp0\nS'a'\np1\nI1\ns", "it ends in the middle (EOFError)"],
  ["a line cut off", "(dp0\nS'a'\np1\nI", "pickle data was truncated"],
  ["a string cut off", "(dp0\nS'a\np1\nI1\ns.", "insecure string pickle"],
  ["text that is no pickle", "bonjour", "invalid load key"],
  ["binary data", "\x80\x02}q\x00.", "invalid load key"],
  ["a damaged integer", "(dp0\nS'a'\nIx\ns.", "invalid literal for long() with base 10"],
  ["a damaged float", "(dp0\nS'a'\nFx\ns.", "could not convert string to float"],
  ["a name of nothing", "(dp0\nS'a'\ng9\ns.", 'it refers to "9"'],
  ["too little on the stack", "s.", "unpickling stack underflow"],
  ["an end without a beginning", "t.", "could not find MARK"],
  ["a list as a key", "(dp0\n(lp1\nI1\ns.", "unhashable type"],
  ["no dictionary", "I1\n.", "does not hold a dictionary"],
  ["a call of something dangerous", "cos\nsystem\n(S'echo'\ntR.", "os.system"],
];

test.each(damages)(
  "%s: the page names the file and the damage, the view marks it, the others are well",
  (_name, content, words) => {
    const world = createWorld(files, { persistent_session: true });
    const id = visit(world, "A", "/id.py").text.trim();
    visit(world, "B", "/count.py");
    world.server.disk.write(sessionPath(id), content, 0);
    const page = plainText(visit(world, "A", "/count.py"));
    expect(page).toContain(`ValueError: the session file ${sessionPath(id)} is damaged:`);
    expect(page).toContain(words);
    expect(page).toContain("count.py, line 1");
    expect(visit(world, "B", "/count.py").text).toBe("2\n");
    expect(world.server.disk.read(sessionPath(id))?.content).toBe(content);
    const views = readDiskSessions(world.server.disk);
    expect(views.map(({ damaged = "" }) => damaged.includes(words))).toEqual([true, false]);
    expect(eventsOfKind(world, "log")).toMatchObject([
      {
        level: "error",
        message: expect.stringContaining(`${sessionPath(id)} is damaged`),
        request: 3,
        line: 1,
      },
    ]);
  },
);

test("a page can catch the error; when the file is gone, the same id begins an empty session", () => {
  const world = createWorld(files, { persistent_session: true });
  const id = visit(world, "A", "/id.py").text.trim();
  world.server.disk.write(sessionPath(id), "bonjour", 0);
  expect(visit(world, "A", "/catch.py").text).toBe("caught\n");
  world.server.disk.delete(sessionPath(id));
  expect(visit(world, "A", "/count.py")).toMatchObject({ text: "1\n", setCookie: [] });
});
