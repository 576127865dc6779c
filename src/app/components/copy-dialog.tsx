/** Carries a cookie to another browser, as a thief would who has read it somewhere. */
import type { CookieView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import { useAllWords } from "./all-words.ts";
import { nextBrowser } from "./browser-actions.ts";
import { BrowserBadge } from "./browser-badge.tsx";
import { copyCookie, isSessionKey } from "./cookie-actions.ts";
import { Modal } from "./modal.tsx";

/** Open as long as it is there. */
export function CopyDialog({
  from,
  cookie,
  onClose,
}: {
  from: string;
  cookie: CookieView;
  onClose: () => void;
}) {
  const app = useApp();
  const words = useAllWords();
  const others = app.browsers.list.value.filter(({ id }) => id !== from);
  const next = nextBrowser(app);
  return (
    <Modal titleId="copy-dialog-title" kind="copy-dialog" onClose={onClose}>
      {(close) => {
        const copy = (to: string | null) => {
          close();
          void copyCookie(app, from, cookie, to);
        };
        return (
          <div class="dialog-body">
            <h2 id="copy-dialog-title">{words.copyCookieTitle(cookie.name, from)}</h2>
            <p>{isSessionKey(app, cookie.value) ? words.copyKeyMeans(from) : words.copyCookieMeans}</p>
            <div class="targets">
              {others.map(({ id }) => (
                <button key={id} type="button" class="button" onClick={() => copy(id)}>
                  <BrowserBadge id={id} />
                  {words.browserTitle(id)}
                </button>
              ))}
              {next !== undefined && (
                <button type="button" class="button" onClick={() => copy(null)}>
                  <BrowserBadge id={next} />
                  {words.newBrowser}
                </button>
              )}
            </div>
            <div class="actions">
              <button type="button" class="button" onClick={close}>
                {words.cancel}
              </button>
            </div>
          </div>
        );
      }}
    </Modal>
  );
}
