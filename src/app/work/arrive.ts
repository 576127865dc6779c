/** What is done once the page shows the work that it was loaded again for, or that it has been embedded for. */
import type { AppModel } from "../app-model.ts";
import type { raceModelOf } from "../race-part.ts";
import type { Arrival } from "./arrival.ts";
import { parseEmbed } from "./embed.ts";

/** Shows the race that came with a link, ready to be replayed; in a frame, the panel that was asked for. */
export async function arrive(
  app: AppModel,
  { race }: Arrival,
  loadRace: () => Promise<{ raceModelOf: typeof raceModelOf } | null>,
): Promise<void> {
  const panel = app.isEmbedded ? parseEmbed(location.search).panel : null;
  if (panel !== null) app.inspector.tab.value = panel;
  if (race !== true) return;
  const lab = await loadRace();
  if (lab === null) return;
  lab.raceModelOf(app).section.value = "replay";
  app.inspector.tab.value = "race";
  app.layout.show("inspector");
}
