/** A simulated browser: the bar with its buttons and address, a banner when something is wrong, and the page in its frame. */
import { useApp } from "../app-model.ts";
import type { BrowserModel } from "../models/browser.ts";
import { BrowserBadge } from "./browser-badge.tsx";
import { IconButton } from "./icon.tsx";
import { arrowLeft, arrowRight, reload } from "./icons.ts";
import { BrowserBanner } from "./lazy-parts.ts";
import { PartButtons } from "./part-buttons.tsx";
import { PreviewIsland } from "./preview-island.tsx";
import "./browser-part.css";

export function BrowserPart({ browser }: { browser: BrowserModel }) {
  const words = useApp().preferences.words.value;
  return (
    <section class="browser-part part" id="part-browser" aria-label={words.partBrowser}>
      <BrowserBar browser={browser} />
      <div class="progress" data-loading={browser.loading.value} aria-hidden="true" />
      {browser.problem.value !== null && <BrowserBanner browser={browser} />}
      <PreviewIsland browser={browser} />
    </section>
  );
}

function BrowserBar({ browser }: { browser: BrowserModel }) {
  const app = useApp();
  const words = app.preferences.words.value;
  const go = (event: Event) => {
    event.preventDefault();
    void app.withSavedFiles((model) => model.enter());
  };
  return (
    <div class="part-bar">
      <BrowserBadge id={browser.id} />
      <IconButton
        icon={arrowLeft}
        label={words.back}
        disabled={!browser.canGoBack.value}
        onClick={browser.back}
      />
      <IconButton
        icon={arrowRight}
        label={words.forward}
        disabled={!browser.canGoForward.value}
        onClick={browser.forward}
      />
      <IconButton
        icon={reload}
        label={words.reload}
        onClick={() => void app.withSavedFiles((model) => model.reload())}
      />
      <form class="address" onSubmit={go}>
        <input
          type="text"
          inputMode="url"
          data-focus="browser"
          aria-label={words.address}
          value={browser.address.value}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          onInput={(event) => browser.typeAddress(event.currentTarget.value)}
          onBlur={() => browser.leaveAddress()}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={(event) => {
            if (event.key === "Escape") browser.resetAddress();
          }}
        />
      </form>
      <PartButtons part="browser" name={words.partBrowser} />
    </div>
  );
}
