/**
 * The *Cookies* tab: the jar of each browser, one below the other, and what went along with its last request, or stayed, and why.
 * A jar can be changed by hand, and a cookie carried to another browser: who holds the key is let in.
 */
import { useSignal } from "@preact/signals";
import type { BrowserView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import { useAllWords } from "./all-words.ts";
import { BrowserBadge } from "./browser-badge.tsx";
import { deleteCookies } from "./cookie-actions.ts";
import { CookieDialog } from "./cookie-dialog.tsx";
import { CookiesOfRequest, CookieTable, type CookieTask } from "./cookie-table.tsx";
import { CopyDialog } from "./copy-dialog.tsx";
import { EmptyPanel } from "./empty-panel.tsx";
import { Icon } from "./icon.tsx";
import { plus, trash } from "./icons.ts";
import "./cookie-panel.css";

export function CookiePanel() {
  const { workspace } = useApp();
  const task = useSignal<CookieTask | null>(null);
  const browsers = workspace.state.value?.browsers ?? [];
  const shown = browsers.length > 0 ? browsers : [{ id: "A", cookies: [] }];
  const begin = (next: CookieTask) => {
    task.value = next;
  };
  return (
    <div class="cookie-panel">
      {shown.map((browser) => (
        <Jar key={browser.id} browser={browser} isAlone={shown.length === 1} onTask={begin} />
      ))}
      <div class="dialog-place">
        <TaskDialog
          task={task.value}
          onClose={() => {
            task.value = null;
          }}
        />
      </div>
    </div>
  );
}

function TaskDialog({ task, onClose }: { task: CookieTask | null; onClose: () => void }) {
  if (task === null) return null;
  if (task.kind === "copy") return <CopyDialog from={task.browser} cookie={task.cookie} onClose={onClose} />;
  return (
    <CookieDialog
      browser={task.browser}
      cookie={task.kind === "edit" ? task.cookie : null}
      onClose={onClose}
    />
  );
}

function Jar({
  browser,
  isAlone,
  onTask,
}: {
  browser: BrowserView;
  isAlone: boolean;
  onTask: (task: CookieTask) => void;
}) {
  const app = useApp();
  const words = useAllWords();
  const { id, cookies } = browser;
  const last = app.workspace.traffic.value.findLast((row) => row.browser === id);
  return (
    <section class="jar" aria-labelledby={`jar-${id}`}>
      <div class="jar-head">
        <h2 class="panel-title" id={`jar-${id}`}>
          <BrowserBadge id={id} />
          {words.cookiesOf(id)}
        </h2>
        <span class="jar-actions">
          <button type="button" class="button" onClick={() => onTask({ kind: "add", browser: id })}>
            <Icon svg={plus} />
            {words.addCookie}
          </button>
          {cookies.length > 0 && (
            <button type="button" class="button" onClick={() => void deleteCookies(app, id, cookies)}>
              <Icon svg={trash} />
              {words.deleteAllCookies}
            </button>
          )}
        </span>
      </div>
      {cookies.length > 0 && <CookieTable browser={browser} onTask={onTask} />}
      {cookies.length === 0 && isAlone && <EmptyPanel text={words.cookiesEmpty} />}
      {cookies.length === 0 && !isAlone && <p class="jar-empty">{words.jarEmpty}</p>}
      {last !== undefined && <CookiesOfRequest row={last} />}
    </section>
  );
}
