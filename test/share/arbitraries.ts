/** Any site that may be shared, for laws: names and texts in many letters, bytes, options, jars, sessions on disk, races, lessons. */
import fc from "fast-check";
import {
  checkPath,
  createProject,
  defaultConfiguration,
  type FileContent,
  SERVER_INI,
  stringifyConfiguration,
} from "../../src/project/index.ts";
import type { SharedSite } from "../../src/share/index.ts";
import { frames, manualExample, shop } from "./fixtures.ts";

/** Text without half characters. */
const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }).map((units) => Buffer.from(units).toString()),
  fc
    .array(fc.constantFrom("<%", "%>", "session", "\n", "\0", "\ufeff", "é", " = ", "print "), {
      maxLength: 40,
    })
    .map((words) => words.join("")),
);

const bytes = fc.uint8Array({ maxLength: 300 });

const name = fc.oneof(
  fc.constantFrom(
    "index.html",
    "a.pih",
    "b.pih",
    "style.css",
    "server.ini",
    "œuf.py",
    "hasOwnProperty",
    "__proto__.pih",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
);

const reserved = new Set(["__proto__", "constructor", "prototype"]);

/** A path that a site may have. */
const path = fc
  .array(name, { minLength: 1, maxLength: 3 })
  .filter((names) => !names.some((part) => reserved.has(part)))
  .map((names) => names.join("/"))
  .filter((joined) => checkPath(joined).ok);

const configuration = fc.record({
  persistent_session: fc.boolean(),
  server: fc.constantFrom(
    "monoprocess" as const,
    "multithread" as const,
    "multiprocess" as const,
    "cgi" as const,
  ),
  processes: fc.integer({ min: 1, max: 16 }),
  max_sessions: fc.constantFrom(1, 50, 1000, 1_000_000),
  strict_session_ids: fc.boolean(),
  session_lock: fc.constantFrom("none" as const, "request" as const, "version" as const),
  error_status: fc.constantFrom(200 as const, 500 as const),
  allow_directory_listing: fc.boolean(),
});

const serverIni = fc.oneof(
  configuration.map(stringifyConfiguration),
  fc.constantFrom(
    "",
    "[server]\n",
    "[server]\nserver = apache\n",
    stringifyConfiguration(defaultConfiguration),
  ),
);

/** Files that a disk could hold, at least so many. */
export function anyFiles({ least }: { least: number }): fc.Arbitrary<ReadonlyMap<string, FileContent>> {
  const file = fc.tuple(path, fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: bytes }));
  return fc
    .uniqueArray(file, { selector: ([known]) => known, minLength: least, maxLength: 12 })
    .filter((files) => createProject(files, defaultConfiguration).ok)
    .map((files): ReadonlyMap<string, FileContent> => new Map(files));
}

/** A lesson's files after some work: changed, removed, renamed, turned round, with new ones among them. */
const worked = fc
  .tuple(
    fc.constantFrom(shop, frames, manualExample),
    fc.array(fc.tuple(fc.nat(8), fc.constantFrom("change", "remove", "rename", "swap", "same"), text), {
      maxLength: 6,
    }),
  )
  .map(([lesson, edits]) => {
    const files: [string, FileContent][] = [...lesson];
    for (const [at, edit, words] of edits) {
      const file = files[at % Math.max(1, files.length)];
      if (file === undefined) break;
      const [known, content] = file;
      const index = files.indexOf(file);
      if (edit === "change")
        files[index] = [known, Buffer.from(`${content.slice(0, 4)}${words}${content.slice(9)}`).toString()];
      if (edit === "remove") files.splice(index, 1);
      if (edit === "rename") files[index] = [`${known}.${index}`, content];
      if (edit === "swap") files.push(...files.splice(index, 1));
    }
    return new Map(files);
  });

const files = fc.oneof(
  worked,
  fc
    .tuple(anyFiles({ least: 0 }), fc.option(serverIni))
    .map(
      ([own, ini]): ReadonlyMap<string, FileContent> =>
        ini === null ? own : new Map(own).set(SERVER_INI, ini),
    )
    .filter((own) => createProject(own, defaultConfiguration).ok),
);

/** What stands in a header. */
const word = fc.string({ unit: "grapheme", maxLength: 20 });

const cookie = fc.record(
  {
    name: word,
    value: word,
    path: word,
    httpOnly: fc.boolean(),
    secure: fc.boolean(),
    expires: fc
      .date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString()),
    sameSite: fc.constantFrom("strict", "lax", "none"),
  },
  { requiredKeys: ["name", "value", "path", "httpOnly", "secure"] },
);

const browser = fc.constantFrom(..."ABCZ");

const sessions = fc.uniqueArray(
  fc.record({ id: word, pickle: bytes.map((pickle) => Buffer.from(pickle).toString("latin1")) }),
  { selector: ({ id }) => id, maxLength: 4 },
);

const race = fc.record({
  browser,
  urls: fc.array(word, { minLength: 1, maxLength: 10 }),
  schedule: fc.array(fc.constantFrom(..."ABCJ"), { maxLength: 200 }).map((letters) => letters.join("")),
});

/** Any site. */
export const anySite: fc.Arbitrary<SharedSite> = files.chain((content) =>
  fc.record(
    {
      files: fc.constant(content),
      language: fc.constantFrom("en" as const, "fr" as const),
      ...(content.size === 0 ? {} : { open: fc.constantFrom(...content.keys()) }),
      lesson: fc.constantFrom("shop", "frames", "manual-example", "unknown-lesson", "__proto__"),
      jars: fc.uniqueArray(fc.record({ browser, cookies: fc.array(cookie, { maxLength: 3 }) }), {
        selector: (jar) => jar.browser,
        maxLength: 3,
      }),
      sessions,
      race,
    },
    { requiredKeys: ["files", "language"] },
  ),
);
