// Letters to candidates: an administrator writes the wording, a recruiter sends it to several at once, and the mail is there (S2, S9, S10).
import { LANGUAGES, address, expect, faults, settled, test } from "./talang.mjs";

test("a wording is written with its merge fields and a preview", async ({ page, as, visit, complaints }) => {
  await as("admin@velmora.example");
  await visit("/message-templates?lang=en");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("link", { name: "New" }).click();
  await settled(page);
  const code = `hello-${Date.now()}`;
  await page.getByLabel("Name").fill("A short hello");
  await page.getByLabel("Code").fill(code);
  await page.getByLabel("Language and region").selectOption("en-GB");
  await page.getByLabel("Subject").fill("About ");
  // A merge field goes where one writes.
  await page.getByRole("button", { name: "{vacancy.title}" }).click();
  await expect(page.getByLabel("Subject")).toHaveValue("About {vacancy.title}");
  await page.getByLabel("Text").fill("Dear {candidate.first_name},\n{salary}");
  await expect(page.locator("main")).toContainText("Line 2: there is no merge field {salary}");
  await page.getByRole("button", { name: "Save" }).click();
  await settled(page);
  await expect(page.locator("[data-error-summary]")).toContainText("{candidate.first_name}");
  expect(await faults(page)).toEqual([]);
  // The browser tells of the refusal, as it should.
  expect(complaints.splice(0).length).toBe(1);
  await page.getByLabel("Text").fill("Dear {candidate.first_name},\nsee you soon.");
  await expect(page.locator("main")).toContainText("Dear Robin,");
  await page.getByRole("button", { name: "Save" }).click();
  await settled(page);
  await expect(page.locator("#tl-toasts")).toContainText("Template saved");
});

test("a recruiter writes to several from the board, and each has a mail in their language", async ({ page, as, visit }) => {
  await as("hr@velmora.example");
  await visit("/vacancies?lang=en");
  await page.getByRole("link", { name: "Payroll specialist" }).first().click();
  await settled(page);
  const cards = page.locator("[data-card]");
  const names = [await cards.nth(0).getAttribute("data-title"), await cards.nth(1).getAttribute("data-title")];
  for (const at of [0, 1]) await cards.nth(at).locator("input[type=checkbox]").check();
  await page.getByRole("button", { name: "Write to selected" }).click();
  await page.waitForURL(/applications\/write/);
  await settled(page);
  await page.getByLabel("Template").selectOption("documents");
  await expect(page.locator("#letters details")).toHaveCount(2);
  expect(await faults(page)).toEqual([]);
  await page.locator("#letters summary").first().click();
  const mark = `Nr. ${Date.now()}`;
  await page.getByLabel("Subject").first().fill(mark);
  await page.getByRole("button", { name: "Send" }).click();
  await settled(page);
  await expect(page.locator("#tl-toasts")).toContainText("2 messages sent");
  await page.locator("[data-card]").filter({ hasText: names[0] }).locator("a").first().click();
  await settled(page);
  await expect(page.locator(".tl-letters")).toContainText(mark);
  await expect(async () => {
    await page.goto(address("velmora", "/demo/mails"));
    await expect(page.locator("body")).toContainText(mark);
  }).toPass({ timeout: 20_000 });
  // Sound in every language, by phone, too.
  await visit("/applications");
  for (const [at, language] of LANGUAGES.entries()) {
    await page.setViewportSize(at % 2 ? { width: 390, height: 844 } : { width: 1280, height: 900 });
    await page.goto(address("velmora", `/applications/write?id=1&id=2&template=refusal&lang=${language}`));
    await settled(page);
    expect(await faults(page), language).toEqual([]);
    expect(await page.locator("body").innerText(), language).not.toMatch(/letters-[a-z]/);
  }
});
