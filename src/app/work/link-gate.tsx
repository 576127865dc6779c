/**
 * A link in the address when the page starts: it is read and shown before anything else runs.
 *
 * Nothing is written and no page runs before the learner has agreed. Then the new work is made, the tab shows it from now on, and the page
 * starts as ever. In a frame of another site the link stays in the address, and a reload comes back to what it has begun.
 */
import { type ComponentChildren, render } from "preact";
import type { Sandbox, WorkFacts } from "../../protocol/index.ts";
import { Mark } from "../components/mark.tsx";
import type { Preferences } from "../models/preferences.ts";
import { editions } from "./editions.ts";
import { clearFragment, isLink } from "./fragment.ts";
import { beginningOf, type Incoming, readLink } from "./incoming.ts";
import { findLesson } from "./lesson-site.ts";
import { LinkDialog } from "./link-dialog.tsx";
import { rememberLesson } from "./open-lesson.ts";
import { type Beginning, beginWork, lessonBeginning, type Outcome, type WorkPlace } from "./open-work.ts";
import { createPlace } from "./place.ts";
import { workWordsOf } from "./work-words.ts";
import "./link-gate.css";

export interface Gate {
  root: HTMLElement;
  preferences: Preferences;
  isEmbedded: boolean;
  /** Where the tab keeps its workspace. */
  tabKey: string;
  /** Starts the server; null where that cannot be. */
  sandbox: () => Promise<Sandbox | null>;
}

/** Resolves when the page may start: with the work that the link has begun, or with the learner's own. */
export async function admitLink(gate: Gate): Promise<void> {
  const { preferences, isEmbedded, tabKey, sandbox } = gate;
  if (!isLink(location.hash)) return;
  const isBack = isEmbedded && isBegun(tabKey);
  if (!isBack) {
    render(
      <GatePage preferences={preferences}>
        <p class="waiting-note" role="status">
          {workWordsOf(preferences).opening}
        </p>
      </GatePage>,
      gate.root,
    );
  }
  const incoming = await readLink(location.hash, editions);
  // On a first visit nobody has chosen a language yet; in a frame the page around it has.
  const language = languageOf(incoming);
  if ((isEmbedded || !preferences.hasLanguage) && language !== null)
    await preferences.chooseLanguage(language);
  if (isBack) return;
  const place = createPlace(sandbox, tabKey);
  if (incoming.kind !== "lesson") return ask(gate, place, incoming);
  const outcome = isEmbedded
    ? await beginLesson(place, incoming)
    : await rememberLesson(place, incoming.lesson, preferences.language.value);
  if (outcome.ok) leave(gate);
  // Without a server the page itself says what is in the way.
  else if ((await sandbox()) !== null) await ask(gate, place, { kind: "not-loaded" });
}

/** What is seen before the playground is: its name, and `children`. */
function GatePage({ preferences, children }: { preferences: Preferences; children: ComponentChildren }) {
  return (
    <main class="link-gate">
      <h1 class="brand">
        <Mark />
        {preferences.words.value.appName}
      </h1>
      {children}
    </main>
  );
}

/** Where storage is forbidden there is no server either, and the page will say so. */
function isBegun(tabKey: string): boolean {
  try {
    return sessionStorage.getItem(tabKey) !== null;
  } catch {
    return true;
  }
}

function languageOf(incoming: Incoming): "en" | "fr" | null {
  if (incoming.kind === "lesson") return incoming.language;
  return incoming.kind === "site" ? incoming.site.language : null;
}

/** In a frame a lesson is begun for itself, and is none of the learner's works. */
async function beginLesson(
  place: WorkPlace,
  { lesson: id, language }: Extract<Incoming, { kind: "lesson" }>,
): Promise<Outcome> {
  const lesson = await findLesson(id);
  if (lesson === null) return { ok: false, reason: "" };
  return beginWork(place, embedded(lessonBeginning({ ...lesson, files: lesson.site[language] }, language)));
}

function embedded(beginning: Beginning): Beginning {
  const facts: WorkFacts = { ...beginning.facts, embedded: true };
  return { ...beginning, facts };
}

function leave({ root, isEmbedded }: Gate): void {
  if (!isEmbedded) clearFragment();
  render(null, root);
}

function ask(gate: Gate, place: WorkPlace, incoming: Exclude<Incoming, { kind: "lesson" }>): Promise<void> {
  const { root, preferences, isEmbedded, sandbox } = gate;
  return new Promise((resolve) => {
    const finish = () => {
      leave(gate);
      resolve();
    };
    const open = async (): Promise<Outcome> => {
      if (incoming.kind !== "site") return { ok: true };
      if ((await sandbox()) === null) {
        render(null, root);
        resolve();
        return { ok: true };
      }
      const beginning = beginningOf(incoming.site, "link");
      const begun = await beginWork(place, isEmbedded ? embedded(beginning) : beginning);
      if (begun.ok) finish();
      return begun;
    };
    render(
      <GatePage preferences={preferences}>
        <LinkDialog
          shown={incoming}
          source={{ kind: isEmbedded ? "embed" : "link" }}
          preferences={preferences}
          onOpen={open}
          onLeave={isEmbedded ? null : finish}
        />
      </GatePage>,
      root,
    );
  });
}
