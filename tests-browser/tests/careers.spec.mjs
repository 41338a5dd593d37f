// A candidate's way: finding a vacancy by phone, applying in another language, and the recruiter who sees it (S3, S9, S10, A9).
import { LANGUAGES, address, expect, faults, settled, test } from "./talang.mjs";

const site = (path = "") => address("velmora", `/careers/jobs${path}`);
/** A CV as word processors write one. */
const cv = (email) => ({
  name: "cv.rtf",
  mimeType: "application/rtf",
  buffer: Buffer.from(`{\\rtf1\\ansi Amel Bensaid\\par ${email}\\par +33 6 12 34 56 78\\par\\par Experience\\par 2019 - 2024 Payroll accountant, Ateliers Morel\\par}`),
});

/** What the whole page is called in a language, and that nothing is wrong with it. */
async function sound(page, where) {
  expect(await faults(page), where).toEqual([]);
  expect(await page.locator("h1").count(), where).toBe(1);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
  expect(await page.locator("body").innerText(), where).not.toMatch(/careers-[a-z]/);
}

test("every page of a site is sound in every language, light and dark, wide and narrow", async ({ page, complaints }) => {
  test.setTimeout(120_000);
  await page.goto(site("/jobs?q=payroll"));
  const job = await page.locator(".ts-offer-list-item__title-link").first().getAttribute("href");
  const jobs = job.replace("/careers/jobs", "");
  for (const [at, language] of LANGUAGES.entries()) {
    await page.emulateMedia({ colorScheme: at % 2 ? "dark" : "light" });
    await page.setViewportSize(at % 3 ? { width: 390, height: 844 } : { width: 1280, height: 900 });
    for (const path of ["", "/jobs", jobs, `${jobs}/apply`, "/pages/life", "/privacy"]) {
      await page.goto(site(`${path}?lang=${language}`));
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await sound(page, `${language} ${path}`);
    }
  }
  expect(complaints).toEqual([]);
});

test("a first page weighs less than 100 KB on the wire", async ({ page }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  for (const path of ["", `/jobs/${new Date().getFullYear()}-0001`]) {
    await session.send("Network.clearBrowserCache");
    let bytes = 0;
    const count = ({ encodedDataLength }) => { bytes += encodedDataLength; };
    session.on("Network.loadingFinished", count);
    await page.goto(site(path));
    await settled(page);
    session.off("Network.loadingFinished", count);
    expect(bytes, path).toBeGreaterThan(5_000);
    expect(bytes, path).toBeLessThan(100_000);
  }
});

test("somebody finds a vacancy by phone, applies in French, and the recruiter has it on the board", async ({ page, as, visit }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(site("?lang=fr"));
  // With a slip, and without looking at accents.
  await page.getByRole("searchbox").fill("gestionaire de paie");
  await page.keyboard.press("Enter");
  await page.locator("summary").filter({ hasText: "Affiner" }).click();
  await page.locator("label").filter({ hasText: "Maroc" }).locator("input").check();
  await settled(page);
  await expect(page).toHaveURL(/country=MA/);
  await page.locator(".ts-offer-list-item__title-link").first().click();
  await page.getByRole("link", { name: "Postuler" }).last().click();
  const who = `Amel${Date.now()}`;
  const fill = async () => {
    await page.getByLabel("Prénom").fill(who);
    await page.getByLabel("Nom", { exact: true }).fill("Bensaïd");
    await page.getByLabel("Message").fill("Je connais la paie marocaine.");
  };
  await fill();
  await page.waitForTimeout(400);

  // The browser dies, and what was written is there again; nobody else has seen it.
  const here = page.url();
  await page.goto("about:blank");
  await page.goto(here);
  await expect(page.locator("#cs-draft")).toBeVisible();
  await expect(page.getByLabel("Prénom")).toHaveValue(who);
  await expect(page.getByLabel("Message")).toHaveValue("Je connais la paie marocaine.");

  // The CV fills in what is still empty, and nothing else.
  const email = `${who}@example.org`.toLowerCase();
  await page.getByLabel("CV").setInputFiles(cv(email));
  await expect(page.locator("#cs-read")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await expect(page.getByLabel("Prénom")).toHaveValue(who);
  const questions = page.locator("fieldset");
  for (let at = 0; at < (await questions.count()); at++) await questions.nth(at).locator("input").first().check();
  await page.getByRole("checkbox", { name: /J’ai lu/ }).check();
  await page.getByRole("button", { name: "Envoyer la candidature" }).click();
  await expect(page.locator("h1")).toContainText("Votre candidature est bien reçue");
  expect(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith("talang-draft")))).toEqual([]);
  expect(await faults(page)).toEqual([]);
  // A mail in the same language says that it was received.
  await expect(async () => {
    await page.goto(address("velmora", "/demo/mails"));
    await expect(page.locator("body")).toContainText(email);
    await expect(page.locator("body")).toContainText("Nous avons reçu votre candidature");
  }).toPass({ timeout: 20_000 });

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.context().clearCookies();
  await as("hr@velmora.example");
  await visit("/vacancies?lang=en");
  await page.getByRole("link", { name: "Payroll specialist" }).first().click();
  await settled(page);
  const card = page.locator(`[data-card][data-title^="${who}"]`);
  await expect(card).toBeVisible();
  await card.locator("a").first().click();
  await settled(page);
  await expect(page.locator("main")).toContainText("Je connais la paie marocaine.");
  await expect(page.locator("main")).toContainText("cv.rtf");
});

test("a recruiter publishes a vacancy, and candidates read it at once", async ({ page, as, visit }) => {
  await as("hr@velmora.example");
  await visit("/vacancies?lang=en");
  await page.getByRole("link", { name: "Data analyst" }).first().click();
  await settled(page);
  await page.getByRole("link", { name: "Publication" }).click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  const row = page.locator("li").filter({ hasText: "Moves within Velmora" });
  await expect(row).toContainText("Not there");
  await row.getByRole("button", { name: "Publish" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("can be read there now");
  await expect(row).toContainText("Candidates read it");
  await page.goto(address("velmora", "/careers/inside/jobs"));
  await expect(page.locator("main")).toContainText("Data analyst");
});
