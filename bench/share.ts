/**
 * How long links are, against what the playgrounds of TypeScript and Shinylive put behind the `#`: lz-string's
 * `compressToEncodedURIComponent` of the same files as JSON. And how long the worst links take to be opened or refused.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import lzString from "lz-string";
import { decodeLink, type Editions, encodeLink, type SharedSite } from "../src/share/index.ts";
import {
  changedExample,
  editions,
  frames,
  manualExample,
  mendedFrames,
  mendedShop,
  readFolder,
  shop,
  siteOf,
} from "../test/share/fixtures.ts";
import { linkOfBody, makeLink } from "../test/share/hand-made.ts";
import { median } from "./median.ts";

/** At most this part of theirs. */
const BOUND = 0.5;

/** Prints both. */
export async function share(): Promise<void> {
  console.log(
    "characters behind the #".padEnd(40),
    "ours".padStart(6),
    "lz-string".padStart(10),
    "ratio".padStart(7),
  );
  for (const [name, site, known] of [...fixtures(), ...lessons()]) {
    const ours = (await encodeLink(site, known)).length;
    const theirs = lzString.compressToEncodedURIComponent(
      JSON.stringify(Object.fromEntries(site.files)),
    ).length;
    const ratio = ours / theirs;
    const row = [
      name.padEnd(40),
      String(ours).padStart(6),
      String(theirs).padStart(10),
      ratio.toFixed(2).padStart(7),
    ];
    console.log(...row, ratio > BOUND ? "(!)" : "");
  }
  console.log("\nmilliseconds to open, or to refuse (the middle of five)");
  for (const [name, fragment] of await worstCases()) {
    const times: number[] = [];
    let outcome = "";
    while (times.length < 5) {
      const start = performance.now();
      const decoded = await decodeLink(fragment, editions);
      times.push(performance.now() - start);
      outcome = decoded.ok ? "opened" : decoded.problem.kind;
    }
    console.log(name.padEnd(40), median(times).toFixed(1).padStart(7), ` ${outcome}`);
  }
}

type Row = [name: string, site: SharedSite, editions: Editions];

function fixtures(): Row[] {
  return [
    ["the manual's example", siteOf(manualExample), editions],
    ["the manual's example, ten lines changed", siteOf(changedExample), editions],
    ["the same, of its lesson", siteOf(changedExample, { lesson: "manual-example" }), editions],
    ["two frames", siteOf(frames), editions],
    ["two frames, ten lines changed", siteOf(mendedFrames), editions],
    ["the same, of its lesson", siteOf(mendedFrames, { lesson: "frames" }), editions],
    ["a shop of nine files", siteOf(shop), editions],
    ["a shop, ten lines changed", siteOf(mendedShop), editions],
    ["the same, of its lesson", siteOf(mendedShop, { lesson: "shop" }), editions],
  ];
}

/** The sites of the course, as if they were somebody's own. */
function lessons(): Row[] {
  const folders = readdirSync("tutorials", { recursive: true, encoding: "utf8" });
  return folders
    .filter((folder) => /[\\/]files$/.test(folder))
    .sort()
    .map((folder) => [
      join(folder, "..").replace(/^.*[\\/]/, "lesson "),
      siteOf(readFolder(join("tutorials", folder))),
      editions,
    ]);
}

async function worstCases(): Promise<[name: string, fragment: string][]> {
  let seed = 1;
  const noise = Uint8Array.from({ length: 70_000 }, () => {
    seed = (seed * 16807) % 2147483647;
    return seed & 255;
  });
  const large = new Map(
    Array.from({ length: 4 }, (_, at) => [`${at}.html`, `<p>${at}</p>\n`.repeat(26_000)]),
  );
  const bomb = new Uint8Array(deflateRawSync(Buffer.alloc(64 * 1024 * 1024)));
  const many = Array.from({ length: 20_000 }, (_, at) => `${at}.pih\x01x\0`).join("");
  return [
    ["the manual's example", await encodeLink(siteOf(manualExample), editions)],
    ["a lesson with ten changed lines", await encodeLink(siteOf(mendedShop, { lesson: "shop" }), editions)],
    ["four pages of a quarter of a megabyte", await encodeLink(siteOf(large), editions)],
    [
      "70 kB that nothing can make shorter",
      await encodeLink(siteOf(new Map([["noise.bin", noise]])), editions),
    ],
    ["a bomb of 64 MB", makeLink("1.", bomb.slice(0, 74_000))],
    ["20,000 files", linkOfBody(`\0${many}\x08`)],
    ["a million characters", `1.${"A".repeat(1_000_000)}`],
  ];
}
