import { Disclosure } from "@/components/ui/disclosure"
import { firstSentence } from "./first-sentence"

/** A text of which the first sentence is scanned and the rest is read by who wants to. */
export function Scannable({ text }: { readonly text: string }) {
  const { first, rest } = firstSentence(text)
  return (
    <>
      <p>{first}</p>
      {rest !== "" && (
        <Disclosure summary="More">
          <p>{rest}</p>
        </Disclosure>
      )}
    </>
  )
}
