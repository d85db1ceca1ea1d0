import { defineConfig } from "playwright/test"
import journeys from "../playwright.config"

/** Pictures instead of tests: made on demand, never part of the test run. */
export default defineConfig(journeys, {
  testDir: ".",
  projects: [
    { name: "pictures", testMatch: "**/*.shots.ts", teardown: "sheets" },
    { name: "sheets", testMatch: "**/*.sheets.ts" },
  ],
  fullyParallel: true,
  // A picture taken in the middle of a fading colour shows what nobody sees.
  use: { contextOptions: { reducedMotion: "reduce" } },
  timeout: 120_000,
})
