import { expect, test } from "vitest";
import { openSite } from "./test-site.ts";

const page = "<% if AUTH_USER != 'jean': raise HTTP_ERROR, (401, 'Qui ?') %>bonjour <%= AUTH_PASSWORD %>";
const logIn = { kind: "log-in", browser: "A", user: "jean", password: "é:1" } as const;

test("name and password go along with every request of that browser, and survive the worker", async () => {
  const site = await openSite({ "p.pih": page });
  expect((await site.visit("/p.pih")).status).toBe(401);
  await site.command(logIn);
  expect(await site.read("/p.pih")).toBe("bonjour é:1");
  site.kill();
  expect(await site.read("/p.pih")).toBe("bonjour é:1");
  expect((await site.visit("/p.pih", {}, "B")).status).toBe(401);
});

test("what a page refuses is not sent again", async () => {
  const site = await openSite({ "p.pih": page, "out.pih": "<% raise HTTP_ERROR, (401, 'Au revoir') %>" });
  await site.command(logIn);
  await site.visit("/out.pih");
  expect((await site.visit("/p.pih")).status).toBe(401);
});

test("a name with a colon in it is refused", async () => {
  const site = await openSite({ "p.pih": page });
  expect(await site.command({ ...logIn, user: "a:b" })).toMatchObject({
    ok: false,
    reason: expect.stringContaining("colon"),
  });
});
