import { ok } from "@/lib/core/result"
import type { ExportReport } from "../account"
import { sampleId } from "../sample-account"
import { type AdmittedCall, invalidArgument, type Method, type Reply, secondsOf } from "./method"

const REPORTS = ["trades", "ledgers"]

/** Queues a report, which stays queued: that it now stands in the account's list is the change that counts. */
function addExport(call: AdmittedCall): Reply {
  const report = call.parameters.get("report") ?? ""
  const description = call.parameters.get("description")
  if (!REPORTS.includes(report)) return invalidArgument("report")
  if (!description) return invalidArgument("description")
  const id = sampleId("A", call.nextId()).slice(-4)
  const format = call.parameters.get("format") ?? "CSV"
  call.account.exports.push({ id, report, format, description, createdAtS: secondsOf(call) })
  return ok({ id })
}

function shownExport({ id, report, format, description, createdAtS }: ExportReport): unknown {
  return { id, descr: description, format, report, status: "Queued", createdtm: String(createdAtS) }
}

function exportStatus({ account, parameters }: AdmittedCall): Reply {
  const report = parameters.get("report") ?? ""
  if (!REPORTS.includes(report)) return invalidArgument("report")
  return ok(account.exports.filter((entry) => entry.report === report).map(shownExport))
}

function removeExport({ account, parameters }: AdmittedCall): Reply {
  const id = parameters.get("id")
  if (!account.exports.some((entry) => entry.id === id)) return invalidArgument("id")
  account.exports = account.exports.filter((entry) => entry.id !== id)
  return ok(parameters.get("type") === "cancel" ? { cancel: true } : { delete: true })
}

export const EXPORTS: Readonly<Record<string, Method>> = {
  "/0/private/AddExport": addExport,
  "/0/private/ExportStatus": exportStatus,
  "/0/private/RemoveExport": removeExport,
}
