// The file space as a super administrator uses it (I8).
import { readFileSync } from "node:fs";
import { address, expect, expectRefusal, faults, raw, settled, signIn, test } from "./talang.mjs";

const SUPER = "super@velmora.example";
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ ana@laptop";
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 860 };

/** Looks whether everybody can use the page: at the desk and on a phone, light and dark (S9). */
async function usable(page) {
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page)).toEqual([]);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, `${page.url()} does not scroll sideways`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESK);
  expect(raw(await page.locator("main").innerText())).toEqual([]);
}

const open = async (page, path) => {
  expect((await page.goto(address("velmora", path))).status(), path).toBe(200);
  await settled(page);
};

test("files are put, fetched and removed, and all is noted", async ({ page, complaints }) => {
  test.setTimeout(120_000);
  await signIn(page, SUPER);
  await open(page, "/access/file-space");
  await usable(page);
  await page.locator("main").getByRole("link", { name: /^in\b/ }).first().click();
  await settled(page);
  await expect(page.locator("main")).toContainText("Nothing is here");
  await usable(page);

  const name = "Browser_InsertOnly_en-GB_1_.csv";
  const file = { name, mimeType: "text/csv", buffer: Buffer.from("code;label\nA;B\n") };
  const send = async () => {
    await page.locator('main input[type="file"]').setInputFiles(file);
    await page.getByRole("button", { name: "Upload" }).click();
  };
  await send();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await usable(page);
  // The same name again is refused on the spot.
  await send();
  await expect(page.locator("#space-answer")).toContainText("already a file or folder of this name");
  expectRefusal(complaints, 422);

  const [fetched] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  expect(fetched.suggestedFilename()).toBe(name);
  expect(readFileSync(await fetched.path(), "utf8")).toBe("code;label\nA;B\n");

  // Removing asks first; who thinks better of it keeps the file.
  const remove = page.getByRole("button", { name: `Remove ${name}` });
  const asked = page.getByRole("alertdialog");
  await remove.click();
  await expect(asked).toContainText(`Remove “${name}”? It cannot be brought back.`);
  expect(await faults(page)).toEqual([]);
  await asked.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await remove.click();
  await asked.getByRole("button", { name: "Remove" }).click();
  await expect(page.locator("main")).toContainText("Nothing is here");

  await open(page, "/access/file-space/transfers");
  for (const deed of ["Put", "Fetched", "Removed"]) await expect(page.locator("main")).toContainText(deed);
  await usable(page);
});

test("an account gets a password and a key, and a key of another kind is refused", async ({ page, complaints }) => {
  test.setTimeout(120_000);
  await signIn(page, SUPER);
  await open(page, "/access/file-space/accounts");
  await usable(page);
  await page.getByRole("link", { name: "New account" }).click();
  await page.locator('input[name="login"]').fill("browser");
  await page.locator('input[name="label"]').fill("Browser test");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page).not.toHaveURL(/new/);
  await open(page, "/access/file-space/accounts");
  await page.getByRole("link", { name: "browser" }).first().click();
  await settled(page);
  await usable(page);

  await page.getByRole("button", { name: "Give it a password" }).click();
  const password = await page.locator("#space-password").innerText();
  expect(password.length).toBeGreaterThan(11);
  await usable(page);
  await page.reload().catch(() => {});
  const account = page.url().replace(/\/password$/, "");
  await page.goto(account);
  await expect(page.locator("#space-password")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Renew the password" })).toBeVisible();

  const add = async (key) => {
    await page.getByLabel("Name of the key").fill("Server 1");
    await page.getByLabel("Public key", { exact: false }).last().fill(key);
    await page.getByRole("button", { name: "Add the key" }).click();
    await settled(page);
  };
  await add("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDLNc0B ana@laptop");
  await expect(page.locator("main")).toContainText("ssh-keygen -t ed25519");
  expectRefusal(complaints, 422);
  await usable(page);
  await add(KEY);
  await expect(page.locator("main")).toContainText("SHA256:");
  await usable(page);
  await page.getByRole("button", { name: "Remove Server 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.locator("main")).toContainText("This account has no keys.");
});
