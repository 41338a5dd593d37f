// Imports, rights, and how the screens look.
import { readFileSync } from "node:fs";
import { LANGUAGES, address, expect, faults, menu, raw, settled, test } from "./talang.mjs";

// S10: seven whole languages.
test("every language is a whole one", async ({ page, as, visit }) => {
  test.setTimeout(120_000);
  await as("hr@velmora.example");
  await visit("/o/employees");
  const headings = new Set();
  for (const language of LANGUAGES) {
    await page.locator(".tl-lang-button").click();
    await page.locator(`#tl-languages button[value="${language}"]`).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    headings.add(await page.locator("nav.tl-nav").innerText());
    for (const path of ["/me", "/people", "/organisation/list", "/o/employees/688/edit"]) {
      await visit(path);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      expect(raw(await page.locator("body").innerText()), `${language} ${path}`).toEqual([]);
    }
  }
  expect(headings.size, "menus in words of their own").toBe(LANGUAGES.length);
  await page.locator(".tl-lang-button").click();
  await page.locator('#tl-languages button[value="en"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

// S9: the choice of light or dark is kept.
test("the dark appearance is chosen and kept", async ({ page, as, visit }) => {
  await as("hr@velmora.example");
  await visit("/o/employees");
  const ground = () => page.locator("body").evaluate((b) => getComputedStyle(b).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: "Appearance" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-bs-theme", "dark");
  await expect.poll(ground).not.toBe(light);
  await visit("/o/equipment");
  await expect(page.locator("html")).toHaveAttribute("data-bs-theme", "dark");
});

// A10–A13
test("an administrator reads the matrix of a role and the preview of a list", async ({ page, as, visit }) => {
  await as("admin@velmora.example");
  await visit("/access/roles");
  await page.getByRole("link", { name: "Administrator", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Administrator");
  expect(await page.locator("main table tbody tr").count()).toBeGreaterThan(5);
  await visit("/access/lists");
  const members = await page.locator('main tr:has-text("Nordics") td[data-label="Members"]').innerText();
  await page.getByRole("link", { name: "Nordics" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nordics");
  await expect(page.locator("main")).toContainText(members);
  await visit("/access/why");
  await expect(page.locator("main form").first()).toBeVisible();
});

// I1–I7: check first, then import; good lines come in, bad ones come back with the reason, to be mended.
test("a file with good and bad lines is checked, imported and answered", async ({ page, as, visit }) => {
  await as("admin@empty.example");
  await visit("/import");
  const send = async (text) => {
    await page.locator('input[type="file"]').first().setInputFiles({
      name: "JobFamily_InsertAndUpdate_en-GB_10_.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
    await page.locator('main form button[type="submit"]').first().click();
    await page.waitForURL(/\/import\/new\//);
  };
  await send("code;label.en\nB-ONE;First\nB-TWO;Second\n;No code\n");
  const families = async () => {
    const answer = await page.evaluate(async () => (await fetch("/o/job-families?q=B-")).text());
    return /data-total="(\d+)"/.exec(answer)?.[1] ?? "0";
  };

  await page.getByRole("button", { name: "Check only" }).click();
  await expect(page.locator("main")).toContainText("Some lines would be rejected");
  await expect(page.locator("main")).toContainText("code must be given");
  expect(await families(), "a check writes nothing").toBe("0");

  await page.getByRole("button", { name: "Import now" }).click();
  await expect(page.locator("main")).not.toContainText("nothing is written");
  await expect(page.getByRole("link", { name: "Rejected lines" })).toBeVisible();
  expect(await families()).toBe("2");

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Rejected lines" }).click()]);
  const retry = readFileSync(await file.path(), "utf8");
  expect(retry).toContain("No code");
  expect(retry).not.toContain("First");
});

// T9, S9: whatever colour somebody chooses, everybody can read the pages; another company sees nothing of it.
test("an ugly accent colour leaves every page readable", async ({ page, as, visit }) => {
  test.setTimeout(120_000);
  await as("admin@velmora.example");
  for (const accent of ["#ffee00", "#808080"]) {
    await visit("/settings/charter");
    await page.locator("#f-accent").fill(accent);
    await expect(page.locator("#charter-preview")).toContainText(accent);
    await page.locator('form[action="/settings/charter"] button[type="submit"]').click();
    await settled(page);
    await expect(page.locator('link[href^="/charter.css"]')).toHaveAttribute("href", `/charter.css?v=${accent.slice(1)}`);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const path of ["/settings/charter", "/people", "/access/roles"]) {
        await visit(path);
        expect(await faults(page), `${accent} ${colorScheme} ${path}`).toEqual([]);
      }
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  const primary = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--tl-primary"));
  const theirs = await primary();
  await page.goto(address("auberive", "/sign-in"));
  await expect(page.locator('link[href^="/charter.css"]')).toHaveCount(0);
  expect(await primary()).not.toBe(theirs);
  await visit("/settings/charter");
  await page.locator('form[action="/settings/charter/reset"] button').click();
  await page.locator("dialog[open] .btn-primary, dialog[open] .btn-danger").last().click();
  await expect(page.locator('link[href^="/charter.css"]')).toHaveCount(0);
});
