import type { Metadata } from "next"
import { AppPage } from "@/components/apps/app-page"

export const metadata: Metadata = { title: "What to tick" }

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  return <AppPage key={id} id={id} />
}
