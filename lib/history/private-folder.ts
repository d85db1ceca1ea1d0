/** The data folder and its files belong to one person: nobody else reads them, and nothing that others could have written is used. */
import { chmodSync, closeSync, constants, lstatSync, mkdirSync, openSync, type Stats, statSync } from "node:fs"
import { err, ok, type Result } from "@/lib/core/result"
import type { HistoryProblem } from "./history-problem"

const FOLDER_MODE = 0o700
const FILE_MODE = 0o600
/** Group and others may write. */
const OTHERS_WRITE = 0o022
const OTHERS_ANY = 0o077

// Windows has no such modes; there the folder lies in the person's own profile.
const hasModes = process.platform !== "win32"

type Checked = Result<null, HistoryProblem>

function refuse(kind: HistoryProblem["kind"], message: string): Checked {
  return err({ kind, message })
}

function codeOf(problem: unknown): string {
  return problem instanceof Error && "code" in problem ? String(problem.code) : "no reason given"
}

function checkOwner(path: string, stats: Stats): Checked {
  if (!hasModes) return ok(null)
  if (stats.uid !== process.getuid?.())
    return refuse("not-ours", `${path} belongs to another user. Choose another data folder in KEYTRIM_HOME.`)
  if ((stats.mode & OTHERS_WRITE) !== 0)
    return refuse(
      "others-can-write",
      `Others can write to ${path}, so Keytrim does not trust it. Run: chmod go-rwx "${path}"`,
    )
  return ok(null)
}

function tighten(path: string, stats: Stats, mode: number): void {
  if (hasModes && (stats.mode & OTHERS_ANY) !== 0) chmodSync(path, mode)
}

/** Makes the folder where it is missing, and closes it to others; refuses one that others could have written to. */
export function preparePrivateFolder(folder: string): Checked {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
    const stats = statSync(folder)
    const owner = checkOwner(folder, stats)
    if (owner.ok) tighten(folder, stats, FOLDER_MODE)
    return owner
  } catch (problem) {
    return refuse("unusable", `The data folder ${folder} cannot be used (${codeOf(problem)}). Check KEYTRIM_HOME.`)
  }
}

/** Makes an empty file where none is, and closes it to others; refuses links, other kinds of files and what others could have written. */
export function preparePrivateFile(file: string): Checked {
  try {
    createFile(file)
    // Not the target of a link: it could lead to a file that somebody else chose.
    const stats = lstatSync(file)
    if (!stats.isFile()) return refuse("unusable", `${file} is not a plain file. Move it away, then start again.`)
    const owner = checkOwner(file, stats)
    if (owner.ok) tighten(file, stats, FILE_MODE)
    return owner
  } catch (problem) {
    return refuse("unusable", `${file} cannot be used (${codeOf(problem)}). Check the data folder.`)
  }
}

// An existing file is not even opened: closing it again would drop the locks that SQLite holds on it in this process.
function createFile(file: string): void {
  try {
    closeSync(openSync(file, constants.O_CREAT | constants.O_EXCL | constants.O_RDWR, FILE_MODE))
  } catch (problem) {
    if (codeOf(problem) !== "EEXIST") throw problem
  }
}
