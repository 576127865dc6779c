/** Above several browsers: their tabs, unless they stand side by side; a button for one more, and one to change how they share the room. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { useApp } from "../app-model.ts";
import type { BrowserModel } from "../models/browser.ts";
import { useAllWords } from "./all-words.ts";
import { closeBrowser, mostBrowsers, openBrowser } from "./browser-actions.ts";
import { BrowserBadge } from "./browser-badge.tsx";
import { IconButton } from "./icon.tsx";
import { beside, close, plus, tabs } from "./icons.ts";
import { PartButtons } from "./part-buttons.tsx";
import { Tabs } from "./tabs.tsx";
import "./browsers-bar.css";

/** A browser narrower than this, in pixels, shows too little of a page. */
const narrowest = 280;
const mostBeside = 3;
/** What a tab with its name takes, and its share of the buttons beside it. */
const roomyTab = 160;

export function BrowsersBar() {
  const app = useApp();
  const { browsers } = app;
  const words = useAllWords();
  const list = browsers.list.value;
  const width = useArrangement();
  const isCrowded = width < list.length * roomyTab;
  return (
    <div class={`part-bar browsers-bar ${isCrowded ? "is-crowded" : ""}`}>
      {browsers.areBeside.value ? (
        <p class="browsers-title">{words.browsersOneServer(list.length)}</p>
      ) : (
        <Tabs
          items={list.map(({ id }) => ({
            id,
            name: words.browserTitle(id),
            badge: <BrowserBadge id={id} />,
          }))}
          active={browsers.current.value.id}
          label={words.openBrowsers}
          panel={(id) => `browser-${id}`}
          prefix="browser-tab"
          onOpen={browsers.choose}
        />
      )}
      <IconButton
        icon={plus}
        label={words.openBrowser}
        place="open-browser"
        disabled={list.length >= mostBrowsers}
        onClick={() => void openBrowser(app)}
      />
      <span class="bar-end">
        <ArrangementButton count={list.length} />
        <PartButtons part="browser" name={words.partBrowser} />
      </span>
    </div>
  );
}

/** Changes between tabs and side by side; where there is no room, it says so. */
function ArrangementButton({ count }: { count: number }) {
  const { browsers, preferences } = useApp();
  const words = useAllWords();
  const { arrangement } = preferences;
  const wantsBeside = arrangement.value === "beside";
  const hasRoom = browsers.areBeside.value || !wantsBeside;
  const label = hasRoom ? (wantsBeside ? words.asTabs : words.sideBySide) : words.noRoomBeside(count);
  return (
    <IconButton
      class="arrangement"
      icon={wantsBeside && hasRoom ? tabs : beside}
      label={label}
      disabled={!hasRoom}
      onClick={() => {
        arrangement.value = wantsBeside ? "tabs" : "beside";
      }}
    />
  );
}

/** Keeps `areBeside` true to the wish and the room as long as there are several. Returns the width of the room, in pixels. */
function useArrangement(): number {
  const { browsers, preferences } = useApp();
  const count = browsers.list.value.length;
  const wish = preferences.arrangement.value;
  const width = useSignal(0);
  useLayoutEffect(() => {
    const room = document.getElementById("part-browser");
    if (room === null) return;
    const measure = () => {
      const hasRoom = count <= mostBeside && room.clientWidth >= count * narrowest;
      // A part that is not seen has no width, and nothing to decide.
      if (room.clientWidth === 0) return;
      width.value = room.clientWidth;
      browsers.areBeside.value = wish === "beside" && hasRoom;
    };
    const observer = new ResizeObserver(measure);
    observer.observe(room);
    measure();
    return () => observer.disconnect();
  }, [browsers, count, wish]);
  useLayoutEffect(
    () => () => {
      browsers.areBeside.value = false;
    },
    [browsers],
  );
  return width.value;
}

/** At the end of a browser's own bar, when there are others. */
export function CloseBrowser({ browser }: { browser: BrowserModel }) {
  const app = useApp();
  const words = useAllWords();
  const label = words.closeBrowser(browser.id);
  return <IconButton icon={close} label={label} onClick={() => void closeBrowser(app, browser.id)} />;
}
