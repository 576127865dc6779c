/**
 * What the simulated server does, rule by rule: one test for each row and each sentence of the law, in its order, through
 * the worker's own handlers as a preview frame meets them.
 *
 * Where two frames must be under way together, their pages wait for each other by files on the server's disk (`meet.py`), so
 * that no outcome depends on luck.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Configuration } from "../../src/project/index.ts";
import type { WorkspaceState } from "../../src/protocol/index.ts";
import type { TraceEvent } from "../../src/trace/index.ts";
import { openSite, readModule, type TestSite } from "../../src/worker/test-site.ts";

type Files = Record<string, string>;

const memory = { persistent_session: false };
const disk = { persistent_session: true };
const modes = [memory, disk];
const kinds = ["monoprocess", "multithread", "multiprocess", "cgi"] as const;
const threads = { server: "multithread" } as const;

const pages: Files = {
  "open.py": "s = Session()",
  "a.py": "s = Session()\ns.a = 1",
  "b.py": "s = Session()\ns.b = 1",
  "count.py": "s = Session()\ns.n = getattr(s, 'n', 0) + 1\nprint s.n",
  "dump.py": "s = Session()\nprint ' '.join(name for name in 'abn' if hasattr(s, name))",
  "close.py": "s = Session()\ns.close()",
  "meet.py":
    "import os\ndef tell(name): open(name, 'w').close()\ndef wait(name):\n  while not os.path.exists(name): pass",
};

async function serve(files: Files, changes: Partial<Configuration> = {}): Promise<TestSite> {
  const site = await openSite({ ...pages, ...files });
  await site.command({ kind: "configure", changes });
  return site;
}

/** What `page.py` or another page prints, at its first visit. */
async function run(code: string, changes?: Partial<Configuration>, name = "page.py"): Promise<string> {
  const site = await serve({ [name]: code }, changes);
  return read(site, `/${name}`);
}

/** The text that a page shows: without tags, and without blanks around it. */
async function read(site: TestSite, path: string, init?: RequestInit, browser?: string): Promise<string> {
  return plain(await site.read(path, init, browser));
}

function plain(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .trim();
}

/** Visits in order, each after the answer of the one before. */
async function walk(site: TestSite, ...paths: string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const path of paths) texts.push(await read(site, path));
  return texts;
}

/** Frames of one browser, all under way at once. */
function together(site: TestSite, ...paths: string[]): Promise<string[]> {
  return Promise.all(paths.map((path) => read(site, path)));
}

async function stateOf(site: TestSite): Promise<WorkspaceState> {
  const reply = await site.command({ kind: "ping" });
  if (!reply.ok) throw new Error(`Failed to read the state: ${reply.reason}`);
  return reply.state;
}

function eventsOfKind<Kind extends TraceEvent["kind"]>(
  site: TestSite,
  kind: Kind,
): Extract<TraceEvent, { kind: Kind }>[] {
  return site.events().filter((event): event is Extract<TraceEvent, { kind: Kind }> => event.kind === kind);
}

/** Every Set-Cookie field that was sent so far. */
function setCookies(site: TestSite): string[] {
  return eventsOfKind(site, "set-cookie").map(({ field }) => field);
}

/** The session id in a browser's jar. */
async function idOf(site: TestSite, browser = "A"): Promise<string | undefined> {
  const { browsers } = await stateOf(site);
  const cookies = browsers.find(({ id }) => id === browser)?.cookies ?? [];
  return cookies.find(({ name }) => name === "sessionId")?.value;
}

/** Writes a session id of the learner's own into the jar. */
async function forge(site: TestSite, value: string): Promise<void> {
  const cookie = { name: "sessionId", value, path: "/", httpOnly: false, secure: false };
  await site.command({ kind: "set-cookie", browser: "A", cookie });
}

/** The file of the only session on disk. */
async function pickleOf(site: TestSite): Promise<string | undefined> {
  const session = (await idOf(site)) ?? "";
  const reply = await site.command({ kind: "read-session", session, storage: "disk" });
  return reply.ok ? reply.session?.pickle : undefined;
}

// Pages: kinds of pages

const html: [rule: string, page: string, shown: string][] = [
  ["<% code %> runs", "a<% x = 1 %>b<% print x, %>c", "ab1c"],
  ["<%= expr %> writes a value", "<b><%= 6 * 7 %></b>", "<b>42</b>"],
  ["<%_ text %> writes the translation of a text", "<%_ 'Bonjour' %>", "Bonjour"],
  ["<% end %> ends a block", "<% for x in 1, 2: %>\n[<%= x %>]\n<% end %>\n.", "[1]\n[2]\n."],
  [
    "in <indent> the page's columns are Python's",
    "<indent>\n<% for x in 1, 2: %>\n    a\n<% print 'z', %>\n</indent>",
    "    a\n    a\nz",
  ],
  ["text keeps its indentation, quotes and backslashes", '<p>\n  "l\'\\n\\\\"', '<p>\n  "l\'\\n\\\\"'],
  ["empty lines are dropped", "a\n\n\nb", "a\nb"],
  ["the newline right after a tag is dropped", "<% x = 1 %>\na<%= x %>\nb", "a1b"],
  ["blanks alone before a tag are dropped", "<%= 1 %> <%= 2 %>", "12"],
  ["a tag's name may be written in any case", "<% if 0: %>\na\n<% END %>\nb", "b"],
  ["if, end, else, end", "<% if 0: %>\na\n<% end %>\n<% else: %>\nb\n<% end %>\nc", "b\nc"],
  ["code of several lines stands under its <%", "  <% x = 1\n  if x:\n      print 'a' %>", "a\n"],
  ["blank lines of a block vanish", "<%\nx = '''a\n\nb'''\n\nprint x\n%>", "a\nb\n"],
  ["after code of several lines, text is back at its level", "<% x = 1\nif 0:\n    x = 2 %>\n<p>", "<p>"],
  ["courtesy: code may be indented under its <%", "<%\n    x = 1\n    print x\n%>", "1\n"],
  ["courtesy: <% else: %> closes the block before it", "<% if 0: %>\na\n<% else: %>\nb\n<% end %>", "b\n"],
];

