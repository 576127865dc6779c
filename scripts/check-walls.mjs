/**
 * Proves that the linter's walls between rooms stand: for every room it lints a file that imports a room it may not,
 * and a file that climbs past a door, and expects both to be refused. A wall that no longer stops anything is a defect.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";

const rooms = {
  python: ["image"],
  image: [],
  pih: ["python"],
  sessions: ["python"],
  sqlite: ["python"],
  project: [],
  trace: [],
  server: ["python", "pih", "sessions", "project", "trace"],
  browser: ["trace"],
  race: ["image"],
  protocol: ["project", "trace", "browser"],
  lessons: ["project", "trace"],
  share: ["project"],
  serve: ["python", "sqlite", "sessions", "project", "trace", "server", "share"],
  app: ["protocol", "lessons", "share", "project", "trace"],
};

const probes = Object.entries(rooms).flatMap(([room, allowed]) => {
  const stranger = Object.keys(rooms).find((other) => other !== room && !allowed.includes(other));
  const friend = allowed.find((other) => existsSync(`src/${other}/index.ts`));
  const wrong = [{ room, from: `../../${stranger}/index.ts` }];
  return friend === undefined ? wrong : [...wrong, { room, from: `../../${friend}/inner-file.ts` }];
});

let failures = 0;
for (const [index, { room, from }] of probes.entries()) {
  const folder = `src/${room}/wall-probe`;
  const file = `${folder}/probe-${index}.ts`;
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, `export * from "${from}";\n`);
    const { stdout } = spawnSync(
      "npx",
      ["biome", "lint", "--only=noRestrictedImports", "--reporter=json", file],
      {
        encoding: "utf8",
      },
    );
    if (!stdout.includes("noRestrictedImports")) {
      console.error(
        `No wall: src/${room} may import "${from}" and the linter says nothing. See overrides in biome.json.`,
      );
      failures++;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const unknown = readdirSync("src", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !(entry.name in rooms) && entry.name !== "worker")
  .map((entry) => entry.name);
for (const room of unknown) {
  console.error(`src/${room} has no wall: add it to biome.json and to scripts/check-walls.mjs.`);
  failures++;
}
console.log(`${probes.length - failures} of ${probes.length} wrong imports were refused.`);
process.exitCode = failures === 0 ? 0 : 1;
