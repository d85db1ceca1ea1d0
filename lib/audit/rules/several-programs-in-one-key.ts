import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { separatePrograms } from "../fixes/whole-key"
import { keyGuide } from "../key-guide"
import { purposeNames } from "../wording"

/** Programs that share a key share its powers, its counter and its fate. */
export const severalProgramsInOneKey = defineRule({
  id: "several-programs-in-one-key",
  concerns: "safety",
  severity: "low",
  title: { pass: "Serves one program", fail: "Serves several programs" },
  rationale:
    "Each program then holds the other's permissions, their calls get in each other's way, and neither can be cut off alone.",
  source: keyGuide(),
  requires: ["purposes"],
  check({ purposes }) {
    if (purposes.length === 0) return notApplicable("no purpose was chosen")
    const programs = purposes.filter(({ kind }) => kind === "application")
    if (programs.length < 2) return pass()
    const scales = new Set(programs.flatMap(({ nonceScale }) => nonceScale ?? []))
    const clash = scales.size > 1 ? " They also count their calls differently, so one keeps the other out." : ""
    const why = `${purposeNames(programs)} hold each other's permissions, and neither can be cut off alone.${clash}`
    return fail({ subject: null, severity: clash ? "medium" : "low", why, fix: separatePrograms })
  },
  examples: [
    { says: "A key for rotki.", key: {}, purposes: ["rotki"], expect: "pass" },
    { says: "A key for rotki and freqtrade.", key: {}, purposes: ["rotki", "freqtrade"], expect: "fail" },
    { says: "A key that nobody has named a purpose for.", key: {}, expect: "not-applicable" },
  ],
})
