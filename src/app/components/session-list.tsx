/**
 * Many sessions: as many rows as are in sight, however many there are. An island around TanStack's virtualiser, which computes
 * where rows lie; the rows come in windows from the worker (`models/sessions.ts`).
 *
 * One row is the stop for Tab; Up, Down, Page Up, Page Down, Home and End go from there, into what is not drawn yet too.
 */
import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from "@tanstack/virtual-core";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import type { SessionsModel } from "../models/sessions.ts";
import { useAllWords } from "./all-words.ts";
import { SessionCard } from "./session-card.tsx";

/** Pixels of a folded row. */
const rowHeight = 36;

export function SessionList({ model }: { model: SessionsModel }) {
  const words = useAllWords();
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  /** The row that is to have the focus as soon as it is drawn. */
  const wanted = useRef<number | null>(null);
  const count = model.total.value;
  const stop = Math.min(active, Math.max(0, count - 1));
  const virtualizer = useVirtualizer(list, count, stop);
  const rows = virtualizer.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => model.show({ from: startIndex, to: endIndex }), [startIndex, endIndex]);
  useEffect(() => () => model.show(null), []);
  useEffect(() => {
    if (wanted.current === null) return;
    const toggle = list.current?.querySelector<HTMLElement>(
      `[data-index="${wanted.current}"] .session-toggle`,
    );
    if (toggle === null || toggle === undefined) return;
    wanted.current = null;
    toggle.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(".session-toggle")) return;
    const page = Math.max(1, endIndex - startIndex - 1);
    const next = nextIndex(event.key, stop, count, page);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    setActive(next);
    virtualizer.scrollToIndex(next);
  };
  if (count === 0 && model.filter.value !== "") return <p class="session-note">{words.noSessionFits}</p>;
  return (
    <ul class="session-list" ref={list} style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKeyDown}>
      {rows.map(({ index, start }) => {
        const session = model.rowAt(index);
        return (
          <li
            key={index}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - virtualizer.options.scrollMargin}px)` }}
          >
            {session === undefined ? (
              <div class="session is-coming" />
            ) : (
              <SessionCard
                session={session}
                model={model}
                toggleProps={{ tabIndex: index === stop ? 0 : -1, onFocus: () => setActive(index) }}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function nextIndex(key: string, index: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, index + step));
}

type ListVirtualizer = Virtualizer<HTMLElement, HTMLElement>;

/** The virtualiser of a list inside the inspector, which scrolls. The row at `stop` is always drawn: it may have the focus. */
function useVirtualizer(list: { current: HTMLElement | null }, count: number, stop: number): ListVirtualizer {
  const [, redraw] = useReducer((times: number, _: null) => times + 1, 0);
  const [margin, setMargin] = useState(0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    scrollMargin: margin,
    overscan: 8,
    estimateSize: () => rowHeight,
    getScrollElement: () => list.current?.closest<HTMLElement>(".inspector-panel") ?? null,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), stop])].sort((a, b) => a - b),
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    measureElement,
    onChange: () => redraw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer(options));
  virtualizer.setOptions({ ...virtualizer.options, ...options });
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  // What is above the list pushes it down, and grows and shrinks.
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = virtualizer.options.getScrollElement();
    if (element === null || scroller === null) return undefined;
    const measure = () => {
      const distance = element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setMargin(Math.round(distance + scroller.scrollTop));
    };
    const observer = new ResizeObserver(measure);
    for (const sibling of element.parentElement?.children ?? [])
      if (sibling !== element) observer.observe(sibling);
    measure();
    return () => observer.disconnect();
  }, [count === 0]);
  return virtualizer;
}
