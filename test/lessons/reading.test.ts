/** What the reading of lessons makes of them, and what it says of each mistake that an author can make. */
import { expect, test } from "vitest";
import { problemsWith, readWith, rightCourse, secondLesson } from "./trees.ts";

const yaml = "lesson.yaml";
const en = "lesson.en.md";
const fr = "lesson.fr.md";

/** The one problem that a change makes. */
function onlyProblem(change: Parameters<typeof problemsWith>[0]): string {
  const problems = problemsWith(change);
  if (problems.length !== 1) throw new Error(`Expected one problem, found:\n${problems.join("\n")}`);
  return problems[0] ?? "";
}

/** A change that puts a text into both languages, on line 13. */
function body(text: string): Parameters<typeof problemsWith>[0] {
  const replacement: readonly [string, string] = ["\n```quote opening", `\n${text}\n\n\`\`\`quote opening`];
  return { [en]: replacement, [fr]: replacement };
}

test("a right course has no problems", () => {
  expect(problemsWith({})).toEqual([]);
});

test("the table of contents says of a lesson what its files say", () => {
  expect(readWith().course).toEqual({
    parts: [
      {
        id: "part",
        title: { en: "A part", fr: "Une partie" },
        lessons: [
          {
            id: "first",
            number: 1,
            link: "f",
            title: { en: "The first", fr: "La première" },
            summary: { en: "What a page is.", fr: "Ce qu’est une page." },
            goals: ["seen", "closed"],
          },
        ],
      },
    ],
  });
});

test("a site is files/ with those of the language laid over it, index first and server.ini last", () => {
  const [read] = readWith().lessons;
  expect(Object.entries(read?.lesson.site.en ?? {}).map(([path, text]) => [path, text.slice(0, 12)])).toEqual(
    [
      ["index.html", "<p>Hello</p>"],
      ["page.pih", "<p>One</p>\n<"],
      ["server.ini", "[server]\nper"],
    ],
  );
  expect(read?.lesson.site.fr["index.html"]).toBe("<p>Bonjour</p>\n");
});

test("a line of French does not end before the signs that have a blank in front of them", () => {
  const [read] = readWith(body("Voici « ceci » : cela ; et quoi ?")).lessons;
  const texts = JSON.stringify(read?.lesson.text.fr.body);
  expect(texts).toContain("Voici «\u00a0ceci\u00a0»\u00a0: cela\u00a0; et quoi\u00a0?");
});

test("a solution is the whole site with what differs laid over it", () => {
  const [read] = readWith().lessons;
  expect(read?.lesson.solution?.fr["page.pih"]).toBe("<p>Two</p>\n");
  expect(read?.lesson.solution?.fr["index.html"]).toBe("<p>Bonjour</p>\n");
  expect(readWith({ "solution/page.pih": null }).lessons[0]?.lesson.solution).toBeNull();
});

test("goals become steps; none goes with the step after it or the end", () => {
  const [read] = readWith({
    [yaml]: [
      "    - session-closed:",
      "    - page: { status: { least: 200 }, text: { has: Zoë } }\n    - none:\n        - server-stopped:\n        - set-cookie: { name: { not: a } }\n    - session-closed:",
    ],
  }).lessons;
  expect(read?.lesson.checks[1]).toEqual({
    id: "closed",
    steps: [
      { fact: { kind: "page", fields: { status: { least: 200 }, text: { has: "Zoë" } } }, none: [] },
      {
        fact: { kind: "session-closed", fields: { browser: "$b", session: "$s" } },
        none: [
          { kind: "server-stopped", fields: {} },
          { kind: "set-cookie", fields: { name: { not: "a" } } },
        ],
      },
    ],
    after: [{ kind: "session-opened", fields: { session: "$s" } }],
  });
});

