import type { Metadata } from "next"
import { AddKeyPage } from "@/components/add/add-key-page"

export const metadata: Metadata = { title: "Add a key" }

export default function Page() {
  return <AddKeyPage />
}
