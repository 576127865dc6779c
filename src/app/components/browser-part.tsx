/**
 * The simulated browsers. One has the part to itself; with several, a bar above them has their tabs or, where there is room, they stand
 * side by side. A browser that is not seen stays as it is: its frame must never leave the document.
 */
import { useApp } from "../app-model.ts";
import type { BrowserModel } from "../models/browser.ts";
import { browserHue } from "../models/inspector.ts";
import { BrowserBadge } from "./browser-badge.tsx";
import { IconButton } from "./icon.tsx";
import { arrowLeft, arrowRight, plus, reload } from "./icons.ts";
import { BrowserBanner, BrowsersBar, CloseBrowser, HoldChip, loadLater } from "./lazy-parts.ts";
import { PartButtons } from "./part-buttons.tsx";
import { PreviewIsland } from "./preview-island.tsx";
import "./browser-part.css";

export function BrowserPart() {
  const { browsers, preferences } = useApp();
  const words = preferences.words.value;
  const list = browsers.list.value;
  const [first] = list;
  const isAlone = list.length === 1;
  return (
    <section class="browser-part part" id="part-browser" aria-label={words.partBrowser}>
      {isAlone && first !== undefined ? <BrowserBar browser={first} isAlone /> : <BrowsersBar />}
      <div class="browsers">
        {list.map((browser) => (
          <Browser key={browser.id} browser={browser} isAlone={isAlone} />
        ))}
      </div>
    </section>
  );
}

function Browser({ browser, isAlone }: { browser: BrowserModel; isAlone: boolean }) {
  const { browsers, preferences, workspace } = useApp();
  const isHeld = workspace.state.value?.race.holding;
  const isCurrent = browsers.current.value === browser;
  const use = () => browsers.choose(browser.id);
  return (
    <section
      class={`browser ${isCurrent && !isAlone ? "is-current" : ""}`}
      id={`browser-${browser.id}`}
      aria-label={isAlone ? undefined : preferences.words.value.browserTitle(browser.id)}
      style={`--hue: ${browserHue(browser.id)}`}
      hidden={!isCurrent && !browsers.areBeside.value}
      onFocusIn={use}
      onPointerDown={use}
    >
      {!isAlone && <BrowserBar browser={browser} />}
      <div class="progress" data-loading={browser.loading.value} data-held={isHeld} aria-hidden="true" />
      {browser.problem.value !== null && <BrowserBanner browser={browser} />}
      <PreviewIsland browser={browser} />
    </section>
  );
}

function BrowserBar({ browser, isAlone = false }: { browser: BrowserModel; isAlone?: boolean }) {
  const app = useApp();
  const words = app.preferences.words.value;
  const go = (event: Event) => {
    event.preventDefault();
    void app.withSavedFiles(() => browser.enter());
  };
  return (
    <div class="part-bar">
      <BrowserBadge id={browser.id} />
      <IconButton
        icon={arrowLeft}
        label={words.back}
        place="back"
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
        place="reload"
        onClick={() => void app.withSavedFiles(() => browser.reload())}
      />
      <form class="address" onSubmit={go}>
        <input
          type="text"
          inputMode="url"
          data-focus={app.browsers.current.value === browser ? "browser" : undefined}
          data-place="address"
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
      {app.workspace.state.value?.race.holding && <HoldChip browser={browser.id} />}
      {isAlone ? <OpenBrowser /> : <CloseBrowser browser={browser} />}
      {isAlone && <PartButtons part="browser" name={words.partBrowser} />}
    </div>
  );
}

function OpenBrowser() {
  const app = useApp();
  const words = app.preferences.words.value;
  const open = async () => void (await loadLater())?.openBrowser(app);
  return (
    <IconButton icon={plus} label={words.openBrowser} place="open-browser" onClick={() => void open()} />
  );
}
