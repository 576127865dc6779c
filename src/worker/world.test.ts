/** How the world is written before the names of everything in it are known. */
import { expect, test } from "vitest";
import { complexType, setType } from "../python/index.ts";
import { openSite } from "./test-site.ts";

test("a first page is stored without a look into types that it does not use, and read back with the names of all", async () => {
  const site = await openSite({
    "p.pih": "<% s = Session()\ns.names = _names\nprint s.names %>",
    "q.pih": "<% print Session().names, complex %>",
  });
  expect(await site.read("/p.pih?names[]=a&names[]=b")).toContain("['a', 'b']");
  expect([setType.isNamed, complexType.isNamed]).toEqual([false, false]);
  site.kill();
  expect(await site.read("/q.pih")).toContain("['a', 'b'] <type 'complex'>");
  expect([setType.isNamed, complexType.isNamed]).toEqual([true, true]);
});