test.each(html)(".pih: %s", async (_rule, page, shown) => {
  const site = await serve({ "p.pih": page });
  expect(await site.read("/p.pih")).toBe(shown);
});

test(".pih: %> ends the tag also within a string", async () => {
  expect(await run("<% print 'a%>b' %>", {}, "p.pih")).toContain("SyntaxError");
});

test(".pih: a colon before a comment does not open a block", async () => {
  expect(await run("<% if 1: # why %>\nyes\n<% end %>", {}, "p.pih")).toContain("IndentationError");
});

test(".pih: a wrong page is told by its page, its line and the tag", async () => {
  const text = await run("<p>\n\n<%= 1", {}, "p.pih");
  expect(text).toMatch(/p\.pih, line 3/);
  expect(text).toContain("<%=");
});

test(".pih: code that stands left of its <% is told by both lines", async () => {
  const text = await run("<p>\n    <% x = 1\n  y = 2 %>", {}, "p.pih");
  expect(text).toMatch(/p\.pih, line 3/);
  expect(text).toMatch(/line 2\b/);
});

test(".py: a script prints the page", async () => {
  expect(await run("print '<b>a</b>'")).toBe("a");
});

test.each([
  ["a.html", "text/html"],
  ["a.css", "text/css"],
  ["a.js", "text/javascript"],
  ["a.svg", "image/svg+xml"],
  ["a.txt", "text/plain"],
])("a static file is sent by its media type: %s is %s", async (name, type) => {
  const site = await serve({ [name]: "x" });
  expect((await site.visit(`/${name}`)).headers.get("content-type")).toMatch(type);
});

test.each(["hip", "ks"])(".%s may come later: 501, and it says so", async (ending) => {
  const site = await serve({ [`a.${ending}`]: "" });
  const response = await site.visit(`/a.${ending}`);
  expect(response.status).toBe(501);
  expect(plain(await response.text())).toContain(`.${ending} file`);
});

// Pages: names in a script

const names: [name: string, code: string, shown: string][] = [
  ["QUERY", "print QUERY['x']", "1"],
  ["REQUEST", "print REQUEST['x']", "1"],
  ["_field", "print _x", "1"],
  ["COOKIE", "print COOKIE['theme'].value", "dark"],
  ["HEADERS", "print HEADERS['HOST'], HEADERS['host']", "localhost localhost"],
  ["RESPONSE", "print RESPONSE['content-type']", "text/html; charset=utf-8"],
  ["ACCEPTED_LANGUAGES", "print ACCEPTED_LANGUAGES", "['fr', 'en']"],
  ["PATH", "print PATH", "/"],
  ["THIS", "print THIS.name", "page.py"],
  ["Session", "s = Session()\ns.x = 2\nprint s.x", "2"],
  ["Include", "Include('part.pih', qui='Jean')", "partie de Jean"],
  ["SCRIPT_END", "print 'a'\nraise SCRIPT_END\nprint 'b'", "a"],
  ["SCRIPT_ERROR", "print 'a'\nraise SCRIPT_ERROR, 'b'", "b"],
  ["AUTH_USER", "print AUTH_USER", "jean"],
  ["AUTH_PASSWORD", "print AUTH_PASSWORD", "secret"],
  ["_", "print _('Bonjour')", "Bonjour"],
];

test.each(names)("name in a script: %s", async (_name, code, shown) => {
  const site = await serve({ "page.py": code, "part.pih": "partie de <%= qui %>" });
  const cookie = { name: "theme", value: "dark", path: "/", httpOnly: false, secure: false };
  await site.command({ kind: "set-cookie", browser: "A", cookie });
  await site.command({ kind: "log-in", browser: "A", user: "jean", password: "secret" });
  const headers = { "Accept-Language": "en;q=0.7, fr" };
  expect(await read(site, "/page.py?x=1", { headers })).toBe(shown);
});

test("name in a script: SET_COOKIE is sent, and COOKIE of the next request", async () => {
  const site = await serve({ "set.py": "SET_COOKIE['a'] = 'b'", "get.py": "print COOKIE['a'].value" });
  await site.visit("/set.py");
  expect(setCookies(site)).toEqual(["a=b"]);
  expect(await read(site, "/get.py")).toBe("b");
});

test("name in a script: what is set in RESPONSE is sent", async () => {
  const site = await serve({ "page.py": "RESPONSE['content-type'] = 'text/csv'\nprint 'a,b'" });
  expect((await site.visit("/page.py")).headers.get("content-type")).toBe("text/csv");
});

test("name in a script: HTTP_REDIRECTION leads elsewhere with 302, cookies included", async () => {
  const site = await serve({ "page.py": "Session()\nraise HTTP_REDIRECTION, 'a.html'", "a.html": "there" });
  expect(await read(site, "/page.py")).toBe("there");
  expect(eventsOfKind(site, "response").map(({ status }) => status)).toEqual([302, 200]);
  expect(setCookies(site)).toHaveLength(1);
});

test("name in a script: HTTP_ERROR is an error page with its status", async () => {
  const site = await serve({ "page.py": "raise HTTP_ERROR, (404, 'Pas de livre')" });
  const response = await site.visit("/page.py");
  expect(response).toMatchObject({ status: 404, statusText: "Not Found" });
  expect(await response.text()).toContain("Pas de livre");
});

test("name in a script: HTTP_RESPONSE is a status without a body", async () => {
  const site = await serve({ "page.py": "print 'a'\nraise HTTP_RESPONSE, (204, 'Rien')" });
  const response = await site.visit("/page.py");
  expect(response).toMatchObject({ status: 204, statusText: "Rien" });
  expect(await response.text()).toBe("");
});

// Pages: fields

const post = (body: URLSearchParams | FormData): RequestInit => ({ method: "POST", body });

