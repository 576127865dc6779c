/**
 * The manual's walk, as any engine can do it: through the page's own buttons and the pages' own links, by a driver that offers
 * `open(url)`, `evaluate(function, ...arguments)`, `reload()` and `close()`.
 */
import assert from "node:assert/strict";

const patience = 30_000;

/** Looks again and again until `read` gives what `accept` accepts; says what it saw last when that never comes. */
async function until(what, read, accept) {
  const end = Date.now() + patience;
  let seen;
  while (Date.now() < end) {
    seen = await read().catch((error) => `(${error.message})`);
    if (accept(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what}: waited in vain. Seen last:\n${seen}`);
}

/** What the simulated browser shows, as text. */
const readFrame = () =>
  document.querySelector('iframe[title="Browser A"]')?.contentDocument?.body?.textContent ?? "";

const clickInFrame = (selector) => {
  document.querySelector('iframe[title="Browser A"]').contentDocument.querySelector(selector).click();
};

const fillInFrame = (name, value) => {
  const field = document
    .querySelector('iframe[title="Browser A"]')
    .contentDocument.querySelector(`[name=${name}]`);
  field.value = value;
};

/** Presses the button, tab or switch with this accessible name. */
const press = (name) => {
  const named = [...document.querySelectorAll("button, [role=tab], [role=switch]")].find((element) =>
    (element.getAttribute("aria-label") ?? element.textContent).trim().startsWith(name),
  );
  if (named === undefined) throw new Error(`There is nothing named ${name} to press.`);
  if (named.disabled) throw new Error(`${name} is disabled.`);
  named.click();
};

/** Writes a file of the site, as the editor does. */
const writeFile = (path, content) => {
  const { controller } = navigator.serviceWorker;
  const buildId = /sw-(\w+)\.js/.exec(controller.scriptURL)[1];
  const workspace = sessionStorage.getItem("biscuiterie-workspace");
  controller.postMessage({ workspace, id: 1e9, buildId, kind: "write-file", path, content });
};

const openInFrame = (path) => {
  const view = document.querySelector('iframe[title="Browser A"]').contentWindow;
  view.location.assign(new URL(path, view.location.href).href);
};

/** What stands beside the marked line of the editor. */
const readMark = () =>
  document.querySelector(".line-caused-note")?.textContent.replaceAll("\u00a0", " ") ?? "";

const readTitle = () => document.title;

const readPage = () => document.body.textContent;

function stepsOf(driver) {
  const { evaluate } = driver;
  return {
    shows: (text) =>
      until(
        `the page should show “${text}”`,
        () => evaluate(readFrame),
        (seen) => seen.includes(text),
      ),
    click: (selector) => evaluate(clickInFrame, selector),
    fill: (name, value) => evaluate(fillInFrame, name, value),
    press: (name) =>
      until(
        `“${name}” should be there to press`,
        () => evaluate(press, name).then(() => "pressed"),
        (seen) => seen === "pressed",
      ),
    editorMarks: (text) =>
      until(
        `the editor should mark a line with “${text}”`,
        () => evaluate(readMark),
        (seen) => seen.includes(text),
      ),
    panelShows: (text) =>
      until(
        `the panels should show “${text}”`,
        () => evaluate(readPage),
        (seen) => seen.includes(text),
      ),
  };
}

/** The worked example, both ways: Back and the same link again, then a reload of the app. */
export async function walkManual(driver, url) {
  const { shows, click, fill, press, panelShows, editorMarks } = stepsOf(driver);
  await driver.open(url);
  await shows("Qui êtes-vous ?");
  await fill("monnom", "Müller");
  await fill("prenom", "Zoë");
  await click("input[type=submit]");
  await shows("Müller");
  await press("Cookies");
  await panelShows("sessionId");
  await click("a");
  await shows("Zoë");
  await press("Back");
  await shows("Müller");
  await click("a");
  const error = await shows("AttributeError");
  assert.match(error, /suiteEssaiSession\.pih/);
  assert.match(error, /line 4/);
  assert.match(error, /'SessionObject' object has no attribute 'prenom'/);
  await click("pre a[href]");
  await editorMarks("Request 4, line 4");
  await driver.reload();
  await shows("Qui êtes-vous ?");
  await press("Cookies");
  await panelShows("sessionId");
}

const pwn = "top.document.title='PWNED'";
/** Pages that try to run a script or to reach the site elsewhere (`EVIL`), and what to click on them. */
const hostilePages = [
  `<script>${pwn}</script><img src=x onerror="${pwn}"><svg onload="${pwn}"></svg><body onload="${pwn}"><p>scripts`,
  `<iframe srcdoc="<script>${pwn}</script>"></iframe><iframe src="javascript:${pwn}"></iframe><p>frames`,
  "<img src=EVIL><img srcset='EVIL 1x'><link rel=stylesheet href=EVIL><style>@import 'EVIL';p{background:url(EVIL)}</style><p>parts",
  "<link rel=preconnect href=EVIL><link rel=prefetch href=EVIL><video src=EVIL autoplay></video><object data=EVIL></object><p>more",
  "<iframe src=EVIL></iframe><p>elsewhere",
];
const hostileLinks = [
  `<a href="javascript:${pwn}">go</a>`,
  "<a href=EVIL>go</a>",
  "<a href=EVIL target=_top>go</a>",
  "<form method=post action=EVIL><a></a><button>go</button></form>",
  "<meta http-equiv=refresh content='0;url=EVIL'><a></a>",
];

/** Hostile pages: nothing of theirs runs, and nothing is asked of `elsewhere`. `asked()` counts what was. */
export async function meetHostilePages(driver, url, { elsewhere, asked }) {
  const { shows } = stepsOf(driver);
  const { evaluate } = driver;
  await driver.open(url);
  await shows("Qui êtes-vous ?");
  const title = await evaluate(readTitle);
  const put = (text) => text.replaceAll("EVIL", elsewhere);
  for (const page of hostilePages) {
    await evaluate(writeFile, "hostile.html", put(page));
    await evaluate(openInFrame, "hostile.html");
    await shows(page.slice(page.lastIndexOf(">") + 1));
  }
  for (const page of hostileLinks) {
    await driver.open(url);
    await shows("Qui êtes-vous ?");
    await evaluate(writeFile, "hostile.html", put(`<h1>linked</h1>${page}`));
    await evaluate(openInFrame, "hostile.html");
    await until(
      "the hostile page should come",
      () => evaluate(readFrame),
      (seen) => !seen.includes("Qui"),
    );
    // Where the page has gone by then (its refresh was refused), there is nothing left to click.
    await evaluate(clickInFrame, "button, a").catch(() => {});
    assert.equal(await evaluate(readTitle), title);
  }
  await driver.open(url);
  await shows("Qui êtes-vous ?");
  assert.equal(await evaluate(readTitle), title, "a script of a page ran");
  assert.equal(asked(), 0, "a page reached another site");
}
