// The demo is started once, on a data folder of its own, and every test uses it as people do.
// `cargo xtask test` builds the program and says where it is (TALANG_BIN) and where the browser is (TALANG_CHROMIUM).
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mkdtempSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const program = process.env.TALANG_BIN;
if (!program) throw new Error("TALANG_BIN must name the program; `cargo xtask test` does that");
// The configuration is read again in every worker: they all get the same port and folder.
process.env.TALANG_PORT ??= String(20_000 + (process.pid % 20_000));
process.env.TALANG_DATA ??= mkdtempSync(join(tmpdir(), "talang-browser-"));
const port = process.env.TALANG_PORT;
// Files in the data folder, or the servers of a configuration.
const config = process.env.TALANG_CONFIG ? ` --config "${process.env.TALANG_CONFIG}"` : "";

// Chromium's own sandbox does not work for root, as in containers; and it must speak to nobody but the demo.
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--no-first-run",
  "--no-pings",
];

export default defineConfig({
  testDir: "tests",
  outputDir: process.env.TALANG_BROWSER_OUTPUT ?? join(tmpdir(), "talang-browser-output"),
  globalTeardown: "./clean-up.mjs",
  forbidOnly: Boolean(process.env.CI),
  // One demo and one small machine: a second browser would only make both slower.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    locale: "en-GB",
    // Colours are judged when they have arrived, not half way through a transition.
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: { executablePath: process.env.TALANG_CHROMIUM, args: QUIET },
  },
  webServer: {
    command: `"${program}" demo --data "${process.env.TALANG_DATA}" --port ${port}${config}`,
    url: `http://127.0.0.1:${port}/health/ready`,
    // A data folder is filled with 1,482 people through the whole gate before the demo answers.
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
  },
});