test("actions have their shorthands, and browser A where none is named", () => {
  const walk = `walk:
  - visit: /a
  - visit: { path: /a, browser: B }
  - submit: { fields: { nom: Ada, age: 3 } }
  - follow: /b
  - visit-frames: { path: /a, frames: [/b, /c] }
  - configure: { persistent_session: on, processes: 2 }
  - restart
  - open-browser: B
  - close-browser: { browser: B }
  - set-cookie: { name: a, value: "1" }
  - delete-cookie: a
  - delete-cookie: {}
  - copy-cookie: { name: a, to: B }
  - crowd: { count: 3, path: /a }
  - hold: on
  - move: { lane: 1, length: step }
  - run-all
  - explore: [/a, /b]
  - show: cookies
  - open-file: page.pih
  - solve
`;
  const read = readWith({ [yaml]: ["walk:\n  - visit: /page.pih\n", walk] });
  expect(read.problems).toEqual([]);
  expect(read.lessons[0]?.trial.walk).toEqual([
    { kind: "visit", path: "/a", browser: "A" },
    { kind: "visit", path: "/a", browser: "B" },
    { kind: "submit", fields: { nom: "Ada", age: "3" }, browser: "A" },
    { kind: "follow", to: "/b", browser: "A" },
    { kind: "visit-frames", path: "/a", frames: ["/b", "/c"], browser: "A" },
    { kind: "configure", changes: { persistent_session: true, processes: 2 } },
    { kind: "restart" },
    { kind: "open-browser", browser: "B" },
    { kind: "close-browser", browser: "B" },
    { kind: "set-cookie", name: "a", value: "1", browser: "A" },
    { kind: "delete-cookie", name: "a", browser: "A" },
    { kind: "delete-cookie", browser: "A" },
    { kind: "copy-cookie", name: "a", to: "B", browser: "A" },
    { kind: "crowd", count: 3, path: "/a" },
    { kind: "hold", on: true },
    { kind: "move", lane: 1, length: "step" },
    { kind: "run-all" },
    { kind: "explore", pages: ["/a", "/b"], browser: "A" },
    { kind: "show", target: "cookies" },
    { kind: "open-file", path: "page.pih" },
    { kind: "solve" },
  ]);
});

test("configurations are read as server.ini reads them; without any there is one that changes nothing", () => {
  expect(readWith().lessons[0]?.trial.configurations).toEqual([{}]);
  const read = readWith({
    [yaml]: ["walk:", "configurations:\n  - {}\n  - { server: multithread, persistent_session: on }\nwalk:"],
  });
  expect(read.lessons[0]?.trial.configurations).toEqual([
    {},
    { server: "multithread", persistent_session: true },
  ]);
});

test("a text becomes blocks: a quote with its lines, a question with its answer", () => {
  const [read] = readWith().lessons;
  expect(read?.lesson.text.en.body).toEqual([
    {
      kind: "paragraph",
      inlines: [
        { kind: "text", text: "Text with " },
        { kind: "code", text: "code" },
        { kind: "text", text: ". " },
        { kind: "do", step: "look", inlines: [{ kind: "text", text: "Look" }] },
        { kind: "text", text: " at " },
        { kind: "point", target: { kind: "mark", name: "opening" }, inlines: [{ kind: "text", text: "it" }] },
        { kind: "text", text: "." },
      ],
    },
    { kind: "quote", mark: "opening", text: "<% session=Session()" },
    {
      kind: "predict",
      id: "count",
      question: [{ kind: "text", text: "How many are there?" }],
      options: [[{ kind: "text", text: "One." }], [{ kind: "text", text: "Two." }]],
      answer: 1,
      because: [{ kind: "text", text: "Because there are two." }],
    },
  ]);
  expect(read?.lesson.text.en.hints).toEqual([
    [
      { kind: "text", text: "Open the " },
      {
        kind: "point",
        target: { kind: "place", name: "browser" },
        inlines: [{ kind: "text", text: "browser" }],
      },
      { kind: "text", text: "." },
    ],
  ]);
});

test("headings, lists, code, asides, emphasis, breaks and links are read", () => {
  const text =
    "## Two\n\n1. *One*\n2. **Two**\\\n   three\n\n```pih\n<% x %>\n```\n\n> A [site](https://example.org/a).";
  const [read] = readWith(body(text)).lessons;
  expect(read?.lesson.text.fr.body.slice(1, 5)).toEqual([
    { kind: "heading", level: 2, inlines: [{ kind: "text", text: "Two" }] },
    {
      kind: "list",
      ordered: true,
      items: [
        [{ kind: "paragraph", inlines: [{ kind: "emphasis", inlines: [{ kind: "text", text: "One" }] }] }],
        [
          {
            kind: "paragraph",
            inlines: [
              { kind: "strong", inlines: [{ kind: "text", text: "Two" }] },
              { kind: "break" },
              { kind: "text", text: "three" },
            ],
          },
        ],
      ],
    },
    { kind: "code", language: "pih", text: "<% x %>" },
    {
      kind: "aside",
      blocks: [
        {
          kind: "paragraph",
          inlines: [
            { kind: "text", text: "A " },
            { kind: "link", href: "https://example.org/a", inlines: [{ kind: "text", text: "site" }] },
            { kind: "text", text: "." },
          ],
        },
      ],
    },
  ]);
});

