// One person with two files: found, laid side by side, merged, and two again (S2, S9).
import { expect, faults, settled, test } from "./talang.mjs";

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
