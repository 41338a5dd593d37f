// The second factor: an app that shows codes, set up and shown at the sign-in as people do it.
import { createHmac } from "node:crypto";
import { address, expect, expectRefusal, faults, settled, signIn, test } from "./talang.mjs";

/** The code of an app (RFC 6238) for the present step, or one beside it. */
function code(key, step = 0) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replaceAll(" ", "")].map((l) => letters.indexOf(l).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((b) => Number.parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  return String((digest.readUInt32BE(digest[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Types a code and sends it. */
async function show(page, text) {
  await page.locator('input[name="code"]').fill(text);
  await page.locator('form:has(input[name="code"]) button[type="submit"]').click();
  await settled(page);
}

// A6, S9: on a phone, light and dark; and taken away again, so that the demo is as it was.
test("an app is set up, asked for at the sign-in, and removed", async ({ page, context, complaints, visit }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const fine = async () => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(390);
  };
  const login = "owner@auberive.example";
  await signIn(page, login);
  await visit("/my-sign-in");
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await fine();
  await page.getByText("I cannot scan it").click();
  const key = await page.locator("#factor-key").innerText();
  await show(page, code(key, -1));
  await expect(page.locator("#recovery-codes")).toContainText(/^(\w{4}-\w{4}-\w{4}\s*){10}$/);
  await fine();
  await page.getByRole("link", { name: "I have kept them" }).click();
  await expect(page.locator("main")).toContainText("in use");
  await fine();

  await context.clearCookies();
  await signIn(page, login);
  await expect(page).toHaveURL(address("auberive", "/second-factor"));
  await page.goto(address("auberive", "/people"));
  await expect(page, "nothing else opens").toHaveURL(/second-factor/);
  await fine();
  await show(page, "abcdef");
  await expect(page.getByRole("alert")).toContainText("not right");
  expectRefusal(complaints, 401);
  await show(page, code(key));
  await expect(page).toHaveURL(address("auberive", "/people"));

  await visit("/my-sign-in");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.locator("dialog").getByRole("button", { name: "Remove" }).click();
  await settled(page);
  await expect(page.getByRole("button", { name: "Set up an authenticator app" })).toBeVisible();
});
