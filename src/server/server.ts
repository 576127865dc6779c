/**
 * The server: its site, its disk, its processes with what each remembers, and the requests under way. All of it is data;
 * what can be done with it is in `lifecycle.ts` and `steps.ts`.
 */
import type { Configuration } from "../project/index.ts";
import { createInterpreter, type Interpreter, type Limits, type PyList } from "../python/index.ts";
import { type Disk, MemoryStore } from "../sessions/index.ts";
import type { Site } from "./site.ts";
import type { Task } from "./task.ts";

/** One process: a Python of its own, and the sessions it holds in memory. */
export class ServerProcess {
  /** From 1. */
  id: number;
  interpreter: Interpreter;
  sessions: MemoryStore;
  constructor(id: number, interpreter: Interpreter, sessions: MemoryStore) {
    this.id = id;
    this.interpreter = interpreter;
    this.sessions = sessions;
  }
}

/** A simulated server. Made by `createServer`. */
export class Server {
  site: Site;
  /** Survives restarts; memory does not. */
  disk: Disk;
  limits: Limits;
  processes: ServerProcess[] = [];
  /** Number of the next process that is started. */
  nextProcess = 1;
  /** Which database files are being written to, and by which connection. */
  fileHolders: Map<string, PyList> = new Map();
  /** Requests not yet answered, in order of arrival. */
  tasks: Task[] = [];
  constructor(site: Site, disk: Disk, limits: Limits) {
    this.site = site;
    this.disk = disk;
    this.limits = limits;
  }
  /** The configuration now in force. */
  get configuration(): Configuration {
    return this.site.project.configuration;
  }
}

/** A new process of `server`, with nothing in memory. */
export function startProcess(server: Server): ServerProcess {
  const process = new ServerProcess(server.nextProcess, createInterpreter(), new MemoryStore());
  server.nextProcess += 1;
  server.processes.push(process);
  return process;
}
