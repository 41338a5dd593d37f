// A newcomer connects the sample identity providers as docs/admin-guide/identity-providers.md says.
import { spawn } from "node:child_process";
import { address, expect, settled, test } from "./talang.mjs";

const PORT = 4400 + (process.pid % 500) * 2;
let provider;

test.beforeAll(async () => {
  const sample = process.env.TALANG_SAMPLE_PROVIDER;
  if (!sample) throw new Error("TALANG_SAMPLE_PROVIDER must name the script; `cargo xtask test` does that");
  provider = spawn(process.execPath, [
    sample,
    `talang=${address("velmora", "")}`,
    `port=${PORT}`,
    "openid=sample-openid",
    "saml=sample-saml",
    "person=hr@velmora.example|HR manager",
    "person=employee@velmora.example|Employee",
  ], { stdio: ["pipe", "pipe", "inherit"] });
  await new Promise((ready, failed) => {
    provider.stdout.on("data", (text) => String(text).includes("Metadata") && ready());
    provider.on("exit", (code) => failed(new Error(`the sample provider ended with ${code}`)));
  });
});

test.afterAll(() => provider?.stdin.end());

/** Everything that the guide says, up to a provider that is on; `settings` are its steps in between. */
async function connect({ page, as, visit }, protocol, name, code, metadata, settings) {
  await as("super@velmora.example");
  await visit("/access/providers");
  await page.getByRole("link", { name: "Connect a provider" }).first().click();
  await page.getByRole("radio", { name: protocol }).check();
  await page.locator("input[name=label]").fill(name);
  await page.locator("input[name=code]").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Metadata URL").fill(metadata);
  await page.getByRole("button", { name: "Read metadata" }).click();
  await expect(page.getByText("The provider’s settings have been read")).toBeVisible();
  await settings();
  await expect(page.getByRole("button", { name: "Switch on" })).toHaveCount(0);
  await page.getByRole("button", { name: "Test sign-in" }).click();
  await page.getByRole("button", { name: "HR manager" }).click();
  await expect(page.getByText("“hr@velmora.example” would be signed in.")).toBeVisible();
  await page.getByRole("link", { name: "Back to the provider" }).click();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("The provider is on")).toBeVisible();
  await settled(page);
}

/** Somebody signs in with the provider's button. */
async function comes(page, name, person) {
  await page.context().clearCookies();
  await page.goto(address("velmora", "/sign-in"));
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: person }).click();
  await expect(page.locator("nav.tl-nav")).toBeVisible();
}

// A6: OpenID Connect, from the empty list to signing out on both sides.
test("a newcomer connects the sample OpenID provider", async ({ page, as, visit }) => {
  await connect({ page, as, visit }, "OpenID Connect", "Sample provider", "sample-openid", `http://localhost:${PORT}`, async () => {
    await page.getByLabel("Client identifier").fill("talang");
    await page.getByLabel("Client secret").fill("a secret of the sample provider");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("A secret is set.")).toBeVisible();
    expect(await page.content()).not.toContain("a secret of the sample provider");
  });
  await comes(page, "Sample provider", "HR manager");
  await page.locator('form[action="/sign-out"] button').first().evaluate((button) => button.click());
  await page.getByRole("button", { name: "Sign out here too" }).click();
  await page.waitForURL("**/sign-in**");
});

// A6: SAML, whose metadata say everything.
test("a newcomer connects the sample SAML provider", async ({ page, as, visit }) => {
  await connect({ page, as, visit }, "SAML 2.0", "Sample SAML", "sample-saml", `http://localhost:${PORT + 1}/metadata`, async () => {});
  await comes(page, "Sample SAML", "Employee");
});
