/** Earlier versions of this work: when and why each was kept, what going back would change, and the way back. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { VersionView } from "../../protocol/index.ts";
import { type AppModel, useApp } from "../app-model.ts";
import { compareSites, type FileDifference } from "./differences.ts";
import { gatherFiles } from "./gather-site.ts";
import { rework } from "./rework.ts";
import type { WorkWords } from "./work-words.ts";
import "./versions.css";

/** `onDone` is called when the work has gone back. */
export function Versions({ words, onDone }: { words: WorkWords; onDone: () => void }) {
  const app = useApp();
  const versions = useSignal<readonly VersionView[] | null>(null);
  const chosen = useSignal<VersionView | null>(null);
  useEffect(() => {
    void app.connection.send({ kind: "list-versions" }).then((answer) => {
      versions.value = answer.ok ? (answer.versions ?? []) : [];
    });
  }, []);
  const list = versions.value ?? [];
  return (
    <>
      <h2 id="works-dialog-title">{words.versionsTitle}</h2>
      {versions.value?.length === 0 && <p class="soft">{words.versionsNone}</p>}
      {list.length > 0 && (
        <ul class="versions" aria-busy={versions.value === null}>
          {list.map((version) => (
            <li key={version.id}>
              <button
                type="button"
                aria-expanded={chosen.value?.id === version.id}
                onClick={() => {
                  chosen.value = chosen.value?.id === version.id ? null : version;
                }}
              >
                <strong>{tellTime(version.time, app)}</strong>
                <span>{words.versionReasons[version.reason]}</span>
                <span class="soft">
                  {words.files(version.paths.length)}
                  {", "}
                  {version.whole ? words.versionWhole : words.versionFilesOnly}
                </span>
              </button>
              {chosen.value?.id === version.id && <Chosen version={version} words={words} onDone={onDone} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function tellTime(time: number, { preferences }: AppModel): string {
  return new Date(time).toLocaleString(preferences.language.value, {
    dateStyle: "medium",
    timeStyle: "medium",
  });
}

function Chosen({ version, words, onDone }: { version: VersionView; words: WorkWords; onDone: () => void }) {
  const app = useApp();
  const differences = useSignal<readonly FileDifference[] | null>(null);
  useEffect(() => {
    void compareWithNow(app, version.id).then((found) => {
      differences.value = found;
    });
  }, []);
  return (
    <section class="chosen-version" aria-label={words.versionAgainstNow}>
      {differences.value?.length === 0 && <p class="soft">{words.versionSame}</p>}
      {differences.value?.map((file) => (
        <Difference key={file.path} file={file} words={words} />
      ))}
      <div class="go-back">
        <button
          type="button"
          class="button is-primary"
          onClick={() => {
            onDone();
            void rework(app, { kind: "restore-version", version: version.id }, words.wentBack, version.whole);
          }}
        >
          {words.goBack}
        </button>
        <p class="soft">{words.goBackHint}</p>
      </div>
    </section>
  );
}

async function compareWithNow(app: AppModel, version: number): Promise<FileDifference[] | null> {
  const [now, answer] = [
    await gatherFiles(app),
    await app.connection.send({ kind: "read-version", version }),
  ];
  if (now === null || !answer.ok || answer.versionFiles === undefined) return null;
  return compareSites(Object.fromEntries(now), answer.versionFiles);
}

const signs = { kept: " ", added: "+", removed: "−" };

function Difference({ file: { path, change, lines }, words }: { file: FileDifference; words: WorkWords }) {
  const told = { added: words.fileComesBack, removed: words.fileGoes, changed: words.fileChanges }[change];
  return (
    <div class="file-difference">
      <h3>
        <code>{path}</code> <span class="soft">{told}</span>
      </h3>
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section class="lines" tabIndex={0} aria-label={path}>
          {lines.map((line, index) =>
            line.kind === "skipped" ? (
              <div key={index} class="skipped">
                {words.unchangedLines(line.count)}
              </div>
            ) : (
              <div key={index} class={`line is-${line.kind}`}>
                <span class="sign">{signs[line.kind]}</span>
                {line.text}
              </div>
            ),
          )}
        </section>
      )}
    </div>
  );
}
