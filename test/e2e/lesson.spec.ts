/** The lesson beside the site: its goals tick themselves, its text points and does, and nothing that was done in it is lost. */
import { expect, type Locator, type Page, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { openPlayground, sendForm } from "./playground.ts";

const first = "Send the form, and begin a session.";
const second = "Follow the link Suivant…, and see the first name come back";

test("goals tick themselves when they are met, are told, and stay ticked after a reload", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const lesson = lessonOf(page);
  await expect(lesson.getByText("0 of 4 goals met")).toBeVisible();
  await sendForm(playground);
  await expect(goal(lesson, first)).toContainText("met:");
  await expect(lesson.getByRole("status").filter({ hasText: "Goal met: Send the form" })).toBeAttached();
  await expect(goal(lesson, second)).toContainText("not met yet");
  await playground.shown.getByRole("link", { name: "Suivant..." }).click();
  await expect(lesson.getByText("2 of 4 goals met")).toBeVisible();
  await page.reload();
  await expect(lesson.getByText("2 of 4 goals met")).toBeVisible();
});

test("a goal that is met while the lesson is folded is told in a notice", async ({ page }) => {
  const playground = await openPlayground(page);
  await expect(lessonOf(page).getByText("0 of 4 goals met")).toBeVisible();
  await playground.press("Fold: Lesson");
  await sendForm(playground);
  await expect(page.locator(".notices")).toContainText("Goal met: Send the form");
  await page.getByRole("button", { name: "3. The manual’s example" }).last().click();
  await expect(lessonOf(page).getByText("1 of 4 goals met")).toBeVisible();
});

test("a quote shows its lines in the editor, where they are now", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({
    "debutEssaiSession.pih":
      "<p>new</p>\n<%\nsessionObj=Session()\nsessionObj.nom=_monnom\nsessionObj.prenom=_prenom\n%>",
  });
  await lessonOf(page).getByRole("button", { name: "debutEssaiSession.pih, lines 3 to 5" }).click();
  await expect(page.getByRole("tab", { name: "debutEssaiSession.pih", selected: true })).toBeVisible();
  const lit = page.locator(".monaco-editor .line-caused");
  await expect(lit).toHaveCount(3);
  await playground.write({
    "debutEssaiSession.pih":
      "<%\n\n\n\n\nsessionObj=Session()\nsessionObj.nom=_monnom\nsessionObj.prenom=_prenom\n%>",
  });
  await page.mouse.move(0, 0);
  await lessonOf(page).getByRole("button", { name: "debutEssaiSession.pih, lines 3 to 5" }).hover();
  await expect.poll(() => litLines(page)).toEqual([6, 7, 8]);
});

test("a link of the text lights what it names, and a click brings that into sight", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.press("Fold: Inspector");
  const link = lessonOf(page).getByRole("button", { name: "sessions", exact: true });
  await link.hover();
  await expect(page.getByRole("tab", { name: "Sessions" })).toHaveAttribute("data-pointed");
  await page.getByRole("heading", { name: "Biscuiterie" }).hover();
  await expect(page.locator("[data-pointed]")).toHaveCount(0);
  await link.click();
  await expect(page.getByRole("tab", { name: "Sessions", selected: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sessions on the server" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Sessions" })).toHaveAttribute("data-pointed");
});

test("who points by keyboard is taken there", async ({ page }) => {
  await openPlayground(page);
  const link = lessonOf(page).getByRole("button", { name: "sessions", exact: true });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Sessions", selected: true })).toBeFocused();
});

test("a step of the text is run", async ({ page }) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await lessonOf(page).getByRole("button", { name: "Open the form" }).click();
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
});

test("a question is answered once; answer, hints and place survive another language and a reload", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const lesson = lessonOf(page);
  const question = lesson.getByRole("group", { name: /What will you see/ });
  await expect(lesson.getByRole("button", { name: "This is my answer" })).toBeDisabled();
  await question.getByRole("radio", { name: "The first name again" }).check();
  await lesson.getByRole("button", { name: "This is my answer" }).click();
  await expect(lesson.getByText("Not quite.")).toBeVisible();
  await expect(question.getByRole("radio").first()).toBeDisabled();
  await lesson.getByRole("button", { name: "Show a hint" }).click();
  await lesson.getByRole("button", { name: "Show another hint" }).click();
  await lesson
    .getByRole("heading", { name: "The superb traceback" })
    .evaluate((heading) => heading.scrollIntoView());
  await expect(lesson.getByText("Hint 2")).toBeVisible();

  await playground.press("FR");
  const french = page.getByRole("region", { name: "Leçon", exact: true });
  const heading = french.getByRole("heading", { name: "La superbe trace d’erreur" });
  await expect(heading).toBeInViewport();
  await expect.poll(() => distanceFromTop(heading)).toBeLessThan(4);
  await expect(french.getByText("Pas tout à fait.")).toBeVisible();
  await expect(french.getByText("Indice 2")).toBeVisible();
  await page.reload();
  await expect(french.getByText("Pas tout à fait.")).toBeVisible();
  await expect(french.getByText("Indice 2")).toBeVisible();
});

