/** My work: every work that this browser keeps, to go to, to name and to delete; a zip to import; and earlier versions of this one. */
import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { useApp } from "../app-model.ts";
import { Modal } from "../components/modal.tsx";
import { Versions } from "./versions.tsx";
import { WorkRow } from "./work-row.tsx";
import { type WorkWords, workWordsOf } from "./work-words.ts";
import { createWorksModel } from "./works-model.ts";
import "./works-dialog.css";

/** Open as long as it is there; `onImport` gets the file that was chosen. */
export function WorksDialog({ onClose, onImport }: { onClose: () => void; onImport: (file: File) => void }) {
  const app = useApp();
  const words = workWordsOf(app.preferences);
  const showsVersions = useSignal(false);
  return (
    <Modal titleId="works-dialog-title" kind="works-dialog" onClose={onClose}>
      {(close) => (
        <div class="dialog-body">
          {showsVersions.value ? (
            <Versions words={words} onDone={close} />
          ) : (
            <Works
              words={words}
              onVersions={() => {
                showsVersions.value = true;
              }}
            />
          )}
          <div class="actions">
            {showsVersions.value ? (
              <button
                type="button"
                class="button first"
                onClick={() => {
                  showsVersions.value = false;
                }}
              >
                {words.backToWorks}
              </button>
            ) : (
              <Import words={words} onImport={onImport} />
            )}
            <button type="button" class="button" onClick={close}>
              {words.close}
            </button>
          </div>
        </div>
      )}
    </Modal>
  );
}

function Works({ words, onVersions }: { words: WorkWords; onVersions: () => void }) {
  const app = useApp();
  const model = useMemo(() => createWorksModel(app), []);
  useEffect(() => void model.refresh(), []);
  const works = model.works.value;
  const problem = model.problem.value;
  return (
    <>
      <h2 id="works-dialog-title">{words.worksTitle}</h2>
      <p class="soft">{words.worksWhy}</p>
      {problem !== null && (
        <p class="refusal" role="alert">
          {words.couldNot(problem || app.preferences.words.value.noAnswer)}
        </p>
      )}
      <ul class="works" aria-busy={works === null}>
        {(works ?? []).map((work) => (
          <WorkRow key={work.workspace} work={work} model={model} words={words} onVersions={onVersions} />
        ))}
      </ul>
      {works !== null && works.length < 2 && <p class="soft">{words.worksNone}</p>}
    </>
  );
}

function Import({ words, onImport }: { words: WorkWords; onImport: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button first" onClick={() => input.current?.click()}>
        {words.importZip}
      </button>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onImport(file);
        }}
      />
    </>
  );
}
