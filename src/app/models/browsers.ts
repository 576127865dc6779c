/**
 * The simulated browsers that are open, and which of them the learner is using.
 *
 * The worker says which are open; before it has said so there is A. Each keeps its model, and so its page and its history, as long as it
 * is open. What only matters with two of them (opening, closing, how they share the room) comes with the later parts.
 */
import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { BrowserId } from "../../trace/index.ts";
import type { BrowserModel } from "./browser.ts";

export interface Browsers {
  /** By their letters; never empty. */
  readonly list: ReadonlySignal<readonly BrowserModel[]>;
  /** The one that keys speak of, and that is seen when one is seen at a time. */
  readonly current: ReadonlySignal<BrowserModel>;
  /** All are seen side by side: there is room, and the learner wants it so. */
  readonly areBeside: Signal<boolean>;
  choose(id: BrowserId): void;
}

/** Follows the ids that `open` names; `create` makes the model of one, told how to ask whether there was ever another. */
export function createBrowsers(
  open: ReadonlySignal<readonly BrowserId[]>,
  create: (id: BrowserId, hasOthers: () => boolean) => BrowserModel,
): Browsers {
  let hadOthers = false;
  const make = (id: BrowserId) => create(id, () => hadOthers);
  const first = make("A");
  const list = signal<readonly BrowserModel[]>([first]);
  const current = signal(first);
  const follow = (ids: readonly BrowserId[]) => {
    const known = list.peek();
    if (ids.length === 0 || ids.join() === known.map(({ id }) => id).join()) return;
    hadOthers ||= ids.length > 1;
    const next = ids.map((id) => known.find((browser) => browser.id === id) ?? make(id));
    for (const browser of known) if (!next.includes(browser)) browser.close();
    list.value = next;
    // Its neighbour takes the place of one that is gone.
    const place = Math.min(known.indexOf(current.peek()), next.length - 1);
    if (!next.includes(current.peek())) current.value = next[place] ?? first;
  };
  open.subscribe((ids) => batch(() => follow(ids)));
  return {
    list,
    current,
    areBeside: signal(false),
    choose(id) {
      current.value = list.peek().find((browser) => browser.id === id) ?? current.peek();
    },
  };
}
