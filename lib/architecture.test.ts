/** How the house is built, read from its own sources: who may import whom, where state may live, how long a file may be. */
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"

const ROOT = path.resolve(import.meta.dirname, "..")
const LINES_MAX = 250

type Room = keyof typeof MAY_IMPORT

/** For each room the others that it may import; `types` stands for their types only. Its own files it may always import. */
const MAY_IMPORT = {
  "lib/core": {},
  "lib/catalog": { "lib/core": "all" },
  "lib/audit": { "lib/core": "all", "lib/catalog": "all" },
  "lib/protocol": { "lib/core": "all", "lib/catalog": "all", "lib/audit": "all" },
  "lib/kraken": { "lib/core": "all", "lib/catalog": "all", "lib/audit": "types" },
  "lib/vault": { "lib/core": "all" },
  "lib/history": { "lib/core": "all", "lib/audit": "types" },
  "lib/sandbox": { "lib/core": "all", "lib/catalog": "all" },
  "lib/server": {
    ...{ "lib/core": "all", "lib/catalog": "all", "lib/audit": "all", "lib/protocol": "all", "lib/kraken": "all" },
    ...{ "lib/vault": "all", "lib/history": "all", "lib/sandbox": "all" },
  },
  "lib/cli": { "lib/core": "all", "lib/catalog": "all", "lib/audit": "all", "lib/server": "all" },
  components: { "lib/core": "all", "lib/catalog": "all", "lib/audit": "all", "lib/protocol": "all" },
  app: {
    ...{ "lib/core": "all", "lib/catalog": "all", "lib/audit": "all", "lib/protocol": "all" },
    ...{ "lib/server": "all", components: "all" },
  },
  e2e: { "lib/audit": "all", "lib/catalog": "all", "lib/protocol": "all", "lib/sandbox": "all" },
  proxy: { "lib/server": "all" },
} as const satisfies Record<string, Record<string, "all" | "types">>

/** Packages, and parts of Node, that belong to some rooms only. */
const ONLY_IN: readonly { readonly name: RegExp; readonly rooms: readonly Room[]; readonly why: string }[] = [
  { name: /^@photostructure\/sqlite$/, rooms: ["lib/history"], why: "one room keeps what lasts" },
  {
    name: /^node:(http|https|net|tls|dgram|dns)/,
    rooms: ["lib/kraken", "lib/sandbox", "lib/server", "lib/cli", "e2e"],
    why: "nothing else touches the network",
  },
  {
    name: /^node:fs/,
    rooms: ["lib/history", "lib/vault", "lib/server", "lib/cli", "e2e"],
    why: "nothing else touches the disk",
  },
  {
    name: /^zod$/,
    rooms: ["lib/kraken", "lib/vault", "lib/history", "lib/sandbox", "lib/server", "lib/cli"],
    why: "browsers load zod/mini only: the full one tries to make scripts from strings",
  },
  { name: /^next(\/|$)/, rooms: ["app", "components", "proxy", "lib/cli"], why: "the rooms do not know the framework" },
]

interface Import {
  readonly to: string
  readonly typesOnly: boolean
}

interface Source {
  /** From the project's root, with forward slashes. */
  readonly file: string
  readonly text: string
  readonly room: Room | null
  readonly isTest: boolean
}

function roomOf(file: string): Room | null {
  const rooms = Object.keys(MAY_IMPORT) as Room[]
  return rooms.find((room) => file.startsWith(`${room}/`) || file.replace(/\.tsx?$/, "") === room) ?? null
}

function sources(): Source[] {
  const files = ["lib", "app", "components", "e2e"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(folder, file),
    ),
  )
  return [...files, "proxy.ts"]
    .filter((file) => /\.(tsx?|mjs|css)$/.test(file))
    .map((file) => ({
      file,
      text: readFileSync(path.join(ROOT, file), "utf8"),
      room: roomOf(file),
      isTest: /\.(test|spec)\.tsx?$|\/testing\/|^e2e\//.test(file),
    }))
}

function importsIn(text: string): Import[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+([^"';]*?)\s*from\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
  )
  return [...statements].map(([, clause = "", from, bare, dynamic]) => ({
    to: from ?? bare ?? dynamic ?? "",
    typesOnly: /^type\b/.test(clause) || /^\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}$/.test(clause),
  }))
}

/** The file that an import means, from the project's root; null for packages. */
function targetOf({ file }: Source, { to }: Import): string | null {
  if (to.startsWith("@/")) return to.slice(2)
  return to.startsWith(".") ? path.posix.join(path.posix.dirname(file), to) : null
}

/** Sentences about every import of this source that is not allowed. */
function wrongImports(source: Source): string[] {
  const { room, file } = source
  if (room === null) return []
  return importsIn(source.text).flatMap((entry) => {
    const target = targetOf(source, entry)
    const said = `${file} imports ${entry.to}`
    if (target === null)
      return ONLY_IN.filter(({ name, rooms }) => name.test(entry.to) && !rooms.includes(room)).map(
        ({ why }) => `${said}: ${why}`,
      )
    const other = roomOf(target)
    if (other === room || other === null) return []
    if (entry.to.startsWith(".")) return [`${said}: other rooms are reached by their full name`]
    const allowed: Record<string, "all" | "types"> = MAY_IMPORT[room]
    if (allowed[other] === "all" || (allowed[other] === "types" && entry.typesOnly)) return []
    return [`${said}: ${room} must not know ${other}${allowed[other] === "types" ? " but for its types" : ""}`]
  })
}

const CHANGES = "push|pop|shift|unshift|splice|sort|reverse|fill|set|add|delete|clear|append"

