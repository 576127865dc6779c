/** The head of a page inside another site: what it is, a way back to its beginning, and a way out to the whole playground. */
import "../components/app-header.css";
import type { FileContent } from "../../project/index.ts";
import type { AppModel } from "../app-model.ts";
import { useApp } from "../app-model.ts";
import { Icon } from "../components/icon.tsx";
import { outside, undo } from "../components/icons.ts";
import { Mark } from "../components/mark.tsx";
import { exampleSite } from "../example-site.ts";
import { editions } from "./editions.ts";
import { isLink } from "./fragment.ts";
import { readLink } from "./incoming.ts";
import { findLesson } from "./lesson-site.ts";
import { rework } from "./rework.ts";
import { useTitle } from "./use-title.ts";
import { workWordsOf } from "./work-words.ts";
import "./embed-header.css";

export function EmbedHeader() {
  const app = useApp();
  const words = workWordsOf(app.preferences);
  const title = useTitle(app, words);
  return (
    <header class="embed-header">
      <h1 title={app.preferences.words.value.appName}>
        <Mark />
        <span class="title">{title}</span>
      </h1>
      <button
        type="button"
        class="button"
        title={words.beginAgainHint}
        disabled={app.workspace.state.value === null}
        onClick={() => void beginAgain(app)}
      >
        <Icon svg={undo} />
        <span class="name">{words.beginAgain}</span>
      </button>
      <a
        class="button"
        href={import.meta.env.BASE_URL + location.hash}
        target="_blank"
        rel="noopener"
        title={words.openOutside}
      >
        <Icon svg={outside} />
        <span class="name">{words.openOutside}</span>
      </a>
    </header>
  );
}

async function beginAgain(app: AppModel): Promise<void> {
  const words = workWordsOf(app.preferences);
  const files = await findBeginning();
  if (files !== null) await rework(app, { kind: "begin-again", files, reason: "reset" }, words.begunAgain);
}

/** The site that the link in the address begins with; without a link, the example. */
async function findBeginning(): Promise<Record<string, FileContent> | null> {
  if (!isLink(location.hash)) return exampleSite();
  const incoming = await readLink(location.hash, editions);
  if (incoming.kind === "site") return Object.fromEntries(incoming.site.files);
  if (incoming.kind !== "lesson") return null;
  const lesson = await findLesson(incoming.lesson);
  return lesson === null ? null : { ...lesson.site[incoming.language] };
}
