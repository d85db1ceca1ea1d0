import { defineConfig } from "playwright/test"
import journeys from "../playwright.config"

/** Pictures instead of tests: made on demand, never part of the test run. */
export default defineConfig(journeys, {
  testDir: ".",
  testMatch: "**/*.shots.ts",
  fullyParallel: true,
  timeout: 120_000,
})