test("the solution is shown before it is applied, and can be undone", async ({ page }) => {
  const playground = await openPlayground(page);
  await lessonOf(page).getByRole("button", { name: "Show the solution" }).click();
  const dialog = page.getByRole("dialog", { name: "The solution" });
  await expect(dialog.getByRole("region", { name: "suiteEssaiSession.pih" })).toContainText(
    "1 line added, 1 removed",
  );
  await expect(dialog.getByRole("deletion")).toHaveText("session.close()");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await sendForm(playground);
  for (const visit of [1, 2]) {
    await playground.visit(`/suiteEssaiSession.pih?${visit}`);
    await expect(playground.shown.locator("body")).toContainText("Zoë");
  }
  await playground.press("Undo");
  await playground.visit("/suiteEssaiSession.pih?3");
  await expect(playground.shown.locator("body")).toContainText("Zoë");
  await playground.visit("/suiteEssaiSession.pih?4");
  await expect(playground.shown.locator("body")).toContainText("AttributeError");
});

test("a reset begins the lesson again, and can be undone with cookies, sessions and ticks", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const lesson = lessonOf(page);
  await playground.write({ "mine.html": "<p>mine</p>" });
  await sendForm(playground);
  await expect(lesson.getByText("1 of 4 goals met")).toBeVisible();
  await expect(page.getByRole("tab", { name: "Sessions" })).toContainText("1");
  await lesson.getByRole("button", { name: "Reset" }).click();
  await expect(lesson.getByText("0 of 4 goals met")).toBeVisible();
  await expect(playground.shown.getByText("Qui êtes-vous ?")).toBeVisible();
  await expect(page.getByRole("tab", { name: "mine.html" })).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Sessions" })).not.toContainText("1");
  await playground.press("Undo");
  await expect(lesson.getByText("1 of 4 goals met")).toBeVisible();
  await expect(page.getByRole("tab", { name: "mine.html" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "Sessions" })).toContainText("1");
  await expect(playground.shown.locator("body")).toContainText("Müller");
});

test("the contents open by keyboard, mark the lesson shown, and lead to another", async ({ page }) => {
  await openPlayground(page);
  await page.getByRole("button", { name: "3. The manual’s example" }).first().press("Enter");
  const contents = page.getByRole("dialog", { name: "Lessons" });
  await expect(contents.locator("[aria-current=page]")).toContainText("The manual’s example");
  await expect(contents.locator("[aria-current=page]")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(contents.getByRole("button", { name: /The session/ }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(lessonOf(page).getByRole("heading", { name: "2. The session" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "hello.pih", selected: true })).toBeVisible();
  await lessonOf(page)
    .getByRole("button", { name: /Next lesson/ })
    .click();
  await expect(lessonOf(page).getByRole("heading", { name: "3. The manual’s example" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "debutEssaiSession.pih" })).toBeVisible();
});

test("progress is told in words, exported as a small file, and forgotten only as long as wished", async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await sendForm(playground);
  await expect(lessonOf(page).getByText("1 of 4 goals met")).toBeVisible();
  await openProgress(page);
  const dialog = page.getByRole("dialog", { name: "My progress" });
  await expect(dialog.getByRole("listitem").filter({ hasText: "The manual’s example" })).toContainText(
    "1 of 4 goals met",
  );
  await dialog.getByRole("textbox").fill("Zoë");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  const file = await (await download).createReadStream();
  const text = (await file.toArray()).join("");
  expect(JSON.parse(text)).toEqual({
    biscuiterie: "progress",
    version: 1,
    name: "Zoë",
    lessons: { "manual-example": { begun: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) } },
  });
  await dialog.getByRole("button", { name: "Forget all" }).click();
  await expect(dialog.getByText("nothing yet")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await playground.press("Undo");
  await openProgress(page);
  await expect(dialog.getByRole("textbox")).toHaveValue("Zoë");
});

test("F6 goes through the lesson too, and its border moves by keyboard", async ({ page }) => {
  await openPlayground(page);
  await expect(lessonOf(page).getByText("0 of 4 goals met")).toBeVisible();
  await page.keyboard.press("F6");
  await expect(page.locator(".lesson-scroll")).toBeFocused();
  await page.keyboard.press("F6");
  await expect(page.getByRole("textbox", { name: "Text of index.html" })).toBeFocused();
  const border = page.getByRole("separator", { name: "Width of the lesson" });
  const before = await lessonOf(page).evaluate(({ clientWidth }) => clientWidth);
  await border.press("PageUp");
  await expect.poll(() => lessonOf(page).evaluate(({ clientWidth }) => clientWidth)).toBeLessThan(before);
  await page.reload();
  await expect(border).toHaveAttribute("aria-valuenow", "15");
});

test("on a phone the lesson is a part of its own, and a step shows the part where it happens", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.goto(process.env.E2E_URL ?? "");
  const bar = page.getByRole("navigation", { name: "Parts of the page" });
  await expect(bar.getByRole("button", { name: "Lesson" })).toHaveAttribute("aria-current", "page");
  await lessonOf(page).getByRole("button", { name: "Open the form" }).click();
  await expect(bar.getByRole("button", { name: "Browser" })).toHaveAttribute("aria-current", "page");
  await expect(page.frameLocator('iframe[title="Browser A"]').getByText("Qui êtes-vous ?")).toBeVisible();
  await bar.getByRole("button", { name: "Lesson" }).click();
  await lessonOf(page).getByRole("button", { name: "suiteEssaiSession.pih, line 5" }).click();
  const editor = page.getByRole("textbox", { name: "Text of suiteEssaiSession.pih" });
  expect(
    await editor.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart, field.selectionEnd),
    ),
  ).toBe("session.close()");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("nothing runs before the learner says so, and the sandbox begins with another site on request", async ({
  page,
}) => {
  await openPlayground(page);
  for (const [number, file] of [
    [8, "left.pih"],
    [14, "index.pih"],
  ] as const) {
    await page.locator("button.lesson-menu-button").click();
    await page
      .locator(".contents-item")
      .nth(number - 1)
      .click();
    await expect(page.getByRole("tab", { name: file, selected: true })).toBeVisible();
    await expect(page.locator(".server-state.is-ready")).toBeVisible();
    await expect(page.getByRole("tab", { name: "Requests", exact: true })).toHaveText("Requests");
  }
  const template = lessonOf(page).locator(".templates button").first();
  const before = await page.locator(".editor-part").getByRole("tab").allTextContents();
  await template.click();
  await expect
    .poll(() => page.locator(".editor-part").getByRole("tab").allTextContents())
    .not.toEqual(before);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => page.locator(".editor-part").getByRole("tab").allTextContents()).toEqual(before);
});

