import { afterEach, expect, it, vi } from "vitest"
import { takeCredential } from "./prepare.mjs"

afterEach(() => vi.unstubAllEnvs())

it("leaves no credential in the environment that npm, the bundler or a browser would inherit", () => {
  const names = ["KRAKEN_API_KEY", "KRAKEN_API_SECRET", "KRAKEN_API_OTP"]
  for (const name of names) vi.stubEnv(name, `value of ${name}`)
  expect(takeCredential()).toEqual(Object.fromEntries(names.map((name) => [name, `value of ${name}`])))
  expect(names.filter((name) => name in process.env)).toEqual([])
})
