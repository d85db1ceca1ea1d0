/** Pictures of every page and state. */
import { test } from "../support/test"
import { shoot } from "./gallery"
import { type Stage, startStage } from "./stage"
import { STAGES } from "./states"

for (const plan of STAGES) {
  test.describe(plan.name, () => {
    // One Keytrim for a stage: its states come one after the other, the stages side by side.
    test.describe.configure({ mode: "default" })
    let stage: Stage
    test.beforeAll(async () => {
      stage = await startStage(plan)
    })
    test.afterAll(() => stage.end())
    for (const state of plan.states) {
      test(state.name, async ({ page }) => {
        await state.show(page, stage)
        await shoot(page, state.name)
      })
    }
  })
}
