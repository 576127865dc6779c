/** The sentence at the end of an error page: fetched with the first error, and never in the way of the page. */
import { expect, test } from "vitest";
import { openSite, readModule } from "./test-site.ts";

const end = /<\/pre>\n<p>(.*)<\/p>\n<\/main>/;

async function hintOf(page: string): Promise<string | undefined> {
  const site = await openSite({ "p.pih": page });
  return end.exec(await site.read("/p.pih"))?.[1];
}

test("a page that fails says what may have been meant", async () => {
  expect(await hintOf("<% total = 1 %>\n<%= totl %>")).toBe(
    "There is no <code>totl</code> here; did you mean <code>total</code>?",
  );
});

test.each([
  ["<%\nx = 1\nprint(x, end='')\n%>", "has no <code>end=</code>"],
  ["<p><% print(x, end='') %></p>", "has no <code>end=</code>"],
  ["<%\nif x = 3:\n  print x\n%>", "to compare, write <code>==</code>"],
  ["<% if x == 3 %>a<% end %>", "A colon <code>:</code> is missing"],
  ["<%\nx = [1,\n  2\ny = 3\n%>", "<code>[</code> of line 2 is still open here"],
  ["<%\nx = 1 <\n%>", "something must follow <code>&#60;</code>"],
  ["<p>\n<%\nd = {'abc': 1}\nfor a, b in d:\n  print a\n%>", "<code>d.items()</code>"],
])("places in a page are found: %j", async (page, hint) => {
  expect(await hintOf(page)).toContain(hint);
});

test("the sentences of the server itself come first", async () => {
  expect(await hintOf("<% names = 1\nprint _name %>")).toMatch(/^No field “name” came/);
  expect(await hintOf("<% session = Session()\nprint session.nom %>")).toMatch(/^Nobody has stored/);
});

test("sentences are fetched for the first error, and only then", async () => {
  const fetched: string[] = [];
  const fetchModule = (name: string) => {
    fetched.push(name);
    return readModule(name);
  };
  const site = await openSite({ "p.pih": "plain", "q.pih": "<% totl = total %>" }, { fetchModule });
  await site.read("/p.pih");
  expect(fetched).toEqual([]);
  await site.read("/q.pih");
  await site.read("/q.pih");
  expect(fetched).toEqual(["_hints"]);
});

test("a page without a hint is better than none", async () => {
  const fetchModule = () => Promise.reject(new Error("no network, as this test wants it"));
  const site = await openSite({ "p.pih": "<% total = 1\nprint totl %>" }, { fetchModule });
  const page = await site.read("/p.pih");
  expect(page).toContain("NameError: name &#39;totl&#39; is not defined");
  expect(page).not.toContain("did you mean");
});

test("a page that waits for its hint outlives the worker", async () => {
  let deliver = () => {};
  const held = new Promise<void>((resolve) => {
    deliver = resolve;
  });
  const fetchModule = async (name: string) => {
    await held;
    return readModule(name);
  };
  const site = await openSite({ "p.pih": "<% total = 1\nprint totl %>" }, { fetchModule, patience: 20 });
  expect(await site.read("/p.pih")).toContain("The server is thinking");
  site.kill();
  deliver();
  await site.command({ kind: "open", files: {} });
  await expect.poll(() => site.notices.some(({ kind }) => kind === "result")).toBe(true);
});

test("no hint runs what the learner wrote", async () => {
  const page = `<%
class A(object):
  def __getattr__(self, name):
    print 'asked for', name
    raise AttributeError("'A' object has no attribute '%s'" % name)
  totals = property(lambda self: 1 / 0)
  __dir__ = __getattribute__ = None
a = A()
%><% print totl %>`;
  const site = await openSite({ "p.pih": page });
  const text = await site.read("/p.pih");
  expect(text).toContain("NameError");
  expect(text).not.toContain("asked for");
});
