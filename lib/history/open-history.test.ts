import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { Secret } from "@/lib/core/secret"
import { latestVersion } from "./migrate"
import { MIGRATIONS } from "./migrations/index"
import { type History, openHistory } from "./open-history"
import { openDatabase, pragmaNumber } from "./sqlite"
import { realSleep, temporaryFolder } from "./testing/folders"

let folder = ""
let remove = () => {}
const opened: History[] = []

beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
})
afterEach(() => {
  for (const history of opened.splice(0)) history.close()
  remove()
})

const file = () => path.join(folder, "history.sqlite")

function open(place = folder): History {
  const result = openHistory(place, realSleep)
  if (!result.ok) throw new Error(result.error.kind)
  opened.push(result.value)
  return result.value
}

const problem = (place = folder) => {
  const result = openHistory(place, realSleep)
  return result.ok ? null : result.error
}

const asIs = (stored: unknown) => stored as { count: number }

describe("the migrations", () => {
  it("count from 1 without gaps, so that a version says exactly which steps were taken", () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1))
  })

  it("bring an empty folder to the latest form, and a second opening changes nothing", () => {
    open().close()
    const database = openDatabase(file(), { readOnly: true })
    expect(pragmaNumber(database, "user_version")).toBe(latestVersion(MIGRATIONS))
    database.close()
    const before = readFileSync(file())
    open().close()
    expect(readFileSync(file())).toEqual(before)
  })

  it("go on where a crash left a file without any form", () => {
    writeFileSync(file(), "", { mode: 0o600 })
    expect(open().keyStates(asIs).load("a")).toBeNull()
  })

  it("refuse a file that a newer Keytrim wrote, and leave it as it is", () => {
    open().close()
    const database = openDatabase(file())
    database.exec(`PRAGMA user_version = ${latestVersion(MIGRATIONS) + 1}`)
    database.close()
    const before = readFileSync(file())
    expect(problem()).toMatchObject({ kind: "newer" })
    expect(readFileSync(file())).toEqual(before)
  })
})

describe("a damaged file", () => {
  it.each([
    ["text instead of a database", (good: Buffer) => Buffer.from("not a database ".repeat(good.length / 15))],
    ["a file cut in the middle", (good: Buffer) => good.subarray(0, good.length / 2)],
    [
      "pages overwritten",
      (good: Buffer) => Buffer.concat([good.subarray(0, 4096), Buffer.alloc(good.length - 4096, 0xa5)]),
    ],
  ])("with %s is named, kept byte for byte, and never replaced", (_, damage) => {
    const states = open().keyStates(asIs)
    for (let at = 0; at < 200; at++) states.save(`key-${at}`, { count: at })
    for (const history of opened.splice(0)) history.close()
    writeFileSync(file(), damage(readFileSync(file())))
    const before = readFileSync(file())
    expect(problem()).toMatchObject({ kind: "damaged", message: expect.stringContaining("move it away") })
    expect(readFileSync(file())).toEqual(before)
  })

  it("is what a database of another program counts as", () => {
    const database = openDatabase(file())
    database.exec("CREATE TABLE theirs (a); PRAGMA user_version = 1; PRAGMA application_id = 7;")
    database.close()
    expect(problem()?.kind).toBe("damaged")
  })
})

describe.skipIf(process.platform === "win32")("rights", () => {
  it("closes the folder and every file in it to others", async () => {
    const place = path.join(folder, "new", "home")
    const history = open(place)
    history.keyStates(asIs).save("a", { count: 1 })
    ;(await history.lockKey("ab".repeat(20))).release()
    expect(statSync(place).mode & 0o777).toBe(0o700)
    for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
      const mode = statSync(path.join(entry.parentPath, entry.name)).mode & 0o777
      expect(mode, entry.name).toBe(entry.isDirectory() ? 0o700 : 0o600)
    }
  })

  it("refuses a folder and a file that others can write to", () => {
    open().close()
    chmodSync(file(), 0o622)
    expect(problem()).toMatchObject({ kind: "others-can-write", message: expect.stringMatching(/others can write/i) })
    chmodSync(file(), 0o600)
    chmodSync(folder, 0o770)
    expect(problem()?.kind).toBe("others-can-write")
  })

  it("refuses a link in the place of the file, and a folder that cannot be made", () => {
    writeFileSync(path.join(folder, "elsewhere"), "")
    symlinkSync(path.join(folder, "elsewhere"), file())
    expect(problem()?.kind).toBe("unusable")
    expect(problem(path.join(folder, "elsewhere", "below"))?.kind).toBe("unusable")
    mkdirSync(path.join(folder, "other", "history.sqlite"), { recursive: true })
    expect(problem(path.join(folder, "other"))?.kind).toBe("unusable")
  })
})

describe("what is stored", () => {
  it("is there again after the process that stored it is gone", () => {
    open().keyStates(asIs).save("a", { count: 3 })
    expect(open().keyStates(asIs).load("a")).toEqual({ count: 3 })
  })

  it("changes in one step: an update that throws leaves the old state", () => {
    const breakers = open().breakers(asIs)
    breakers.update("origin", () => ({ count: 1 }))
    expect(() =>
      breakers.update("origin", () => {
        throw new Error("broken off")
      }),
    ).toThrow("broken off")
    expect(breakers.update("origin", (state) => ({ count: (state?.count ?? 0) + 1 }))).toEqual({ count: 2 })
  })

  it("is parsed before it is believed", () => {
    const history = open()
    history.keyStates(asIs).save("a", { count: 3 })
    const strict = history.keyStates(() => {
      throw new Error("does not fit")
    })
    expect(() => strict.load("a")).toThrow("does not fit")
  })
})

describe("a key's reference", () => {
  it("is the same after a restart, and differs by key, by origin and by data folder", () => {
    const [one, other] = [new Secret("first public key"), new Secret("second public key")]
    const ref = open().keyRef("https://api.kraken.com", one)
    expect(open().keyRef("https://api.kraken.com", one)).toBe(ref)
    expect(open().keyRef("https://api.kraken.com", other)).not.toBe(ref)
    expect(open().keyRef("http://127.0.0.1:1", one)).not.toBe(ref)
    expect(open(path.join(folder, "second")).keyRef("https://api.kraken.com", one)).not.toBe(ref)
  })

  it("leaves neither the key nor a plain hash of it on the disk", () => {
    const apiKey = `public-${Math.random()}-${Math.random()}`
    const history = open()
    history.keyStates(asIs).save(history.keyRef("https://api.kraken.com", new Secret(apiKey)), { count: 1 })
    history.close()
    const bytes = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(folder, entry.name), "latin1"))
      .join("")
    expect(bytes).not.toContain(apiKey.slice(0, 12))
  })
})
