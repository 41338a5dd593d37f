// The app on phones: switched on, a code shared, found on a phone, and nothing kept there but assets.
import { address, expect, expectRefusal, faults, settled, signIn, test } from "./talang.mjs";

// S6, S8, S9: on a phone, light and dark; switched off again, so that the demo is as it was.
test("a code leads a phone to its company, and the phone keeps no data", async ({ page, context, complaints, visit }) => {
  // Two people on six pages, each looked at twice.
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const fine = async () => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(390);
  };
  const press = async (name) => {
    await page.getByRole("button", { name }).click();
    await settled(page);
  };
  await signIn(page, "owner@auberive.example");
  await visit("/access/mobile");
  await expect(page.getByRole("button", { name: "Make a code" })).toHaveCount(0);
  await fine();
  await visit("/settings/features");
  await press("Switch on: App on phones");
  await visit("/access/mobile");
  await press("Make a code");
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await fine();
  const code = await page.locator("#join-code").innerText();

  // The phone of a colleague, who has no session there.
  await context.clearCookies();
  await page.goto(`http://localhost:${process.env.TALANG_PORT}/join`);
  await page.getByLabel("Code").fill("nothing");
  await press("Find");
  await expect(page.getByRole("alert")).toContainText("leads nowhere");
  expectRefusal(complaints, 404);
  await fine();
  await page.getByLabel("Code").fill(code.toUpperCase());
  await press("Find");
  await fine();
  await page.getByRole("link", { name: "Continue" }).click();
  await expect(page).toHaveURL(address("auberive", "/app"));
  await fine();
  // The worker comes, keeps assets, and nothing else even after a page with people was read.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.getByRole("link", { name: "Sign in" }).click();
  await signIn(page, "owner@auberive.example");
  await page.goto(address("auberive", "/people"));
  await settled(page);
  const kept = await page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return { found, local: Object.keys(localStorage), bases: (await indexedDB.databases()).length };
  });
  expect(kept.found.length).toBeGreaterThan(0);
  expect(kept.found.filter((path) => !path.startsWith("/assets/"))).toEqual([]);
  expect(kept.bases).toBe(0);

  await visit("/access/mobile");
  await press("Take back");
  await page.locator("dialog").getByRole("button", { name: "Take back" }).click();
  await settled(page);
  await expect(page.getByRole("button", { name: "Make a code" })).toBeVisible();
  await visit("/settings/features");
  await press("Switch off: App on phones");
});
