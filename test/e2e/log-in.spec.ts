/** Basic authentication: a page asks who is there, the browser asks the learner, and the page is told. */
import { expect, test } from "@playwright/test";
import { openPlayground } from "./playground.ts";

const page401 = `<%
if (AUTH_USER, AUTH_PASSWORD) != ('jean', 'secret'):
    RESPONSE['WWW-Authenticate'] = 'Basic realm="Le coffre"'
    raise HTTP_ERROR, (401, 'Qui va là ?')
%><p>Bonjour <%= AUTH_USER %>`;

test("the browser asks for name and password, by keyboard, until they are right", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "coffre.pih": page401, "ailleurs.html": "<p>ailleurs" });
  await playground.visit("/coffre.pih");
  await expect(playground.shown.locator("main")).toContainText("Qui va là ?");
  const question = page.getByRole("form", { name: "“Le coffre” asks for a name and a password." });
  const name = question.getByLabel("Name");
  for (const password of ["faux", "secret"]) {
    await expect(name).toBeFocused();
    await expect(name).toHaveValue("");
    await page.keyboard.type("jean");
    await page.keyboard.press("Tab");
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
  }
  await expect(playground.shown.locator("body")).toContainText("Bonjour jean");
  await expect(question).toHaveCount(0);
  await playground.visit("/ailleurs.html");
  await expect(playground.shown.locator("body")).toContainText("ailleurs");
  await playground.visit("/coffre.pih");
  await expect(playground.shown.locator("body")).toContainText("Bonjour jean");
});

test("Cancel leaves the page that asked", async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write({ "coffre.pih": page401 });
  await playground.visit("/coffre.pih");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("form")).toHaveCount(0);
  await expect(playground.shown.locator("main")).toContainText("401 Unauthorized");
});
