// What the tests say and do with the demo.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The demo's one password. */
export const PASSWORD = "talang demo 2026";

/** The address of a page of a demo company: every company has a sub-domain of its own (T2). */
export const address = (company, path = "/") => `http://${company}.localhost:${process.env.TALANG_PORT}${path}`;

/** A test whose page complains about everything that the browser complains about. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.complaints = complaints;
    await use(page);
    expect(complaints, "what the browser complained about").toEqual([]);
  },
});

/** Signs in and waits for the first page. */
export async function signIn(page, company, login, password = PASSWORD) {
  await page.goto(address(company));
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await page.waitForLoadState("networkidle");
}

/** What axe finds on the page (S9: WCAG 2.2 AA), in a line each: the serious and the critical. */
export async function faults(page) {
  // The page's own policy forbids added scripts; the debugger is not bound by it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, impact, nodes }) => nodes.slice(0, 3).map((n) => `${new URL(page.url()).pathname} ${impact} ${id}: ${n.target} — ${n.failureSummary}`));
}

export { expect };
