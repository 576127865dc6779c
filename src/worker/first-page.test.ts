/** What of the engine the pages of the example call: the build has it ready, all else comes late (`scripts/first-page.ts`). */
import { readdirSync, readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { isOfFirstPage } from "../../scripts/first-page.ts";
import { MANUAL_EXAMPLE_FOLDER } from "../project/index.ts";
import { compiledPages } from "./compiled-pages.ts";
import { openSite, type TestSite } from "./test-site.ts";

vi.mock("./late.ts", () => ({}));
vi.mock("../python/late.ts", () => ({ compile: undefined }));

/** The functions of the engine's modules that `work` calls, as `MODULE NAME`; not the methods of classes. */
async function calledFunctions(work: () => Promise<unknown>): Promise<string[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await work();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  return result.flatMap(({ url, functions }) => {
    const module = url.startsWith("file:") ? relative(".", fileURLToPath(url)) : "";
    if (!/^src\/python\/.*\.ts$/.test(module)) return [];
    const source = readFileSync(module, "utf8");
    return functions
      .filter(({ ranges: [whole] }) => (whole?.count ?? 0) > 0)
      .map(({ functionName }) => functionName)
      .filter((name) => name !== "" && new RegExp(`^(export )?function\\*? ${name}\\b`, "m").test(source))
      .map((name) => `${module} ${name}`);
  });
}

/** Whatever a visitor can have the example do before anything else has come. */
async function visitEverything(site: TestSite): Promise<void> {
  const begin = "/debutEssaiSession.pih";
  const texts = [
    "monnom=Dupont&prenom=Jean",
    "monnom=&prenom=",
    "monnom=M%C3%BCller&prenom=%F0%9F%8D%AA%00%0D%0A",
  ];
  const odd = [
    "",
    "?monnom=a",
    "?monnom[]=a&monnom[]=%C3%A9'%22&prenom[]=x",
    "?monnom=a&monnom=b&prenom=%27%22%5C&prenom=%F1",
    `?monnom=${"x".repeat(5000)}&prenom=y`,
  ];
  const { read } = site;
  await read("/");
  await read("/index.html");
  await read("/missing.html");
  await read("/suiteEssaiSession.pih");
  for (const query of texts) {
    await read(`${begin}?${query}`);
    await read("/suiteEssaiSession.pih");
    await read("/suiteEssaiSession.pih");
  }
  for (const query of odd) await read(begin + query);
  await read(begin, { method: "POST", body: new URLSearchParams(texts[0]) });
  const files = new FormData();
  files.set("monnom", new File(["abc"], "a.txt"));
  files.set("prenom", "Jean");
  await read(begin, { method: "POST", body: files });
  await read(begin, { headers: { cookie: "sessionId=unknown" } });
  await Promise.all([
    read(`${begin}?${texts[0]}`),
    read("/suiteEssaiSession.pih"),
    read("/suiteEssaiSession.pih"),
  ]);
  await site.rested();
}

test("the pages of the example call of the engine only what the build has ready for them", async () => {
  const names = readdirSync(MANUAL_EXAMPLE_FOLDER);
  const files = names.map((name) => [name, readFileSync(`${MANUAL_EXAMPLE_FOLDER}/${name}`, "utf8")]);
  const site = await openSite(Object.fromEntries(files), { compiled: compiledPages() });
  const called = await calledFunctions(() => visitEverything(site));
  const missing = called.filter((each) => !isOfFirstPage(...(each.split(" ") as [string, string])));
  expect(called.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
