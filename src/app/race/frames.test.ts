import { expect, test } from "vitest";
import { createFollower, type FollowedEvent, findPlaces, readFrames } from "./frames.ts";
import { fakeDocument, previewOf, sentTo } from "./test-frames.ts";

test("a request is found in a frame by its place in the page around it", () => {
  const set = fakeDocument("answer 1", "/set.html");
  const documents = [set, fakeDocument("waiting 2", "/a.pih", set), fakeDocument("answer 3", "/b.pih", set)];
  const places = findPlaces(readFrames("A", documents), "/");
  expect([...places]).toEqual([
    [1, { browser: "A", position: 0, outer: null }],
    [2, { browser: "A", position: 1, outer: "/set.html" }],
    [3, { browser: "A", position: 2, outer: "/set.html" }],
  ]);
});

test("a frame whose answer is taken back is sent to where its request waits again", () => {
  const follower = createFollower("/");
  follower.notice([arrival(1, 10), answer(1, 15), { kind: "stepped-back", seq: 16, to: 12 }]);
  const page = fakeDocument("answer 1", "/a.pih");
  follower.follow(readFrames("A", [page]));
  // Not told yet where to.
  expect(sentTo(page)).toEqual([]);
  follower.takeBack(1, "/there");
  follower.follow(readFrames("A", [page]));
  follower.follow(readFrames("A", [page]));
  expect(sentTo(page)).toEqual(["/there"]);
});

test("the notice may come before the event", () => {
  const follower = createFollower("/");
  follower.notice([arrival(1, 10), answer(1, 15)]);
  follower.takeBack(1, "/there");
  const page = fakeDocument("answer 1", "/a.pih");
  follower.follow(readFrames("A", [page]));
  follower.notice([{ kind: "stepped-back", seq: 16, to: 12 }]);
  follower.follow(readFrames("A", [page]));
  expect(sentTo(page)).toEqual(["/there"]);
});

test("what a worker has told and lost is forgotten with its log: the next events have the same numbers", () => {
  const follower = createFollower("/");
  const kept = [arrival(1, 10), arrival(2, 11)];
  follower.notice([...kept, operation(12), operation(13), operation(14)]);
  // The log as the next worker has it, and a step back to before the second request.
  const found = kept.map((event) => ({ ...event }));
  follower.notice(found);
  follower.notice([...found.slice(0, 1), { kind: "stepped-back", seq: 12, to: 10 }]);
  const pages = [fakeDocument("waiting 1", "/a.pih"), fakeDocument("waiting 2", "/b.pih")];
  follower.follow(readFrames("A", pages));
  expect(pages.map(sentTo)).toEqual([[], [previewOf("/b.pih")]]);
});

test("a log that has grown again before it is seen is another one all the same", () => {
  const follower = createFollower("/");
  follower.notice([arrival(1, 10), operation(11), operation(12)]);
  follower.notice([arrival(1, 10), arrival(2, 11), operation(12), operation(13)]);
  follower.notice([{ kind: "stepped-back", seq: 14, to: 10 }]);
  const page = fakeDocument("waiting 2", "/b.pih");
  follower.follow(readFrames("A", [page]));
  expect(sentTo(page)).toEqual([previewOf("/b.pih")]);
});

test("an answer that comes again stays where it is shown", () => {
  const follower = createFollower("/");
  follower.notice([arrival(1, 10), answer(1, 15), { kind: "stepped-back", seq: 16, to: 12 }]);
  follower.takeBack(1, "/there");
  follower.notice([answer(1, 20)]);
  const page = fakeDocument("answer 1", "/a.pih");
  follower.follow(readFrames("A", [page]));
  expect(sentTo(page)).toEqual([]);
});

test("an answer that was sent before the moment stays too", () => {
  const follower = createFollower("/");
  follower.notice([arrival(1, 10), answer(1, 11), arrival(2, 12), { kind: "stepped-back", seq: 16, to: 12 }]);
  const page = fakeDocument("answer 1", "/a.pih");
  follower.follow(readFrames("A", [page]));
  expect(sentTo(page)).toEqual([]);
});

test("a frame whose request has not arrived any more asks again, by its plain address", () => {
  const follower = createFollower("/");
  follower.notice([arrival(1, 10), { kind: "stepped-back", seq: 16, to: 9 }]);
  const waiting = fakeDocument("waiting 1", "/a.pih?x=1&~answer=1.abc#top");
  expect(follower.follow(readFrames("A", [waiting]))).toEqual([]);
  expect(sentTo(waiting)).toEqual([previewOf("/a.pih?x=1")]);
});

test("so does one that was answered already", () => {
  const follower = createFollower("/");
  follower.notice([arrival(1, 10), answer(1, 12), { kind: "stepped-back", seq: 16, to: 9 }]);
  follower.takeBack(1, "/there");
  const page = fakeDocument("answer 1", "/a.pih");
  follower.follow(readFrames("A", [page]));
  expect(sentTo(page)).toEqual([previewOf("/a.pih")]);
});

test("a frame that followed a redirect goes back to the request whose answer it was", () => {
  const follower = createFollower("/");
  const sent = { browser: "A", url: "http://localhost/in/sent.pih" };
  follower.notice([
    { ...arrival(1, 10), ...sent, method: "POST" },
    { ...answer(1, 12), browser: "A", raw: "HTTP/1.1 302 Found\r\nLocation: ../n.pih#end\r\n\r\n" },
    { ...arrival(2, 13), browser: "B", url: "http://localhost/n.pih" },
    { ...arrival(3, 14), browser: "A", url: "http://localhost/n.pih" },
    { kind: "stepped-back", seq: 16, to: 11 },
  ]);
  follower.takeBack(1, "/there");
  const [theirs, mine] = [fakeDocument("waiting 2", "/n.pih"), fakeDocument("waiting 3", "/n.pih")];
  expect(follower.follow(readFrames("A", [theirs, mine]))).toEqual([]);
  expect(sentTo(mine)).toEqual(["/there"]);
  expect(sentTo(theirs)).toEqual([previewOf("/n.pih")]);
});

test("a form is not sent again by itself: it is named, once", () => {
  const follower = createFollower("/");
  follower.notice([
    { ...arrival(1, 10), method: "POST" },
    { kind: "stepped-back", seq: 16, to: 9 },
  ]);
  const waiting = fakeDocument("waiting 1", "/a.pih");
  expect(follower.follow(readFrames("A", [waiting]))).toHaveLength(1);
  expect(follower.follow(readFrames("A", [waiting]))).toHaveLength(0);
  expect(sentTo(waiting)).toEqual([]);
});

test("what is inside of a page that moves goes with it, also while it is still to be told where to", () => {
  const follower = createFollower("/");
  follower.notice([arrival(1, 10), answer(1, 12), arrival(2, 13), { kind: "stepped-back", seq: 16, to: 11 }]);
  const set = fakeDocument("answer 1", "/set.html");
  const inner = fakeDocument("waiting 2", "/a.pih", set);
  follower.follow(readFrames("A", [set, inner]));
  follower.takeBack(1, "/there");
  follower.follow(readFrames("A", [set, inner]));
  expect(sentTo(set)).toEqual(["/there"]);
  expect(sentTo(inner)).toEqual([]);
});

function arrival(request: number, seq: number): FollowedEvent {
  return { kind: "request", seq, request, method: "GET" };
}

/** Of a move of which no frame shows anything. */
function operation(seq: number): FollowedEvent {
  return { kind: "attribute-read", seq };
}

function answer(request: number, seq: number): FollowedEvent {
  return { kind: "response", seq, request };
}
