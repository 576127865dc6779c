/** Hostile pages: nothing of theirs runs, nothing leaves, and the playground is not touched. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { command, counter, openPlayground } from "./playground.ts";

/** A site elsewhere that notes what is asked of it, and who merely connects. */
let evil: Server;
let requests: number;
let connections: number;
let elsewhere: string;

test.beforeEach(async () => {
  requests = 0;
  connections = 0;
  evil = createServer((_request, response) => {
    requests++;
    response.end("evil");
  });
  evil.on("connection", () => connections++);
  await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
  elsewhere = `http://localhost:${(evil.address() as AddressInfo).port}/`;
});

test.afterEach(() => {
  evil.close();
});

/** Each is shown alone; `EVIL` stands for the site elsewhere. A `click` is followed by a real one on the first link or button. */
const vectors: Record<string, { page: string; fields?: string; click?: boolean }> = {
  script: { page: "<script>top.document.title='PWNED';parent.pwned=1</script>" },
  "script from elsewhere": { page: "<script src=EVIL></script>" },
  onerror: {
    page: "<img src=x onerror=\"top.document.title='PWNED'\"><svg onload=\"top.document.title='PWNED'\">",
  },
  "javascript: link": { page: "<a href=\"javascript:top.document.title='PWNED'\">x</a>", click: true },
  "javascript: form": {
    page: "<form action=\"javascript:top.document.title='PWNED'\"><button>x</button></form>",
    click: true,
  },
  "javascript: frame": { page: "<iframe src=\"javascript:top.document.title='PWNED'\"></iframe>" },
  "srcdoc frame": { page: "<iframe srcdoc=\"<script>top.document.title='PWNED'</script>\"></iframe>" },
  "data: frame": { page: "<iframe src='data:text/html,<script>top.document.title=1</script>'></iframe>" },
  "meta refresh": { page: "<meta http-equiv=refresh content='0;url=EVIL'>" },
  "image from elsewhere": { page: "<img src=EVIL><img srcset='EVIL 1x'><body background=EVIL>" },
  "style from elsewhere": {
    page: "<link rel=stylesheet href=EVIL><style>@import 'EVIL';body{background:url(EVIL)}@font-face{font-family:x;src:url(EVIL)}p{font-family:x}</style><p>x",
  },
  "connections ahead": {
    page: "<link rel=preconnect href=EVIL><link rel=dns-prefetch href=EVIL><link rel=prefetch href=EVIL><link rel=preload as=image href=EVIL>",
  },
  "connections ahead, hidden from a tokenizer": {
    page: "<svg><title><link rel=preconnect href=EVIL></title></svg><!--><link rel=preconnect href=EVIL>-->",
  },
  "link to elsewhere": { page: "<a href=EVIL>x</a>", click: true },
  "link with a ping": { page: "<a href=x ping=EVIL>x</a>", click: true },
  "form to elsewhere": { page: "<form method=post action=EVIL><button>x</button></form>", click: true },
  "frames from elsewhere": { page: "<iframe src=EVIL></iframe><object data=EVIL></object><embed src=EVIL>" },
  "frameset from elsewhere": { page: "<frameset cols=50%,50%><frame src=EVIL><frame src=EVIL></frameset>" },
  "base elsewhere": { page: "<base href=EVIL><img src=x.png><a href=y>x</a>", click: true },
  "media from elsewhere": { page: "<video src=EVIL autoplay></video><audio src=EVIL autoplay></audio>" },
  "link to the top": { page: "<a href=EVIL target=_top>x</a>", click: true },
  "link to a new tab": { page: "<a href=EVIL target=_blank>x</a>", click: true },
  "download elsewhere": { page: "<a href=EVIL download>x</a>", click: true },
  "refresh field": { page: "x", fields: "RESPONSE['Refresh'] = '0;url=EVIL'" },
  "link field": { page: "x", fields: "RESPONSE['Link'] = '<EVIL>; rel=preconnect'" },
  "policy field": {
    page: "<img src=EVIL>",
    fields: "RESPONSE['Content-Security-Policy-Report-Only'] = \"img-src 'none'; report-uri EVIL\"",
  },
  "redirect elsewhere": { page: "", fields: "raise HTTP_REDIRECTION, 'EVIL'" },
};

