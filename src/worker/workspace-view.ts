/**
 * What the page's panels show, read off the world: files, configuration, jars, sessions, requests at work. Looking changes
 * nothing and runs no Python.
 */
import { viewCookies } from "../browser/index.ts";
import type { Project } from "../project/index.ts";
import type { BrowserView, RunningRequest, WorkspaceState } from "../protocol/index.ts";
import type { TraceLog } from "../trace/index.ts";
import { viewCrowd } from "./crowd.ts";
import { viewSessions } from "./known-sessions.ts";
import type { World } from "./world.ts";

/** Everything but the events and the race. The log says which request wrote what. */
export function viewWorkspace(
  world: World,
  log: TraceLog,
  now: number,
): Omit<WorkspaceState, "revision" | "events" | "race" | "work" | "storageProblem"> {
  const { project } = world.server.site;
  const { files, binaries } = viewFiles(project.files);
  const { sessions, sessionCount } = viewSessions(world, log);
  return {
    files,
    ...(binaries !== undefined && { binaries }),
    configuration: project.configuration,
    browsers: viewBrowsers(world, now),
    sessions,
    sessionCount,
    ...(world.crowd !== null && { crowd: viewCrowd(world.crowd) }),
    running: world.pending.map(viewPending),
  };
}

function viewBrowsers({ browsers, jars }: World, now: number): BrowserView[] {
  return browsers.toSorted().map((id) => {
    const jar = jars.get(id);
    return { id, cookies: jar === undefined ? [] : viewCookies(jar, now) };
  });
}

function viewPending({ id, browser, method, url, waiting }: World["pending"][number]): RunningRequest {
  return { id, browser, method, url, waiting };
}

/** Texts as they are; of the others, their lengths. */
function viewFiles(all: Project["files"]): Pick<WorkspaceState, "files" | "binaries"> {
  const files: Record<string, string> = {};
  const binaries: Record<string, number> = {};
  for (const [path, content] of all) {
    if (typeof content === "string") files[path] = content;
    else binaries[path] = content.length;
  }
  return Object.keys(binaries).length === 0 ? { files } : { files, binaries };
}
