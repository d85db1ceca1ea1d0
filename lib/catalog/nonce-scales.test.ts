import { expect, it } from "vitest"
import { NONCE_SCALES, nonceScaleSchema } from "./nonce-scales"

it("offers a person exactly the answers that the program accepts", () => {
  expect(NONCE_SCALES.map(({ id }) => id)).toEqual(nonceScaleSchema.options)
})
