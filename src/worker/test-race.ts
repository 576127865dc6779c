/** A site whose requests are held, for tests; and how these look at a race. */
import type { LaneView, MoveLength, Notice, RaceView, WorkspaceState } from "../protocol/index.ts";
import { openSite, type SiteOptions, type TestSite } from "./test-site.ts";

/** Opens a site with `changes` in its configuration, and switches the hold on. */
export async function openHeld(
  files: Record<string, string>,
  changes: Partial<WorkspaceState["configuration"]> = {},
  options: SiteOptions = {},
): Promise<TestSite> {
  const site = await openSite(files, options);
  await site.command({ kind: "configure", changes });
  await site.command({ kind: "hold", on: true });
  return site;
}

/** Moves a lane, and waits until that is done. */
export async function move(site: TestSite, request: number, length: MoveLength) {
  const result = await site.command({ kind: "race-move", request, length });
  await untilStill(site);
  return result;
}

/** Runs all lanes as far as they can go, and waits until that is done. */
export async function runAll(site: TestSite) {
  await site.command({ kind: "race-run-all" });
  await untilStill(site);
}

async function untilStill(site: TestSite) {
  while ((await raceOf(site)).moving !== undefined) await new Promise((resolve) => setTimeout(resolve, 5));
}

export async function stateOf(site: TestSite): Promise<WorkspaceState> {
  const reply = await site.command({ kind: "ping" });
  if (!reply.ok) throw new Error(reply.reason);
  return reply.state;
}

export async function raceOf(site: TestSite): Promise<RaceView> {
  return (await stateOf(site)).race;
}

export async function lanesOf(site: TestSite): Promise<LaneView[]> {
  return (await raceOf(site)).lanes;
}

export function kindsOf(site: TestSite): string[] {
  return site.events().map(({ kind }) => kind);
}

/** What a lane does next, in short. */
export function wordsOf({ next }: LaneView): string {
  switch (next?.kind) {
    case "line":
      return `line ${next.line}`;
    case "open":
      return `open ${next.file}`;
    case "operation":
      return [next.operation, ...(next.name === undefined ? [] : [next.name])].join(" ");
    default:
      return next?.kind ?? "";
  }
}

/** Where the newest notice of this kind sends the frames of `request`, as soon as there is one. */
export async function untilTold(
  site: TestSite,
  kind: Exclude<Notice["kind"], "update">,
  request: number,
): Promise<URL> {
  for (;;) {
    for (const notice of site.notices.toReversed())
      if (notice.kind === kind && notice.request === request)
        return new URL(notice.resultUrl, site.address("/"));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The text of the answer to `request`, as a frame gets it after its waiting page. */
export async function readResult(site: TestSite, request: number): Promise<string> {
  return (await fetch(await untilTold(site, "result", request))).text();
}

/** Moves a lane operation by operation until it stands before one of this kind. */
export async function untilNext(site: TestSite, request: number, operation: string): Promise<void> {
  for (;;) {
    const lane = (await lanesOf(site)).find((candidate) => candidate.request === request);
    if (lane?.next === undefined) throw new Error(`Request ${request} came to no ${operation}.`);
    if (lane.next.kind === "operation" && lane.next.operation === operation) return;
    await move(site, request, "operation");
  }
}