/** Sentences about everything at the top of a module that could change. Functions and classes begin with other words. */
function movingParts({ file, text }: Source): string[] {
  const lines = text.split("\n")
  const variables = lines.filter((line) => /^(export )?(let|var)\b/.test(line))
  const empty = lines.filter((line) => /^(export )?const .*= (\[\]|\{\}|new (Weak)?(Map|Set)(<.*>)?\(\))/.test(line))
  const loose = lines.filter(
    (line) =>
      /^(export )?const .*= new (Map|Set)\b/.test(line) &&
      !/: Readonly(Map|Set)</.test(line) &&
      !/^const [A-Z_]+ = new Set\(\[/.test(line),
  )
  const names = lines.flatMap((line) => /^(?:export )?const (\w+)/.exec(line)?.[1] ?? [])
  const changed = names.filter((name) =>
    new RegExp(
      `(?<![\\w.#])${name}(\\.\\w+|\\[[^\\]]*\\])*(\\.(${CHANGES})\\(|(\\.\\w+|\\[[^\\]]*\\])\\s*([-+*/|&?]*=(?!=|>)|\\+\\+|--))`,
    ).test(text),
  )
  return [...variables, ...empty, ...loose, ...changed].map((part) => `${file}: ${part}`)
}

const all = sources()
const ours = all.filter(({ isTest }) => !isTest)

describe("the house", () => {
  it("is read whole, so that the rules below are about something", () => {
    expect(ours.length).toBeGreaterThan(100)
    expect(all.flatMap(({ text }) => importsIn(text)).length).toBeGreaterThan(300)
    expect(new Set(ours.map(({ room }) => room)).size).toBeGreaterThanOrEqual(Object.keys(MAY_IMPORT).length - 1)
  })

  it("lets each room import only what its rank allows, types included", () => {
    expect(ours.flatMap(wrongImports)).toEqual([])
  })

  it("names modules without their file's ending", () => {
    const ended = all.flatMap(({ file, text }) =>
      importsIn(text)
        .filter(({ to }) => /^(@\/|\.)/.test(to) && /\.(tsx?|jsx?)$/.test(to))
        .map(({ to }) => `${file} imports ${to}`),
    )
    expect(ended).toEqual([])
  })

  it("has nothing that changes at the top of any module under lib, but for the one world", () => {
    const lib = ours.filter(({ file }) => /^lib\/.*\.tsx?$/.test(file) && file !== "lib/server/world.ts")
    expect(lib.flatMap(movingParts)).toEqual([])
  })

  it("reads the machine's clock in one file", () => {
    const elsewhere = ours.filter(
      ({ file, text }) =>
        /^lib\/.*\.ts$/.test(file) &&
        file !== "lib/server/machine-clock.ts" &&
        /\bDate\.now\(|new Date\(\)|\bperformance\.now\(/.test(text),
    )
    expect(elsewhere.map(({ file }) => file)).toEqual([])
  })

  it("prints nowhere but in the commands", () => {
    const printing = ours.filter(
      ({ file, text }) => !file.startsWith("lib/cli/") && /\bconsole\.|process\.std(out|err)\b/.test(text),
    )
    expect(printing.map(({ file }) => file)).toEqual([])
  })

  it(`has no file of more than ${LINES_MAX} lines`, () => {
    const long = all.map(({ file, text }) => ({ file, lines: text.split("\n").length - 1 }))
    expect(long.filter(({ lines }) => lines > LINES_MAX)).toEqual([])
  })
})

describe("these rules", () => {
  const source = (file: string, text: string): Source => ({ file, text, room: roomOf(file), isTest: false })

  it.each([
    ["lib/kraken/a.ts", 'import { x } from "@/lib/vault/x"'],
    ["lib/kraken/a.ts", 'import type { X } from "@/lib/history/x"'],
    ["lib/kraken/a.ts", 'import { type X, y } from "@/lib/audit/x"'],
    ["lib/audit/a.ts", 'import { readFileSync } from "node:fs"'],
    ["lib/audit/a.ts", 'import * as z from "zod"'],
    ["lib/core/a.ts", 'export { x } from "../audit/x"'],
    ["components/a.tsx", 'const x = await import("@/lib/server/x")'],
    ["lib/vault/a.ts", 'import "@photostructure/sqlite"'],
  ])("see in %s what is wrong with: %s", (file, text) => {
    expect(wrongImports(source(file, text))).toHaveLength(1)
  })

  it.each([
    ["lib/kraken/a.ts", 'import type { X } from "@/lib/audit/x"'],
    ["lib/kraken/a.ts", 'import { type X, type Y } from "@/lib/audit/x"'],
    ["app/a.tsx", 'import { x } from "@/components/x"'],
    ["lib/audit/a.ts", 'import * as z from "zod/mini"'],
  ])("see nothing wrong in %s with: %s", (file, text) => {
    expect(wrongImports(source(file, text))).toEqual([])
  })

  it.each([
    ["let a = 0"],
    ["export var a = 0"],
    ["const a = new Map<string, number>()"],
    ["const a: string[] = []"],
    ["const A = { b: 1 }\nfunction f() {\n  A.b = 2\n}"],
    ["const A = [1]\nfunction f() {\n  A.push(2)\n}"],
    ["const a = new Set(given)"],
  ])("see that this can change: %s", (text) => {
    expect(movingParts(source("lib/core/a.ts", text)).length).toBeGreaterThan(0)
  })

  it.each([
    ["const A = 1"],
    ["const A: ReadonlySet<string> = new Set(given)"],
    ["const A = [1] as const\nconst b = (x) => A.map((y) => x === y)"],
    ["function f() {\n  let a = 0\n  a += 1\n  return a\n}"],
  ])("see that this cannot: %s", (text) => {
    expect(movingParts(source("lib/core/a.ts", text))).toEqual([])
  })
})