test("a mark may span lines, by its text or by an end", () => {
  const [read] = readWith({
    [yaml]: ["    text: session=Session()", '    text: "One</p>\\n<%"\n    until: print 1'],
  }).lessons;
  expect(read?.lesson.marks.en["opening"]).toEqual({ file: "page.pih", from: 1, to: 3 });
});

test("a mark may have a text of its own in each language", () => {
  const [read] = readWith({
    [yaml]: [
      "file: page.pih\n    text: session=Session()",
      "file: index.html\n    text: { en: Hello, fr: Bonjour }",
    ],
  }).lessons;
  expect(read?.lesson.marks.fr["opening"]).toEqual({ file: "index.html", from: 1, to: 1 });
});

test("the sandbox has no goals, no walk and templates", () => {
  const read = readWith({
    [yaml]:
      "link: b\ntemplates:\n  - id: shop\n    title: { en: A shop, fr: Une boutique }\n    summary: { en: Buy, fr: Acheter }\n",
    [en]: "---\ntitle: Sandbox\nsummary: Write.\n---\nText\n",
    [fr]: "---\ntitle: Bac à sable\nsummary: Écrivez.\n---\nTexte\n",
    "templates/shop/files/index.html": "<p>Shop</p>",
  });
  expect(read.problems).toEqual([]);
  expect(read.lessons[0]?.lesson.templates[0]?.site.fr["index.html"]).toBe("<p>Shop</p>");
});

// Mistakes in lesson.yaml

test("an unknown key", () => {
  expect(onlyProblem({ [yaml]: ["opens:", "open:"] })).toBe(
    "lesson.yaml:2 “open” is not known. Known here: link, opens, goals, marks, steps, predictions, configurations, walk, templates.",
  );
});

test("a missing key", () => {
  expect(onlyProblem({ [yaml]: ["link: f\n", ""] })).toBe(
    "lesson.yaml:1 “link” is missing. Add it: The lesson's name in links: one to three small letters, unique in the course, never changed once it was published. (text)",
  );
});

test("a value of another type", () => {
  expect(onlyProblem({ [yaml]: ["count: 2", "count: two"] })).toBe(
    "lesson.yaml:16 “predictions.count” cannot be “two”. Expected: number.",
  );
});

test("a name with capitals", () => {
  const [problem] = problemsWith({ [yaml]: ["  look:", "  Look:"] });
  expect(problem).toBe(
    "lesson.yaml:14 “steps.Look” cannot be “Look”. Names are of small letters, digits and single “-”, and begin with a letter.",
  );
});

test("a link that is no short name", () => {
  expect(onlyProblem({ [yaml]: ["link: f", "link: First"] })).toBe(
    "lesson.yaml:1 “link” cannot be “First”. Write one to three small letters.",
  );
});

test("a text that is not YAML", () => {
  expect(onlyProblem({ [yaml]: ["opens: page.pih", "opens: [page.pih"] })).toMatch(
    /^lesson\.yaml:\d+ This is not YAML: .+ Look at the blanks/,
  );
});

test("a key twice", () => {
  expect(onlyProblem({ [yaml]: ["opens: page.pih", "opens: page.pih\nopens: index.html"] })).toBe(
    "lesson.yaml:3 This is not YAML: Map keys must be unique. Remove one of the two.",
  );
});

test("an unknown kind of fact", () => {
  expect(onlyProblem({ [yaml]: ["- session-closed:", "- session-close:"] })).toMatch(
    /^lesson\.yaml:7 “session-close” is not a kind of fact\. There are: request, /,
  );
});

test("a fact without that field", () => {
  expect(onlyProblem({ [yaml]: ["{ path: /page.pih,", "{ adress: /page.pih,"] })).toMatch(
    /^lesson\.yaml:5 A fact “page” has no field “adress”\. It has: .*path/,
  );
});

