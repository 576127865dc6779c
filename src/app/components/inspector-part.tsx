/** The inspector: readings of what happened and the race lab, one tab each. */
import { useApp } from "../app-model.ts";
import { type InspectorTab, inspectorTabs } from "../models/inspector.ts";
import { CookiePanel, LogPanel, RacePanel, RequestPanel, SessionPanel } from "./lazy-parts.ts";
import { PartButtons } from "./part-buttons.tsx";
import { Tabs } from "./tabs.tsx";
import "./inspector-part.css";

export function InspectorPart() {
  const { inspector, layout, workspace, preferences } = useApp();
  const words = preferences.words.value;
  const names = {
    cookies: words.tabCookies,
    sessions: words.tabSessions,
    requests: words.tabRequests,
    race: words.tabRace,
    log: words.tabLog,
  };
  const counts = {
    cookies: workspace.state.value?.browsers.reduce((sum, { cookies }) => sum + cookies.length, 0) ?? 0,
    sessions: workspace.state.value?.sessionCount ?? 0,
    requests: workspace.traffic.value.length,
    race: workspace.held.value.length,
    log: 0,
  };
  const isHolding = workspace.state.value?.race.holding ?? false;
  const tab = inspector.tab.value;
  const litKinds = new Set([...inspector.lit.value].map((key) => `${key.slice(0, key.indexOf(":"))}s`));
  return (
    <section class="inspector-part part" id="part-inspector" aria-label={words.partInspector}>
      <div class="part-bar">
        <Tabs
          items={inspectorTabs.map((id) => ({
            id,
            name: names[id],
            mark: counts[id] > 0 || (id === "race" && isHolding) ? String(counts[id]) : undefined,
            fresh: workspace.fresh.value.has(`tab:${id}`),
            alert: id === "log" && inspector.hasNewTrouble.value ? words.newTrouble : undefined,
            lit: id !== tab && litKinds.has(id),
          }))}
          active={tab}
          label={words.inspector}
          panel="inspector-panel"
          prefix="inspector"
          onOpen={(id) => {
            inspector.tab.value = inspectorTabs.find((known) => known === id) ?? "cookies";
            layout.show("inspector");
          }}
        />
        <PartButtons part="inspector" name={words.partInspector} />
      </div>
      {/* A scrolling region without a control inside must be reachable by keyboard. */}
      <div
        class="inspector-panel"
        role="tabpanel"
        id="inspector-panel"
        aria-labelledby={`inspector-${tab}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: ARIA's tab pattern: a panel may be a stop
        tabIndex={0}
      >
        <Panel tab={tab} />
      </div>
    </section>
  );
}

function Panel({ tab }: { tab: InspectorTab }) {
  switch (tab) {
    case "cookies":
      return <CookiePanel />;
    case "sessions":
      return <SessionPanel />;
    case "requests":
      return <RequestPanel />;
    case "race":
      return <RacePanel />;
    case "log":
      return <LogPanel />;
  }
}
