/** Real navigation: forms, links, redirects, frames, Back and Forward, slow and endless pages. */
import { expect, test } from "@playwright/test";
import { counter, openPlayground } from "./playground.ts";

test("Back and Forward show pages as they were; nothing runs again", async ({ page }) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({
    "n.pih": `${counter}<a href="other.html">other</a>`,
    "other.html": "<p>other page",
  });
  await playground.visit("/n.pih");
  await expect(shown.locator("body")).toContainText("visit 1");
  await shown.getByRole("link", { name: "other" }).click();
  await expect(shown.locator("body")).toContainText("other page");
  await playground.press("Back");
  await expect(shown.locator("body")).toContainText("visit 1");
  await playground.press("Forward");
  await expect(shown.locator("body")).toContainText("other page");
  await playground.press("Back");
  await expect(shown.locator("body")).toContainText("visit 1");
  await playground.press("Reload");
  await expect(shown.locator("body")).toContainText("visit 2");
});

test("a form with a file is sent as multipart, and going Back to its answer does not send it again", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({
    "form.html":
      '<form method="post" enctype="multipart/form-data" action="take.pih"><input name="who"><input type="file" name="doc"><button>Send</button></form>',
    "take.pih":
      "<%\nsession = Session()\nif not hasattr(session, 'n'): session.n = 0\nsession.n = session.n + 1\nprint session.n, _who, _doc.filename, len(_doc.file.read())\n%><a href='form.html'>again</a>",
  });
  await playground.visit("/form.html");
  await shown.locator("[name=who]").fill("Zoë");
  const bytes = Buffer.alloc(200_000, "x");
  await shown
    .locator("[name=doc]")
    .setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: bytes });
  await shown.getByRole("button", { name: "Send" }).click();
  await expect(shown.locator("body")).toContainText("1 Zoë note.txt 200000");
  await shown.getByRole("link", { name: "again" }).click();
  await expect(shown.getByRole("button", { name: "Send" })).toBeVisible();
  await playground.press("Back");
  await expect(shown.locator("body")).toContainText("1 Zoë note.txt 200000");
});

test("a redirect after a form leads to the page, whose address is shown", async ({ page }) => {
  const playground = await openPlayground(page);
  const { shown } = playground;
  await playground.write({
    "form.html": '<form method="post" action="/do.pih"><button>Send</button></form>',
    "do.pih": "<% raise HTTP_REDIRECTION, '/done/page.html' %>",
    "done/page.html": "<p>arrived",
  });
  await playground.visit("/form.html");
  await shown.getByRole("button", { name: "Send" }).click();
  await expect(shown.locator("body")).toContainText("arrived");
  await expect(page.getByRole("textbox", { name: "Address" })).toHaveValue("http://localhost/done/page.html");
});

test("frames inside pages are pages of the site, by every kind of address", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({
    "set.html":
      '<frameset cols="50%,50%"><frame name="left" src="deep/left.html"><frame name="right" src="/right.html"></frameset>',
    "deep/left.html": '<a href="../other.html">change</a><iframe src="http://localhost/inner.html"></iframe>',
    "right.html": "right",
    "other.html": "other",
    "inner.html": "inner",
  });
  await playground.visit("/set.html");
  const left = playground.shown.frameLocator("frame[name=left]");
  const right = playground.shown.frameLocator("frame[name=right]");
  await expect(left.frameLocator("iframe").locator("body")).toContainText("inner");
  await expect(right.locator("body")).toContainText("right");
  await left.getByRole("link", { name: "change" }).click();
  await expect(left.locator("body")).toContainText("other");
  await expect(right.locator("body")).toContainText("right");
});

test("a slow page is shown when it is done; the app stays awake meanwhile", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "loop.pih": "<%\nn = 0\nwhile True: n = n + 1\n%>", "a.html": "<p>fine" });
  await playground.visit("/loop.pih");
  await expect(playground.shown.locator("body")).toContainText("loop.pih");
  await expect(playground.shown.locator("body")).toContainText(/line 3|stopped/i);
  await playground.visit("/a.html");
  await expect(playground.shown.locator("body")).toContainText("fine");
});

for (const [name, files, path, expected] of [
  ["a Python syntax error", { "x.pih": "<p>\n<%\nif True\n  print 1\n%>" }, "/x.pih", "SyntaxError"],
  ["an unclosed tag", { "x.pih": "<p>\n<% print 1" }, "/x.pih", "<%"],
  ["a missing file", {}, "/nowhere.pih", "nowhere.pih"],
  ["a missing field", { "x.pih": "<% print _nom %>" }, "/x.pih", "NameError"],
  ["a %00 in the address", {}, "/a%00b.pih", "%00"],
  [
    "runaway memory",
    { "x.pih": "<% x = 'a' * 10**9 %>" },
    "/x.pih",
    "it asked for one value of about 953.7 MB",
  ],
  ["runaway recursion", { "x.pih": "<%\ndef f(): return f()\nf()\n%>" }, "/x.pih", "recursion"],
] as const) {
  test(`${name} gets a page that names it, and the next page works`, async ({ page }) => {
    const playground = await openPlayground(page);
    await playground.write({ ...files, "a.html": "<p>fine" });
    await playground.visit(path);
    await expect(playground.shown.locator("body")).toContainText(expected);
    await playground.visit("/a.html");
    await expect(playground.shown.locator("body")).toContainText("fine");
  });
}
