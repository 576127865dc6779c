/**
 * Another configuration for a server in which nothing is at work, with the sessions taken along: the same world, as it would be had
 * the server been configured so from the beginning. For comparisons; a real change of configuration is `configure`.
 */
import type { Configuration } from "../project/index.ts";
import { Machine } from "../python/index.ts";
import {
  type LeftBehind,
  type MemoryStore,
  moveBetweenMemories,
  moveToDisk,
  moveToMemory,
} from "../sessions/index.ts";
import type { Environment } from "./environment.ts";
import { configure } from "./restart.ts";
import { ScriptHost } from "./script-host.ts";
import type { Server, ServerProcess } from "./server.ts";
import { Task } from "./task.ts";

/**
 * Configures `server` and moves its sessions to where they are looked for from then on: the disk, or the memory of the first process.
 * CGI processes have none. Gives what could not come along.
 */
export function reconfigure(server: Server, configuration: Configuration, env: Environment): LeftBehind[] {
  const { processes: before } = server;
  const wasPersistent = server.configuration.persistent_session;
  configure(server, configuration, env);
  if (server.processes === before) return [];
  const memories = before.map(({ sessions }) => sessions);
  if (configuration.persistent_session)
    return wasPersistent ? [] : memories.flatMap((memory) => moveToDisk(memory, server.disk, env.now()));
  const [first] = server.processes;
  if (first === undefined) return wasPersistent ? [] : memories.flatMap(lost);
  const means = { vm: machineOf(server, first, env), now: env.now() };
  if (wasPersistent) return moveToMemory(server.disk, first.sessions, means);
  for (const memory of memories) moveBetweenMemories(memory, first.sessions, means);
  return [];
}

function lost({ entries }: MemoryStore): LeftBehind[] {
  const reason = "each CGI process begins with an empty memory";
  return Array.from(entries.keys(), (session) => ({ session, reason }));
}

/** A machine that runs no request: to look keys up with. */
function machineOf(server: Server, { interpreter }: ServerProcess, env: Environment): Machine {
  const request = { id: 0, browser: "", method: "GET", url: "", fields: [], body: new Uint8Array() };
  return new Machine(interpreter, new ScriptHost(server, new Task(request, server.site), env), server.limits);
}
