// The doors: who may come in, and what nobody sees before.
import { address, expect, expectRefusal, faults, follow, menu, passwords, signIn, test } from "./talang.mjs";

const password = (page) => page.locator('input[name="password"]');

// T8, O5: whoever watches the service asks these.
test("the program says that it lives and is ready", async ({ page }) => {
  for (const path of ["/health/live", "/health/ready"]) {
    expect((await page.goto(address("velmora", path))).status(), path).toBe(200);
  }
});

// A2, S9
test("the sign-in page is usable by everybody, light and dark", async ({ page, complaints }) => {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.goto(address("velmora"));
    await expect(password(page)).toBeVisible();
    await expect(page.locator("h1")).toHaveCount(1);
    expect(await faults(page)).toEqual([]);
  }
  expect(complaints).toEqual([]);
});

// A2: the answer does not tell whether the login or the password was wrong.
test("a wrong password is refused with the sentence that an unknown login gets", async ({ page, complaints }) => {
  const sentences = [];
  for (const login of ["director@velmora.example", "nobody@velmora.example"]) {
    await signIn(page, login, { password: "not the password" });
    await expect(password(page)).toBeVisible();
    await expect(page.locator('[role="alert"]').first()).toBeVisible();
    sentences.push(await page.locator('[role="alert"]').first().innerText());
    expectRefusal(complaints, 401);
  }
  expect(sentences[0]).toMatch(/password/i);
  expect(sentences[1]).toBe(sentences[0]);
});

// A7: after signing out, the session is gone on the server too.
test("signing out closes the session", async ({ page, context, complaints }) => {
  await signIn(page, "employee@velmora.example");
  expect((await menu(page)).length).toBeGreaterThan(1);
  const inside = page.url();
  const cookies = await context.cookies();
  await page.locator("button.tl-user").click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(password(page)).toBeVisible();
  // Whoever kept the cookie comes in no more.
  await context.addCookies(cookies);
  await page.goto(inside);
  await expect(password(page)).toBeVisible();
  expect(complaints).toEqual([]);
});

// After signing in one is where one wanted to go.
test("a link that needs an account leads through the sign-in page to its goal", async ({ page, complaints }) => {
  await page.goto(address("velmora", "/organisation/list?q=Nordics"));
  await page.locator('input[name="login"]').fill("employee@velmora.example");
  await password(page).fill("Talang demo 2026");
  await password(page).press("Enter");
  await expect(page).toHaveURL(address("velmora", "/organisation/list?q=Nordics"));
  expect(complaints).toEqual([]);
});

// T2, T4: an account of one company is nobody at another.
test("an account opens its own company only", async ({ page, complaints }) => {
  await signIn(page, "hr@velmora.example", { company: "auberive" });
  await expect(password(page)).toBeVisible();
  await expect(page.locator('[role="alert"]').first()).toBeVisible();
  expectRefusal(complaints, 401);
});

// A7: the session lives on the server; the browser holds a cookie that scripts cannot read and that no other site sends.
test("the cookie of the session is out of reach of scripts", async ({ page, context, complaints }) => {
  await signIn(page, "employee@velmora.example");
  const cookies = (await context.cookies()).filter((c) => /session/i.test(c.name));
  expect(cookies.length).toBe(1);
  expect(cookies[0].httpOnly).toBe(true);
  expect(["Lax", "Strict"]).toContain(cookies[0].sameSite);
  expect(await page.evaluate(() => document.cookie)).not.toMatch(/session/i);
  expect(complaints).toEqual([]);
});

// A9: what is in the browser after a day's work is what the page about cookies says, and nothing else.
test("the cookies in the browser are those that the page about cookies tells", async ({ page, context, complaints }) => {
  await signIn(page, "hr@velmora.example");
  for (const path of await menu(page)) await page.goto(address("velmora", path));
  await page.locator("[data-side-toggle]").click();
  await page.evaluate(() => document.querySelector("[data-theme-choice=dark]").click());
  await page.goto(address("velmora", "/people?lang=sv"));
  const there = await context.cookies();
  await page.goto(address("velmora", "/cookies"));
  const told = await page.locator("tbody code").allInnerTexts();
  expect(told.length).toBeGreaterThan(5);
  const names = there.map((cookie) => cookie.name);
  expect(names).toEqual(expect.arrayContaining(["talang_session", "talang_zone", "talang_language", "talang_side", "talang_theme"]));
  for (const cookie of there) {
    expect(told, cookie.name).toContain(cookie.name);
    expect(cookie.domain, "of this host alone").toBe("velmora.localhost");
    expect(cookie.expires, cookie.name).toBeLessThan(Date.now() / 1000 + 366 * 86400);
  }
  // Nothing is kept elsewhere in the browser.
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

// A4, A5: a browser says with each form where it was filled in, also on pages whose address holds a key.
test("a forgotten password is set anew by the link of a mail", async ({ page, complaints }) => {
  const [login, chosen] = ["employee@auberive.example", "Three calm herons 44"];
  await page.goto(address("auberive", "/forgotten"));
  expect(await faults(page)).toEqual([]);
  await page.locator('input[name="login"]').fill(login);
  await page.locator("form button[type=submit]").first().click();
  await follow(page, login, "", "auberive");
  expect(page.url()).toContain("/activate");
  expect(await faults(page)).toEqual([]);
  await password(page).fill(chosen);
  await page.locator('input[name="again"]').fill(chosen);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await expect(password(page)).toHaveCount(0);
  passwords.set(login, chosen);
  await signIn(page, login);
  await expect(password(page)).toHaveCount(0);
  expect(complaints).toEqual([]);
});
