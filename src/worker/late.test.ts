/** What a site can do before the late part of the worker has come, and what waits for it. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test, vi } from "vitest";
import { MANUAL_EXAMPLE_FOLDER } from "../project/index.ts";
import { compiledPages } from "./compiled-pages.ts";
import { openSite } from "./test-site.ts";

beforeAll(() => {
  vi.doMock("./late.ts", () => {
    throw new Error("no network, as this test wants it");
  });
});

const names = readdirSync(MANUAL_EXAMPLE_FOLDER);
const example = Object.fromEntries(
  names.map((name) => [name, readFileSync(`${MANUAL_EXAMPLE_FOLDER}/${name}`, "utf8")]),
);
const compiled = compiledPages();

test("the example, one process with its sessions in memory, answers without the late part", async () => {
  const site = await openSite(example, { compiled });
  expect(await site.read("/index.html")).toContain("Qui êtes-vous ?");
  expect(await site.read("/debutEssaiSession.pih?monnom=Dupont&prenom=Zoé")).toMatch(
    /Début de session.*Dupont/s,
  );
  expect(await site.read("/suiteEssaiSession.pih")).toContain("Zoé");
  expect(await site.read("/suiteEssaiSession.pih")).toContain("AttributeError");
});

test.each(["server = multithread", "persistent_session = on"])(
  "with %s it is not opened before it",
  async (line) => {
    const files = { ...example, "server.ini": `[server]\n${line}\n` };
    await expect(openSite(files, { compiled })).rejects.toThrow();
  },
);

test("a site whose pages are still to be compiled is not opened before it", async () => {
  await expect(openSite({ ...example, "p.py": "print 1" }, { compiled })).rejects.toThrow();
});

test("a command waits for it", async () => {
  const site = await openSite(example, { compiled });
  await expect(site.command({ kind: "restart-server" })).rejects.toThrow();
});
