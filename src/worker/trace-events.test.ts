import { expect, test } from "vitest";
import { openSite } from "./test-site.ts";

test("every event of a request says which process and thread answered, the jar's too", async () => {
  const site = await openSite({ "n.pih": "<% Session().n = 1 %>" });
  await site.command({ kind: "configure", changes: { server: "multiprocess" } });
  for (let n = 0; n < 4; n++) await site.visit("/n.pih");
  const events = site.events().filter(({ request }) => request !== undefined);
  expect(new Set(events.map(({ kind }) => kind))).toEqual(
    new Set(["request", "session-opened", "attribute-written", "set-cookie", "response", "cookie-sent"]),
  );
  for (let request = 1; request <= 4; request++) {
    const answerers = events.filter((event) => event.request === request);
    expect(new Set(answerers.map(({ process, thread }) => `${process}.${thread}`)).size).toBe(1);
  }
  expect(events.every(({ process = 0, thread = 0 }) => process > 0 && thread > 0)).toBe(true);
});
