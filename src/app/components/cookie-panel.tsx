/** The *Cookies* tab: the jar of each browser, and below it what went along with its last request, or stayed, and why. */
import type { BrowserView } from "../../protocol/index.ts";
import { useApp } from "../app-model.ts";
import { BrowserBadge } from "./browser-badge.tsx";
import { EmptyPanel } from "./empty-panel.tsx";
import { CookiesOfRequest, CookieTable } from "./lazy-parts.ts";

export function CookiePanel() {
  const { workspace } = useApp();
  const browsers = workspace.state.value?.browsers ?? [];
  const shown = browsers.length > 0 ? browsers : [{ id: "A", cookies: [] }];
  return (
    <div class="cookie-panel">
      {shown.map((browser) => (
        <Jar key={browser.id} browser={browser} />
      ))}
    </div>
  );
}

function Jar({ browser }: { browser: BrowserView }) {
  const { workspace, preferences } = useApp();
  const words = preferences.words.value;
  const last = workspace.traffic.value.findLast((row) => row.browser === browser.id);
  return (
    <section>
      <h2 class="panel-title">
        <BrowserBadge id={browser.id} />
        {words.cookiesOf(browser.id)}
      </h2>
      {browser.cookies.length === 0 ? (
        <EmptyPanel text={words.cookiesEmpty} />
      ) : (
        <CookieTable browser={browser} />
      )}
      {last !== undefined && <CookiesOfRequest row={last} />}
    </section>
  );
}
