/**
 * What a walk can do in any engine: through the page's own buttons and the pages' own links, by a driver that offers `open(url)`,
 * `evaluate(function, ...arguments)`, `key(name)`, `point(x, y)`, `look()` (a picture), `reload()` and `close()`.
 *
 * A step waits for what it needs, and says what it saw last when that never comes.
 */

const patience = 30_000;

/** Looks again and again until `read` gives what `accept` accepts; says what it saw last when that never comes. */
export async function until(what, read, accept) {
  const end = Date.now() + patience;
  let seen;
  while (Date.now() < end) {
    seen = await read().catch((error) => `(${error.message})`);
    if (accept(seen)) return seen;
    await pause(50);
  }
  throw new Error(`${what}: waited in vain. Seen last:\n${seen}`);
}

/** Some milliseconds. */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the simulated browser shows, as text; `name` is that of a frame of its page. */
export const readFrame = (name) => {
  const view = document.querySelector('iframe[title="Browser A"]')?.contentWindow;
  return (name == null ? view : view?.frames[name])?.document?.body?.textContent ?? "";
};

export const clickInFrame = (selector) => {
  document.querySelector('iframe[title="Browser A"]').contentDocument.querySelector(selector).click();
};

const fillInFrame = (name, value) => {
  const field = document
    .querySelector('iframe[title="Browser A"]')
    .contentDocument.querySelector(`[name=${name}]`);
  field.value = value;
};

/**
 * Presses the button, tab or switch with this accessible name, or with one that begins so; not the words of a sentence that only point to
 * one.
 */
const pressNamed = (name) => {
  const textOf = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.data
      : node.ariaHidden === "true"
        ? ""
        : [...node.childNodes].map(textOf).join("");
  const nameOf = (element) => (element.ariaLabel ?? textOf(element)).trim();
  const all = [...document.querySelectorAll("button:not(.point-link), [role=tab], [role=switch]")];
  const named =
    all.find((element) => nameOf(element) === name) ??
    all.find((element) => nameOf(element).startsWith(name));
  if (named === undefined) throw new Error(`There is nothing named ${name} to press.`);
  if (named.disabled) throw new Error(`${name} is disabled.`);
  named.click();
};

/** Writes a file of the site, as the editor does. */
export const writeFile = (path, content) => {
  const { controller } = navigator.serviceWorker;
  const buildId = /sw-(\w+)\.js/.exec(controller.scriptURL)[1];
  const workspace = sessionStorage.getItem("biscuiterie-workspace");
  controller.postMessage({ workspace, id: 1e9, buildId, kind: "write-file", path, content });
};

export const openInFrame = (path) => {
  const view = document.querySelector('iframe[title="Browser A"]').contentWindow;
  view.location.assign(new URL(path, view.location.href).href);
};

/** What stands beside the marked line of the editor. */
const readMark = () =>
  document.querySelector(".line-caused-note")?.textContent.replaceAll("\u00a0", " ") ?? "";

const readSwitch = (name) =>
  [...document.querySelectorAll("[role=switch]")].find(({ textContent }) => textContent.trim() === name)
    ?.ariaChecked === "true"
    ? "on"
    : "off";

const readPage = () => document.body.textContent;

/** What each lane of the race says. */
const readLanes = () =>
  [...document.querySelectorAll(".lane-list article")].map((lane) =>
    [lane.getAttribute("aria-label"), lane.textContent].join(": "),
  );

/** The middle of a frame of the simulated browser's page, in the window. */
const middleOf = (name) => {
  const outer = document.querySelector('iframe[title="Browser A"]');
  const inner = outer.contentDocument.querySelector(`[name=${name}]`).getBoundingClientRect();
  const { x, y } = outer.getBoundingClientRect();
  return [Math.round(x + inner.x + inner.width / 2), Math.round(y + inner.y + inner.height / 2)];
};

/** The steps of a walk in `driver`. */
export function stepsOf(driver) {
  const { evaluate } = driver;
  const see = (what, read, words, text) =>
    until(
      `${what} should show “${text}”`,
      () => evaluate(read, ...words),
      (seen) => seen.includes(text),
    );
  const press = (name) =>
    until(
      `“${name}” should be there to press`,
      () => evaluate(pressNamed, name).then(() => "pressed"),
      (seen) => seen === "pressed",
    );
  return {
    press,
    shows: (text) => see("the page", readFrame, [], text),
    frameShows: (name, text) => see(`the frame ${name}`, readFrame, [name], text),
    editorMarks: (text) => see("a marked line of the editor", readMark, [], text),
    panelShows: (text) => see("the panels", readPage, [], text),
    click: (selector) => evaluate(clickInFrame, selector),
    fill: (name, value) => evaluate(fillInFrame, name, value),
    visit: (path) => evaluate(openInFrame, path),
    /** Writes files that are new to the site, and waits until the server has them. */
    async write(files) {
      for (const [path, content] of Object.entries(files)) await evaluate(writeFile, path, content);
      for (const path of Object.keys(files)) await see("the page", readPage, [], path);
    },
    /** Presses a switch and waits until it is on, or off. */
    async turn(name, state) {
      await press(name);
      await see(`the switch ${name}`, readSwitch, [name], state);
    },
    /** Gives a frame of the page the keyboard, as a learner does. */
    pointInto: async (name) => driver.point(...(await evaluate(middleOf, name))),
    /** The lanes of the race as texts, once there are as many as `wanted` and each says what is wanted at its place. */
    lanesSay: (...wanted) =>
      until(
        `the lanes should say “${wanted.join("”, “")}”`,
        () => evaluate(readLanes),
        (seen) => seen.length === wanted.length && wanted.every((text, place) => seen[place].includes(text)),
      ),
  };
}