test("a pattern of a field that there is not", () => {
  expect(onlyProblem({ [yaml]: ["path: /page.pih", "path: { is: /page.pih }"] })).toBe(
    "lesson.yaml:5 “is” is not a pattern of a field. Write a value, $name, or one of has, like, least, most, not: { has: text }.",
  );
});

test("a wrong regular expression", () => {
  expect(onlyProblem({ [yaml]: ["path: /page.pih", "path: { like: ( }"] })).toBe(
    "lesson.yaml:5 “goals.seen.0.page.path.like” cannot be “(”. This is not a regular expression of JavaScript. Look at its brackets and backslashes.",
  );
});

test("a pattern with two kinds", () => {
  expect(onlyProblem({ [yaml]: ["    - page:", "    - restart:\n      page:"] })).toBe(
    "lesson.yaml:5 A pattern is an object with one key. Write for instance “page: { path: /index.html }”.",
  );
});

test("a goal that only forbids", () => {
  expect(onlyProblem({ [yaml]: ["- page: { path: /page.pih, browser: $b }", "- none: { page: {} }"] })).toBe(
    "lesson.yaml:4 The goal “seen” says only what must not happen. Add the fact that meets it.",
  );
});

test("a goal in which what is so now stands before what happened", () => {
  expect(onlyProblem({ [yaml]: ["    - page:", "    - configuration: { server: cgi }\n    - page:"] })).toBe(
    "lesson.yaml:4 In the goal “seen” stands “configuration”, which tells what is so now, before “page”, which has happened by then. Put what is so now behind all that must have happened.",
  );
});

test("a name in a goal that nothing gives a value", () => {
  expect(onlyProblem({ [yaml]: ["browser: $b }", "browser: { not: $c } }"] })).toBe(
    "lesson.yaml:4 “$c” has no value in the goal “seen”. Write “$c” alone as the value of a field, which gives it one.",
  );
});

test("an unknown action", () => {
  expect(onlyProblem({ [yaml]: ["look: { visit:", "look: { go:"] })).toMatch(
    /^lesson\.yaml:14 “go” is not an action\. There are: configure, visit, /,
  );
});

test("an action with two keys", () => {
  expect(onlyProblem({ [yaml]: ["  - visit: /page.pih", "  - visit: /page.pih\n    restart:"] })).toBe(
    "lesson.yaml:18 An action is an object with one key. Write for instance “visit: /index.html”.",
  );
});

test("an address that does not begin with a slash", () => {
  expect(onlyProblem({ [yaml]: ["  - visit: /page.pih", "  - restart\n  - visit: page.pih"] })).toBe(
    "lesson.yaml:19 “walk.1.visit.path” cannot be “page.pih”. Addresses begin with “/”: /index.html.",
  );
});

test("an action with a wrong field", () => {
  expect(
    onlyProblem({ [yaml]: ["  - visit: /page.pih", "  - crowd: { count: 3, page: /a, path: /a }"] }),
  ).toBe("lesson.yaml:18 “walk.0.crowd.page” is not known. Known here: count, path.");
});

test("an option of the server that there is not", () => {
  expect(onlyProblem({ [yaml]: ["walk:", "configurations:\n  - { serveur: cgi }\nwalk:"] })).toMatch(
    /^lesson\.yaml:18 “serveur” cannot be set like this\. As in server\.ini: There is no option called “serveur”/,
  );
});

test("an option of the server with a wrong value", () => {
  expect(onlyProblem({ [yaml]: ["  - visit: /page.pih", "  - configure: { processes: 99 }"] })).toMatch(
    /^lesson\.yaml:18 “processes” cannot be set like this\. As in server\.ini: “processes” cannot be “99”/,
  );
});

test("an open file that is not there", () => {
  expect(onlyProblem({ [yaml]: ["opens: page.pih", "opens: pages.pih"] })).toBe(
    "lesson.yaml:2 “pages.pih” is not in the site. There are: index.html, page.pih, server.ini.",
  );
});

test("a file opened by a step that is not there", () => {
  expect(onlyProblem({ [yaml]: ["{ visit: /page.pih }", "{ open-file: pages.pih }"] })).toBe(
    "lesson.yaml:14 “pages.pih” is not in the site. There are: index.html, page.pih, server.ini.",
  );
});

