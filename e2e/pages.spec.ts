/** Every page in every state, on a desk screen and on a phone, light and dark: what holds for all of them, and what a key's page owes. */
import AxeBuilder from "@axe-core/playwright"
import type { Page } from "playwright/test"
import { RULES } from "@/lib/audit/rules"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { DESK, LOOKS, type Look, wear } from "./shots/looks"
import { type Stage, type StagePlan, startStage } from "./shots/stage"
import { STAGES } from "./shots/states"
import { expect, test } from "./support/test"
import { lookAt } from "./support/what-is-seen"

// Stages side by side; the states of one come one after the other, since they share its Keytrim.
test.describe.configure({ mode: "parallel" })

// Colours that fade into each other have no contrast to measure.
test.use({ contextOptions: { reducedMotion: "reduce" } })

/** A rule's name may be a plain word, which a page may of course use. */
const WIRE_WORDS = [...PERMISSION_IDS, ...RULES.map(({ id }) => id)].filter((word) => word.includes("-"))

async function expectGoodLayout(page: Page, { name, screen }: Look): Promise<void> {
  const seen = await lookAt(page)
  const words = WIRE_WORDS.filter((word) => seen.text.includes(word))
  expect.soft(seen.sidewaysPx, `${name}: px that stick out sideways`).toBeLessThanOrEqual(0)
  expect.soft(seen.cut, `${name}: texts that are cut`).toEqual([])
  expect.soft(seen.overlapping, `${name}: texts that lie over each other`).toEqual([])
  if (screen === DESK) expect.soft(seen.long, `${name}: long paragraphs above the fold`).toEqual([])
  expect.soft(seen.sizes.length, `${name}: sizes of type ${seen.sizes}`).toBeLessThanOrEqual(5)
  expect.soft(seen.filled.length, `${name}: filled buttons ${seen.filled}`).toBeLessThanOrEqual(1)
  expect.soft(words, `${name}: wire words`).toEqual([])
}

async function expectAccessible(page: Page, { name }: Look, rules: "all" | "colours"): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] })
  const { violations } = await (rules === "all" ? axe : axe.withRules("color-contrast")).analyze()
  const problems = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)
  expect.soft(problems, `${name}: axe`).toEqual([])
}

/** Places depend on the screen and colours on the theme: each is looked at in full once, and the desk's dark colours besides. */
async function expectGoodLook(page: Page, look: Look): Promise<void> {
  await wear(page, look)
  const isDesk = look.screen === DESK
  const isLight = look.colorScheme === "light"
  if (isLight) await expectGoodLayout(page, look)
  if (isDesk === isLight) await expectAccessible(page, look, "all")
  else if (isDesk) await expectAccessible(page, look, "colours")
}

function describeStage(plan: StagePlan, tests: (stage: () => Stage) => void): void {
  test.describe(plan.name, () => {
    test.describe.configure({ mode: "default" })
    let stage: Stage | null = null
    test.beforeAll(async () => {
      stage = await startStage(plan)
    })
    test.afterAll(() => stage?.end())
    tests(() => {
      if (!stage) throw new Error("the stage is set before its first test")
      return stage
    })
  })
}

for (const plan of STAGES) {
  describeStage(plan, (stage) => {
    for (const state of plan.states) {
      test(`${state.name} is legible, narrow enough, free of wire words, and has one thing to do next`, async ({
        page,
      }) => {
        await state.show(page, stage())
        for (const look of LOOKS) {
          await expectGoodLook(page, look)
        }
      })
    }
  })
}

const [excess] = STAGES.flatMap(({ states }) => states).filter(({ name }) => name === "key-excess")
const keyPlan = STAGES.find(({ states }) => states.some((state) => state === excess))
if (!excess || !keyPlan) throw new Error("there is no key with too many boxes among the states")

describeStage({ ...keyPlan, name: "above the fold", states: [] }, (stage) => {
  test("a key's name, verdict, first change with its button, and all 13 rows stand on a desk screen without scrolling", async ({
    page,
  }) => {
    await excess.show(page, stage())
    await wear(page, LOOKS[0] ?? { name: "", screen: DESK, colorScheme: "light" })
    const first = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { level: 3, name: "Untick Withdraw" }) })
    const rows = page.getByRole("row").filter({ has: page.getByRole("button") })
    await expect(rows).toHaveCount(PERMISSION_IDS.length)
    const owed = {
      name: page.getByRole("heading", { level: 1 }),
      verdict: page.getByText(/^Can withdraw from any IP address/).first(),
      change: first.getByRole("heading", { level: 3 }),
      "its button": first.getByRole("link", { name: /key page/ }),
      "Read again": page.getByRole("button", { name: "Read again" }),
      "last row": rows.last(),
    }
    for (const [what, element] of Object.entries(owed)) {
      const box = await element.boundingBox()
      expect.soft(box ? box.y + box.height : Number.NaN, what).toBeLessThanOrEqual(DESK.height)
    }
  })
})
