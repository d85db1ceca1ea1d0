import type { StagePlan } from "../stage"
import { emptyStage, sampleStage } from "./empty-states"
import { pausedStage, readingStage, resultStage } from "./key-states"
import { fortyKeysStage, oneKeyStage, sixKeysStage } from "./list-states"

/** Every page and every state that it can be in, except the failure kinds, which have recipes of their own. */
export const STAGES: readonly StagePlan[] = [
  emptyStage,
  sampleStage,
  oneKeyStage,
  sixKeysStage,
  fortyKeysStage,
  readingStage,
  resultStage,
  pausedStage,
]