test("a walk that solves where there is no solution", () => {
  const problem = onlyProblem({ [yaml]: ["walk:", "walk:\n  - solve"], "solution/page.pih": null });
  expect(problem).toBe(
    "lesson.yaml:18 There is no solution to put in place. Add solution/, or remove “solve”.",
  );
});

test("a step of the text that solves", () => {
  expect(onlyProblem({ [yaml]: ["{ visit: /page.pih }", "solve"] })).toBe(
    "lesson.yaml:14 A step of the text cannot solve the lesson. Write “solve” only in walk:.",
  );
});

test("goals without a walk", () => {
  expect(onlyProblem({ [yaml]: ["walk:\n  - visit: /page.pih\n", ""] })).toBe(
    "lesson.yaml:1 The lesson has goals and no walk. Write walk: what a learner does who solves it.",
  );
});

test("a mark that is not found", () => {
  expect(onlyProblem({ [yaml]: ["session=Session()", "session = Session()"] })).toBe(
    "lesson.yaml:10 The mark “opening” is not in page.pih (en, fr). Write a text of the file as it stands there.",
  );
});

test("a mark that is found twice", () => {
  expect(onlyProblem({ "files/page.pih": "session=Session()\nsession=Session()\n" })).toBe(
    "lesson.yaml:10 The mark “opening” is in page.pih more than once (en, fr). Write more of the text around it, over several lines if need be.",
  );
});

test("a mark whose end is not found", () => {
  expect(
    onlyProblem({ [yaml]: ["text: session=Session()", "text: session=Session()\n    until: One"] }),
  ).toBe(
    "lesson.yaml:10 The end of the mark “opening” is not in page.pih (en, fr). Write a text of the file that stands after its beginning.",
  );
});

test("a mark in one language only", () => {
  expect(onlyProblem({ "files.fr/page.pih": "<p>Un</p>\n" })).toBe(
    "lesson.yaml:10 The mark “opening” is not in page.pih (fr). Write a text of the file as it stands there.",
  );
});

test("a mark in a file that is not there", () => {
  expect(onlyProblem({ [yaml]: ["file: page.pih", "file: pages.pih"] })).toBe(
    "lesson.yaml:10 The mark “opening” is in “pages.pih”, which is not in the site (en, fr). There are: index.html, page.pih, server.ini.",
  );
});

test("a mark that has the name of a place", () => {
  const problems = problemsWith({
    [yaml]: ["  opening:", "  cookies:"],
    [en]: [`[it](point:opening).\n\n\`\`\`quote opening`, `[it](point:cookies).\n\n\`\`\`quote cookies`],
    [fr]: [`[it](point:opening).\n\n\`\`\`quote opening`, `[it](point:cookies).\n\n\`\`\`quote cookies`],
  });
  expect(problems).toEqual([
    "lesson.yaml:10 “cookies” is the name of a place of the page. Give the mark another name.",
  ]);
});

test("a mark, a step and a prediction that no text uses", () => {
  const text = "---\ntitle: A\nsummary: B\ngoals: { seen: See, closed: Close }\n---\nText.\n";
  expect(problemsWith({ [en]: text, [fr]: text })).toEqual([
    "lesson.yaml:10 No text uses “opening” of marks. Use it (quote or point), or remove it.",
    "lesson.yaml:14 No text uses “look” of steps. Use it (do), or remove it.",
    "lesson.yaml:16 No text uses “count” of predictions. Use it (predict), or remove it.",
  ]);
});

test("a template without its place in the list, and one without files", () => {
  const list = "templates:\n  - id: shop\n    title: { en: A, fr: B }\n    summary: { en: A, fr: B }\nwalk:";
  expect(problemsWith({ [yaml]: ["walk:", list], "templates/cart/files/a.pih": "a" })).toEqual([
    "lesson.yaml:17 templates/cart is not listed. Add it to templates:, with its title and summary.",
    "templates/shop/files:1 The site has no files. Put its pages into files/.",
  ]);
});

// Mistakes in texts

test("a missing language", () => {
  expect(onlyProblem({ [fr]: null })).toBe(
    "lesson.fr.md:1 This file is missing. Every lesson has lesson.yaml, lesson.en.md and lesson.fr.md.",
  );
});

test("no front matter", () => {
  expect(onlyProblem({ [fr]: "Bonjour\n" })).toBe(
    "lesson.fr.md:1 The text has no front matter. Begin the file with a line ---, then title: and summary:, and a line ---.",
  );
});