for (const [name, { page: hostile, fields = "", click = false }] of Object.entries(vectors)) {
  test(`hostile page: ${name}`, async ({ page }) => {
    const playground = await openPlayground(page);
    const title = await page.title();
    const put = (text: string) => text.replaceAll("EVIL", elsewhere);
    const file = fields === "" ? "evil.html" : "evil.pih";
    await playground.write({
      [file]: put(fields === "" ? hostile : `<% ${fields} %>${hostile}`),
      "a.html": "<p>fine",
    });
    await playground.visit(`/${file}`);
    await expect
      .poll(async () => JSON.stringify(await command(page, { kind: "open", files: {} })))
      .toContain(`/${file}`);
    await settle(page);
    if (click) {
      const target = playground.shown.locator("a, button").first();
      await target.click({ noWaitAfter: true });
      await settle(page);
    }
    await expect(async () => {
      await playground.visit("/a.html");
      await expect(playground.shown.locator("body")).toContainText("fine");
    }).toPass();
    expect(await page.title()).toBe(title);
    expect(await page.evaluate(() => "pwned" in window)).toBe(false);
    expect(page.context().pages()).toHaveLength(1);
    expect(requests).toBe(0);
    // A browser may connect before it finds that a navigation is forbidden; it must not when a page merely hints.
    if (name.startsWith("connections") || name === "link field") expect(connections).toBe(0);
  });
}

/** Until the page in the frame has loaded, and what it started at once has had its turn. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = document.querySelector("iframe");
    const isLoading = () => {
      try {
        return frame?.contentDocument?.readyState !== "complete";
      } catch {
        return false;
      }
    };
    do {
      for (let turns = 0; turns < 10; turns++) await new Promise(requestAnimationFrame);
    } while (isLoading() && frame?.contentDocument);
  });
}

test("a preview opened at top level is not shown, but told where it belongs", async ({ page, context }) => {
  const playground = await openPlayground(page);
  await playground.write({ "evil.html": "<script>document.title='PWNED'</script>" });
  await playground.visit("/evil.html");
  const path = await page.evaluate(
    () => document.querySelector("iframe")?.contentWindow?.location.href ?? "",
  );
  const top = await context.newPage();
  await top.goto(path);
  await expect(top.locator("h1")).toContainText("belongs in the playground");
  expect(await top.title()).not.toBe("PWNED");
});

test("a page cannot put the playground inside itself", async ({ page }) => {
  const playground = await openPlayground(page);
  const base = new URL(page.url()).pathname;
  await playground.write({ "thief.html": `<iframe src="${"../".repeat(8)}"></iframe><p>thief` });
  await playground.visit("/thief.html");
  await expect(playground.shown.locator("body")).toContainText("thief");
  await expect(playground.shown.frameLocator("iframe").locator("#app")).toHaveCount(0);
  expect(base).toBe("/");
});

test("a page cannot reach the site of another tab", async ({ page, context }) => {
  const victim = await openPlayground(page);
  await victim.write({ "n.pih": counter });
  await victim.visit("/n.pih");
  await expect(victim.shown.locator("body")).toContainText("visit 1");
  const target = await page.evaluate(
    () => document.querySelector("iframe")?.contentWindow?.location.href ?? "",
  );
  const thief = await openPlayground(await context.newPage());
  await thief.write({
    "thief.html": `<img src="${target}"><iframe src="${target}"></iframe><form method=post action="${target}"><button>x</button></form><a href="${target}">go</a><p>thief`,
  });
  await thief.visit("/thief.html");
  await thief.shown.getByRole("button", { name: "x" }).click({ noWaitAfter: true });
  await thief.shown.getByRole("link", { name: "go" }).click();
  await expect(thief.shown.locator("body")).toContainText("another site");
  await victim.press("Reload");
  await expect(victim.shown.locator("body")).toContainText("visit 2");
});
