/** What a site contains, to look at before it is opened: nothing of it has run yet, and its texts are shown as text. */
import { type FileContent, SERVER_INI } from "../../project/index.ts";
import type { SharedSite } from "../../share/index.ts";
import { Icon } from "../components/icon.tsx";
import { chevron } from "../components/icons.ts";
import { serverOf } from "./incoming.ts";
import type { WorkWords } from "./work-words.ts";
import "./site-contents.css";

/** `lesson` is the title of the lesson beside it. */
export function SiteContents({
  site,
  lesson,
  words,
}: {
  site: SharedSite;
  lesson: string | null;
  words: WorkWords;
}) {
  const { options, mistakes } = serverOf(site);
  const { jars = [], sessions = [], race } = site;
  const pages = [...site.files].filter(([path]) => path !== SERVER_INI || options.length + mistakes > 0);
  return (
    <div class="site-contents">
      {pages.map(([path, content]) => (
        <File key={path} path={path} content={content} words={words} />
      ))}
      <ul class="facts">
        {options.length > 0 && (
          <li>
            {words.serverDiffers}
            {": "}
            <code>{options.join(", ")}</code>
          </li>
        )}
        {mistakes > 0 && <li>{words.serverMistakes(mistakes)}</li>}
        {jars.map(({ browser, cookies }) => (
          <li key={browser}>{words.hasCookies(browser, cookies.map(({ name }) => name).join(", "))}</li>
        ))}
        {sessions.length > 0 && <li>{words.hasSessions(sessions.length)}</li>}
        {race !== undefined && <li>{words.hasRace(race.urls.length, race.schedule)}</li>}
        {site.lesson !== undefined && <li>{words.besideLesson(lesson ?? words.unknownLesson)}</li>}
      </ul>
    </div>
  );
}

/** Drawn when it is unfolded: there may be 64 of 256 kB. */
function File({ path, content, words }: { path: string; content: FileContent; words: WorkWords }) {
  const size = typeof content === "string" ? new TextEncoder().encode(content).length : content.length;
  return (
    <details class="file">
      <summary>
        <Icon svg={chevron} />
        <code>{path}</code>
        <span class="soft">{words.bytes(size)}</span>
      </summary>
      {typeof content === "string" ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre tabIndex={0}>{content}</pre>
      ) : (
        <p class="soft">{words.notText}</p>
      )}
    </details>
  );
}
