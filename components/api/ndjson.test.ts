import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as z from "zod/mini"
import { readEvents, readLines } from "./ndjson"

/** A stream of these bytes, cut at the given places, as a network may cut them. */
function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  return new ReadableStream({
    start(controller) {
      for (let index = 1; index < edges.length; index += 1)
        controller.enqueue(bytes.slice(edges[index - 1], edges[index]))
      controller.close()
    },
  })
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

describe("readLines", () => {
  it("gives the same lines wherever the network cuts the bytes", async () => {
    const line = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\n"))
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, cuts) => {
        const bytes = new TextEncoder().encode(lines.map((text) => `${text}\n`).join(""))
        // TextDecoder takes a byte order mark at the very start away, as it should.
        fc.pre(!lines[0]?.startsWith("\uFEFF"))
        expect(await collect(readLines(streamOf(bytes, cuts)))).toEqual(lines)
      }),
    )
  })

  it("never passes on a line that was cut off", async () => {
    const bytes = new TextEncoder().encode("whole\nhal")
    expect(await collect(readLines(streamOf(bytes, [])))).toEqual(["whole"])
  })
})

describe("readEvents", () => {
  const schema = z.strictObject({ type: z.literal("beat") })

  it("ignores empty lines", async () => {
    const bytes = new TextEncoder().encode('\n{"type":"beat"}\n\n')
    expect(await collect(readEvents(streamOf(bytes, []), schema))).toEqual([{ type: "beat" }])
  })

  it("fails loudly on an event that it does not know", async () => {
    const bytes = new TextEncoder().encode('{"type":"else"}\n')
    await expect(collect(readEvents(streamOf(bytes, []), schema))).rejects.toThrow()
  })
})
