"use client"

import { Choices } from "@/components/ui/choices"
import { NONCE_SCALES, type NonceScale } from "@/lib/catalog/nonce-scales"

const HELP: Record<NonceScale, string> = {
  unused: "No program uses this key, now or later. Quickest.",
  s: "Ten-digit numbers, such as a script with time().",
  ms: "Thirteen digits. Common among scripts and bots.",
  us: "Sixteen digits.",
  ticks: "Seventeen or eighteen digits, from .NET programs.",
  ns: "Nineteen digits.",
  counter: "Counts 1, 2, 3 from its own start. Read the warning.",
  unknown: "Keytrim starts with small numbers. Slower, and careful.",
}

const CHOICES = NONCE_SCALES.map(({ id, label }) => ({ value: id, label, help: HELP[id] }))

interface NonceScaleChoiceProps {
  readonly value: NonceScale | null
  readonly onChange: (scale: NonceScale) => void
}

/** The question that has to be answered before Keytrim makes its first call with a key. */
export function NonceScaleChoice({ value, onChange }: NonceScaleChoiceProps) {
  return (
    <div className="space-y-2">
      <Choices
        legend="How does the program on this key count its calls?"
        help="Each call carries a number that must grow. If Keytrim sent one too large, your program’s calls would be refused."
        choices={CHOICES}
        value={value}
        onChange={onChange}
        columns={2}
      />
      <NonceScaleConsequence scale={value} />
    </div>
  )
}

/** What the answer means for the reading and for the program. */
function NonceScaleConsequence({ scale }: { readonly scale: NonceScale | null }) {
  if (scale === "counter") {
    return (
      <p className="rounded-md bg-warn-soft px-3 py-2 text-warn">
        After this reading the program’s calls are refused until its counter starts above a clock’s number. Better: give
        it a key of its own.
      </p>
    )
  }
  if (scale === "unknown") {
    return (
      <div className="space-y-1">
        <p className="text-muted">
          The first reading may take some ten seconds: Keytrim finds your program’s counter carefully, from small
          numbers up, so that the program keeps working.
        </p>
        <p className="text-warn">
          Only a program that counts 1, 2, 3 would be refused afterwards. If yours may do that, say so above.
        </p>
      </div>
    )
  }
  return null
}
