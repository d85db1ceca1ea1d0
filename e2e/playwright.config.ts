import { defineConfig } from "playwright/test"

const executablePath = process.env["KEYTRIM_TEST_BROWSER"]
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 10_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      chromiumSandbox: !asRoot,
      args: ["--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-gpu"],
    },
  },
})