test("an unknown key in front matter", () => {
  expect(onlyProblem({ [fr]: ["summary:", "titre: B\nsummary:"] })).toBe(
    "lesson.fr.md:3 “titre” is not known. Known here: title, summary, goals, hints.",
  );
});

test("a missing title", () => {
  expect(onlyProblem({ [en]: ["title: The first\n", ""] })).toBe(
    "lesson.en.md:2 “title” is missing. Add it: The title of the lesson, in plain words. (text)",
  );
});

test("Markdown in a summary", () => {
  expect(onlyProblem({ [en]: ["summary: What", 'summary: "`What`"#'] })).toMatch(/^lesson\.en\.md:3 /);
  expect(onlyProblem({ [en]: ["What a page is.", "What `close()` does."] })).toBe(
    "lesson.en.md:3 “summary” cannot be “What `close()` does.”. Write plain words on one line: neither Markdown nor backticks are read here.",
  );
});

test("a sentence that begins with a backtick and is not quoted", () => {
  expect(onlyProblem({ [en]: ["  closed: Close it.", "  closed: `close()` it."] })).toMatch(
    /^lesson\.en\.md:6 This is not YAML: .* Put the whole text between quotes\.$/,
  );
});

test("a goal without a sentence in one language", () => {
  expect(onlyProblem({ [fr]: ["  closed: Close it.\n", ""] })).toBe(
    "lesson.fr.md:4 The goal “closed” has no sentence. Write it below goals: in the front matter.",
  );
});

test("a sentence of a goal that there is not", () => {
  expect(onlyProblem({ [fr]: ["  closed: Close it.\n", "  closed: Close it.\n  more: More.\n"] })).toBe(
    "lesson.fr.md:7 There is no goal “more”. Add it to lesson.yaml, or correct its name here.",
  );
});

test("goals in another order", () => {
  const change = [
    "  seen: Look at the page.\n  closed: Close it.",
    "  closed: Close it.\n  seen: Look.",
  ] as const;
  expect(onlyProblem({ [en]: change })).toBe(
    "lesson.en.md:5 The goal “closed” stands in another place than in lesson.yaml. Put them in the same order.",
  );
});

test("a goal's sentence of several paragraphs", () => {
  expect(onlyProblem({ [en]: ["closed: Close it.", 'closed: "One.\\n\\nTwo."'] })).toBe(
    "lesson.en.md:6 This text is more than a sentence. Write one paragraph, without lists and headings.",
  );
});

test("a quote of an unknown mark", () => {
  expect(problemsWith(body("```quote closing\n```"))).toEqual([
    "lesson.en.md:13 There is no mark “closing” to quote. Add it to lesson.yaml, or use one of these: opening.",
    "lesson.fr.md:13 There is no mark “closing” to quote. Add it to lesson.yaml, or use one of these: opening.",
  ]);
});

test("a quote with a text", () => {
  expect(onlyProblem({ [en]: ["```quote opening\n", "```quote opening\nsession=Session()\n"] })).toBe(
    "lesson.en.md:13 The quote of “opening” has a text. Leave it empty: its lines are taken from the file.",
  );
});

test("a pointer to nothing", () => {
  const [problem] = problemsWith(body("[that](point:cookie)"));
  expect(problem).toMatch(
    /^lesson\.en\.md:13 There is nothing called “cookie” to point at\. Places: lesson, .* Marks of this lesson: opening\.$/,
  );
});

test("an unknown step", () => {
  const [problem] = problemsWith(body("[that](do:loop)"));
  expect(problem).toBe(
    "lesson.en.md:13 There is no step “loop”. Add it to lesson.yaml, or use one of these: look.",
  );
});

test("an unknown prediction", () => {
  const [problem] = problemsWith(body("```predict what\nWhat?\n\n- A\n- B\n\nBecause.\n```"));
  expect(problem).toBe(
    "lesson.en.md:13 There is no prediction “what”. Add its right option to lesson.yaml, or use one of these: count.",
  );
});

test("a question without its three parts", () => {
  expect(onlyProblem({ [en]: ["\n\nBecause there are two.", ""] })).toBe(
    "lesson.en.md:16 The question “count” has not its three parts. Write a paragraph, a list of options, and a paragraph that says why.",
  );
});

