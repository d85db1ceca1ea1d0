/** Plain text for a terminal: at most 100 columns, and nothing in it can steer one. */
import { printable } from "./wording"

const WIDTH = 100

/** Breaks a text into lines; `indent` stands before each line but the first, whose own lead is `lead`. */
export function wrapped(text: string, lead = "", indent = " ".repeat(lead.length)): string[] {
  const room = WIDTH - indent.length
  const pieces = printable(text, 4_000)
    .split(" ")
    .flatMap((word) => word.match(new RegExp(`.{1,${room}}`, "gu")) ?? [])
  const lines: string[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + piece.length <= room) lines[lines.length - 1] = `${line} ${piece}`
    else lines.push(piece)
  }
  return lines.map((line, at) => `${at === 0 ? lead : indent}${line}`)
}

/** A heading over lines; nothing where there are none. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines]
}
