/** Lessons followed as a learner would, until every goal has ticked itself: in English by mouse, in French by keyboard. */
import { expect, type FrameLocator, type Locator, type Page, test } from "@playwright/test";
import { openPlayground } from "./playground.ts";

for (const [language, hand] of [
  ["EN", "mouse"],
  ["FR", "keyboard"],
] as const) {
  test(`lesson 2, the session, ${language}, by ${hand}`, async ({ page }) => {
    const learner = await openLesson(page, 2, { language, hand });
    const { shown } = learner;
    const tellName = async () => {
      await shown.locator("input[name]").fill("Ada");
      await learner.press(shown.locator("[type=submit]"));
      await learner.press(shown.locator("a"));
    };
    await learner.run(0);
    await tellName();
    await learner.expectGoals(2, 4);
    await learner.solve();
    await learner.run(1);
    await tellName();
    await learner.expectGoals(3, 4);
    await learner.press(page.getByRole("button", { name: /^(Delete|Supprimer) sessionId$/ }));
    await learner.run(2);
    await learner.expectGoals(4, 4);
  });

  test(`lesson 3, the manual's example, ${language}, by ${hand}`, async ({ page }) => {
    const learner = await openLesson(page, 3, { language, hand });
    const { shown } = learner;
    const walk = async () => {
      await learner.run(0);
      await shown.locator("[name=monnom]").fill("Dupont");
      await shown.locator("[name=prenom]").fill("Jean");
      await learner.press(shown.locator("[type=submit]"));
      await learner.press(shown.getByRole("link", { name: "Suivant..." }));
      await expect(shown.locator("body")).toContainText("Jean");
      await learner.press(page.locator("[data-place=back]"));
      await learner.press(shown.getByRole("link", { name: "Suivant..." }));
    };
    await walk();
    await expect(shown.locator("body")).toContainText("AttributeError");
    await learner.answer(2);
    await learner.expectGoals(3, 4);
    await learner.solve();
    await walk();
    await learner.expectGoals(4, 4);
  });

  test(`lesson 6, in memory or on disk, ${language}, by ${hand}`, async ({ page }) => {
    const learner = await openLesson(page, 6, { language, hand });
    const buy = async () => {
      await learner.run(0);
      await learner.press(learner.shown.getByRole("link").first());
    };
    await buy();
    await expect(learner.shown.locator("body")).toContainText(": 1");
    await learner.answer(1);
    await learner.run(1);
    await learner.run(2);
    await learner.expectGoals(1, 3);
    await learner.run(3);
    await buy();
    await learner.expectGoals(2, 3);
    await learner.solve();
    await buy();
    await expect(learner.shown.locator("body")).toContainText(": 1");
    await learner.run(7);
    await learner.run(8);
    await learner.expectGoals(3, 3);
  });

  test(`lesson 7, one process, threads, Apache, ${language}, by ${hand}`, async ({ page }) => {
    const learner = await openLesson(page, 7, { language, hand });
    for (let visit = 0; visit < 3; visit++) await learner.run(0);
    await learner.expectGoals(1, 4);
    await learner.run(1);
    for (let visit = 0; visit < 6; visit++) await learner.run(2);
    await learner.expectGoals(3, 4);
    await learner.press(page.locator("[data-place=persistent]"));
    await expect(page.locator("[data-place=persistent]")).toHaveAttribute("aria-checked", "true");
    for (let visit = 0; visit < 3; visit++) await learner.run(2);
    await learner.expectGoals(4, 4);
  });

  test(`lesson 9, all the orders, ${language}, by ${hand}`, async ({ page }) => {
    const learner = await openLesson(page, 9, { language, hand });
    const explore = async () => {
      await learner.run(0);
      await learner.run(1);
    };
    await learner.answer(2);
    await explore();
    await learner.expectGoals(1, 4);
    await learner.run(2);
    await explore();
    await learner.expectGoals(2, 4);
    await learner.run(5);
    await explore();
    await learner.expectGoals(3, 4);
    await learner.run(8);
    await learner.solve();
    await explore();
    await learner.expectGoals(4, 4);
  });
}

interface Learner {
  /** The page in browser A. */
  shown: FrameLocator;
  /** Clicks, or presses Enter. */
  press(target: Locator): Promise<void>;
  /** Runs the step of the text's `index`-th link that does something, and waits for its end. */
  run(index: number): Promise<void>;
  /** Answers the first question. */
  answer(option: number): Promise<void>;
  /** Has the solution shown and applies it. */
  solve(): Promise<void>;
  expectGoals(met: number, all: number): Promise<void>;
}

async function openLesson(
  page: Page,
  number: number,
  { language, hand }: { language: "EN" | "FR"; hand: "mouse" | "keyboard" },
): Promise<Learner> {
  const press = (target: Locator, key = "Enter") => (hand === "mouse" ? target.click() : target.press(key));
  await openPlayground(page);
  await press(page.getByRole("button", { name: language, exact: true }));
  await expect(page.locator("html")).toHaveAttribute("lang", language.toLowerCase());
  await press(page.locator("button.lesson-menu-button"));
  await press(page.locator(".contents-item").nth(number - 1));
  await expect(page.locator(".lesson h2")).toHaveText(new RegExp(`^${number}\\. `));
  await expect(page.locator(".server-state.is-ready")).toBeVisible();
  return {
    shown: page.frameLocator("iframe.preview"),
    press,
    async run(index) {
      await press(page.locator(".lesson-text .do-link").nth(index));
      await expect(page.locator(".step-running")).toHaveCount(0);
    },
    async answer(option) {
      await press(page.locator(".prediction input").nth(option), "Space");
      await press(page.locator(".prediction button"));
      await expect(page.locator(".because p")).toBeVisible();
    },
    async solve() {
      await press(page.locator("[data-place=solution]"));
      await press(page.locator(".solution-dialog .is-primary"));
      await expect(page.locator(".solution-dialog")).toHaveCount(0);
      // The files are the server's when it says so.
      await expect(page.getByText(/solution (is|est) (in|en) place/)).toBeVisible();
    },
    expectGoals: (met, all) =>
      expect(page.locator(".goal-strip button")).toHaveText(new RegExp(`^${met}\\D+${all}(\\D|$)`)),
  };
}
