// From a need to a first working day, as five people live it in two languages: a manager asks for a position, her own manager agrees, HR
// recruits, an agency proposes somebody, somebody else applies in French by phone and follows what becomes of it, two interviewers judge
// apart, and the new colleague is in core HR (S2, S3, S5, S10, S11). Played on SQLite, and on PostgreSQL by `cargo xtask test`.
import { address, expect, faults, settled, test } from "./talang.mjs";

const MANAGER = "manager@velmora.example";
const LEADER = "nordics@velmora.example";
const HR = "hr@velmora.example";
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

/** Chooses a record in a field by some of its words. */
async function choose(page, label, words, option = words) {
  const field = page.getByRole("combobox", { name: label });
  await field.fill(words);
  await page.getByRole("option", { name: option }).first().click();
}

/** Writes a text in a language, behind the language's tab. */
async function write(page, name, language, text) {
  const field = page.locator(`[name="${name}.${language}"]`);
  await page.locator(".tl-field").filter({ has: field }).locator(`[role=tab][id$="-tab-${language}"]`).click();
  await field.fill(text);
}

/** Goes from My area to what awaits somebody. */
async function awaited(page, visit, what) {
  await visit("/me");
  const waiting = page.locator(".card").filter({ has: page.getByRole("heading", { name: "Awaiting my action" }) });
  const more = waiting.locator("summary");
  if (await more.count()) await more.click();
  await waiting.getByRole("link", { name: what }).first().click();
  await settled(page);
}

/** Presses a button and waits for what it says. */
async function press(page, name, said) {
  await page.getByRole("button", { name, exact: true }).first().click();
  await expect(page.locator("#tl-toasts")).toContainText(said);
  await settled(page);
}

