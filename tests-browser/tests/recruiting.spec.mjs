// The board of a vacancy: cards by mouse, by keyboard and several at once, a refusal with its reason, and the way back (S2, S9).
import { expect, expectRefusal, faults, settled, test } from "./talang.mjs";

const HR = "hr@velmora.example";
const column = (page, title) => page.locator(`[data-stage][data-title="${title}"]`);
const count = async (page, title) => Number(await column(page, title).locator(".tl-board-count").textContent());

/** Opens the board of a vacancy by its title. */
async function board(page, visit, title) {
  await visit("/vacancies");
  await page.getByRole("link", { name: title }).first().click();
  await settled(page);
  await expect(page.locator("[data-board]")).toBeVisible();
}

test("a card is dragged to another stage, and put back", async ({ page, as, visit }) => {
  await as(HR);
  await board(page, visit, "Payroll specialist");
  const [from, to] = [await count(page, "Received"), await count(page, "Screening")];
  const card = column(page, "Received").locator("[data-card]").first();
  const name = await card.getAttribute("data-title");
  // Onto the heading: a column is longer than the screen, and a page that scrolls under the mouse drags another card.
  await card.dragTo(column(page, "Screening").locator("h2"));
  await expect(page.locator("#tl-toasts")).toContainText("Application moved");
  await expect(column(page, "Screening").locator(`[data-title="${name}"]`)).toBeVisible();
  expect([await count(page, "Received"), await count(page, "Screening")]).toEqual([from - 1, to + 1]);
  await page.locator(".tl-toast-undo").click();
  await expect(page.locator("#tl-toasts")).toContainText("put back");
  expect([await count(page, "Received"), await count(page, "Screening")]).toEqual([from, to]);
});

test("a refusal by keyboard asks for its reason", async ({ page, as, visit, complaints }) => {
  await as(HR);
  await board(page, visit, "Data analyst");
  const first = column(page, "Screening").locator("[data-card] a").first();
  const name = await first.textContent();
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await expect(column(page, "Screening").locator("[data-card] a").nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("m");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(name);
  await dialog.getByLabel("Stage").selectOption({ label: "Refused" });
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(dialog).toContainText("is missing");
  expectRefusal(complaints, 422);
  await dialog.getByLabel("Reason for refusal").selectOption({ label: "Skills do not fit" });
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Application moved");
  await expect(column(page, "Refused").locator(`[data-title="${name}"]`).first()).toBeVisible();
});

test("several cards are moved together", async ({ page, as, visit }) => {
  await as(HR);
  await board(page, visit, "Data analyst");
  const before = await count(page, "Interview");
  const cards = column(page, "Received").locator("[data-card]");
  for (const at of [0, 1]) await cards.nth(at).locator("input[type=checkbox]").check();
  await page.getByRole("button", { name: "Move selected" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Move 2 applications");
  await dialog.getByLabel("Stage").selectOption({ label: "Interview" });
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.locator("#tl-toasts")).toContainText("2 applications moved");
  expect(await count(page, "Interview")).toBe(before + 2);
});

test("a hiring manager sees their own vacancy alone, and writes a note", async ({ page, as, visit }) => {
  await as("manager@velmora.example");
  await visit("/vacancies");
  await expect(page.locator("main tbody tr")).toHaveCount(1);
  await page.getByRole("link", { name: "Service technician" }).first().click();
  await settled(page);
  await page.locator("[data-card] a").first().click();
  await settled(page);
  await page.getByLabel("New note").fill("Knows our pumps.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("main")).toContainText("Knows our pumps.");
});

test("a requisition is asked for, approved by whoever leads, and waits for HR", async ({ page, as, visit, complaints }) => {
  await as("manager@velmora.example");
  await visit("/requisitions");
  await page.getByRole("link", { name: "New" }).click();
  await settled(page);
  await page.getByRole("link", { name: "Without a position" }).click();
  await settled(page);
  await page.getByLabel("Title").fill("Weekend technician");
  await page.getByRole("button", { name: "Save" }).click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Submitted");
  await expect(page.locator("main")).toContainText("Not asked yet");
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("button", { name: "Submit for approval" })).toBeVisible();
  // What waits for the director is in the personal area; a refusal wants a reason.
  await as("director@velmora.example");
  await visit("/me");
  await page.getByRole("link", { name: /Buyer for electronic components/ }).click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(page.locator("main")).toContainText("Enter a value");
  expectRefusal(complaints, 422);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Decision saved");
  await visit("/me");
  await expect(page.locator("main")).not.toContainText("Buyer for electronic components");
});

test("an approved requisition becomes a vacancy", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/requisitions");
  await page.getByRole("link", { name: "Safety officer for the new line" }).first().click();
  await settled(page);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Decision saved");
  await page.getByRole("button", { name: "Create vacancy" }).click();
  await settled(page);
  await expect(page.locator("h1")).toContainText("Safety officer for the new line");
  expect(await faults(page)).toEqual([]);
});

test("an interview is planned from the page of an application", async ({ page, as, visit }) => {
  await as(HR);
  await board(page, visit, "Data analyst");
  await column(page, "Interview").locator("[data-card] a").first().click();
  await settled(page);
  await page.getByRole("link", { name: "Plan an interview" }).click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.getByLabel("Place").fill("Room 4");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Interview saved");
  await expect(page.locator("main")).toContainText("Room 4");
  expect(await faults(page)).toEqual([]);
});

test("an offer is made and handed in, and an accepted one becomes an employee", async ({ page, as, visit }) => {
  await as(HR);
  await board(page, visit, "Data analyst");
  await column(page, "Interview").locator("[data-card] a").last().click();
  await settled(page);
  await page.getByRole("link", { name: "Make an offer" }).click();
  await settled(page);
  await expect(page.getByLabel("Job title")).toHaveValue("Data analyst");
  await page.getByLabel("Start of work").fill("2027-03-01");
  await page.getByRole("button", { name: "Save" }).click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Submitted");
  await expect(page.locator("main")).toContainText("Waiting");
  // Somebody else has accepted: what waits leads to the form, and the page says by itself when it is done.
  await visit("/me");
  await page.getByRole("link", { name: /Hire the candidate/ }).first().click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await expect(page.getByLabel("Contract number")).toHaveValue("1");
  await page.getByRole("button", { name: "Hire", exact: true }).click();
  await expect(page.locator("#hiring")).toContainText("Hired:", { timeout: 30_000 });
  expect(await faults(page)).toEqual([]);
  await page.getByRole("link", { name: "Open the employee’s file" }).click();
  await settled(page);
  await expect(page.locator("main")).toContainText("has not started yet");
  await visit("/recruiting/figures");
  await expect(page.locator("main")).toContainText("How far applications come");
  expect(await faults(page)).toEqual([]);
});

// S11: not there until the company wants it; then of a year that is over, and never of fewer people than it says.
test("figures by gender are there when the company wants them", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/recruiting/figures");
  await expect(page.locator("main")).not.toContainText("How far candidates of");
  await as("admin@velmora.example");
  await visit("/");
  await page.locator("nav.tl-nav a[href='/o/diversity-breakdowns']").click();
  await page.getByRole("link", { name: /New/ }).first().click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("radio", { name: "Gender" }).check();
  await page.getByRole("button", { name: "Save" }).first().click();
  await settled(page);
  await as(HR);
  await visit("/recruiting/figures");
  await expect(page.locator("main")).toContainText(/How far candidates of \d{4} came: gender/i);
  expect(await faults(page)).toEqual([]);
});
