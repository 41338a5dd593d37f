// The doors: who may come in, and what nobody sees before.
import { address, expect, faults, signIn, test } from "./talang.mjs";

// T8, O5: whoever watches the service asks these.
test("the program says that it lives and is ready", async ({ request }) => {
  for (const path of ["/health/live", "/health/ready"]) {
    expect((await request.get(address("velmora", path))).status(), path).toBe(200);
  }
});

// A2, S9
test("the sign-in page is usable by everybody", async ({ page }) => {
  await page.goto(address("velmora"));
  await expect(page.locator('input[name="password"]')).toBeVisible();
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await faults(page)).toEqual([]);
});

// A2: the answer does not tell whether the login or the password was wrong.
test("a wrong password is refused with a sentence", async ({ page }) => {
  for (const login of ["hr@velmora.example", "nobody@velmora.example"]) {
    await signIn(page, "velmora", login, "not the password");
    await expect(page.locator('input[name="password"]')).toBeVisible();
    await expect(page.locator('[role="alert"]').first()).toBeVisible();
  }
  // The browser reports the refusal itself as an error; that is no fault of the page.
  page.complaints.length = 0;
});

// T2, T4: an account of one company is nobody at another.
test("an account opens its own company only", async ({ page }) => {
  await signIn(page, "auberive", "hr@velmora.example");
  await expect(page.locator('input[name="password"]')).toBeVisible();
  page.complaints.length = 0;
});

// A7: the session lives on the server; the browser holds a cookie that scripts cannot read.
test("the cookie of the session is out of reach of scripts", async ({ page, context }) => {
  await signIn(page, "velmora", "employee@velmora.example");
  const cookies = await context.cookies();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies.filter((c) => /session/i.test(c.name))) {
    expect(cookie.httpOnly, cookie.name).toBe(true);
    expect(["Lax", "Strict"], cookie.name).toContain(cookie.sameSite);
  }
  expect(cookies.some((c) => c.httpOnly)).toBe(true);
});
