import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { deleteKey } from "../fixes/whole-key"
import { keyGuide } from "../key-guide"
import { purposeNames } from "../wording"

/** The safest key is one that does not exist. */
export const needlessKey = defineRule({
  id: "needless-key",
  concerns: "safety",
  severity: "low",
  title: { pass: "Is needed for its purpose", fail: "Is probably not needed at all" },
  rationale: "A key that nothing needs can only be lost or stolen.",
  source: keyGuide(),
  requires: ["purposes"],
  check({ purposes }) {
    if (purposes.length === 0) return notApplicable("no purpose was chosen")
    if (purposes.some(({ standing }) => standing === undefined)) return pass()
    const gone = purposes.every(({ standing }) => standing === "discontinued")
    const why = gone
      ? `${purposeNames(purposes)} no longer exists as far as we know, so nothing should use this key.`
      : `${purposeNames(purposes)} works without any key.`
    return fail({ subject: null, why, fix: deleteKey })
  },
  examples: [
    { says: "A key for rotki.", key: {}, purposes: ["rotki"], expect: "pass" },
    { says: "A key for public prices.", key: {}, purposes: ["market-data"], expect: "fail" },
    { says: "A key that nobody has named a purpose for.", key: {}, expect: "not-applicable" },
  ],
})
