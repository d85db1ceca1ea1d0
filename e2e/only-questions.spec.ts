/** The check that ends every file of journeys, tried on journals that must not pass. */
import { assertOnlyQuestions } from "./support/only-questions"
import { expect, test } from "./support/test"

const question = { method: "POST", path: "/0/private/GetApiKeyInfo", parameters: {} }

test("a journal of registered questions about an unchanged account passes", () => {
  expect(() => assertOnlyQuestions({ journal: [question], accountUnchanged: true })).not.toThrow()
})

for (const [what, strange] of [
  ["another call", { ...question, path: "/0/private/AddOrder" }],
  ["a parameter that no probe declares", { ...question, parameters: { asset: "XBT" } }],
  ["another method", { ...question, method: "GET" }],
] as const) {
  test(`${what} is found among registered questions`, () => {
    expect(() => assertOnlyQuestions({ journal: [question, strange, question], accountUnchanged: true })).toThrow(
      /not a registered probe/,
    )
  })
}

test("a changed account is found behind registered questions", () => {
  expect(() => assertOnlyQuestions({ journal: [question], accountUnchanged: false })).toThrow(/changed/)
})
