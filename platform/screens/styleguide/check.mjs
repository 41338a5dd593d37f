// Opens the style guide in a browser under the content security policy of the product, takes pictures, lets axe look for
// faults and tries the keys. Usage:
//   cargo run -p talang-screens --example styleguide -- DIR && node platform/screens/styleguide/check.mjs DIR PICTURES [LANGUAGE]
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFileSync, mkdirSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const [dir, pictures, language = "en"] = process.argv.slice(2);
mkdirSync(pictures, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const types = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://x");
  const html = (file) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
    response.end(readFileSync(join(dir, `${file}.${language}.html`)));
  };
  if (pathname.startsWith("/assets/")) {
    response.writeHead(200, { "content-type": types[extname(pathname)] });
    response.end(readFileSync(join(dir, pathname)));
  } else if (pathname.startsWith("/pick/")) {
    const all = ["Harbour services", "Fleet operations", "Customer care"].map((title, at) => ({ id: at + 1, title, detail: "Nordwind" }));
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ items: all.filter((i) => i.title.toLowerCase().includes((searchParams.get("q") ?? "").toLowerCase())), more: false }));
  } else if (pathname === "/search") html("hits");
  else if (["/children", "/move", "/list", "/form", "/chart", "/signin"].includes(pathname)) html(pathname.slice(1));
  else if (pathname === "/") html("index");
  else { response.writeHead(404, { "content-type": "text/plain" }); response.end(); }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const problems = [];
const expect = (truth, what) => { if (!truth) problems.push(what); };

async function open(width, theme, path) {
  // The policy stays in force for the page; axe is put in by the debugger, which it does not concern.
  const context = await browser.newContext({ viewport: { width, height: width > 800 ? 900 : 844 }, colorScheme: theme, deviceScaleFactor: 1, reducedMotion: "reduce", hasTouch: width < 800 });
  const page = await context.newPage();
  page.on("console", (m) => { if (["error", "warning"].includes(m.type()) && !m.text().includes("404")) problems.push(`${path} ${width} ${theme}: console: ${m.text()}`); });
  page.on("pageerror", (e) => problems.push(`${path} ${width} ${theme}: ${e.message}`));
  await page.goto(base + path, { waitUntil: "networkidle" });
  return page;
}

