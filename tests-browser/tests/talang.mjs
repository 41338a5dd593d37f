// What the tests say and do with the demo.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The demo's one password. */
export const PASSWORD = "Talang demo 2026";

/** Passwords that a test has changed, by login. */
export const passwords = new Map();

/** The languages of the screens (S10). */
export const LANGUAGES = ["en", "fr", "de", "nl", "es", "sv", "da"];

/** Everybody who can sign in to the demo's companies. */
export const EVERYBODY = [
  "hr@velmora.example",
  "hr.germany@velmora.example",
  "manager@velmora.example",
  "director@velmora.example",
  "employee@velmora.example",
  "admin@velmora.example",
  "owner@auberive.example",
  "employee@auberive.example",
  "admin@empty.example",
];

/** The company of a login: the domain of its address. */
export const companyOf = (login) => login.split("@")[1].split(".")[0];

/** The address of a page of a demo company: every company has a sub-domain of its own (T2). */
export const address = (company, path = "/") => `http://${company}.localhost:${process.env.TALANG_PORT}${path}`;

/** Cookies of those who signed in already: signing in is slow on purpose (A2). */
const sessions = new Map();
/** So long a session is taken up by further tests, in milliseconds. */
const FRESH = 5 * 60_000;

/**
 * A test with three helpers of its own:
 * - `complaints`: what the browser complained about; whatever is left in it when the test ends makes it fail. A refused
 *   script or style (Content-Security-Policy) is a complaint too.
 * - `as(login)`: become somebody, with a session of the company and no other.
 * - `visit(path)`: go to a page of that company, which must answer well.
 */
export const test = base.extend({
  complaints: async ({ page }, use) => {
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      // The demo shows a mail in a frame in which no script runs, a test's own included.
      if (message.location().url.includes("/demo/mails/")) return;
      if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`);
    });
    await use(complaints);
    expect(complaints, "what the browser complained about").toEqual([]);
  },
  as: async ({ page, context, complaints }, use) => {
    expect(complaints).toEqual([]);
    await use(async (login) => {
      page.company = companyOf(login);
      await context.clearCookies();
      // Ten minutes after a sign-in far-reaching acts ask for the password again: no test is to meet that by being late.
      if (!(Date.now() - sessions.get(login)?.at < FRESH)) {
        await signIn(page, login);
        await expect(page.locator('input[name="password"]'), `${login} is signed in`).toHaveCount(0);
        sessions.set(login, { at: Date.now(), cookies: await context.cookies() });
      }
      await context.addCookies(sessions.get(login).cookies);
    });
  },
  visit: async ({ page }, use) => {
    await use(async (path, status = 200) => {
      const answer = await page.goto(address(page.company, path));
      expect(answer.status(), path).toBe(status);
      await settled(page);
      return answer;
    });
  },
});

/** Takes the browser's own note of an answer that the test expects (422, 404 …) from the complaints: that is no fault. */
export function expectRefusal(complaints, status) {
  const note = (text) => text.includes(`status of ${status}`);
  expect(complaints.some(note), `the browser noted the answer ${status}`).toBe(true);
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !note(text)));
}

/** Signs in with the form. */
export async function signIn(page, login, { password = passwords.get(login) ?? PASSWORD, company = companyOf(login) } = {}) {
  page.company = company;
  await page.goto(address(company));
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await settled(page);
}

/** Waits until the page has loaded what it loads by itself. */
export const settled = (page) => page.waitForLoadState("networkidle");

/** Follows the link of the latest mail to somebody (with those words in its subject), from the page on which the demo shows its mails. */
export async function follow(page, to, subject = "", company = "velmora") {
  await expect(async () => {
    await page.goto(address(company, "/demo/mails"));
    await page.locator("li").filter({ hasText: to }).filter({ hasText: subject }).first().locator("a").click({ timeout: 1_000 });
    await page.locator("a.btn-primary").click({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}

/** The addresses of the menu. */
export const menu = (page) =>
  page.locator("nav.tl-nav a[href^='/']").evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute("href")))]);

/** What axe finds on the page (S9: WCAG 2.2 AA), in a line each: the serious and the critical. */
export async function faults(page, rules) {
  // The page's own policy forbids added scripts; the debugger is not bound by it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"], preload: false }),
    rules ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  );
  const where = new URL(page.url());
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, impact, nodes }) =>
      nodes.slice(0, 3).map((n) => `${where.pathname}${where.search} ${impact} ${id}: ${n.target} — ${n.failureSummary}`),
    );
}

// Every name of a text in the program's own message files, so that one that reaches a page is known as such; and the
// first words of these names, so that a misspelt one is known too.
const root = fileURLToPath(new URL("../..", import.meta.url));
const names = new Set();
for (const folder of ["platform", "modules", "server"]) {
  for (const file of readdirSync(join(root, folder), { recursive: true })) {
    if (!/messages\/en(\/.*)?\.ftl$/.test(file)) continue;
    for (const [, name] of readFileSync(join(root, folder, file), "utf8").matchAll(/^([a-z][a-z0-9-]*) *=/gm)) names.add(name);
  }
}
const families = new Set([...names].map((name) => name.split("-")[0]));

/** Names of texts that stand on a page instead of the texts, and "undefined", "null" and the like (S10). */
export function raw(words) {
  const out = [];
  for (const [token] of words.matchAll(/(?<![\w@/.-])[a-z]+(?:-[a-z0-9]+)+(?![\w@/-])/g)) {
    const long = token.split("-").length > 2 && families.has(token.split("-")[0]);
    if (names.has(token) || long) out.push(token);
  }
  for (const [token] of words.matchAll(/\b(undefined|NaN|\[object Object\]|Some\(|\{\$?[a-z]+\})/g)) out.push(token);
  return [...new Set(out)];
}
if (names.size < 500) throw new Error(`only ${names.size} names of texts found: where are the message files?`);

export { expect };
