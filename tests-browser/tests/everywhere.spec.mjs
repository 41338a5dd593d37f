// What holds on every page, for everybody: it opens, has one first-level heading, fits the screen, shows texts and not
// their names, the browser has nothing to complain about, and axe finds no serious fault in light nor in dark (S9, S10).
import { EVERYBODY, address, companyOf, expect, faults, menu, raw, settled, test } from "./talang.mjs";

/** Pages beside the menu that people work on. */
const DETAILS = {
  "hr@velmora.example": [
    "/people/688",
    "/o/employees/688",
    "/o/employees/688/edit",
    "/o/employees/688/history",
    "/o/employees/688/related",
    "/o/employees/new",
    "/people/688/move",
    "/organisation?look=outline",
    "/vacancies/1",
    "/vacancies/1?tab=details",
    "/vacancies/1?tab=team",
    "/candidates/1",
    "/candidates/1?tab=history",
    "/applications/1",
    "/o/vacancies/new",
    "/search?q=fontaine",
    "/password",
  ],
  "admin@velmora.example": ["/access/roles/2", "/access/users/2", "/access/lists/1", "/access/lists/1/rule", "/import/formats"],
};

/** What is wrong with the page that is open. */
async function wrong(page, where) {
  const out = [];
  const headings = await page.locator("h1").count();
  if (headings !== 1) out.push(`${where}: ${headings} first-level headings`);
  out.push(...raw(await page.locator("body").innerText()).map((text) => `${where}: shows ${text}`));
  out.push(...(await faults(page)));
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-bs-theme", "dark");
  out.push(...(await faults(page, { type: "rule", values: ["color-contrast"] })).map((fault) => `dark: ${fault}`));
  await page.emulateMedia({ colorScheme: "light" });
  return out;
}

for (const login of ["hr@velmora.example", "admin@velmora.example", "employee@velmora.example", "owner@auberive.example"]) {
  test(`every page of the menu is sound for ${login}`, async ({ page, as }) => {
    test.setTimeout(300_000);
    await as(login);
    await page.goto(address(page.company));
    await settled(page);
    const pages = [...new Set(["/", ...(await menu(page)), ...(DETAILS[login] ?? [])])];
    expect(pages.length, "pages in the menu").toBeGreaterThan(4);
    const found = [];
    for (const path of pages) {
      const answer = await page.goto(address(page.company, path));
      await settled(page);
      if (answer.status() !== 200) found.push(`${path}: ${answer.status()}`);
      else found.push(...(await wrong(page, path)));
    }
    expect(found).toEqual([]);
  });
}

// S9: nothing is wider than a telephone.
for (const login of ["hr@velmora.example", "manager@velmora.example"]) {
  test(`every page fits a telephone for ${login}`, async ({ page, as }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 390, height: 844 });
    await as(login);
    await page.goto(address(page.company));
    await settled(page);
    const found = [];
    for (const path of new Set(["/", ...(await menu(page)), ...(DETAILS[login] ?? [])])) {
      await page.goto(address(page.company, path));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${path}: ${over} px wider than the screen`);
    }
    expect(found).toEqual([]);
  });
}

/** Links that a page offers: paths of this company, without what is a file. */
function links(html) {
  const out = [];
  for (const [tag] of html.matchAll(/<a\b[^>]*>/g)) {
    const href = /\bhref="([^"]*)"/.exec(tag)?.[1].replaceAll("&amp;", "&");
    if (href?.startsWith("/") && !href.startsWith("//") && !/\bdownload\b/.test(tag)) out.push(href.split("#")[0]);
  }
  return out;
}

/** What a reader of the page reads. */
const words = (html) =>
  html
    .replace(/<(script|style|svg)\b.*?<\/\1>/gs, " ")
    .replace(/<[^>]*>/g, "\n")
    .replaceAll("&amp;", "&");

/** A page of a kind: of `/people/7` and `/people/9`, a few are enough. */
const kind = (path) => path.split("?")[0].replace(/\d+/g, "#") + [...new URLSearchParams(path.split("?")[1]).keys()].sort().join();

/** What the server answers to the browser's own session, without drawing the page. */
const fetched = (page, path) =>
  page.evaluate(async (path) => {
    const answer = await fetch(path);
    return { status: answer.status, type: answer.headers.get("content-type") ?? "", html: await answer.text() };
  }, path);

// Every link leads somewhere. The menu's pages first, then the pages that they lead to, some of each kind.
const PAGES = 150;
const OF_A_KIND = 3;
for (const login of EVERYBODY) {
  test(`every link leads somewhere for ${login}`, async ({ page, as }) => {
    test.setTimeout(120_000);
    await as(login);
    await page.goto(address(companyOf(login)));
    const queue = [{ path: "/", from: "the address bar" }];
    const seen = new Set(["/"]);
    const kinds = new Map();
    const found = [];
    let visited = 0;
    for (const { path, from } of queue) {
      if (visited === PAGES) break;
      visited += 1;
      const { status, type, html } = await fetched(page, path);
      if (status >= 400) found.push(`${path} (from ${from}): ${status}`);
      if (!type.includes("html")) continue;
      found.push(...raw(words(html)).map((text) => `${path}: shows ${text}`));
      for (const next of links(html)) {
        const of = kind(next);
        if (seen.has(next) || (kinds.get(of) ?? 0) >= OF_A_KIND) continue;
        seen.add(next);
        kinds.set(of, (kinds.get(of) ?? 0) + 1);
        queue.push({ path: next, from: path });
      }
    }
    expect(visited).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });
}
