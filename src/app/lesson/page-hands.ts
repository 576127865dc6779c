/**
 * Hands for the pages that a simulated browser shows: filling in a form and sending it, following a link. The real browser does the rest, as
 * if the learner had clicked; pages run no script that could mind.
 *
 * Elements are of other documents than this one: `instanceof` would ask the wrong window's classes.
 */

/** Finds the first form among `documents` whose action `isWanted`. */
export function findForm(
  documents: readonly Document[],
  isWanted: (action: string) => boolean,
): HTMLFormElement | undefined {
  return documents
    .flatMap((document) => [...document.forms])
    .find((form) => isWanted(resolve(form, "action")));
}

/** Puts `fields` into `form`. The name of the first field that is not there or cannot have its value; null when all are filled in. */
export function fillForm(form: HTMLFormElement, fields: Readonly<Record<string, string>>): string | null {
  for (const [name, value] of Object.entries(fields)) {
    const controls = [...form.elements].filter((control) => control.getAttribute("name") === name);
    if (!controls.map((control) => put(control, value)).includes(true)) return name;
  }
  return null;
}

/** Sends `form` as its first button would. */
export function sendForm(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLElement>(
    "input[type=submit], input[type=image], button:not([type]), button[type=submit]",
  );
  if (button === null) form.requestSubmit();
  else button.click();
}

/** Finds the first link among `documents` that leads where `isThere`. */
export function findLink(
  documents: readonly Document[],
  isThere: (address: string) => boolean,
): HTMLElement | undefined {
  return documents
    .flatMap((document) => [...document.querySelectorAll<HTMLElement>("a[href], area[href]")])
    .find((link) => isThere(resolve(link, "href")));
}

/** Where the attribute leads; a form without action leads to its own page. */
function resolve(element: HTMLElement, attribute: string): string {
  const { baseURI } = element;
  const value = element.getAttribute(attribute) ?? "";
  return URL.canParse(value, baseURI) ? new URL(value, baseURI).href : "";
}

function put(control: Element, value: string): boolean {
  const type = control.getAttribute("type")?.toLowerCase();
  if (type === "checkbox" || type === "radio") {
    const isChosen = (control.getAttribute("value") ?? "on") === value;
    Object.assign(control, { checked: isChosen });
    return isChosen;
  }
  Object.assign(control, { value });
  // A list takes only what it has.
  return "value" in control && control.value === value;
}
