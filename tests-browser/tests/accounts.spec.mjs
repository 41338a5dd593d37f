// Accounts of candidates and job alerts, from the first form to the end (A3, S3, G7, S9, S10).
import { LANGUAGES, address, expect, expectRefusal, faults, follow, test } from "./talang.mjs";

const site = (path = "") => address("velmora", `/careers/jobs${path}`);
const FIRST = "Green kettle 1907";
const SECOND = "Seven quiet otters 88";
const THIRD = "Nine brass lanterns 12";

/** That a page is sound in every language, in turn wide and narrow, light and dark. */
async function sound(page, path) {
  const mark = path.includes("?") ? "&" : "?";
  for (const [at, language] of LANGUAGES.entries()) {
    await page.emulateMedia({ colorScheme: at % 2 ? "dark" : "light" });
    await page.setViewportSize(at % 2 ? { width: 390, height: 844 } : { width: 1280, height: 900 });
    await page.goto(site(`${path}${mark}lang=${language}`));
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    expect(await faults(page), `${language} ${path}`).toEqual([]);
    expect(await page.locator("h1").count(), `${language} ${path}`).toBe(1);
    expect(await page.locator("body").innerText(), `${language} ${path}`).not.toMatch(/careers-[a-z]/);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${language} ${path} is wider than the screen`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(site(`${path}${mark}lang=en`));
}

test("an account is made, confirmed, used, and its password changed and set anew", async ({ page, complaints }) => {
  test.setTimeout(150_000);
  const email = `ines${Date.now()}@example.org`;
  const fill = (label, text) => page.getByLabel(label, { exact: true }).fill(text);
  await sound(page, "/me");
  await sound(page, "/me/forgotten");
  await sound(page, "/me/sign-up");
  await page.getByRole("textbox", { name: "First name" }).fill("Inés");
  await page.getByRole("textbox", { name: "Last name" }).fill("Barral");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await fill("Password", FIRST);
  await fill("Repeat the password", "another one 12");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Create an account" }).click();
  // What is wrong is said where it is, and what was typed stays, but for the passwords.
  await expect(page.locator("main").getByRole("alert").first()).toBeVisible();
  expectRefusal(complaints, 422);
  await expect(page.getByRole("textbox", { name: "First name" })).toHaveValue("Inés");
  await fill("Password", FIRST);
  await fill("Repeat the password", FIRST);
  await page.getByRole("button", { name: "Create an account" }).click();
  await expect(page.locator("main")).toContainText("on its way");

  await follow(page, email);
  expect(await faults(page)).toEqual([]);
  await fill("Password", FIRST);
  await page.getByRole("button", { name: "Confirm the account" }).click();
  await expect(page.locator("h1")).toContainText("Hello Inés");
  await expect(page.getByRole("status")).toContainText("has been created");
  await sound(page, "/me");
  await sound(page, "/me/password");

  // A new password, by the one that there is.
  await fill("Present password", FIRST);
  await fill("Password", SECOND);
  await fill("Repeat the password", SECOND);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("status")).toContainText("has been changed");

  // Applying with the account: the form is filled in.
  await page.goto(site("/jobs?lang=en&q=buyer"));
  await page.locator(".ts-offer-list-item__title-link").first().click();
  await page.getByRole("link", { name: "Apply" }).last().click();
  await expect(page.getByLabel("Last name")).toHaveValue("Barral");
  await expect(page.locator("main")).toContainText(`You apply as Inés Barral, ${email}`);

  // Out, in with a wrong one, in by a new one that a mail leads to.
  await page.goto(site("/me?lang=en"));
  await page.getByRole("button", { name: "Leave" }).click();
  await page.goto(site("/me?lang=en"));
  await page.getByRole("textbox", { name: "E-mail" }).first().fill(email);
  await fill("Password", FIRST);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("main")).toContainText("The e-mail address or the password is wrong");
  expectRefusal(complaints, 422);
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("main")).toContainText("on its way");
  await follow(page, email, "Set a new password");
  await fill("Password", THIRD);
  await fill("Repeat the password", THIRD);
  await page.locator("main form button[type=submit]").click();
  await expect(page.locator("h1")).toContainText("Your password is set");
  await page.goto(site("/me?lang=en"));
  await page.getByRole("textbox", { name: "E-mail" }).first().fill(email);
  await fill("Password", THIRD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("h1")).toContainText("Hello Inés");
  expect(complaints).toEqual([]);
});

test("a job alert is asked for, confirmed, changed and stopped by the links of its mails", async ({ page, complaints }) => {
  test.setTimeout(120_000);
  const email = `oskar${Date.now()}@example.org`;
  await page.goto(site("/jobs?lang=en&q=technician"));
  await page.getByRole("link", { name: "Send me new vacancies like these" }).click();
  await expect(page.locator("main")).toContainText("technician");
  await sound(page, new URL(page.url()).pathname.replace("/careers/jobs", "") + "?q=technician");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("radio").first().check();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send me new vacancies" }).click();
  await expect(page.locator("main")).toContainText("within seven days");

  await follow(page, email);
  await expect(page.locator("h1")).toContainText("Confirm your job alert");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Yes, send them to me" }).click();
  await expect(page.locator("h1")).toContainText("Your job alert is running");

  // Whoever asks for the same again is told that it runs, and changes or stops it there.
  await page.goto(site("/alerts?lang=en&q=technician"));
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("radio").first().check();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Send me new vacancies" }).click();
  await follow(page, email, "running already");
  await expect(page.locator("h1")).toContainText("Change job alert");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("radio").last().check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("main")).toContainText("Your job alert has been changed");
  await page.getByRole("link", { name: "Stop job alert" }).click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Yes, stop it" }).click();
  await expect(page.locator("h1")).toContainText("Your job alert has ended");
  await follow(page, email, "running already");
  await expect(page.locator("h1")).toContainText("does not work any more");
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/status of (404|410|422)/.test(text)));
});