test("a right option that there is not", () => {
  expect(problemsWith({ [yaml]: ["count: 2", "count: 3"] })[0]).toBe(
    "lesson.en.md:16 The right option of “count” is number 3, and there are 2. Correct one of the two.",
  );
});

test("a question asked twice", () => {
  expect(problemsWith(body("```predict count\nWhat?\n\n- A\n- B\n\nBecause.\n```"))).toEqual([
    "lesson.en.md:25 The question “count” is asked twice. Give the second one another name, and an answer in lesson.yaml.",
    "lesson.fr.md:25 The question “count” is asked twice. Give the second one another name, and an answer in lesson.yaml.",
  ]);
});

for (const [what, text, message] of [
  [
    "raw HTML",
    "<div>x</div>",
    "Raw HTML is not shown. Use Markdown, or put it between backticks to talk about it.",
  ],
  [
    "raw HTML in a line",
    "a <b>x</b> b",
    "Raw HTML is not shown. Use Markdown, or put it between backticks to talk about it.",
  ],
  [
    "a picture",
    "![a](b.png)",
    "Pictures are not shown. Say it in words, or point at the thing itself: [words](point:cookies).",
  ],
  ["a table", "| a | b |\n| --- | --- |\n| 1 | 2 |", "Tables are not shown. Write a list."],
  [
    "a heading of level 1",
    "# Title",
    "A heading of level 1 is not shown. Write ## or ###; the title stands in the front matter.",
  ],
  ["a line across", "a\n\n***", "A line across is not shown. Use a heading: ##."],
  [
    "a link into the site",
    "[x](page.pih)",
    "A link cannot lead to “page.pih”. Links lead to point:…, do:… or https://….",
  ],
  [
    "an insecure link",
    "[x](http://a.org)",
    "A link cannot lead to “http://a.org”. Links lead to point:…, do:… or https://….",
  ],
  [
    "a script in a link",
    "[x](javascript:1)",
    "A link cannot lead to “javascript:1”. Links lead to point:…, do:… or https://….",
  ],
  ["a link without words", "[](do:look)", "This link has no words. Write some between [ and ]."],
  [
    "a reference",
    "[x][y]\n\n[y]: https://a.org",
    "References are not read. Write the link where it is used: [words](https://…).",
  ],
  [
    "code without a language",
    "```\nx\n```",
    "This block of code has no language. Name it after the backticks: ```pih, ```html, ```http or ```text.",
  ],
] as const) {
  test(`${what} in a text`, () => {
    expect(problemsWith(body(text))[0]?.replace(/^lesson\.en\.md:1[3-5] /, "")).toBe(message);
  });
}

// Languages out of step

test("another number of hints", () => {
  expect(onlyProblem({ [fr]: ["hints:\n", "hints:\n  - Encore.\n"] })).toBe(
    "lesson.fr.md:7 The two languages have not the same number of hints. There are 1 in English and 2 in French: write the missing ones.",
  );
});

test("a pointer in one language only", () => {
  expect(onlyProblem({ [fr]: ["Un texte", "Un [texte](point:log)"] })).toBe(
    "lesson.fr.md:11 The languages are out of step (text): the English text has “do look” here, on its line 11, the French one “point log”. Both need the same quotes, questions, pointers and steps in the same order.",
  );
});

test("a pointer in a hint of one language only", () => {
  expect(onlyProblem({ [fr]: ["[browser](point:browser)", "navigateur"] })).toBe(
    "lesson.fr.md:8 The languages are out of step (hint 1): the English text has “point browser” here, on its line 8, the French one nothing more. Both need the same quotes, questions, pointers and steps in the same order.",
  );
});

test("another number of options of a question", () => {
  expect(onlyProblem({ [fr]: ["- One.\n", "- One.\n- Deux.\n"] })).toBe(
    "lesson.fr.md:16 The question “count” has 2 options in English and 3 in French. Write the same ones in the same order.",
  );
});

// Mistakes in files

test("a file of no known folder", () => {
  expect(onlyProblem({ "file/page.pih": "x" })).toBe(
    "file/page.pih:1 This file is no part of a lesson. A lesson has lesson.yaml, lesson.en.md, lesson.fr.md, files/, solution/ and what is laid over them.",
  );
});

test("a site without files", () => {
  const problems = problemsWith({
    "files/index.html": null,
    "files/page.pih": null,
    "files.fr/index.html": null,
  });
  expect(problems).toContain("files:1 The site has no files. Put its pages into files/.");
});

