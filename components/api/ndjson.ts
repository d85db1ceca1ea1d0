import type * as z from "zod/mini"

/** The lines of a stream of bytes, without their ends; a last line without an end is a cut-off one and is dropped. */
export async function* readLines(bytes: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = bytes.getReader()
  let rest = ""
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const lines = (rest + decoder.decode(value, { stream: true })).split("\n")
      rest = lines.pop() ?? ""
      yield* lines
    }
  } finally {
    // Whoever stops reading wants no more of it; a stream that already failed has nothing to cancel.
    await reader.cancel().catch(() => undefined)
  }
}

/** One parsed event a line. Throws on a line that the schema does not know: the stream is ours, so it means a mismatch. */
export async function* readEvents<Schema extends z.ZodMiniType>(
  bytes: ReadableStream<Uint8Array>,
  schema: Schema,
): AsyncGenerator<z.output<Schema>> {
  for await (const line of readLines(bytes)) {
    if (line.trim() !== "") yield schema.parse(JSON.parse(line))
  }
}
