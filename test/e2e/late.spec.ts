/** The worker's late part, in the build: what a site needs of it from its first request on is there by then. */
import { expect, test } from "@playwright/test";
import { command, openPlayground } from "./playground.ts";

const workspace = "f".repeat(32);
const page = `<%
import math, os, random, threading, time
lock = threading.Lock()
lock.acquire()
s = Session()
s.visits = getattr(s, 'visits', 0) + 1
lock.release()
%>visit <%= s.visits %>, <%= math.sqrt(16) %>`;

test("a new site of threads and persistent sessions answers from its first request on", async ({
  page: tab,
}) => {
  await openPlayground(tab);
  const files = { "p.pih": page, "server.ini": "[server]\nserver = multithread\npersistent_session = on\n" };
  expect(await command(tab, { kind: "open", workspace, files })).toMatchObject({ ok: true });
  for (const visit of [1, 2]) {
    const text = await tab.evaluate(
      async (url) => (await fetch(url)).text(),
      new URL(`~/${workspace}/A/p.pih`, tab.url()).href,
    );
    expect(text).toContain(`visit ${visit}, 4.0`);
  }
  expect(await command(tab, { kind: "ping", workspace })).toMatchObject({
    state: { sessions: [{ storage: "disk", attributes: [{ name: "visits", value: "2" }] }] },
  });
});
