import "@fontsource-variable/inter"
import "./globals.css"
import type { Metadata, Viewport } from "next"
import { connection } from "next/server"
import type { ReactNode } from "react"
import { QueryProvider } from "@/components/api/query-provider"
import { SessionGate } from "@/components/session/session-gate"
import { Shell } from "@/components/shell/shell"

export const metadata: Metadata = {
  title: { default: "Keytrim", template: "%s · Keytrim" },
  description: "Trims Kraken API keys down to what they need, on your own machine.",
  referrer: "no-referrer",
}

export const viewport: Viewport = { colorScheme: "light dark" }

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  // The nonce of the content security policy reaches only pages that are rendered for a request.
  await connection()
  return (
    // The browser puts the chosen theme on this element before React looks at it.
    <html lang="en" suppressHydrationWarning>
      <body>
        <QueryProvider>
          <SessionGate>
            <Shell>{children}</Shell>
          </SessionGate>
        </QueryProvider>
      </body>
    </html>
  )
}
