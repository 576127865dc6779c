/** What a workspace held when it was last stored, read back. */
import { read } from "../image/index.ts";
import { stringifyConfiguration } from "../project/index.ts";
import type { WorkspaceId } from "../protocol/index.ts";
import { restoreTraceLog } from "../trace/index.ts";
import { Answers } from "./answers.ts";
import { Holdings } from "./keeper.ts";
import { Moments } from "./race/moments.ts";
import type { StoredWorkspace } from "./storage.ts";
import { createWorld, type World, worldCatalogue } from "./world.ts";

/**
 * The holdings that `stored` tells of. An image of an older version that cannot be read any more costs cookies and sessions, never
 * the learner's files.
 */
export function restoreHoldings(
  id: WorkspaceId,
  host: { seed(): ArrayLike<number>; now(): number },
  stored: StoredWorkspace,
): Holdings {
  const log = restoreTraceLog(stored.events);
  const ini = stored.project.ini ?? stringifyConfiguration(stored.project.configuration);
  const rest = { ini, log, answers: new Answers(stored.answers), work: stored.work ?? null };
  const result = read(stored.image, worldCatalogue());
  if (result.ok)
    return new Holdings(result.root as World, { ...rest, moments: new Moments(stored.moments), loss: null });
  console.warn(`Failed to read the image of workspace ${id}: ${result.reason}`);
  const project = { files: new Map(stored.project.files), configuration: stored.project.configuration };
  const world = createWorld(project, host.seed(), host.now());
  world.nextRequest = 1 + Math.max(0, ...stored.answers.map(({ request }) => request));
  const moments = new Moments(stored.moments);
  moments.clear();
  return new Holdings(world, { ...rest, moments, loss: `${LOSS} (${result.reason}).` });
}

const LOSS =
  "Cookies, sessions and requests under way are lost, the files are not: what was stored of them cannot be read";
