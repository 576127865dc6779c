/** What a site can do before the late part of the worker has come, and what waits for it. */
import { beforeAll, expect, test, vi } from "vitest";
import { openSite } from "./test-site.ts";

beforeAll(() => {
  vi.doMock("./late.ts", () => {
    throw new Error("no network, as this test wants it");
  });
});

const page = "<% s = Session()\ns.n = getattr(s, 'n', 0) + 1 %>visit <%= s.n %>";

test("a new site of one process, sessions in memory, answers without the late part", async () => {
  const site = await openSite({ "p.pih": page });
  expect(await site.read("/p.pih")).toContain("visit 1");
  expect(await site.read("/p.pih")).toContain("visit 2");
});

test.each(["server = multithread", "persistent_session = on"])(
  "one with %s is not opened before it",
  async (line) => {
    await expect(openSite({ "p.pih": page, "server.ini": `[server]\n${line}\n` })).rejects.toThrow();
  },
);

test("a command waits for it", async () => {
  const site = await openSite({ "p.pih": page });
  await expect(site.command({ kind: "restart-server" })).rejects.toThrow();
});
