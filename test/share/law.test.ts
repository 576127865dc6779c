/** Any site comes back from its link; whatever is done to a link, it gives a problem or a site that could have been shared. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPath } from "../../src/project/index.ts";
import { decodeLink, encodeLink } from "../../src/share/index.ts";
import { anySite } from "./arbitraries.ts";
import {
  changedExample,
  editions,
  manualExample,
  mendedFrames,
  mendedShop,
  shop,
  siteOf,
  visitors,
} from "./fixtures.ts";
import { makeLink, packedOf, unpackedOf } from "./hand-made.ts";

test("any site comes back from its link, its files in their order", async () => {
  await fc.assert(
    fc.asyncProperty(anySite, async (site) => {
      const decoded = await decodeLink(await encodeLink(site, editions), editions);
      expect(decoded).toEqual({ ok: true, site });
      expect(decoded.ok && [...decoded.site.files.keys()]).toEqual([...site.files.keys()]);
    }),
    { numRuns: 500 },
  );
});

/** The links that are damaged below: of every form. */
const links = Promise.all(
  [
    siteOf(manualExample),
    siteOf(manualExample, { ...visitors, open: "suiteEssaiSession.pih" }),
    siteOf(changedExample, { ...visitors, lesson: "manual-example", language: "fr" }),
    siteOf(mendedShop, { lesson: "shop" }),
    siteOf(mendedFrames),
    siteOf(shop, { lesson: "shop" }),
  ].map((site) => encodeLink(site, editions)),
);

/** Looks at what came of a link that somebody has touched. */
async function expectProblemOrSite(fragment: string): Promise<void> {
  const decoded = await decodeLink(fragment, editions);
  if (!decoded.ok) {
    expect(decoded.problem.kind).toMatch(/^[a-z-]+$/);
    return;
  }
  const { files, ...rest } = decoded.site;
  expect(files.size).toBeLessThanOrEqual(64);
  for (const path of files.keys()) expect(checkPath(path).ok).toBe(true);
  expect(JSON.stringify(rest).length).toBeLessThan(2 * 1024 * 1024);
}

function expectCleanPrototype(): void {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(Reflect.ownKeys({})).toEqual([]);
  expect(Object.getPrototypeOf({})).toBe(Object.prototype);
}

const anywhere = fc.nat(100_000);
const replacement = fc.constantFrom(..."ABzaf019-_.~%#é\0 ");

test("4,000 links with characters changed, cut off, put in or exchanged", async () => {
  const known = await links;
  const touched = fc
    .tuple(
      fc.constantFrom(...known),
      fc.constantFrom(...known),
      fc.constantFrom("change", "cut", "behead", "insert", "turn", "graft"),
      anywhere,
      anywhere,
      replacement,
    )
    .map(([link, other, how, from, to, character]) => {
      const [a, b] = [from % (link.length + 1), to % (link.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      if (how === "change") return link.slice(0, a) + character + link.slice(a + 1);
      if (how === "cut") return link.slice(0, a);
      if (how === "behead") return link.slice(a);
      if (how === "insert") return link.slice(0, a) + link.slice(a, b) + character + link.slice(a);
      if (how === "turn") return link.slice(b) + link.slice(0, a) + link.slice(a, b);
      return link.slice(0, a) + other.slice(b);
    });
  await fc.assert(fc.asyncProperty(touched, expectProblemOrSite), { numRuns: 4_000 });
  expectCleanPrototype();
});

test("3,000 links whose packed bytes have changed and whose check is right", async () => {
  const bodies = (await links).map(packedOf).filter((link) => link !== null);
  const touched = fc
    .tuple(
      fc.constantFrom(...bodies),
      fc.array(fc.tuple(anywhere, fc.nat(7)), { minLength: 1, maxLength: 4 }),
      anywhere,
      fc.boolean(),
    )
    .map(([{ head, bytes }, flips, end, isCut]) => {
      const changed = bytes.slice();
      for (const [at, bit] of flips)
        changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ (1 << bit);
      return makeLink(head, isCut ? changed.slice(0, end % changed.length) : changed);
    });
  await fc.assert(fc.asyncProperty(touched, expectProblemOrSite), { numRuns: 3_000 });
  expectCleanPrototype();
});

test("3,000 links whose body has changed, packed again", async () => {
  const bodies = (await links).map(unpackedOf).filter((link) => link !== null);
  const strange = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc
      .constantFrom(
        "__proto__\x01",
        "../\x01",
        "constructor\x01",
        "\xff\xff\xff\xff\x7f",
        "\0\0",
        "\x04\x04\x04",
        "\xff",
        "\x03a",
      )
      .map((words) => Uint8Array.from(Buffer.from(words, "latin1"))),
  );
  const touched = fc
    .tuple(fc.constantFrom(...bodies), anywhere, anywhere, strange)
    .map(([{ pack, body }, from, length, bytes]) => {
      const at = from % (body.length + 1);
      return pack(Uint8Array.from([...body.slice(0, at), ...bytes, ...body.slice(at + (length % 20))]));
    });
  await fc.assert(fc.asyncProperty(touched, expectProblemOrSite), { numRuns: 3_000 });
  expectCleanPrototype();
});
