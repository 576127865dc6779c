/** What changes a server that is there: it is restarted, gets another configuration, or other files. */
import { type Configuration, defaultConfiguration, type Project } from "../project/index.ts";
import { isLibraryFile, PyModule } from "../python/index.ts";
import { refuse } from "./answers.ts";
import type { Environment } from "./environment.ts";
import { announceStart, startProcesses } from "./lifecycle.ts";
import { updateWaiting } from "./locks.ts";
import type { Server } from "./server.ts";
import { assign } from "./server-kinds.ts";
import { messagePage } from "./server-pages.ts";
import { Site } from "./site.ts";
import type { Task } from "./task.ts";

/**
 * Stops the processes and starts new ones: what was in memory is gone, the disk stays. Requests that had begun are
 * answered with a page that says so; those still waiting for their turn are answered by the new processes.
 */
export function restart(server: Server, env: Environment): void {
  const sessionsLost = server.processes.reduce((sum, { sessions }) => sum + sessions.size, 0);
  const waiting = server.tasks;
  server.tasks = [];
  env.emit({ kind: "server-stopped", sessionsLost });
  startProcesses(server);
  announceStart(server, env);
  for (const task of waiting) {
    assign(server, task, env);
    server.tasks.push(task);
    if (task.started) abandon(task);
  }
}

/** What the task has begun belongs to a process that is gone. */
function abandon(task: Task): void {
  const page = messagePage("The server was restarted", [
    `This request was at work (${task.script?.file ?? task.request.url}) when the server was restarted; what it had begun is lost.`,
    "Reload the page to ask again.",
  ]);
  task.python = null;
  task.session = null;
  task.holds = null;
  refuse(task, 503, page);
}

/**
 * Puts a configuration into force. A change of `persistent_session`, `server` or `processes` restarts the server; the other
 * options apply from the next step on.
 */
export function configure(server: Server, configuration: Configuration, env: Environment): void {
  const before = server.configuration;
  const changed = changedOptions(before, configuration);
  server.site = new Site({ ...server.site.project, configuration });
  for (const name of changed)
    env.emit({ kind: "configuration-changed", name, value: String(configuration[name]) });
  const restarts = changed.some((name) => restartingOptions.has(name));
  if (restarts) restart(server, env);
  updateWaiting(server, env);
}

const restartingOptions: ReadonlySet<keyof Configuration> = new Set([
  "persistent_session",
  "server",
  "processes",
]);

function changedOptions(before: Configuration, after: Configuration): (keyof Configuration)[] {
  const names = Object.keys(defaultConfiguration) as (keyof Configuration)[];
  return names.filter((name) => before[name] !== after[name]);
}

/**
 * New files for requests to come; those under way keep the text they began with. The configuration in force stays:
 * `configure` changes it.
 */
export function replaceProject(server: Server, project: Project): void {
  const before = server.site.project.files;
  server.site = new Site({ ...project, configuration: server.configuration });
  const modules = [...before].filter(([file]) => file.endsWith(".py"));
  if (modules.some(([file, content]) => project.files.get(file) !== content)) forgetModules(server);
}

/**
 * Has the site's own modules imported anew by requests to come.
 * NOT-PYTHON: a process of CPython keeps a module until it ends; a learner who edits `outils.py` expects to see the change.
 */
function forgetModules(server: Server): void {
  for (const { interpreter } of server.processes) {
    for (const [at, module] of [...interpreter.modules.values.entries()]) {
      const name = interpreter.modules.keys[at];
      const file = module instanceof PyModule ? module.dict.get("__file__") : undefined;
      if (typeof file === "string" && !isLibraryFile(file)) interpreter.modules.delete(name);
    }
  }
}
