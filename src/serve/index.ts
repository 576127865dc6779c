/**
 * The same server on a real port: a folder of pages, Node's HTTP, real browsers.
 *
 * A shell like the worker. It turns messages from the network into the engine's requests, lets the engine's own scheduler
 * run, and sends what comes out. What is here and not in the engine is what a network and a disk add: limits, patience,
 * files that somebody edits, and the end of the program.
 *
 *     const service = await serve(settings, terminal);
 *     service.address;        // "http://127.0.0.1:8080/"
 *     await service.close();  // when the requests under way are answered
 */
export { parseCommandLine, usage } from "./command-line.ts";
export { type Service, serve } from "./service.ts";
export type { Settings } from "./settings.ts";
export type { Terminal } from "./terminal.ts";
