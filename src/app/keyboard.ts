/**
 * The keys that work everywhere on the page. They are heard before the editor hears them; the dialog of `?` lists them.
 */
import type { AppModel } from "./app-model.ts";
import type { Part } from "./models/layout.ts";

/** Handles a key pressed on the page or in a preview; `root` is the page's document. True if it was one of ours. */
export function handleKey(app: AppModel, event: KeyboardEvent, root: Document = document): boolean {
  const action = findAction(app, event, root);
  if (action === null) return false;
  event.preventDefault();
  event.stopPropagation();
  action();
  return true;
}

function findAction(app: AppModel, event: KeyboardEvent, root: Document): (() => void) | null {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isCommand && event.key.toLowerCase() === "s")
    return () => void app.withSavedFiles((browser) => browser.reload());
  if (isCommand && event.key === "Enter") return () => goToAddress(app, root);
  if (event.key === "F6") return () => focusPart(app, root, event.shiftKey ? -1 : 1);
  if (event.key === "?" && !isTyping(event.target)) {
    return () => {
      app.keysShown.value = true;
    };
  }
  for (const find of app.keyFinders) {
    const action = find(event);
    if (action !== null) return action;
  }
  return null;
}

/** To the address bar; from the address bar, to the address. */
function goToAddress(app: AppModel, root: Document): void {
  const bar = root.querySelector<HTMLElement>("[data-focus=browser]");
  if (bar === root.activeElement) return void app.withSavedFiles((browser) => browser.enter());
  app.layout.show("browser");
  giveFocus(root, () => bar);
}

/** Moves the focus to the next part; on a phone it shows that part, and so it does when it is folded. From the header it goes to the first, or the last. */
function focusPart(app: AppModel, root: Document, step: 1 | -1): void {
  const parts = app.layout.parts.value;
  const current = parts.findIndex((part) =>
    root.getElementById(`part-${part}`)?.contains(root.activeElement),
  );
  const next =
    current === -1 ? (step === 1 ? 0 : parts.length - 1) : (current + step + parts.length) % parts.length;
  const part = parts[next] ?? "code";
  app.layout.show(part);
  giveFocus(root, () => entranceOf(root, part));
}

/** At once, so that the next key goes there; to what is only now being shown, when it has been drawn. */
function giveFocus(root: Document, find: () => HTMLElement | null): void {
  const element = find();
  element?.focus();
  if (element === null || root.activeElement !== element) requestAnimationFrame(() => find()?.focus());
}

/** Where the focus enters a part: the editor, the address, the open tab. */
function entranceOf(root: Document, part: Part): HTMLElement | null {
  const section = root.getElementById(`part-${part}`);
  const marked = section?.querySelector<HTMLElement>(`[data-focus="${part}"]`);
  const field = marked?.querySelector<HTMLElement>("[role=textbox], textarea") ?? marked;
  // One after the other: of a list of selectors the first element of the document would be found, a tab that is not open.
  const find = (selector: string) => section?.querySelector<HTMLElement>(selector);
  return field ?? find("[role=tab][aria-selected=true]") ?? find("button") ?? null;
}

/** Asks by name, since the target may belong to the document of a preview. */
function isTyping(target: EventTarget | null): boolean {
  if (target === null || !("closest" in target)) return false;
  const element = target as Element;
  return element.closest("input, textarea, select, [contenteditable], [role=textbox]") !== null;
}
