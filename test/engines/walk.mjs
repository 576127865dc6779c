/** The manual's walk, and hostile pages, as any engine can do it. */
import assert from "node:assert/strict";
import { clickInFrame, openInFrame, readFrame, stepsOf, until, writeFile } from "./steps.mjs";

const readTitle = () => document.title;

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

/** What a page is made of, once it is all there: its style, its picture, its frame. */
const readParts = () => {
  const { contentDocument: shown } = document.querySelector('iframe[title="Browser A"]');
  const { color } = getComputedStyle(shown.querySelector("p"));
  const { naturalWidth } = shown.querySelector("img");
  return `${color}, a picture ${naturalWidth} wide, ${shown.querySelector("iframe").contentDocument.body.textContent}`;
};

/** The files that a page shows come from the same server, by each engine's own way of fetching them. */
export async function showParts(driver, url) {
  const { shows, write, visit } = stepsOf(driver);
  await driver.open(url);
  await shows("Qui êtes-vous ?");
  await write({
    "parts.html": `<link rel=stylesheet href=parts.css><p>parts</p><img src=parts.svg><iframe src=inner.pih></iframe>`,
    "parts.css": "p { color: rgb(1, 2, 3) }",
    "parts.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>',
    "inner.pih": "<%print 'inner'%>",
  });
  await visit("parts.html");
  await until(
    "the page should show its parts",
    () => driver.evaluate(readParts),
    (seen) => /^rgb\(1, 2, 3\), a picture 40 wide, inner/.test(seen),
  );
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
