import type { Metadata } from "next"
import { SampleKrakenPage } from "@/components/sample/sample-kraken-page"

export const metadata: Metadata = { title: "Sample Kraken settings" }

interface PageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ searchParams }: PageProps) {
  const { key } = await searchParams
  return <SampleKrakenPage chosen={typeof key === "string" ? key : null} />
}
