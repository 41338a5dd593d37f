// A candidate comes to their own data by a link in a mail, and does with it what is theirs to do (G7, G8, S3, S9, S10, A9).
import { LANGUAGES, address, expect, faults, follow, settled, test } from "./talang.mjs";

const me = (path = "") => address("velmora", `/careers/jobs/me${path}`);

test("somebody who applied comes by mail, writes, withdraws and has everything deleted", async ({ page }) => {
  test.setTimeout(120_000);
  const email = `zoe${Date.now()}@example.org`;
  await page.goto(address("velmora", "/careers/jobs/jobs?lang=en&q=buyer"));
  await page.locator(".ts-offer-list-item__title-link").first().click();
  await page.getByRole("link", { name: "Apply" }).last().click();
  await page.getByLabel("First name").fill("Zoé");
  await page.getByLabel("Last name").fill("Quint");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("CV").setInputFiles({ name: "cv.rtf", mimeType: "application/rtf", buffer: Buffer.from("{\\rtf1\\ansi Zoe Quint}") });
  await page.getByRole("checkbox", { name: /I have read/ }).check();
  await page.getByRole("button", { name: "Send application" }).click();
  await expect(page.locator("h1")).toContainText("received");

  await follow(page, email);
  await expect(page.locator("h1")).toContainText("Hello Zoé");
  expect(page.url()).not.toContain("t=");
  for (const [at, language] of LANGUAGES.entries()) {
    await page.setViewportSize(at % 2 ? { width: 390, height: 844 } : { width: 1280, height: 900 });
    for (const path of ["", "/erase"]) {
      await page.goto(me(`${path}?lang=${language}`));
      expect(await faults(page), `${language} ${path}`).toEqual([]);
      expect(await page.locator("body").innerText(), language).not.toMatch(/careers-[a-z]/);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${language} ${path} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  }
  await page.goto(me("?lang=en"));
  await page.getByLabel("Your message").fill("May I bring my portfolio?");
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByRole("status")).toContainText("has been sent");
  await expect(page.locator("main")).toContainText("May I bring my portfolio?");
  await page.getByRole("link", { name: /Withdraw/ }).click();
  await page.getByRole("button", { name: "Withdraw application" }).click();
  await expect(page.locator("main")).toContainText("Withdrawn");
  await page.getByRole("link", { name: "Delete all my data" }).click();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.locator("h1")).toContainText("have been deleted");
  // Whoever is not here any more signs in, or asks for a link.
  await page.goto(me());
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send me a link" })).toBeVisible();
  await settled(page);
});
