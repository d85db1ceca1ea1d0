import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "./keytrim"

export interface BuiltRoute {
  /** As the browser would ask for it, with a made-up id where the route has one. */
  readonly path: string
  readonly isApi: boolean
}

/** Every route that `next build` made, read from its own manifest, so that a new route cannot be forgotten here. */
export function builtRoutes(): readonly BuiltRoute[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(path.join(ROOT, ".next/app-path-routes-manifest.json"), "utf8"),
  )
  return Object.values(manifest).map((route) => ({
    path: route.replaceAll(/\[[^\]]+\]/g, "made-up-id"),
    isApi: route.startsWith("/api/"),
  }))
}
