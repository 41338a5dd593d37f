// Passkeys in a real browser, with the authenticator that its debugger brings (Web Authentication Level 3 section 11).
import { address, expect, faults, settled, signIn, test } from "./talang.mjs";

const LOGIN = "director@velmora.example";

/** An authenticator that is always there, like a telephone's; the fingers on it are right. */
async function authenticator(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true, defaultBackupEligibility: true, defaultBackupState: true,
    },
  });
  return { set: (method, values) => client.send(`WebAuthn.${method}`, { authenticatorId, ...values }) };
}

/** The sign-in page as in a browser without suggestions, where only the button is left. */
async function signInPage(page, { suggestions }) {
  await page.context().clearCookies();
  await page.addInitScript((suggestions) => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => suggestions;
  }, suggestions);
  await page.goto(address("velmora", "/sign-in"));
}

const inside = (page) => expect(page.locator("nav.tl-nav")).toBeVisible();

// A6: added on one's own page, then the button, the suggestion and the second factor; renamed and removed.
test("somebody adds a passkey and signs in with it", async ({ page, complaints }) => {
  const device = await authenticator(page);
  await signIn(page, LOGIN);
  await page.goto(address("velmora", "/my-sign-in"));
  await page.getByRole("link", { name: "Add a passkey" }).click();
  expect(await faults(page)).toEqual([]);
  await page.getByLabel("Name").fill("Telephone");
  await page.getByRole("button", { name: "Create the passkey" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  const { credentials } = await device.set("getCredentials");
  expect(credentials).toHaveLength(1);
  expect(credentials[0]).toMatchObject({ rpId: "velmora.localhost", isResidentCredential: true });
  await page.getByRole("link", { name: "I have kept them" }).click();
  await expect(page.getByText("Telephone").first()).toBeVisible();
  expect(await faults(page)).toEqual([]);

  // The same device is not asked to make a second one.
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "Create the passkey" }).click();
  await expect(page.getByText("This device already has a passkey for your account.")).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await test.step("by the button", async () => {
    await signInPage(page, { suggestions: false });
    await settled(page);
    await expect(page.getByLabel("Login")).toHaveAttribute("autocomplete", "username webauthn");
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await inside(page);
  });
  await test.step("a finger that is not the owner's", async () => {
    await signInPage(page, { suggestions: false });
    await device.set("setUserVerified", { isUserVerified: false });
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page.getByText("No passkey was used")).toBeVisible();
    await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeEnabled();
    expect(await faults(page)).toEqual([]);
    await device.set("setUserVerified", { isUserVerified: true });
  });
  await test.step("picked among the suggestions of the login's field", async () => {
    await signInPage(page, { suggestions: true });
    await inside(page);
  });
  await test.step("after the password", async () => {
    await page.context().clearCookies();
    await page.addInitScript(() => { PublicKeyCredential.isConditionalMediationAvailable = async () => false; });
    await signIn(page, LOGIN);
    await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "Use a passkey" }).click();
    await inside(page);
  });
  await test.step("renamed and removed", async () => {
    await page.goto(address("velmora", "/my-sign-in"));
    await page.getByText("Rename").click();
    await page.getByRole("textbox", { name: "Name" }).fill("Old telephone");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("The passkey has its new name.")).toBeVisible();
    await page.getByRole("button", { name: "Remove: Old telephone" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await expect(page.getByText("It is removed.")).toBeVisible();
    // The device still offers it; here it opens nothing any more.
    await page.context().clearCookies();
    await page.goto(address("velmora", "/sign-in"));
    await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
});
