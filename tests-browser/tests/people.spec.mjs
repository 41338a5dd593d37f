// What HR does with people every day.
import { readFileSync } from "node:fs";
import { address, expect, expectRefusal, menu, settled, test } from "./talang.mjs";

const HR = "hr@velmora.example";
const total = (page) => page.locator("[data-list]").first().getAttribute("data-total").then(Number);

// S3: find, sort, choose columns; what is found is what is exported.
test("HR filters and sorts the list of people, and exports what was found", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/o/employees");
  const all = await total(page);
  expect(all).toBeGreaterThan(1000);
  await page.getByRole("searchbox", { name: "Filter the list" }).fill("kovačević");
  await expect.poll(() => total(page)).toBeLessThan(50);
  const found = await total(page);
  expect(found).toBeGreaterThan(0);
  for (const row of await page.locator("[data-list] tbody tr").all()) await expect(row).toContainText("Kovačević");
  // The address holds the state, so that it can be sent to a colleague.
  expect(new URL(page.url()).searchParams.get("q")).toBe("kovačević");

  const taken = async (which) => {
    await page.getByRole("button", { name: "Export", exact: true }).first().click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: which }).click()]);
    return readFileSync(await file.path(), "utf8").trim().split("\n");
  };
  const whole = await taken("CSV, all fields, to be imported again");
  expect(whole.length).toBe(found + 1);
  expect(whole[0]).toContain("exit_date");
  const shown = await taken("CSV, the columns shown");
  expect(shown.length).toBe(found + 1);
  expect(shown[0].replace("\ufeff", "").trim()).toBe("last_name,number,assignment.job,assignment.organisation,assignment.manager,assignment.establishment,status,hire_date");

  await visit("/o/employees?columns=number,last_name");
  const numbers = () => page.locator('[data-list] td[data-label="Number"]').allInnerTexts();
  await page.getByRole("link", { name: "Number", exact: true }).click();
  await expect(page.locator('th[aria-sort="ascending"]')).toContainText("Number");
  const up = await numbers();
  expect(up).toEqual([...up].sort());
  await page.getByRole("link", { name: "Number", exact: true }).click();
  await expect(page.locator('th[aria-sort="descending"]')).toContainText("Number");
  expect((await numbers())[0] > up[0]).toBe(true);
});

// S3: a view keeps filter and columns under a name.
test("HR keeps a filter as a view and finds it again", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/o/employees?q=fontaine");
  const found = await total(page);
  await page.getByRole("button", { name: "Views", exact: true }).click();
  await page.getByRole("menuitem", { name: /Save as view/ }).click();
  await page.getByLabel("Name of the view").fill("All Fontaines");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await visit("/o/employees?view=all");
  expect(await total(page)).toBeGreaterThan(found);
  await page.getByRole("button", { name: /Views|Everything/ }).first().click();
  await page.getByRole("menuitemradio", { name: "All Fontaines" }).click();
  await expect.poll(() => total(page)).toBe(found);
});

// S4, J1: what is changed is there at once, and the history tells who changed it from what to what.
test("HR changes a field of a person and sees it in the history", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/o/employees/688/edit");
  await page.getByLabel("Office").fill("Z9.99");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page).not.toHaveURL(/edit/);
  await visit("/o/employees/688");
  await expect(page.locator("dl.tl-facts")).toContainText(["Z9.99"]);
  await visit("/o/employees/688/history");
  const first = page.locator(".tl-timeline > li").first();
  await expect(first).toContainText(HR);
  await expect(first).toContainText("Office");
  await expect(first.locator("ins")).toHaveText("Z9.99");
});

// I5, S4: bad input is told beside its field, and nothing that was typed is lost.
test("a wrong value is told beside its field and in the summary", async ({ page, as, visit, complaints }) => {
  await as(HR);
  await visit("/o/employees/688/edit");
  await page.getByLabel("Work e-mail").fill("nonsense");
  await page.getByLabel("Office").fill("kept");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  const field = page.getByLabel("Work e-mail");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#f-work_email-error")).toContainText("valid e-mail");
  await expect(page.locator("[data-error-summary] a")).toHaveAttribute("href", "#f-work_email");
  await expect(page.getByLabel("Office")).toHaveValue("kept");
  expectRefusal(complaints, 422);
});

// S4: what was deleted by mistake comes back by Undo.
test("HR deletes a record and takes that back", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/o/equipment/new");
  await page.getByLabel("Code").fill("BROWSER-1");
  await page.getByLabel("Name", { exact: false }).first().fill("Laptop of the browser test");
  await page.locator("#f-kind").selectOption("laptop");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page).not.toHaveURL(/new/);
  await visit("/o/equipment?q=BROWSER-1");
  await page.locator("[data-row-link]").first().click();
  await page.getByRole("button", { name: "Actions", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await settled(page);
  await visit("/o/equipment?q=BROWSER-1");
  expect(await total(page)).toBe(1);
});

// S9: from the address bar to a person's file without a mouse.
test("the keyboard alone leads to a person", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/o/employees");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.type("emir kovac");
  await expect(page.locator("#tl-search-results [role=option]").first()).toContainText("Emir Kovačević");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Emir Kovačević");
});

// A10, A11: everybody sees the own part; what one may not see is not there.
test("a manager sees the team and an employee only the own file", async ({ page, as, visit, complaints }) => {
  await as("manager@velmora.example");
  await visit("/o/employees");
  const team = await total(page);
  await as("employee@velmora.example");
  await visit("/o/employees?columns=exit_date");
  const birthdays = (await page.locator('[data-list] td[data-label="Date of birth"]').allInnerTexts()).filter((t) => /\d/.test(t));
  expect(birthdays.length, "birthdays that an employee sees").toBeLessThanOrEqual(1);
  expect(team).toBeGreaterThan(0);
  for (const path of ["/o/contracts/1", "/o/employees/688/edit", "/access/roles", "/access/users/1"]) {
    const answer = await page.goto(address(page.company, path));
    expect(answer.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect((await menu(page)).filter((p) => p.startsWith("/access"))).toEqual([]);
  expectRefusal(complaints, 404);
});
