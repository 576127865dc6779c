/** An error page ends with a sentence in plain words, in both themes. */
import { expect, test } from "@playwright/test";
import { openPlayground } from "./playground.ts";

const pages = {
  "name.pih": "<%\nprenoms = ['Ada', 'Grace']\nfor prenom in prenom:\n    print prenom\n%>",
  "print.pih": "<%\nfor i in range(3):\n    print(i, end=' ')\n%>",
};

for (const colorScheme of ["light", "dark"] as const) {
  test(`the error page says what may have been meant (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const playground = await openPlayground(page);
    await playground.write(pages);
    await playground.visit("/name.pih");
    const hint = playground.shown.locator("main > p").last();
    await expect(hint).toHaveText("There is no prenom here; did you mean prenoms?");
    await expect(hint.locator("code")).toHaveText(["prenom", "prenoms"]);
    await expect(playground.shown.locator(".exception")).toHaveText(
      "NameError: name 'prenom' is not defined",
    );
    await playground.visit("/print.pih");
    await expect(hint).toContainText("In Python 2 print has no end=: write print x, with a comma");
  });
}
