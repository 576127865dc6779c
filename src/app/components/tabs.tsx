/** A row of tabs by the ARIA pattern: one stop for Tab, arrows move and open, Home and End go to the ends. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { bringIntoSight } from "./in-sight.ts";
import "./tabs.css";

export interface TabItem {
  id: string;
  /** The tab's name, for eyes and screen readers alike. */
  name: string;
  /** Before the name, for eyes only. */
  badge?: ComponentChildren;
  /** Something happened there lately. */
  fresh?: boolean;
  /** Something there belongs to what is pointed at. */
  lit?: boolean;
  /** A small mark after the name, for eyes only: a count, an unsaved dot. */
  mark?: string | undefined;
  /** What the mark means, as a tooltip. */
  markTitle?: string;
  /** Something went wrong there: the tab gets a dot, and this is what it says to those who hear it. */
  alert?: string | undefined;
}

/** `panel` is the id of the tab panel, or finds that of each tab; `prefix` makes the ids of the tabs, which label the panel. */
export function Tabs({
  items,
  active,
  label,
  panel,
  prefix,
  onOpen,
}: {
  items: readonly TabItem[];
  active: string | null;
  label: string;
  panel: string | ((id: string) => string);
  prefix: string;
  onOpen: (id: string) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => bringIntoSight(list.current, "[aria-selected=true]"), [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = nextIndex(
      event.key,
      items.findIndex(({ id }) => id === active),
      items.length,
    );
    const next = index === null ? undefined : items[index];
    if (next === undefined) return;
    event.preventDefault();
    onOpen(next.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index ?? 0]?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="tab"
          id={`${prefix}-${item.id}`}
          class={`${item.fresh ? "is-fresh" : ""} ${item.lit ? "has-lit" : ""}`}
          aria-selected={item.id === active}
          aria-controls={typeof panel === "string" ? panel : panel(item.id)}
          tabIndex={item.id === active ? 0 : -1}
          onClick={() => onOpen(item.id)}
        >
          {item.badge !== undefined && <span aria-hidden="true">{item.badge}</span>}
          {item.badge === undefined ? item.name : <span class="tab-name">{item.name}</span>}
          {item.mark !== undefined && (
            <span class="mark" aria-hidden="true" title={item.markTitle}>
              {item.mark}
            </span>
          )}
          {item.alert !== undefined && (
            <span class="alert" title={item.alert}>
              <span class="visually-hidden">{item.alert}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (index + 1) % count;
    case "ArrowLeft":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
