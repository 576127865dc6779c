import { expect, test } from "vitest";
import { type ErrorReport, errorPage, messagePage, missingPage, waitingPage } from "./server-pages.ts";

const report: ErrorReport = {
  url: "/a.pih",
  request: 7,
  heading: "Error in a.pih",
  where: { file: "a.pih", line: 4, text: "print x" },
  exception: "NameError: name 'x' is not defined",
  traceback:
    "Traceback (most recent call last):\n  File \"a.pih\", line 4, in <module>\n    print x\nNameError: name 'x' is not defined\n",
  advice: [],
};

test("the page of a held request says that it is held, and where to move it", () => {
  const page = waitingPage("/a.pih?a&b", true);
  expect(page).toContain("<title>This request is held</title>");
  expect(page).toContain("<code>/a.pih?a&#38;b</code>");
  expect(page).toContain("Move it in the Race panel.");
});

test("the error page names page, line, source, exception and traceback, and marks each place", () => {
  const page = errorPage(report, "200 OK");
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('<meta charset="utf-8">');
  expect(page).toContain("/a.pih · 200 OK");
  expect(page).toContain(
    '<a data-file="a.pih" data-line="4" data-request="7">a.pih, line 4</a></p>\n<pre class="source"><b>4</b><span>print x</span></pre>',
  );
  expect(page).toContain(
    '  <a data-file="a.pih" data-line="4" data-request="7">File &#34;a.pih&#34;, line 4</a>, in &#60;module&#62;\n    print x\n',
  );
});

test("a place in a file that is not the learner's is not marked", () => {
  const page = errorPage({ ...report, where: null }, "200 OK", (file) => file !== "a.pih");
  expect(page).not.toContain("data-line");
  expect(page).toContain("  File &#34;a.pih&#34;, line 4, in");
});

test("an error without a line or a traceback leaves them out", () => {
  const page = errorPage({ ...report, where: null, traceback: "" }, "200 OK");
  expect(page).not.toContain("data-line");
  expect(page).not.toContain('<pre class="traceback">');
});

test("text is escaped everywhere", () => {
  const nasty = `<img src=x onerror="alert('1')">`;
  const pages = [
    messagePage(nasty, [nasty], nasty),
    missingPage(nasty, [nasty], "404 Not Found"),
    waitingPage(nasty),
    errorPage(
      {
        url: nasty,
        request: 1,
        heading: nasty,
        where: { file: nasty, line: 1, text: nasty },
        exception: nasty,
        traceback: `  File "${nasty}", line 1`,
        advice: [nasty],
      },
      nasty,
    ),
  ];
  for (const page of pages) expect(page).not.toContain("<img");
});

test("the page to wait with says what is running", () => {
  expect(waitingPage("/lent.pih")).toContain("<code>/lent.pih</code> is still running");
});
