/**
 * What the page may ask of a preview's frame: the DOM behind the address bar.
 *
 * The frame is sandboxed but of our origin, so its location, its history entries and the frames inside it can be read from here. Everything
 * that touches `contentWindow` is in this file; a frame that has wandered off to another origin answers null instead of throwing.
 */
import { documentMarker, type Marker } from "../../protocol/index.ts";

/** What a frame shows at this moment. */
export interface Shown {
  /** `location.href` of the frame's document. */
  href: string;
  title: string;
  mediaType: string;
  marker: Marker | null;
  /** Names the history entries of the frame and of the frames inside it: see `frame-history.ts`. */
  slot: string;
  /** Of the tab's whole session history. */
  historyLength: number;
  place: Place;
}

/** The document of a frame by its address and the request that it answers, and those of the frames inside it. */
export interface Place {
  href: string;
  request: number | undefined;
  inner: readonly Place[];
}

export interface PreviewFrame {
  /** Null before the first document, and when the document is not ours to read. */
  look(): Shown | null;
  /** Opens `path` as a new step. */
  open(path: string): void;
  reload(): void;
  back(): void;
  forward(): void;
  /**
   * Shows `place` again without a new step, as far as it is not there yet: documents at other addresses, or (`exactly`) the answers to other
   * requests. True if something has to be fetched.
   */
  restore(place: Place, exactly: boolean): boolean;
  /** Gives the page the keyboard. */
  focus(): void;
  /** Sends every frame, also nested, that shows the waiting page of `request` to `path`, in place. True if one did. */
  swapWaiting(request: number, path: string): boolean;
  /** Calls `listener` for keys pressed in the page, where the engine lets us hear them. */
  onKey(listener: (event: KeyboardEvent) => void): () => void;
  /** Calls `listener` when the learner points or moves into the page, where the engine lets us hear it. */
  onUse(listener: () => void): () => void;
  /** The documents in the frame and in the frames inside it, as far as they are ours to read. */
  documents(): Document[];
  /** Calls `listener` after each document, each in a nested frame, and each change of fragment; true for the first of these. */
  onChange(listener: (isDocument: boolean) => void): () => void;
}