test("a need becomes a colleague", async ({ page, as, visit, complaints }) => {
  test.setTimeout(240_000);
  const stamp = Date.now();
  const title = `Heat pump technician ${stamp}`;
  const titre = `Technicien pompes à chaleur ${stamp}`;
  const [first, last] = ["Maëlle", `Le Goff${stamp}`];
  const email = `maelle${stamp}@example.org`;
  const start = new Date(stamp + 40 * 86_400_000).toISOString().slice(0, 10);
  let vacancy, application, offer;

  await test.step("the manager asks for a position", async () => {
    await page.setViewportSize(DESK);
    await as(MANAGER);
    await visit("/requisitions/new");
    await page.getByRole("link", { name: "Without a position" }).click();
    await settled(page);
    await page.getByLabel("Title").fill(title);
    await choose(page, "Job", "service technician", "Service technician");
    await choose(page, "Organisation", "Technical Service Sweden");
    await page.getByLabel("Justification").fill("Two colleagues retire in spring.");
    await page.getByRole("button", { name: "Save" }).click();
    await settled(page);
    await press(page, "Submit for approval", "Submitted");
  });

  await test.step("her own manager and HR agree, and it becomes a vacancy", async () => {
    for (const who of [LEADER, HR]) {
      await as(who);
      await visit("/requisitions");
      await page.getByRole("link", { name: title }).first().click();
      await settled(page);
      await press(page, "Approve", "Decision saved");
    }
    await page.getByRole("button", { name: "Create vacancy" }).click();
    await settled(page);
    await expect(page.locator("h1")).toContainText(title);
    vacancy = new URL(page.url()).pathname;
  });

  await test.step("HR writes it in two languages, and publishes it on two sites and in the feed", async () => {
    await page.getByRole("link", { name: "Edit", exact: true }).click();
    await settled(page);
    await write(page, "title", "fr", titre);
    await write(page, "mission", "en", "You keep heat pumps running all over the west coast.");
    await write(page, "mission", "fr", "Vous entretenez les pompes à chaleur de toute la côte ouest.");
    await page.locator('[name="place"]').fill("Göteborg");
    await choose(page, "Manager", "Linnéa", "Linnéa Åkesson");
    await choose(page, "Recruiter", "Camille Fontaine");
    await page.getByLabel("State").selectOption("open");
    await page.getByRole("button", { name: "Save" }).click();
    await settled(page);
    await visit(`${vacancy}?tab=team`);
    await page.locator("main").locator("a[href*='/o/hiring-team'][href*=new]").first().click();
    await settled(page);
    await choose(page, "Employee", "Amal", "Amal Haddad");
    await page.getByRole("button", { name: "Save" }).click();
    await settled(page);
    for (const left of [1, 0]) {
      await visit(`${vacancy}?tab=publication`);
      await page.locator("main").getByRole("button", { name: "Publish" }).first().click();
      await settled(page);
      await expect(page.locator("main").getByRole("button", { name: "Publish" })).toHaveCount(left);
    }
    expect(await faults(page)).toEqual([]);
    const feed = await page.evaluate(() => fetch("/careers/jobs/feed.rss").then((answer) => answer.text()));
    expect(feed).toContain(title);
  });

  await test.step("somebody finds it by phone, and applies in French with a CV that fills in the form", async () => {
    await page.context().clearCookies();
    await page.setViewportSize(PHONE);
    await page.goto(address("velmora", `/careers/jobs/jobs?lang=fr&q=${stamp}`));
    await page.getByRole("link", { name: titre }).first().click();
    await expect(page.locator("main")).toContainText("côte ouest");
    await page.getByRole("link", { name: "Postuler" }).last().click();
    const text = `{\\rtf1\\ansi Ma\\'eblle ${last}\\par ${email}\\par +33 6 12 34 56 78\\par\\par Exp\\'e9rience\\par 2019 - 2024 Technicienne, Ateliers Morel\\par}`;
    await page.getByLabel("CV").setInputFiles({ name: "cv.rtf", mimeType: "application/rtf", buffer: Buffer.from(text) });
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await page.getByLabel("Prénom").fill(first);
    await page.getByLabel("Nom", { exact: true }).fill(last);
    await page.getByRole("checkbox", { name: /J’ai lu/ }).check();
    await page.getByRole("button", { name: /Envoyer/ }).click();
    await expect(page.locator("h1")).toContainText("reçue");
    expect(await faults(page)).toEqual([]);
  });

  /** Follows the link of the newest mail to an address. */
  const follow = async (to, words) => {
    await expect(async () => {
      await page.goto(address("velmora", "/demo/mails"));
      await page.locator("li").filter({ hasText: to }).filter({ hasText: words }).first().locator("a").click({ timeout: 1_000 });
      await page.locator("a.btn-primary").click({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    // A mail is shown without its scripts, and the browser says so.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes("frame is sandboxed")));
  };

  await test.step("she follows her application by the link of a mail", async () => {
    await follow(email, titre);
    await expect(page.locator("main")).toContainText(titre);
    expect(await faults(page)).toEqual([]);
  });

  await test.step("HR offers times for a first conversation, and she chooses hers by phone", async () => {
    await page.setViewportSize(DESK);
    await as(HR);
    await visit(`${vacancy}?tab=times`);
    await page.getByLabel("Starts at").fill("09:00");
    await page.getByLabel("Last one ends by").fill("11:00");
    await page.getByRole("checkbox", { name: "Amal Haddad" }).check();
    await press(page, "Offer", "Times offered");
    expect(await faults(page)).toEqual([]);
    await page.getByRole("checkbox", { name: last }).check();
    await press(page, "Ask", "Asked");
    await page.context().clearCookies();
    await page.setViewportSize(PHONE);
    await follow(email, "Choisissez");
    expect(await faults(page)).toEqual([]);
    await page.getByText("09:00–09:45").click();
    await page.getByRole("button", { name: "Prendre ce créneau" }).click();
    await expect(page.locator("main")).toContainText("Le créneau est à vous");
    expect(await faults(page)).toEqual([]);
  });

  await test.step("an agency reads the vacancy that it was given, and proposes somebody", async () => {
    await page.setViewportSize(DESK);
    await as(HR);
    await visit(`${vacancy}?tab=agencies`);
    await page.getByLabel("Recruitment agency").selectOption({ label: "Hartmann & Lowe" });
    await press(page, "Give to agency", "mail");
    expect(await faults(page)).toEqual([]);
    await page.context().clearCookies();
    await page.setViewportSize(PHONE);
    await follow("odile@hartmann.example", titre);
    expect(await faults(page)).toEqual([]);
    await page.getByRole("link", { name: new RegExp(`${titre}$`) }).last().click();
    await page.locator('[name="first_name"]').fill("Yann");
    await page.locator('[name="last_name"]').fill(`Kervella${stamp}`);
    await page.locator('[name="email"]').fill(`yann${stamp}@example.org`);
    await page.locator('[name="cv"]').setInputFiles({ name: "cv.rtf", mimeType: "application/rtf", buffer: Buffer.from("{\\rtf1 Yann}") });
    await page.locator('[name="agreed"]').check();
    await page.locator("main form button[type=submit]").last().click();
    await expect(page.locator("main")).toContainText(`Kervella${stamp}`);
    expect(await faults(page)).toEqual([]);
    // Whoever recruits decides, and only then he is a candidate like the others.
    await page.setViewportSize(DESK);
    await as(HR);
    await visit(`${vacancy}?tab=agencies`);
    await expect(page.locator("main")).toContainText(`Kervella${stamp}`);
    await press(page, "Accept", "Decided");
    await page.context().clearCookies();
  });

  await test.step("HR has her on the board, and invites her to an interview", async () => {
    await page.setViewportSize(DESK);
    await as(HR);
    await visit(vacancy);
    const card = page.locator('[data-stage][data-title="Received"] [data-card]').filter({ hasText: last });
    await card.locator("a").first().click();
    await settled(page);
    application = new URL(page.url()).pathname;
    await page.getByRole("link", { name: "Plan an interview" }).click();
    await settled(page);
    for (const who of ["Linnéa Åkesson", "Amal Haddad"]) await page.getByRole("checkbox", { name: who }).check();
    // Early today: it has been.
    await page.getByLabel("Day").fill(new Date().toISOString().slice(0, 10));
    await page.locator('[name="time"]').fill("00:05");
    await page.getByLabel("Place").fill("Room 4");
    await page.getByRole("button", { name: "Save" }).click();
    await settled(page);
    await expect(page.locator("main")).toContainText("Room 4");
  });

  await test.step("two interviewers judge, each without the other's words", async () => {
    for (const [who, words, other] of [
      [MANAGER, "Calm, exact, likes people.", null],
      [LEADER, "Knows the trade.", "Calm, exact, likes people."],
    ]) {
      await as(who);
      if (other) {
        await visit(application);
        await expect(page.locator("main")).not.toContainText(other);
      }
      await awaited(page, visit, new RegExp(last));
      expect(await faults(page)).toEqual([]);
      for (const about of ["Knowledge and skills", "Cooperation", "Overall rating"]) {
        await page.getByRole("combobox", { name: new RegExp(`^${about}`) }).selectOption({ index: 4 });
      }
      await page.getByRole("radio", { name: "Yes", exact: true }).check();
      await page.getByLabel("Strengths").fill(words);
      await page.getByRole("button", { name: "Submit" }).click();
      await expect(page.locator("#tl-toasts")).toContainText("Scorecard submitted");
      if (other) {
        await visit(application);
        await expect(page.locator("main")).toContainText(other);
      }
    }
  });

  await test.step("HR makes an offer, which is approved and goes out as a letter", async () => {
    await as(HR);
    await visit(application);
    await page.getByRole("link", { name: "Make an offer" }).click();
    await settled(page);
    await page.locator('[name="starts_on"]').fill(start);
    await page.locator('[name="contract_type"]').selectOption("permanent");
    await page.locator('[name="salary"]').fill("39000");
    await page.locator('[name="salary.currency"]').selectOption("EUR");
    await page.getByRole("button", { name: "Save" }).click();
    await settled(page);
    await press(page, "Submit for approval", "Submitted");
    expect(await faults(page)).toEqual([]);
    offer = new URL(page.url()).pathname;
    await as(MANAGER);
    await awaited(page, visit, new RegExp(`Decide about the offer .*${last}`));
    await expect(page.locator("main")).toContainText(last);
    await press(page, "Approve", "Decision saved");
    await as(HR);
    await visit(offer);
    await page.getByRole("link", { name: "Prepare the letter" }).click();
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await press(page, "Send the offer", "Offer sent");
  });

  await test.step("she accepts, and is hired with what is known", async () => {
    await press(page, "Accepted", "Answer noted");
    await page.getByRole("link", { name: "Hire", exact: true }).first().click();
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: /^Hire/ }).first().click();
    await settled(page);
    await expect(page.locator("#hiring")).toContainText("Hired", { timeout: 20_000 });
    await page.locator("#hiring").getByRole("link").click();
    await settled(page);
    await expect(page.locator("h1")).toContainText(last);
    await visit(`${new URL(page.url()).pathname}?asOf=${start}`);
    await expect(page.locator("main")).toContainText("Technical Service Sweden");
    await expect(page.locator("main")).toContainText("Linnéa Åkesson");
    expect(await faults(page)).toEqual([]);
  });

  await test.step("the vacancy is filled, and nobody reads it any more", async () => {
    await visit(vacancy);
    await expect(page.locator("main")).toContainText("Filled");
    await page.goto(address("velmora", `/careers/jobs/jobs?lang=en&q=${stamp}`));
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  });
});