function formData(entries: [name: string, value: string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test("fields: GET", async () => {
  const site = await serve({ "page.py": "print _a, QUERY['b']" });
  expect(await read(site, "/page.py?a=1&b=%C3%A9")).toBe("1 é");
});

test("fields: POST, urlencoded and multipart", async () => {
  const site = await serve({ "page.py": "print _a, QUERY['b'], sorted(QUERY.keys())" });
  for (const body of [
    new URLSearchParams({ a: "1&=", b: "é" }),
    formData([
      ["a", "1&="],
      ["b", "é"],
    ]),
  ])
    expect(await read(site, "/page.py", post(body))).toBe("1&= é ['a', 'b']");
});

test("fields: an uploaded file has its name and its content", async () => {
  const site = await serve({ "page.py": "print _f.filename, _f.file.read()" });
  const body = formData([["f", new File(["un\ndeux"], "a.txt")]]);
  expect(await read(site, "/page.py", post(body))).toBe("a.txt un\ndeux");
});

test("fields: POST over GET", async () => {
  const site = await serve({ "page.py": "print _a, _b" });
  expect(await read(site, "/page.py?a=1&b=2", post(new URLSearchParams({ a: "3" })))).toBe("3 2");
});

test("fields: the first value for a repeated plain name", async () => {
  const site = await serve({ "page.py": "print repr(_a)" });
  expect(await read(site, "/page.py?a=1&a=2")).toBe("'1'");
});

test("fields: a list for name[], also of one value", async () => {
  const site = await serve({ "page.py": "print _a" });
  expect(await read(site, "/page.py?a[]=1&a[]=2")).toBe("['1', '2']");
  expect(await read(site, "/page.py?a[]=1")).toBe("['1']");
});

test("fields: empty stays ''", async () => {
  const site = await serve({ "page.py": "print repr(_a), repr(QUERY['a'])" });
  expect(await read(site, "/page.py?a=")).toBe("'' ''");
});

test("fields: absent means NameError", async () => {
  const site = await serve({ "page.py": "print _a" });
  expect(await read(site, "/page.py?b=1")).toContain("NameError: name '_a' is not defined");
});

// Pages: addresses

test.each(["html", "htm", "py", "pih"])(
  "addresses: a name without its ending finds the .%s",
  async (ending) => {
    const site = await serve({ [`page.${ending}`]: "" });
    expect((await site.visit("/page")).status).toBe(200);
  },
);

test("addresses: path words after a script are THIS.subpath", async () => {
  const site = await serve({ "page.py": "print THIS.subpath" });
  expect(await read(site, "/page.py/a/b")).toBe("['a', 'b']");
});

test.each(["index.html", "index.htm", "index.py", "index.pih"])(
  "addresses: %s is the index page of its directory",
  async (name) => {
    const site = await serve({ [`d/${name}`]: "" });
    expect((await site.visit("/d/")).status).toBe(200);
  },
);

test.each([
  ["no such file", "/nowhere.html", {}, 404, "Not Found"],
  ["several files of the name", "/page", { "page.html": "", "page.pih": "" }, 300, "Multiple Choices"],
  ["several index pages", "/d/", { "d/index.html": "", "d/index.pih": "" }, 300, "Multiple Choices"],
  ["a directory without an index page", "/d/", { "d/a.html": "" }, 403, "Forbidden"],
  ["a hidden file", "/secret.ini", { "secret.ini": "" }, 403, "Forbidden"],
] as [string, string, Files, number, string][])(
  "addresses: %s, %s",
  async (_case, path, files, status, statusText) => {
    const site = await serve(files);
    expect(await site.visit(path)).toMatchObject({ status, statusText });
  },
);

test("addresses: a 300 lists the files", async () => {
  const site = await serve({ "page.html": "", "page.pih": "" });
  const page = await site.read("/page");
  expect(page).toContain("page.html</a>");
  expect(page).toContain("page.pih</a>");
});

test("addresses: a directory without its slash is a 302 to it with the slash", async () => {
  const site = await serve({ "d/index.html": "" });
  const response = await site.visit("/d?x=1");
  expect(response.url).toBe(site.address("/d/?x=1"));
  expect(eventsOfKind(site, "response").map(({ status }) => status)).toEqual([302, 200]);
});

// Pages: errors

test("an uncaught exception: script, page line and its source, exception, then Python's traceback with page lines", async () => {
  const page = "<p>\n<h1>titre</h1>\n<%\ndef f(n):\n    return 1 / n\n%>\n<%\nprint f(0)\n%>\n";
  const text = await run(page, {}, "p.pih");
  const exception = "ZeroDivisionError: integer division or modulo by zero";
  const parts = [
    "p.pih, line 5",
    "return 1 / n",
    exception,
    [
      "Traceback (most recent call last):",
      '  File "p.pih", line 8, in <module>',
      "    print f(0)",
      '  File "p.pih", line 5, in f',
      "    return 1 / n",
      exception,
    ].join("\n"),
  ];
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text).not.toContain("titre");
});

test("an exception that a page catches: traceback quotes the lines of the page", async () => {
  const page =
    "<%\nimport traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    print traceback.format_exc()\n%>\n";
  // The test reads what a browser shows: no tags.
  expect(await run(page, {}, "p.pih")).toMatch(
    /^Traceback \(most recent call last\):\n {2}File "p.pih", line 4, in .*\n {4}1 \/ 0\nZeroDivisionError: /,
  );
});

test.each([200, 500] as const)(
  "an uncaught exception: with error_status = %i that is the status, and the log says so",
  async (error_status) => {
    const site = await serve({ "page.py": "1/0" }, { error_status });
    expect((await site.visit("/page.py")).status).toBe(error_status);
    expect(eventsOfKind(site, "response")).toMatchObject([{ status: error_status }]);
  },
);

test("an uncaught exception: the status is 200 unless another is chosen", async () => {
  const site = await openSite({ "page.py": "1/0" });
  expect((await site.visit("/page.py")).status).toBe(200);
});

// Sessions

test.each(modes)("cookie: sessionId, 16 letters and digits, Path=/, no expiry (%o)", async (mode) => {
  const site = await serve({}, mode);
  await site.visit("/open.py");
  expect(setCookies(site)).toEqual([expect.stringMatching(/^sessionId=[a-zA-Z0-9]{16}; Path=\/$/)]);
});

test.each(modes)(
  "cookie: set only in the reply to the first Session() made without one (%o)",
  async (mode) => {
    const site = await serve({ "plain.py": "print 1" }, mode);
    await walk(site, "/plain.py", "/open.py", "/open.py", "/count.py");
    expect(eventsOfKind(site, "set-cookie")).toMatchObject([{ request: 2 }]);
  },
);

test.each(modes)("no Session() call: no cookie, no session (%o)", async (mode) => {
  const site = await serve({ "plain.py": "print 'Session()'" }, mode);
  await site.visit("/plain.py");
  expect(setCookies(site)).toEqual([]);
  expect(await stateOf(site)).toMatchObject({ sessionCount: 0 });
});

test.each(modes)("unknown id: adopted as sent, new empty object, no new cookie (%o)", async (mode) => {
  const site = await serve({}, mode);
  await forge(site, "chosenByMe");
  expect(await walk(site, "/dump.py", "/a.py", "/dump.py")).toEqual(["", "", "a"]);
  expect(setCookies(site)).toEqual([]);
  expect(await stateOf(site)).toMatchObject({ sessions: [{ id: "chosenByMe" }] });
});

test.each(modes)("evicted id: adopted as sent, new empty object, no new cookie (%o)", async (mode) => {
  const site = await serve({}, { ...mode, max_sessions: 1 });
  await site.visit("/a.py");
  const id = await idOf(site);
  await site.visit("/open.py", {}, "B");
  expect(await walk(site, "/dump.py")).toEqual([""]);
  expect(setCookies(site)).toHaveLength(2);
  expect(await stateOf(site)).toMatchObject({ sessions: [{ id }] });
});

test.each(modes)("closed id: adopted as sent, new empty object, no new cookie (%o)", async (mode) => {
  const site = await serve({}, mode);
  await walk(site, "/a.py", "/close.py");
  expect(await walk(site, "/dump.py")).toEqual([""]);
  expect(setCookies(site)).toHaveLength(1);
  expect(await stateOf(site)).toMatchObject({ sessions: [{ id: await idOf(site) }] });
});

const becomeUnknown: [how: string, act: (site: TestSite) => Promise<unknown>][] = [
  [
    "unknown",
    async (site) => {
      await site.command({ kind: "delete-cookie", browser: "A" });
      await forge(site, "chosenByMe");
    },
  ],
  ["evicted", (site) => site.visit("/open.py", {}, "B")],
  ["closed", (site) => site.visit("/close.py")],
];

test.each(becomeUnknown)(
  "strict_session_ids: an id that is %s is refused for a fresh one",
  async (_how, act) => {
    const site = await serve({}, { strict_session_ids: true, max_sessions: 1 });
    await site.visit("/a.py");
    await act(site);
    const old = await idOf(site);
    expect(await read(site, "/dump.py")).toBe("");
    const fresh = await idOf(site);
    expect(fresh).not.toBe(old);
    expect(setCookies(site).at(-1)).toBe(`sessionId=${fresh}; Path=/`);
  },
);

test.each(modes)("two Session() calls in a request: the same object (%o)", async (mode) => {
  expect(await run("print Session() is Session()", mode)).toBe("True");
});

test.each(modes)("attributes: assign, read, delete, hasattr (%o)", async (mode) => {
  const code = "s = Session()\ns.a = 'Jean'\nprint s.a, hasattr(s, 'a')\ndel s.a\nprint hasattr(s, 'a')";
  expect(await run(code, mode)).toBe("Jean True\nFalse");
});

test.each(modes)("attributes: a missing one is an AttributeError that names it (%o)", async (mode) => {
  expect(await run("print Session().prenom", mode)).toContain(
    "AttributeError: 'SessionObject' object has no attribute 'prenom'",
  );
});

test.each(modes)("close(): every attribute is gone at once (%o)", async (mode) => {
  const code = "s = Session()\ns.a = s.b = 1\ns.close()\nprint hasattr(s, 'a'), hasattr(s, 'b')";
  expect(await run(code, mode)).toBe("False False");
});

test.each(modes)("close(): the stored data is erased (%o)", async (mode) => {
  const site = await serve({}, mode);
  await walk(site, "/a.py", "/close.py");
  expect(await stateOf(site)).toMatchObject({ sessionCount: 0 });
});

test.each(modes)("close(): the cookie is untouched (%o)", async (mode) => {
  const site = await serve({}, mode);
  await site.visit("/a.py");
  const id = await idOf(site);
  await site.visit("/close.py");
  expect(await idOf(site)).toBe(id);
  expect(setCookies(site)).toHaveLength(1);
});

test.each(modes)(
  "close(): reading an attribute later in the same script is that AttributeError (%o)",
  async (mode) => {
    const text = await run("s = Session()\ns.a = 1\ns.close()\nprint s.a", mode);
    expect(text).toContain("AttributeError: 'SessionObject' object has no attribute 'a'");
    expect(text).toContain("page.py, line 4");
  },
);

test.each(modes)("close(): a second one is harmless (%o)", async (mode) => {
  expect(await run("s = Session()\ns.a = 1\ns.close()\ns.close()\nprint 'fine'", mode)).toBe("fine");
});

test.each(modes)("cap: one session more than max_sessions evicts the oldest created (%o)", async (mode) => {
  const site = await serve({}, { ...mode, max_sessions: 2 });
  await site.visit("/a.py");
  const oldest = await idOf(site);
  await site.visit("/a.py", {}, "B");
  await site.visit("/b.py");
  await site.visit("/a.py", {}, "C");
  expect(eventsOfKind(site, "session-evicted")).toMatchObject([{ session: oldest, cap: 2 }]);
  expect(await read(site, "/dump.py", {}, "B")).toBe("a");
});

test.each(modes)(
  "cap: the evicted browser comes back with its old id to an empty session (%o)",
  async (mode) => {
    const site = await serve({}, { ...mode, max_sessions: 1 });
    await site.visit("/a.py");
    const id = await idOf(site);
    await site.visit("/a.py", {}, "B");
    expect(await read(site, "/dump.py")).toBe("");
    expect(await idOf(site)).toBe(id);
  },
);

test("cap: it is 1000 unless another is chosen", async () => {
  const site = await openSite(pages);
  const crowd = async (count: number) => {
    await site.command({ kind: "visit-many", count, path: "/open.py" });
    await expect.poll(async () => (await stateOf(site)).crowd?.state, { timeout: 20_000 }).toBe("done");
    return stateOf(site);
  };
  await site.visit("/a.py");
  expect(await crowd(999)).toMatchObject({ sessionCount: 1000, crowd: { evicted: 0 } });
  expect(await crowd(1)).toMatchObject({ sessionCount: 1000, crowd: { evicted: 1 } });
  expect(await read(site, "/dump.py")).toBe("");
}, 30_000);

test("memory mode: one live object per id in the process, and any value", async () => {
  const site = await serve({
    "keep.py": [
      "class Panier:",
      "  def __init__(self): self.livres = []",
      "def double(n): return 2 * n",
      "s = Session()",
      "s.panier = s.encore = Panier()",
      "s.double = double",
      "s.fichier = open('notes', 'w')",
    ].join("\n"),
    "use.py": [
      "s = Session()",
      "s.panier.livres.append(1)",
      "print s.panier is s.encore, len(s.panier.livres), s.double(21), s.fichier.closed",
    ].join("\n"),
  });
  expect(await walk(site, "/keep.py", "/use.py", "/use.py")).toEqual([
    "",
    "True 1 42 False",
    "True 2 42 False",
  ]);
});

test("memory mode: every change is visible at once to whoever shares the process", async () => {
  const site = await serve(
    { "wait.py": "s = Session()\nwhile not hasattr(s, 'a'): pass\nprint 'seen'" },
    threads,
  );
  await site.visit("/open.py");
  expect(await together(site, "/wait.py", "/a.py")).toEqual(["seen", ""]);
});

test("persistent mode: Session() loads a copy, and the whole object is written back at the end", async () => {
  const code = "s = Session()\ns.l.append(2)\nprint s.l";
  const site = await serve({ "page.py": code, "set.py": "s = Session()\ns.l = [1]\ns.m = s.l" }, disk);
  expect(await walk(site, "/set.py", "/page.py", "/page.py")).toEqual(["", "[1, 2]", "[1, 2, 2]"]);
  expect(eventsOfKind(site, "session-loaded")).toMatchObject([
    { request: 2, attributes: ["l", "m"] },
    { request: 3, attributes: ["l", "m"] },
  ]);
  expect(eventsOfKind(site, "session-saved").at(-1)).toMatchObject({ request: 3, attributes: ["l", "m"] });
});

const endings: [ending: string, code: string, kept: string][] = [
  ["the normal end, written back", "pass", "a"],
  ["a redirect, written back", "raise HTTP_REDIRECTION, 'dump.py'", "a"],
  ["an uncaught exception, lost", "1/0", ""],
  ["SCRIPT_END, lost", "raise SCRIPT_END", ""],
];

test.each(endings)("persistent mode: at %s", async (_ending, code, kept) => {
  const site = await serve({ "page.py": `s = Session()\ns.a = 1\n${code}` }, disk);
  expect((await walk(site, "/page.py", "/dump.py")).at(-1)).toBe(kept);
});

// What is shown was printed by CPython 2.7.18 for the same expressions.
const values: [type: string, expression: string, shown: string][] = [
  ["None", "None", "NoneType None"],
  ["bool", "True", "bool True"],
  ["int", "-7", "int -7"],
  ["long", "2 ** 70", "long 1180591620717411303424L"],
  ["float", "0.1", "float 0.1"],
  ["complex", "1 + 2j", "complex (1+2j)"],
  ["str", "'\\xe9\\n'", "str '\\xe9\\n'"],
  ["unicode", "u'\\u20ac'", "unicode u'\\u20ac'"],
  ["tuple", "(1, 'a')", "tuple (1, 'a')"],
  ["list", "[1, [2]]", "list [1, [2]]"],
  ["dict", "{'k': (1,)}", "dict {'k': (1,)}"],
  ["set", "set([3])", "set set([3])"],
  ["frozenset", "frozenset([4])", "frozenset frozenset([4])"],
];

test.each(values)("values in persistent mode: %s", async (_type, expression, shown) => {
  const site = await serve(
    {
      "set.py": `s = Session()\ns.v = ${expression}`,
      "get.py": "s = Session()\nprint type(s.v).__name__, repr(s.v)",
    },
    disk,
  );
  expect(await walk(site, "/set.py", "/get.py")).toEqual(["", shown]);
});

test("values in persistent mode: nested, shared and cyclic ones", async () => {
  const site = await serve(
    {
      "set.py": "s = Session()\nl = [{'k': (1, set([2]))}]\nl.append(l)\ns.a = l\ns.b = l",
      "get.py": "s = Session()\nprint s.a[0], s.a is s.b, s.a[1] is s.a",
    },
    disk,
  );
  expect(await walk(site, "/set.py", "/get.py")).toEqual(["", "{'k': (1, set([2]))} True True"]);
});

const foreign: [type: string, code: string][] = [
  ["instance of Panier", "class Panier: pass\nx = Panier()"],
  ["function", "def x(): pass"],
  ["file", "x = open('notes', 'w')"],
  ["module", "import sys\nx = sys"],
];

test.each(foreign)(
  "values in persistent mode: another type (%s) is a TypeError at the assignment, naming attribute and type",
  async (type, code) => {
    const page = `s = Session()\n${code}\ntry: s.objet = x\nexcept TypeError, e: print e\nprint hasattr(s, 'objet')`;
    const text = await run(page, disk);
    expect(text).toContain("'objet'");
    expect(text).toContain(type);
    expect(text).toMatch(/False$/);
  },
);

test("values in persistent mode: one smuggled into a list is caught when saving, by its path, and nothing is half written", async () => {
  const site = await serve(
    {
      "set.py": "s = Session()\ns.panier = [0, 1, {'proprietaire': 'Jean'}]",
      "spoil.py": "class C: pass\ns = Session()\ns.b = 1\ns.panier[2]['proprietaire'] = C()",
    },
    disk,
  );
  await site.visit("/set.py");
  const before = await pickleOf(site);
  expect(before).toBeTypeOf("string");
  expect(await read(site, "/spoil.py")).toMatch(/TypeError: .*panier\[2\]\.proprietaire/);
  expect(await pickleOf(site)).toBe(before);
});

test("switching the mode restarts the server; sessions on disk stay, those in memory are gone", async () => {
  const site = await serve({}, disk);
  expect(await walk(site, "/count.py")).toEqual(["1"]);
  await site.command({ kind: "configure", changes: memory });
  expect(await walk(site, "/count.py", "/count.py")).toEqual(["1", "2"]);
  await site.command({ kind: "configure", changes: disk });
  expect(await walk(site, "/count.py")).toEqual(["2"]);
  await site.command({ kind: "configure", changes: memory });
  expect(await walk(site, "/count.py")).toEqual(["1"]);
  expect(eventsOfKind(site, "server-started").slice(-3)).toMatchObject([
    { persistent: false },
    { persistent: true },
    { persistent: false },
  ]);
});

// Options

const options: [line: string, changes: Partial<Configuration>][] = [
  ["persistent_session = on", { persistent_session: true }],
  ["server = cgi", { server: "cgi" }],
  ["processes = 5", { processes: 5 }],
  ["max_sessions = 7", { max_sessions: 7 }],
  ["strict_session_ids = on", { strict_session_ids: true }],
  ["session_lock = version", { session_lock: "version" }],
  ["error_status = 500", { error_status: 500 }],
];

test.each(options)("options: the panel writes the line “%s” of server.ini", async (line, changes) => {
  const site = await openSite({});
  expect((await stateOf(site)).files["server.ini"]?.split("\n")).not.toContain(line);
  await site.command({ kind: "configure", changes });
  expect((await stateOf(site)).files["server.ini"]?.split("\n")).toContain(line);
});

test.each(options)(
  "options: the line “%s” written in server.ini is the configuration",
  async (line, changes) => {
    const site = await openSite({});
    await site.command({ kind: "write-file", path: "server.ini", content: `[server]\n${line}\n` });
    expect((await stateOf(site)).configuration).toMatchObject(changes);
  },
);

// Server kinds

/** Says that it came, waits for the others, and then looks for `a` in its session. */
const meeting = [
  "from meet import *",
  "s = Session()",
  "tell('here' + _me)",
  "for who in _all: wait('here' + who)",
  "print hasattr(s, 'a')",
].join("\n");
const three = ["x", "y", "z"].map((me) => `/meeting.py?me=${me}&all=xyz`);

test("monoprocess: it is the default", async () => {
  expect((await stateOf(await openSite({}))).configuration.server).toBe("monoprocess");
});

test("monoprocess: one process, one request at a time, in arrival order", async () => {
  const site = await serve({ "slow.py": "for i in range(5000): pass" });
  await together(site, "/slow.py", "/slow.py", "/slow.py");
  const arrived = eventsOfKind(site, "request").map(({ request }) => request);
  expect(eventsOfKind(site, "response").map(({ request }) => request)).toEqual(arrived);
  expect(new Set(eventsOfKind(site, "response").map(({ process }) => process)).size).toBe(1);
});

test("monoprocess: memory sessions are correct", async () => {
  const site = await serve({});
  await site.visit("/open.py");
  expect(await together(site, "/count.py", "/count.py", "/count.py")).toEqual(["1", "2", "3"]);
});

test("multithread: one process, a thread for each, switching between statements", async () => {
  const site = await serve({ "meeting.py": meeting }, threads);
  await site.visit("/a.py");
  expect(await together(site, ...three)).toEqual(["True", "True", "True"]);
  const answered = eventsOfKind(site, "response").slice(1);
  expect(new Set(answered.map(({ process }) => process)).size).toBe(1);
  expect(new Set(answered.map(({ thread }) => thread)).size).toBe(3);
});

test("multithread: no switch within a statement", async () => {
  const code = "s = Session()\nfor i in range(100):\n  s.n = getattr(s, 'n', 0) + 1";
  const site = await serve({ "many.py": code }, threads);
  await site.visit("/open.py");
  await together(site, "/many.py", "/many.py", "/many.py");
  expect(await read(site, "/count.py")).toBe("301");
});

test("multithread: memory sessions survive", async () => {
  const site = await serve({}, threads);
  expect(await walk(site, "/count.py", "/count.py", "/count.py")).toEqual(["1", "2", "3"]);
});

/** Both read the counter before either writes it. */
const racing = [
  "from meet import *",
  "s = Session()",
  "n = getattr(s, 'n', 0)",
  "tell('read' + _me)",
  "wait('read' + _other)",
  "s.n = n + 1",
].join("\n");
const race = ["/racing.py?me=x&other=y", "/racing.py?me=y&other=x"];

test("multithread: memory sessions race on one shared object", async () => {
  const site = await serve({ "racing.py": racing }, threads);
  await site.visit("/open.py");
  await together(site, ...race);
  expect(await read(site, "/count.py")).toBe("2");
});

test("multiprocess: there are 3 processes, and who is free answers", async () => {
  const site = await serve({ "meeting.py": meeting }, { server: "multiprocess" });
  expect((await stateOf(site)).configuration.processes).toBe(3);
  await together(site, ...three);
  const answered = eventsOfKind(site, "response").map(({ process }) => process);
  expect(answered.toSorted()).toEqual([1, 2, 3]);
});

test("multiprocess: each has its own memory, so that a value is visible or not by process", async () => {
  const site = await serve({ "meeting.py": meeting }, { server: "multiprocess" });
  await site.visit("/a.py");
  expect((await together(site, ...three)).toSorted()).toEqual(["False", "False", "True"]);
});

test("cgi: a new process per request; memory sessions never survive, each page starts empty with the same id", async () => {
  const site = await serve({}, { server: "cgi" });
  expect(await walk(site, "/count.py", "/count.py", "/count.py")).toEqual(["1", "1", "1"]);
  expect(setCookies(site)).toHaveLength(1);
  expect(new Set(eventsOfKind(site, "session-opened").map(({ session }) => session)).size).toBe(1);
  expect(new Set(eventsOfKind(site, "response").map(({ process }) => process)).size).toBe(3);
});

test.each(kinds)("persistent sessions work in all four: %s", async (server) => {
  const site = await serve({}, { server, ...disk });
  expect(await walk(site, "/count.py", "/count.py", "/count.py", "/count.py")).toEqual(["1", "2", "3", "4"]);
});

test.each(kinds)(
  "memory sessions with the last three print Karrigell's warning in the log: %s",
  async (server) => {
    const warnings = async (mode: Partial<Configuration>) => {
      const site = await serve({}, { server, ...mode });
      return eventsOfKind(site, "log").filter(({ level }) => level === "warning").length;
    };
    expect(await warnings(memory)).toBe(server === "monoprocess" ? 0 : 1);
    expect(await warnings(disk)).toBe(0);
  },
);

test.each(kinds)(
  "the process and thread that answered are on every event of a request: %s",
  async (server) => {
    const site = await serve({ "bad.py": "s = Session()\ns.x" }, { server });
    await walk(site, "/count.py", "/bad.py", "/close.py", "/nowhere.py");
    const events = site.events().filter(({ request }) => request !== undefined);
    expect(new Set(events.map(({ request }) => request)).size).toBe(4);
    for (const event of events)
      expect(event).toMatchObject({ process: expect.any(Number), thread: expect.any(Number) });
  },
);

// session_lock

/** Where two requests of a browser can meet at one session. */
const shared = [
  { ...threads, ...memory },
  { ...threads, ...disk },
  { server: "multiprocess", ...disk },
  { server: "cgi", ...disk },
] as const;

test.each(shared)("session_lock = none: an update is lost (%o)", async (where) => {
  const site = await serve({ "racing.py": racing }, where);
  await site.visit("/open.py");
  await together(site, ...race);
  expect(await read(site, "/count.py")).toBe("2");
});

test.each(shared)(
  "session_lock = request: a session is locked from Session() to the end of the request (%o)",
  async (where) => {
    const site = await serve(
      {
        "first.py":
          "from meet import *\ns = Session()\nn = getattr(s, 'n', 0)\ntell('open')\nwait('asks')\nfor i in range(2000): pass\ns.n = n + 1",
        "second.py":
          "from meet import *\nwait('open')\ntell('asks')\ns = Session()\ns.n = s.n + 1\nprint s.n",
      },
      { ...where, session_lock: "request" },
    );
    await site.visit("/open.py");
    expect(await together(site, "/first.py", "/second.py")).toEqual(["", "2"]);
    const [waiting] = eventsOfKind(site, "session-waiting");
    expect(waiting).toMatchObject({ holder: 2, file: "second.py", line: 4 });
  },
);

test.each(shared)(
  "session_lock = version: the save is refused with 409 if someone saved since the load (%o)",
  async (where) => {
    const site = await serve({ "racing.py": racing }, { ...where, session_lock: "version" });
    await site.visit("/open.py");
    const answers = await Promise.all(race.map((path) => site.visit(path)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await read(site, "/count.py")).toBe("2");
  },
);

test.each(shared)("session_lock = version: the script may retry (%o)", async (where) => {
  const code = [
    "from meet import *",
    "s = Session()",
    "tell('loaded' + _me)",
    "wait('loaded' + _other)",
    "while True:",
    "  s.n = getattr(s, 'n', 0) + 1",
    "  try:",
    "    s.save()",
    "    break",
    "  except SessionConflict:",
    "    s.reload()",
    "print s.n",
  ].join("\n");
  const site = await serve({ "racing.py": code }, { ...where, session_lock: "version" });
  await site.visit("/open.py");
  expect((await together(site, ...race)).toSorted()).toEqual(["1", "2"]);
  expect(eventsOfKind(site, "session-conflict")).toHaveLength(1);
});

/** Where all requests of a browser find one session. */
const stored = [{ server: "monoprocess", ...memory }, { server: "monoprocess", ...disk }, ...shared] as const;

test.each(stored)("session_lock = request: nothing is lost in any server kind (%o)", async (where) => {
  const site = await serve({}, { ...where, session_lock: "request" });
  await site.visit("/open.py");
  expect((await together(site, ...Array<string>(4).fill("/count.py"))).toSorted()).toEqual([
    "1",
    "2",
    "3",
    "4",
  ]);
});

test.each(stored)(
  "session_lock = version: what was not refused is kept in any server kind (%o)",
  async (where) => {
    const site = await serve({}, { ...where, session_lock: "version" });
    await site.visit("/open.py");
    const answers = await Promise.all(Array.from({ length: 4 }, () => site.visit("/count.py")));
    const kept = answers.filter(({ status }) => status !== 409).length;
    expect(await read(site, "/count.py")).toBe(String(kept + 1));
  },
);

// Frames and races

test.each(modes)(
  "frames: a first visit with two makes two sessions, the last Set-Cookie wins, one is an orphan (%o)",
  async (mode) => {
    // The first request waits for its module until the second one has been sent.
    const fetchModule = async (name: string) => {
      await expect.poll(() => eventsOfKind(site, "request")).toHaveLength(2);
      return readModule(name);
    };
    const site = await openSite({ "page.py": "import json\nSession().a = 1" }, { fetchModule });
    await site.command({ kind: "configure", changes: mode });
    await together(site, "/page.py", "/page.py");
    expect(setCookies(site)).toHaveLength(2);
    const { sessions } = await stateOf(site);
    expect(sessions).toHaveLength(2);
    expect(setCookies(site).at(-1)).toContain(await idOf(site));
    expect(sessions.filter(({ id }) => !setCookies(site).at(-1)?.includes(id))).toHaveLength(1);
  },
);

/** The servers that have several requests under way at once. */
const atOnce = ["multithread", "multiprocess", "cgi"] as const;

/** Both have loaded the session before either saves it. */
const touching = "from meet import *\ns = Session()\ntell(_me)\nwait(_other)\nsetattr(s, _me, 1)";

test.each(atOnce)(
  "frames on one persistent session: the last writer wins even over attributes it never touched (%s)",
  async (server) => {
    const site = await serve({ "touch.py": touching }, { server, ...disk });
    await site.visit("/open.py");
    await together(site, "/touch.py?me=a&other=b", "/touch.py?me=b&other=a");
    const last = eventsOfKind(site, "session-saved").at(-1)?.attributes ?? [];
    expect(last).toHaveLength(1);
    expect(await read(site, "/dump.py")).toBe(last[0]);
  },
);

test.each(atOnce)(
  "frames on one persistent session: a close() in one can be undone by the other's save (%s)",
  async (server) => {
    const site = await serve(
      {
        "closing.py": "from meet import *\nwait('loaded')\nSession().close()\ntell('closed')",
        "saving.py": "from meet import *\ns = Session()\ntell('loaded')\nwait('closed')\ns.b = 1",
      },
      { server, ...disk },
    );
    await site.visit("/a.py");
    await together(site, "/closing.py", "/saving.py");
    expect(await read(site, "/dump.py")).toBe("a b");
  },
);

test("threads on memory sessions: read-modify-write loses an update between statements", async () => {
  const site = await serve({ "racing.py": racing, "n.py": "print Session().n" }, threads);
  await site.visit("/open.py");
  await together(site, ...race);
  expect(await read(site, "/n.py")).toBe("1");
});

test("threads on memory sessions: a close() empties the object under the other", async () => {
  const site = await serve(
    {
      "reading.py": "from meet import *\ns = Session()\nprint s.a\ntell('read')\nwait('closed')\nprint s.a",
      "closing.py": "from meet import *\nwait('read')\nSession().close()\ntell('closed')",
    },
    threads,
  );
  await site.visit("/a.py");
  const [text] = await together(site, "/reading.py", "/closing.py");
  expect(text).toContain("reading.py, line 6");
  expect(text).toContain("AttributeError: 'SessionObject' object has no attribute 'a'");
});

test.each(modes)("one process: nothing is lost, only the order is free (%o)", async (mode) => {
  const slow = "s = Session()\nn = getattr(s, 'n', 0)\nfor i in range(3000): pass\ns.n = n + 1\nprint s.n";
  const site = await serve({ "slow.py": slow }, mode);
  await site.visit("/open.py");
  const texts = await together(site, ...Array<string>(5).fill("/slow.py"));
  expect(texts.toSorted()).toEqual(["1", "2", "3", "4", "5"]);
});

test("one process: a page that needs another's value may come first", async () => {
  const site = await serve({ "need.py": "print Session().a" });
  await site.visit("/open.py");
  const [needed] = await together(site, "/need.py", "/a.py");
  expect(needed).toContain("AttributeError: 'SessionObject' object has no attribute 'a'");
  expect(await read(site, "/need.py")).toBe("1");
});

// Oracle: the manual's example

const folder = new URL("../../tutorials/01-sessions/03-manual-example/files/", import.meta.url);
const manual: Files = Object.fromEntries(
  ["index.html", "debutEssaiSession.pih", "suiteEssaiSession.pih"].map((name) => [
    name,
    readFileSync(new URL(name, folder), "utf8"),
  ]),
);
const first = "/debutEssaiSession.pih?monnom=Dupont&prenom=Jean";
const second = "/suiteEssaiSession.pih";

test("oracle: the form sends its fields by GET to the first page", async () => {
  const form = /<form[^>]*>/.exec(await (await openSite(manual)).read("/"))?.[0];
  expect(form).toMatch(/action="[^"]*debutEssaiSession\.pih"/);
  expect(form).not.toMatch(/method/i);
});

test.each(modes)(
  "oracle: the first page prints A, sets the cookie and links to the second (%o)",
  async (mode) => {
    const site = await serve(manual, mode);
    const page = await site.read(first);
    expect(plain(page)).toContain("Dupont");
    expect(page).toMatch(/<a href="[^"]*suiteEssaiSession\.pih">/);
    expect(setCookies(site)).toEqual([expect.stringMatching(/^sessionId=\w{16}; Path=\/$/)]);
  },
);

test.each(modes)("oracle: the second page prints B and closes (%o)", async (mode) => {
  const site = await serve(manual, mode);
  await site.visit(first);
  expect(await read(site, second)).toContain("Jean");
  expect(await stateOf(site)).toMatchObject({ sessionCount: 0 });
});

test.each(modes)(
  "oracle: Back, the same link again: the AttributeError page citing line 4, no new cookie (%o)",
  async (mode) => {
    const site = await serve(manual, mode);
    await walk(site, first, second);
    expect(await read(site, first, { cache: "force-cache" })).toContain("Dupont");
    const text = await read(site, second, { cache: "no-cache" });
    expect(text).toContain("suiteEssaiSession.pih, line 4");
    expect(text).toContain("AttributeError: 'SessionObject' object has no attribute 'prenom'");
    expect(setCookies(site)).toHaveLength(1);
  },
);

test.each([
  ["removed", ""],
  ["commented out", "#session.close()"],
])("oracle: with session.close() %s, B again, for ever", async (_how, line) => {
  const page = manual["suiteEssaiSession.pih"]?.replace("session.close()", line) ?? "";
  const site = await serve({ ...manual, "suiteEssaiSession.pih": page });
  await site.visit(first);
  for (let n = 0; n < 4; n++) expect(await read(site, second, { cache: "no-cache" })).toContain("Jean");
});
