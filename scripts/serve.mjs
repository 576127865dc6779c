/** `npm run serve -- DIR`: a folder of pages on a real port. `--help` tells the options. */
process.argv.splice(2, 0, "src/serve/main.ts");
await import("./run-ts.mjs");

export {};