for (const [path, name] of [["/", "home"], ["/list", "list"], ["/form", "form"], ["/chart", "tree"], ["/signin", "signin"]]) {
  for (const width of [1440, 390]) {
    for (const theme of ["light", "dark"]) {
      const page = await open(width, theme, path);
      await page.screenshot({ path: join(pictures, `${name}-${width}-${theme}.png`), fullPage: true });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over <= 0, `${name} ${width}: ${over} px wider than the screen`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      for (const v of violations) problems.push(`${name} ${width} ${theme}: axe ${v.impact} ${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? ""}`).join(" | ")}`);
      await page.context().close();
    }
  }
}

// Keys and pointers.
{
  const page = await open(1440, "light", "/list");
  await page.keyboard.press("/");
  expect(await page.evaluate(() => document.activeElement.id) === "tl-search", "/ reaches the search");
  await page.keyboard.type("am");
  await page.waitForSelector("#tl-search-results:not([hidden]) [role=option]");
  await page.keyboard.press("ArrowDown");
  expect(await page.getAttribute("#tl-search", "aria-activedescendant"), "arrows walk through what was found");
  await page.screenshot({ path: join(pictures, "search.png") });
  await page.keyboard.press("Escape");
  const boxes = page.locator("input[data-select]");
  await boxes.nth(1).click();
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  expect(await page.locator("input[data-select]:checked").count() === 4, "shift selects a range");
  expect(await page.locator("[data-bulk]").isVisible(), "the bar of actions appears");
  await page.screenshot({ path: join(pictures, "bulk.png") });
  await page.locator("[data-bulk] .btn-danger").click();
  expect(await page.locator("dialog[role=alertdialog]").isVisible(), "destroying asks first");
  await page.screenshot({ path: join(pictures, "confirm.png") });
  await page.keyboard.press("Escape");
  await page.locator("[popovertarget=columns]").click();
  expect(await page.locator("#columns").isVisible(), "the column chooser opens");
  await page.screenshot({ path: join(pictures, "columns.png") });
  await page.keyboard.press("Escape");
  await page.locator("[popovertarget=employees-menu-3]").click();
  expect(await page.evaluate(() => document.activeElement.getAttribute("role")) === "menuitem", "a menu takes the focus");
  await page.screenshot({ path: join(pictures, "menu.png") });
  await page.keyboard.press("Escape");
  await page.locator("[data-select-none]").click();
  await page.locator("#employees-q").pressSequentially("am");
  await page.waitForURL(/\/list\?.*q=am/, { timeout: 3000 }).catch(() => problems.push("filtering works while typing"));
  expect(await page.evaluate(() => document.activeElement.id) === "employees-q" && await page.inputValue("#employees-q") === "am", "the words stay while the list changes");
  await page.locator("th a").nth(1).click();
  await page.waitForURL(/sort=org/, { timeout: 3000 }).catch(() => problems.push("a heading sorts"));
  await page.locator("a[data-row-link]").first().focus();
  await page.keyboard.press("ArrowDown");
  expect(await page.evaluate(() => document.activeElement.textContent.includes("Kenji")), "arrows go from row to row");
  await page.locator("[popovertarget=tl-theme]").click();
  await page.locator("[data-theme-choice=dark]").click();
  expect((await page.context().cookies()).some((c) => c.name === "talang_theme" && c.value === "dark"), "the theme is remembered");
  await page.context().close();
}
{
  const page = await open(1440, "light", "/chart");
  const first = page.locator("#org [role=treeitem]").first();
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement.id) === "org-9", "End and up reach the last but one");
  await page.keyboard.press("ArrowRight");
  await page.waitForSelector("#org-20");
  await page.keyboard.press("ArrowRight");
  expect(await page.evaluate(() => document.activeElement.id) === "org-20", "children arrive on opening and take the focus");
  await page.keyboard.press("x");
  expect(await page.locator("#org-20.is-cut").count() === 1, "x cuts");
  await page.keyboard.press("Home");
  await page.keyboard.press("v");
  await page.waitForSelector("dialog#move[open]");
  await page.screenshot({ path: join(pictures, "move.png") });
  await page.keyboard.press("Escape");
  await page.locator("#org-7 .tl-node-title").dragTo(page.locator("#org-2"));
  await page.waitForSelector("dialog#move[open]", { timeout: 3000 }).catch(() => problems.push("dragging asks for the move"));
  await page.context().close();
}
{
  const page = await open(1440, "light", "/form");
  expect(await page.evaluate(() => document.activeElement.hasAttribute("data-error-summary")), "the error summary takes the focus");
  await page.locator("#f-manager").click();
  await page.locator("#f-manager").fill("fleet");
  await page.waitForSelector("#f-manager-list:not([hidden]) [role=option]");
  await page.keyboard.press("ArrowDown");
  await page.screenshot({ path: join(pictures, "picker.png") });
  await page.keyboard.press("Enter");
  expect(await page.inputValue("#f-manager") === "Fleet operations" && await page.inputValue("input[name=manager]") === "2", "a record is chosen");
  await page.locator("#f-skills").fill("cust");
  await page.waitForSelector("#f-skills-list:not([hidden]) [role=option]");
  await page.keyboard.press("Enter");
  expect(await page.locator("input[name=skills]").count() === 3, "a record is added");
  expect(await page.locator("[data-dirty]").isVisible(), "unsaved changes are told");
  await page.locator(".tl-crumbs a").first().click();
  expect(await page.locator("dialog[role=alertdialog]").isVisible(), "leaving asks first");
  await page.context().close();
}
{
  const page = await open(390, "light", "/list");
  await page.locator("[data-drawer]").click();
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(pictures, "drawer-390.png") });
  expect(await page.locator("#tl-side").isVisible(), "the drawer opens");
  await page.keyboard.press("Escape");
  await page.locator("[data-search-open]").click();
  await page.keyboard.type("am");
  await page.waitForSelector("#tl-search-results:not([hidden]) [role=option]");
  await page.screenshot({ path: join(pictures, "search-390.png") });
  await page.context().close();
}
await browser.close();
server.close();
for (const problem of problems) console.error(problem);
console.log(problems.length ? `${problems.length} problems` : "no problems");
process.exitCode = problems.length ? 1 : 0;
