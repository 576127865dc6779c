/**
 * Components whose code comes after the first paint.
 *
 *     const later = createDownload(() => import("./later.ts"));
 *     export const KeysDialog = lazy(later, (parts) => parts.KeysDialog);
 *
 * `KeysDialog` is then a component like any other. One download may bring many; whoever calls `later.start()` when the page is
 * idle has them ready before they are wanted. One that is wanted earlier starts its download and keeps its place with words.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { ComponentType, FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { useApp } from "../app-model.ts";
import "./lazy.css";

export interface Download<Module> {
  /** Null until it has come. */
  readonly module: ReadonlySignal<Module | null>;
  /** The last attempt found no network, or no such file any more. */
  readonly hasFailed: ReadonlySignal<boolean>;
  /** Fetches the module unless it is here or on its way. Null if it did not come; the next call tries again. */
  start(): Promise<Module | null>;
}

/** A module that `load` fetches once it is asked for. */
export function createDownload<Module>(load: () => Promise<Module>): Download<Module> {
  const module = signal<Module | null>(null);
  const hasFailed = signal(false);
  let attempt: Promise<Module | null> | null = null;
  const run = async () => {
    try {
      module.value = await load();
    } catch {
      attempt = null;
    }
    hasFailed.value = module.value === null;
    return module.value;
  };
  return {
    module,
    hasFailed,
    start() {
      attempt ??= run();
      return attempt;
    },
  };
}

/** The component that `pick` finds in the download; until then `Waiting`, in the same place. */
export function lazy<Module, Props extends object>(
  download: Download<Module>,
  pick: (module: Module) => ComponentType<Props>,
  Waiting: FunctionComponent<{ hasFailed: boolean }> = WaitingNote,
): FunctionComponent<Props> {
  return function Lazy(props: Props) {
    const module = download.module.value;
    useEffect(() => void download.start(), []);
    if (module === null) return <Waiting hasFailed={download.hasFailed.value} />;
    const Component = pick(module);
    return <Component {...props} />;
  };
}

/** Says that a part is on its way (after a moment: most are faster than words), or that it did not come. */
function WaitingNote({ hasFailed }: { hasFailed: boolean }) {
  const words = useApp().preferences.words.value;
  return (
    <p class="waiting-note" role="status">
      {hasFailed ? words.couldNotLoad : words.loading}
      {hasFailed && (
        <button type="button" class="link-button" onClick={() => location.reload()}>
          {words.reloadPage}
        </button>
      )}
    </p>
  );
}

/** For what needs no words while it is away. */
export function Nothing() {
  return null;
}

/** Resolves after the first paint, when the page has nothing better to do; Safari has no `requestIdleCallback`. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    const next = () =>
      "requestIdleCallback" in window ? requestIdleCallback(() => resolve(), { timeout: 2000 }) : resolve();
    requestAnimationFrame(() => setTimeout(next, 0));
  });
}
