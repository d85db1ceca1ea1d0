import type { Metadata } from "next"
import { KeyPage } from "@/components/key/key-page"

export const metadata: Metadata = { title: "Key" }

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  return <KeyPage key={id} id={id} />
}
