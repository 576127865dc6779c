import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Notice, Reply } from "../protocol/index.ts";
import { Outbox } from "./outbox.ts";
import { stateOfNothing } from "./works/shelf.ts";

test("a notice goes out at once while no reply is expected", () => {
  const { page, sent } = openPage();
  new Outbox().tell(page, notice(1));
  expect(sent).toEqual([notice(1)]);
});

test("what is told right before a reply goes with it, in its order", () => {
  const { page, sent } = openPage();
  const outbox = new Outbox();
  outbox.expectReply(page);
  outbox.tell(page, notice(1));
  outbox.tell(page, notice(2));
  outbox.reply(page, reply);
  expect(sent).toEqual([{ ...reply, notices: [notice(1), notice(2)] }]);
  outbox.tell(page, notice(3));
  expect(sent.slice(1)).toEqual([notice(3)]);
});

test("a reply that is long in coming keeps no notice waiting", async () => {
  const { page, sent } = openPage();
  const outbox = new Outbox();
  outbox.expectReply(page);
  outbox.tell(page, notice(1));
  await setTimeout(1);
  expect(sent).toEqual([notice(1)]);
  outbox.tell(page, notice(2));
  outbox.reply(page, reply);
  expect(sent.slice(1)).toEqual([{ ...reply, notices: [notice(2)] }]);
});

test("a notice that went with a reply does not go again, and another page's goes by itself", async () => {
  const [one, other] = [openPage("one"), openPage("other")];
  const outbox = new Outbox();
  outbox.expectReply(one.page);
  outbox.tell(one.page, notice(1));
  outbox.tell(other.page, notice(1));
  outbox.reply(one.page, reply);
  await setTimeout(1);
  expect(one.sent).toEqual([{ ...reply, notices: [notice(1)] }]);
  expect(other.sent).toEqual([notice(1)]);
});

test("where an answer is to be had goes out at once, ahead of what the panels show", () => {
  const { page, sent } = openPage();
  const outbox = new Outbox();
  outbox.expectReply(page);
  outbox.tell(page, update);
  outbox.tell(page, notice(1, "result"));
  expect(sent).toEqual([notice(1, "result")]);
  outbox.reply(page, reply);
  expect(sent.slice(1)).toEqual([{ ...reply, notices: [update] }]);
});

test("but not ahead of an answer that was taken back before", () => {
  const { page, sent } = openPage();
  const outbox = new Outbox();
  outbox.expectReply(page);
  outbox.tell(page, notice(1));
  outbox.tell(page, notice(1, "result"));
  outbox.reply(page, reply);
  expect(sent).toEqual([{ ...reply, notices: [notice(1), notice(1, "result")] }]);
});

function openPage(id = "one") {
  const sent: unknown[] = [];
  return { sent, page: { id, postMessage: (message: unknown) => void sent.push(message) } };
}

const signature = { bootId: "b", buildId: "v" };
const reply: Reply = { ...signature, kind: "reply", id: 7, ok: false, problem: "refused", reason: "No." };
const update: Notice = {
  ...signature,
  kind: "update",
  workspace: "w",
  events: [],
  state: stateOfNothing(),
};

function notice(request: number, kind: "result" | "taken-back" = "taken-back"): Notice {
  return { ...signature, kind, workspace: "w", request, waitingUrl: "", resultUrl: "" };
}
