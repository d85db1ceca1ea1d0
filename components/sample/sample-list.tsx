import Link from "next/link"
import { KeyStanding } from "@/components/start/key-standing"
import { LastFour } from "@/components/ui/last-four"
import { TextLink } from "@/components/ui/text-link"
import type { KeyView } from "@/lib/protocol/key-view"
import type { SampleKey } from "@/lib/protocol/session-view"

interface SampleListProps {
  readonly keys: readonly SampleKey[]
  /** What Keytrim knows of them, where they are open. */
  readonly views: readonly KeyView[]
}

/** Every sample key with what it teaches. */
export function SampleList({ keys, views }: SampleListProps) {
  return (
    <ul aria-label="Sample keys" className="divide-y divide-line rounded-lg border border-line bg-surface">
      {keys.map((sample) => (
        <SampleRow key={sample.id} sample={sample} view={views.find(({ id }) => id === sample.keyId)} />
      ))}
    </ul>
  )
}

function SampleRow({ sample, view }: { readonly sample: SampleKey; readonly view: KeyView | undefined }) {
  return (
    <li className="relative grid items-center gap-x-4 gap-y-0.5 px-4 py-2.5 hover:bg-sunken md:grid-cols-[minmax(0,18rem)_minmax(0,1fr)_8.5rem_auto]">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        {sample.keyId === null ? (
          <span className="text-lead font-semibold">{sample.name}</span>
        ) : (
          <Link
            href={`/keys/${sample.keyId}`}
            prefetch={false}
            className="text-lead font-semibold after:absolute after:inset-0"
          >
            {sample.name}
          </Link>
        )}
        <LastFour last4={sample.last4} />
      </span>
      <span className="min-w-0">{sample.lesson}</span>
      <span>{view && <KeyStanding view={view} />}</span>
      {sample.keyId !== null && (
        // Above the link that covers the row.
        <span className="relative z-10">
          <TextLink href={`/try/kraken?key=${sample.id}`}>Change its boxes</TextLink>
        </span>
      )}
    </li>
  )
}
