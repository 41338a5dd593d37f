// Every page of the menu, for every kind of user, on a desk and on a telephone: it opens, has one heading, is not wider
// than the screen, and axe finds no serious fault (S9).
import { address, expect, faults, signIn, test } from "./talang.mjs";

const USERS = [
  ["velmora", "hr@velmora.example"],
  ["velmora", "manager@velmora.example"],
  ["velmora", "employee@velmora.example"],
  ["velmora", "admin@velmora.example"],
  ["auberive", "owner@auberive.example"],
];
const SCREENS = [
  { name: "a desk", viewport: { width: 1440, height: 900 } },
  { name: "a telephone", viewport: { width: 390, height: 844 } },
];

for (const [company, login] of USERS) {
  for (const { name, viewport } of SCREENS) {
    test(`${login} on ${name}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await signIn(page, company, login);
      await expect(page.locator('input[name="password"]'), "signed in").toHaveCount(0);
      const links = await page.locator("nav a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      const pages = [...new Set(["/", ...links])];
      expect(pages.length, "pages in the menu").toBeGreaterThan(1);
      const found = [];
      for (const path of pages) {
        const answer = await page.goto(address(company, path), { waitUntil: "networkidle" });
        if (answer.status() !== 200) found.push(`${path}: ${answer.status()}`);
        const headings = await page.locator("h1").count();
        if (headings !== 1) found.push(`${path}: ${headings} first-level headings`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) found.push(`${path}: ${over} px wider than the screen`);
        found.push(...(await faults(page)));
      }
      expect(found).toEqual([]);
    });
  }
}

// S10: every language is a whole one. The message keys of Fluent (`ui-menu`) must not reach the page.
test("no page shows the name of a text instead of the text", async ({ page }) => {
  await signIn(page, "velmora", "hr@velmora.example");
  const links = await page.locator("nav a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const path of new Set(["/", ...links])) {
    await page.goto(address("velmora", path), { waitUntil: "networkidle" });
    expect(await page.locator("body").innerText(), path).not.toMatch(/\b(ui|fault|field|object)-[a-z]+(-[a-z]+)*\b(?=\s|$)/m);
  }
});
