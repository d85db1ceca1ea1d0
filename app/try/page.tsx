import type { Metadata } from "next"
import { TryPage } from "@/components/sample/try-page"

export const metadata: Metadata = { title: "Sample keys" }

export default function Page() {
  return <TryPage />
}
