// The organisation on any date: walk the chart, move a unit on a day (D2, D5).
import { address, expect, settled, test } from "./talang.mjs";

const HR = "hr@velmora.example";
const node = (page, title) => page.locator(`.tl-node[data-title="${title}"]`);
const on = (year) => `${new Date().getFullYear() + year}-01-01`;

test("the chart opens by keyboard", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/organisation?look=outline&levels=1");
  const closed = page.locator('[role=treeitem][aria-expanded="false"]').first();
  const title = await closed.getAttribute("data-title");
  const before = await page.locator("[role=treeitem]").count();
  await closed.focus();
  await page.keyboard.press("ArrowRight");
  await expect(node(page, title)).toHaveAttribute("aria-expanded", "true");
  await expect.poll(() => page.locator("[role=treeitem]:visible").count()).toBeGreaterThan(before);
});

// The two ways to move a unit: by keyboard (x cuts, v puts) and by dragging. Each on a day of its own.
for (const way of ["keyboard", "mouse"]) {
  test(`a unit is moved by ${way} on a day, and is there from that day and not before`, async ({ page, as, visit }) => {
    // In different companies, so that neither move stands in the other's way.
    await as(way === "keyboard" ? "owner@auberive.example" : HR);
    const chart = `/organisation?look=outline&levels=${way === "keyboard" ? 5 : 3}`;
    await visit(chart);
    const level = page.locator('[role=treeitem][aria-level="2"]');
    expect(await level.count()).toBeGreaterThan(1);
    const [unit, goal] = [level.nth(0), level.nth(1)];
    const [id, to] = [await unit.getAttribute("data-id"), await goal.getAttribute("data-id")];
    if (way === "keyboard") {
      await unit.focus();
      await page.keyboard.press("x");
      await goal.focus();
      await page.keyboard.press("v");
    } else {
      await unit.dragTo(goal);
    }
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await dialog.locator('input[type="date"]').first().fill(on(2));
    await dialog.locator('button[type="submit"]').click();
    await settled(page);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const above = async (day) => {
      await page.goto(address(page.company, `${chart}&asOf=${day}`));
      const item = page.locator(`.tl-node[data-id="${id}"]`);
      return item.evaluate((n) => n.parentElement.parentElement.closest("li")?.querySelector(".tl-node").dataset.id);
    };
    expect(await above(on(2))).toBe(to);
    expect(await above(on(1))).not.toBe(to);
  });
}

// D5: the date of the page goes along, and the page says that it is another day.
test("another day is chosen once and kept", async ({ page, as, visit }) => {
  await as(HR);
  await visit("/organisation/list");
  await page.locator('input[name="asOf"][type="date"]').first().fill("2020-01-01");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/asOf=2020-01-01/);
  await expect(page.locator("body")).toContainText("1 January 2020");
  await expect(page.locator("main tbody a[data-row-link]").first()).toHaveAttribute("href", /asOf=2020-01-01/);
});
