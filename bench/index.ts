/**
 * `npm run bench -- NAME…`: measures by name, in one run, and prints ratios. Without a name it lists what there is.
 *
 * Benchmarks compare us with something else on the same machine in the same minute; their numbers mean nothing alone.
 */
const benchmarks: Record<string, () => Promise<void>> = {
  start: async () => (await import("./start.ts")).start(),
  python: async () => (await import("./python.ts")).python(),
  race: async () => (await import("./race.ts")).race(),
  "race-chromium": async () => (await import("./race-chromium.ts")).raceChromium(),
  share: async () => (await import("./share.ts")).share(),
  sizes: async () => (await import("./sizes.ts")).sizes(),
  serve: async () => (await import("./serve.ts")).serve(),
  sessions: async () => (await import("./sessions.ts")).sessions(),
  worker: async () => (await import("./worker.ts")).worker(),
};

async function main(): Promise<void> {
  const [name] = process.argv.slice(2);
  const benchmark = name === undefined ? undefined : benchmarks[name];
  if (benchmark === undefined) {
    console.log(`Benchmarks: ${Object.keys(benchmarks).join(", ")}. Usage: npm run bench -- NAME`);
    process.exitCode = name === undefined ? 0 : 2;
    return;
  }
  await benchmark();
}

await main();

export {};
