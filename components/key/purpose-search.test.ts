import { describe, expect, it } from "vitest"
import type { PurposeChoice } from "@/lib/protocol/session-view"
import { findPurposes } from "./purpose-search"

const choice = (id: string, title: string, more: Partial<PurposeChoice> = {}): PurposeChoice => ({
  id,
  title,
  aliases: [],
  kind: "application",
  category: "tax",
  summary: "",
  nonceScale: null,
  ...more,
})
const all = [
  choice("reading", "Reading taxes", { kind: "use-case" }),
  choice("koinly", "Koinly", { summary: "Works out taxes." }),
  choice("impot", "Impôt", { category: "made-up" }),
  choice("bot", "Freqtrade", { category: "trading-bot", aliases: ["ftbot"] }),
]
const found = (wanted: string) => findPurposes(all, wanted).flatMap(({ purposes }) => purposes.map(({ id }) => id))

describe("findPurposes", () => {
  it("shows everything while nothing is asked for, applications first", () => {
    expect(found("  ")).toEqual(["koinly", "reading", "bot", "impot"])
  })

  it("finds by any part, without minding case, accents or the order of words", () => {
    expect(found("TAXES koin")).toEqual(["koinly"])
    expect(found("impot")).toEqual(["impot"])
    expect(found("bots freq")).toEqual(["bot"])
    expect(found("ftbot")).toEqual(["bot"])
  })

  it("shows no empty section", () => {
    expect(findPurposes(all, "no such thing")).toEqual([])
  })
})
