/** The Share dialog's state: what is taken along, and the link that comes of it, written anew with every choice. */
import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type Editions, encodeLink, type SharedRace, type SharedSite } from "../../share/index.ts";
import type { AppModel } from "../app-model.ts";
import { type DiskSessions, gatherFiles, gatherJars, gatherRace, gatherSessions } from "./gather-site.ts";

export interface ShareModel {
  readonly takesCookies: Signal<boolean>;
  readonly takesSessions: Signal<boolean>;
  readonly takesRace: Signal<boolean>;
  readonly cookies: number;
  readonly sessions: ReadonlySignal<DiskSessions>;
  readonly race: SharedRace | null;
  /** The site's files; null until the server has given them. */
  readonly files: ReadonlySignal<SharedSite["files"] | null>;
  /** What follows the `#`; null while it is being written, or where the site has too much for a link. */
  readonly fragment: ReadonlySignal<string | null>;
  /** Why there is no link, in the words of whoever refused; empty where nobody answered. */
  readonly failure: ReadonlySignal<string | null>;
  close(): void;
}

/** The world as it is now: what happens while the dialog is open is not in the link. */
export function createShareModel(app: AppModel, editions: Editions): ShareModel {
  const { workspace, preferences, files: model } = app;
  const state = workspace.state.peek();
  const jars = gatherJars(state?.browsers ?? []);
  const race = state === null ? null : gatherRace(state.race);
  const files = signal<SharedSite["files"] | null>(null);
  const sessions = signal<DiskSessions>({ sessions: [], total: 0 });
  const fragment = signal<string | null>(null);
  const failure = signal<string | null>(null);
  const [takesCookies, takesSessions, takesRace] = [signal(false), signal(false), signal(false)];
  let newest = 0;

  const write = async (site: SharedSite) => {
    newest += 1;
    const turn = newest;
    const [text, reason] = await encodeLink(site, editions).then(
      (text) => [text, null] as const,
      (error: unknown) => [null, String(error)] as const,
    );
    if (turn !== newest) return;
    fragment.value = text;
    failure.value = reason;
  };

  void gatherFiles(app).then((found) => {
    files.value = found;
    if (found === null) failure.value = "";
  });
  void gatherSessions(app).then((found) => {
    sessions.value = found;
  });
  const stop = effect(() => {
    if (files.value === null) return;
    // The first one is open anyway.
    const open = model.active.peek() === model.paths.peek()[0] ? null : model.active.peek();
    const lesson = state?.work?.lesson;
    void write({
      files: files.value,
      language: state?.work?.language ?? preferences.language.peek(),
      ...(open !== null && { open }),
      ...(lesson !== undefined && { lesson }),
      ...(takesCookies.value && { jars }),
      ...(takesSessions.value && { sessions: sessions.value.sessions }),
      ...(takesRace.value && race !== null && { race }),
    });
  });
  return {
    takesCookies,
    takesSessions,
    takesRace,
    cookies: jars.reduce((sum, jar) => sum + jar.cookies.length, 0),
    sessions,
    race,
    files,
    fragment,
    failure,
    close: stop,
  };
}