/** Wraps the element; it needs its `sandbox` and `title` from whoever made it. */
export function createPreviewFrame(element: HTMLIFrameElement): PreviewFrame {
  const listeners = new Set<(isDocument: boolean) => void>();
  const keyListeners = new Set<(event: KeyboardEvent) => void>();
  const useListeners = new Set<() => void>();
  const tellKey = (event: KeyboardEvent) => {
    for (const listener of keyListeners) listener(event);
  };
  const tellUse = () => {
    for (const listener of useListeners) listener();
  };
  const tell = (isDocument: boolean) => {
    for (const listener of listeners) listener(isDocument);
  };
  /** A document that is heard already is not heard twice. */
  const hear = () => {
    for (const document of documentsIn(element.contentWindow)) {
      document.addEventListener("keydown", tellKey, { capture: true });
      document.addEventListener("focusin", tellUse);
      document.addEventListener("pointerdown", tellUse, { capture: true });
    }
  };
  element.addEventListener("load", () => {
    watchInside(element, () => {
      hear();
      tell(false);
    });
    hear();
    tell(true);
  });
  const windowOf = () => element.contentWindow;
  return {
    look: () => lookAt(element),
    open(path) {
      const target = windowOf();
      if (target === null) return;
      // The first page takes the place of the empty document: Back must not lead there.
      if (lookAt(element) === null) target.location.replace(path);
      else target.location.assign(path);
    },
    reload: () => windowOf()?.location.reload(),
    back: () => windowOf()?.history.back(),
    forward: () => windowOf()?.history.forward(),
    restore: (place, exactly) => restore(windowOf(), place, exactly),
    focus: () => element.focus(),
    swapWaiting: (request, path) => swapWaiting(windowOf(), request, path),
    onKey(listener) {
      keyListeners.add(listener);
      return () => keyListeners.delete(listener);
    },
    onUse(listener) {
      useListeners.add(listener);
      return () => useListeners.delete(listener);
    },
    documents: () => documentsIn(windowOf()),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function documentsIn(view: Window | null): Document[] {
  const document = readableDocument(view);
  if (view === null || document === null) return [];
  return [document, ...innerFrames(view).flatMap(documentsIn)];
}

function lookAt(element: HTMLIFrameElement): Shown | null {
  const document = readableDocument(element.contentWindow);
  const view = document?.defaultView;
  if (!document || !view || document.URL === "about:blank") return null;
  return {
    href: view.location.href,
    title: document.title,
    mediaType: document.contentType,
    marker: document.contentType === "text/html" ? documentMarker(document) : null,
    slot: slotOf(view),
    historyLength: view.history.length,
    place: placeOf(view, document),
  };
}

/** Null for a frame of another origin: reading it throws. */
function readableDocument(view: Window | null): Document | null {
  try {
    return view?.document ?? null;
  } catch {
    return null;
  }
}

function placeOf(view: Window, document: Document): Place {
  const marker = documentMarker(document);
  const request = marker !== null && "request" in marker ? marker.request : undefined;
  const inner = innerFrames(view).map((frame) => placeOf(frame, frame.document));
  return { href: view.location.href, request, inner };
}

function restore(view: Window | null, { href, request, inner }: Place, exactly: boolean): boolean {
  const document = readableDocument(view);
  if (view === null || document === null) return false;
  const now = placeOf(view, document);
  if (now.href !== href || (exactly && now.request !== request)) {
    view.location.replace(href);
    return true;
  }
  const frames = innerFrames(view);
  return inner.map((place, index) => restore(frames[index] ?? null, place, exactly)).includes(true);
}

function slotOf(view: Window): string {
  return [entryKey(view), ...innerFrames(view).map(slotOf)].join(" ");
}

/** The readable frames directly inside `view`. */
function innerFrames(view: Window): Window[] {
  return Array.from({ length: view.length }, (_, index) => view[index]).filter(
    (inner): inner is Window => inner !== undefined && readableDocument(inner) !== null,
  );
}

/**
 * The name of the history entry that `view` shows. Where the engine has no Navigation API we write a name into the entry's own
 * state, which comes back with it; the page has no script that could mind.
 */
function entryKey(view: Window): string {
  const entry = "navigation" in view ? view.navigation?.currentEntry : null;
  if (entry) return entry.key;
  const state: unknown = view.history.state;
  if (typeof state === "string") return state;
  const name = crypto.randomUUID();
  try {
    view.history.replaceState(name, "");
    return name;
  } catch {
    // WebKit allows a hundred of these in half a minute; the address is a fair name until then.
    return view.location.href;
  }
}

/** Follows what happens inside a document without a new document of its own: fragments, and nested frames. */
function watchInside(element: HTMLIFrameElement, tell: () => void): void {
  const document = readableDocument(element.contentWindow);
  // `load` does not bubble, but it is captured on its way to a nested frame's element.
  document?.addEventListener("load", ({ target }) => isFrame(target) && tell(), { capture: true });
  document?.defaultView?.addEventListener("hashchange", tell);
}

function isFrame(target: EventTarget | null): boolean {
  // Elements of another document: `instanceof` would ask the wrong window's classes.
  return target !== null && "tagName" in target && /^i?frame$/i.test(String(target.tagName));
}

function swapWaiting(view: Window | null, request: number, path: string): boolean {
  const document = readableDocument(view);
  if (view === null || document === null) return false;
  const marker = documentMarker(document);
  if (marker?.kind === "waiting" && marker.request === request) {
    view.location.replace(path);
    return true;
  }
  return innerFrames(view)
    .map((inner) => swapWaiting(inner, request, path))
    .includes(true);
}