test("a file in one language only", () => {
  expect(onlyProblem({ "files.fr/aide.html": "<p>Aide</p>" })).toBe(
    "files.fr/aide.html:1 “aide.html” is in the site of one language only. Add files.en/aide.html, or put it in files/ for both.",
  );
});

test("a file of one language that is the same for all", () => {
  expect(onlyProblem({ "files.en/index.html": "<p>Hello</p>\n" })).toBe(
    "files.en/index.html:1 This file is the same as files/index.html. Remove it: one is enough.",
  );
});

test("a file with a bad name", () => {
  expect(onlyProblem({ "files/a:b.pih": "x" })).toBe(
    "files/a:b.pih:1 This name cannot be used. “a:b.pih” holds the character :, which file names may not hold everywhere. Choose another character.",
  );
});

test("a wrong server.ini", () => {
  expect(onlyProblem({ "files/server.ini": "[server]\npersistent_session = perhaps\n" })).toBe(
    "files/server.ini:2 This line of the configuration cannot be read. “persistent_session” cannot be “perhaps”. Write on or off.",
  );
});

test("a solution that changes nothing", () => {
  expect(onlyProblem({ "solution/page.pih": rightCourse["01-part/01-first/files/page.pih"] ?? "" })).toBe(
    "solution/page.pih:1 “page.pih” is the same in the solution and at the start (en, fr). A solution has only what differs: change it or remove it.",
  );
});

// Mistakes in the course

test("a part without its title", () => {
  expect(onlyProblem({ "/01-part/part.yaml": null })).toBe(
    "01-part/part.yaml:1 This file is missing. Write title: { en: …, fr: … }.",
  );
});

test("an alias of YAML, which may lead nowhere, is told", () => {
  expect(onlyProblem({ "/01-part/part.yaml": "*a" })).toBe(
    "01-part/part.yaml:1 “*a” stands for something else. Write out what it stands for, or put it between quotes.",
  );
});

test("a title in one language only", () => {
  expect(onlyProblem({ "/01-part/part.yaml": "title: { en: A part }\n" })).toBe(
    "01-part/part.yaml:1 “title.fr” is missing. Add it: In French. (text)",
  );
});

test("a folder without a number", () => {
  expect(onlyProblem({ "/01-part/second/lesson.yaml": "link: s" })).toBe(
    "01-part/second/lesson.yaml:1 “second” is no folder of the course. Folders are called 03-some-name: two digits, then small letters.",
  );
});

test("a file beside the parts", () => {
  expect(onlyProblem({ "/notes.txt": "x" })).toBe(
    "notes.txt:1 “notes.txt” is no folder of the course. Folders are called 03-some-name: two digits, then small letters.",
  );
  expect(problemsWith({ "/README.md": "x", "/editions/f.en.abcdef.json": "{}" })).toEqual([]);
});

test("a number left out", () => {
  expect(onlyProblem(secondLesson("01-part/03-second"))).toBe(
    "01-part/03-second/lesson.yaml:1 There is no number 2 before 3. Numbers count from 1 through the whole course, without gaps.",
  );
});

test("a number twice", () => {
  expect(onlyProblem(secondLesson("01-part/01-second"))).toBe(
    "01-part/01-second/lesson.yaml:1 The number 1 is taken by 01-part/01-first/. Number the folders anew, through the whole course.",
  );
});

test("an id twice", () => {
  expect(onlyProblem(secondLesson("01-part/02-first"))).toBe(
    "01-part/02-first/lesson.yaml:1 “first” is the name of 01-part/01-first/ too. Give one of the two another name.",
  );
});

test("a name in links twice", () => {
  expect(onlyProblem(secondLesson("01-part/02-second", "f"))).toBe(
    "01-part/02-second/lesson.yaml:1 The link “f” is taken by “first”. Choose another than f.",
  );
});

test("all that is wrong is told at once", () => {
  expect(
    problemsWith({
      [yaml]: ["link: f", "link: FF"],
      "files/a:b.pih": "x",
      "/01-part/part.yaml": "title: { en: A part }\n",
      [fr]: null,
    }).map((problem) => problem.split(" ")[0]),
  ).toEqual(["lesson.fr.md:1", "lesson.yaml:1", "files/a:b.pih:1", "01-part/part.yaml:1"]);
});