test("a lesson can be chosen before the server is there", async ({ page }) => {
  await page.goto(process.env.E2E_URL ?? "");
  await page.locator("button.lesson-menu-button").click();
  await page.locator(".contents-item").nth(1).click();
  await expect(lessonOf(page).getByRole("heading", { name: "2. The session" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "hello.pih" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const language of ["EN", "FR"] as const) {
    test(`the lesson and its dialogs have no axe violations, ${colorScheme}, ${language}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const playground = await openPlayground(page);
      await playground.press(language);
      await page.locator(".prediction input").first().check();
      await page.locator(".prediction button").click();
      await page.locator(".hints button").click();
      await sendFormIn(page);
      await expect(page.locator(".goals .is-met")).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
      await page.locator("[data-place=solution]").click();
      await expect(page.locator(".solution-dialog")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("button.lesson-menu-button").click();
      await expect(page.locator(".contents-item").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.locator(".lesson-contents").getByRole("button").last().click();
      await expect(page.locator(".progress-dialog")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.setViewportSize({ width: 390, height: 780 });
      expect(await violations(page)).toEqual([]);
    });
  }
}

function lessonOf(page: Page): Locator {
  return page.getByRole("region", { name: "Lesson", exact: true });
}

function goal(lesson: Locator, text: string): Locator {
  return lesson.getByRole("listitem").filter({ hasText: text });
}

async function openProgress(page: Page): Promise<void> {
  await page.getByRole("button", { name: "3. The manual’s example" }).first().click();
  await page.getByRole("button", { name: "My progress" }).click();
}

/** The form, whatever the language around it. */
async function sendFormIn(page: Page): Promise<void> {
  const shown = page.frameLocator("iframe.preview");
  await shown.locator("[name=monnom]").fill("Müller");
  await shown.getByRole("button", { name: "Ok" }).click();
}

/** How far below the top of the lesson's column something stands, in pixels. */
function distanceFromTop(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const box = node.closest(".lesson-scroll")?.getBoundingClientRect();
    return Math.abs(node.getBoundingClientRect().top - (box?.top ?? 0));
  });
}

/** The numbers of the lit lines of the editor, by their height. */
function litLines(page: Page): Promise<number[]> {
  return page.locator(".monaco-editor .line-caused").evaluateAll((lines) => {
    const numbers = [...document.querySelectorAll<HTMLElement>(".monaco-editor .line-numbers")];
    const topOf = (element: Element) => Math.round(element.getBoundingClientRect().top);
    return lines.map((line) => Number(numbers.find((number) => topOf(number) === topOf(line))?.textContent));
  });
}
