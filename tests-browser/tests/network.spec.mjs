// One person with two files; candidates kept in mind; colleagues mentioned in notes (S1, S2, S9).
import { expect, faults, follow, settled, test } from "./talang.mjs";

const HR = "hr@velmora.example";

test("two files of one person become one, and two again", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/candidates");
  await page.getByRole("link", { name: "Possible duplicates" }).click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  const pair = page.locator("main a[href*='/merge?with=']").last();
  const other = (await pair.getAttribute("href")).split("with=")[1];
  await pair.click();
  await settled(page);
  await expect(page.getByRole("group", { name: "E-mail" }).getByRole("radio").first()).toBeChecked();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("group", { name: "E-mail" }).getByRole("radio").last().check();
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Files merged");
  await expect(page.locator("main")).toContainText("@post.example");
  await page.locator(".tl-toast-undo").click();
  await expect(page.locator("#tl-toasts")).toContainText("two again");
  await settled(page);
  await expect(page.locator("main")).toContainText("@mail.example");
  await visit(`/candidates/${other}`);
  await expect(page.locator("main")).toContainText("@post.example");
});

test("selected candidates come into a pool, and the list is narrowed to it", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/candidates");
  await page.locator("tbody input[type=checkbox]").first().check();
  await page.getByRole("button", { name: "Tag or pool" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Tag", { exact: true }).fill("likes trains");
  await dialog.getByLabel("Put into the pool").selectOption({ label: "Future apprentices" });
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Candidate updated");
  await page.getByRole("button", { name: "Tags" }).click();
  await page.getByRole("menuitemradio", { name: "likes trains" }).click();
  await settled(page);
  await expect(page.locator("tbody tr")).toHaveCount(1);
});

test("a colleague is mentioned by keyboard", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/vacancies");
  await page.getByRole("link", { name: "Service technician" }).first().click();
  await settled(page);
  await page.locator("[data-card] a").first().click();
  await settled(page);
  const note = page.getByLabel("New note");
  await note.pressSequentially("What do you think, @li");
  await expect(page.getByRole("listbox", { name: "People on the hiring team" })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await note.press("Enter");
  await expect(note).toHaveValue(/@Linnéa Åkesson $/);
  await page.locator("form", { has: note }).getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#tl-toasts")).toContainText("Note saved");
  await as("manager@velmora.example");
  await visit("/me");
  await expect(page.locator("main")).toContainText("Read the note that mentions you");
});

// S2, G7: whoever is recommended decides, by the link of the mail that tells it.
test("an employee recommends somebody, who says no and is forgotten", async ({ page, as, visit }) => {
  const email = `rosa${Date.now()}@example.org`;
  await as("employee@velmora.example");
  await visit("/me/referrals");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("link", { name: "Recommend somebody" }).first().click();
  await settled(page);
  expect(await faults(page)).toEqual([]);
  await page.locator('main select[name="vacancy"]').selectOption({ index: 1 });
  await page.getByLabel("First name").fill("Rosa");
  await page.getByLabel("Last name").fill("Quintal");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send recommendation" }).click();
  await expect(page.locator("main")).toContainText("Rosa Quintal");
  await expect(page.locator("main")).toContainText("Invited");
  await follow(page, email);
  await expect(page.locator("h1")).toContainText("You have been recommended");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "No, thank you" }).click();
  await expect(page.locator("h1")).toContainText("Thank you for your answer");
  await visit("/me/referrals");
  await expect(page.locator("main")).not.toContainText("Rosa");
  await expect(page.locator("main")).toContainText("Closed");
});
