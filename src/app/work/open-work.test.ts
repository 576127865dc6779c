import { expect, test } from "vitest";
import type { CommandBody, WorkView } from "../../protocol/index.ts";
import type { Answer, Connection } from "../connection.ts";
import type { Arrival } from "./arrival.ts";
import {
  beginWork,
  lessonBeginning,
  listWorks,
  newestOfLesson,
  openLessonWork,
  openWork,
  type WorkPlace,
} from "./open-work.ts";

const files = { "index.html": "hello", "server.ini": "" };
const lesson = { id: "two-pages", files, opens: "index.html" };

test("a work is made over a connection of its own before the tab is told of it", async () => {
  const { place, sent, remembered } = setUp();
  expect(await beginWork(place, lessonBeginning(lesson, "fr"))).toEqual({ ok: true });
  const [open] = sent;
  expect(open?.body).toMatchObject({
    kind: "open",
    files,
    work: { name: "", origin: "lesson", lesson: "two-pages", language: "fr" },
  });
  expect(remembered).toEqual([[open?.workspace, { lesson: "two-pages", open: "index.html" }]]);
});

test("a refusal leaves the tab as it is", async () => {
  const { place, remembered } = setUp({ open: { ok: false, reason: "no", silent: false } });
  expect(await beginWork(place, lessonBeginning(lesson, "en"))).toMatchObject({ ok: false, reason: "no" });
  expect(remembered).toEqual([]);
});

test("a race is made ready before any page can run", async () => {
  const { place, sent, remembered } = setUp();
  await beginWork(place, {
    ...lessonBeginning(lesson, "en"),
    race: { browser: "A", urls: ["/a.pih?x=1", "/b.pih"], schedule: "ABBA" },
  });
  expect(sent.map(({ body }) => body.kind)).toEqual(["open", "replay"]);
  expect(sent[1]?.body).toMatchObject({
    of: { schedule: "ABBA", from: { urls: ["http://localhost/a.pih?x=1", "http://localhost/b.pih"] } },
  });
  expect(remembered[0]?.[1]).toMatchObject({ race: true });
});

test("a race that cannot be replayed does not keep the site from opening", async () => {
  const { place, remembered } = setUp({ replay: { ok: false, reason: "no", silent: false } });
  const beginning = {
    ...lessonBeginning(lesson, "en"),
    race: { browser: "Q", urls: ["/"], schedule: "A" },
  };
  expect(await beginWork(place, beginning)).toEqual({ ok: true });
  expect(remembered[0]?.[1].race).toBeUndefined();
});

test("a lesson opens the newest work of it that no other tab shows", async () => {
  const works = [
    view("a", { lesson: "other" }),
    view("b", { shown: true }),
    view("c", { origin: "link" }),
    view("d"),
    view("e"),
  ];
  expect(newestOfLesson(works, "two-pages")?.workspace).toBe(idOf("d"));
  const { place, sent, remembered } = setUp({}, works);
  expect(await openLessonWork(place, lesson, "en")).toEqual({ ok: true });
  expect(sent.map(({ body }) => body.kind)).toEqual(["list-works"]);
  expect(remembered).toEqual([[idOf("d"), { lesson: "two-pages" }]]);
});

test("a lesson without a work begins one", async () => {
  const { place, sent } = setUp({}, [view("a", { shown: true })]);
  await openLessonWork(place, lesson, "en");
  expect(sent.map(({ body }) => body.kind)).toEqual(["list-works", "open"]);
});

test("the first visit's example is a work of its lesson", () => {
  expect(newestOfLesson([view("a", { origin: "example" })], "two-pages")).toBeDefined();
});

test("a work that another tab shows is not opened a second time", () => {
  const { place, remembered } = setUp();
  expect(openWork(place, view("a", { shown: true }))).toBe(false);
  expect(openWork(place, view("b"))).toBe(true);
  expect(remembered.map(([workspace]) => workspace)).toEqual([idOf("b")]);
});

test("without an answer there is no list", async () => {
  const { place } = setUp({ "list-works": { ok: false, reason: "", silent: true } });
  expect(await listWorks(place)).toBeNull();
});

function setUp(answers: Partial<Record<CommandBody["kind"], Answer>> = {}, works: WorkView[] = []) {
  const sent: { workspace: string; body: CommandBody }[] = [];
  const remembered: [workspace: string, arrival: Arrival][] = [];
  const done = { ok: true, works } as unknown as Answer;
  const place: WorkPlace = {
    connect: async (workspace) =>
      ({
        async send(body: CommandBody) {
          sent.push({ workspace, body });
          return answers[body.kind] ?? done;
        },
        close() {},
      }) as unknown as Connection,
    sandbox: async () => "allow-same-origin allow-forms",
    remember: (workspace, arrival) => remembered.push([workspace, arrival]),
    load() {},
  };
  return { place, sent, remembered };
}

function view(letter: string, facts: Partial<WorkView> = {}): WorkView {
  return {
    workspace: idOf(letter),
    name: "",
    origin: "lesson",
    lesson: "two-pages",
    language: "en",
    created: 0,
    lastUsed: 0,
    files: 2,
    shown: false,
    ...facts,
  };
}

function idOf(letter: string): string {
  return letter.repeat(32);
}
