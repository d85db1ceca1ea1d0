import type { Endpoint, EndpointFile, EndpointRow } from "./endpoint-schema"
import endpointFile from "./endpoints.json" with { type: "json" }

const file = endpointFile as EndpointFile

function withSources({ sources, conflict, ...row }: EndpointRow): Endpoint {
  return {
    ...row,
    sources: sources.map((id) => file.sources[id]),
    ...(conflict && { conflict: { ...conflict, source: file.sources[conflict.source] } }),
  }
}

/** Every private call that Kraken documents for spot keys, with what it needs, what it changes and what it costs. */
export const ENDPOINTS: readonly Endpoint[] = Object.freeze(file.endpoints.map(withSources))

/**
 * Finds a call by its path ("/0/private/Balance"), or by method and path where one path has several methods
 * ("POST /funding/v1/addresses"). A bare path of that kind finds nothing: which method was meant would be a guess.
 */
export function endpointByPath(call: string): Endpoint | undefined {
  const matches = ENDPOINTS.filter(({ method, path }) => path === call || `${method} ${path}` === call)
  return matches.length === 1 ? matches[0] : undefined
}

/** The path of a spot call from the short name that Kraken's reference uses: "Balance", "Earn/Allocate". */
export function callByName(name: string): string | undefined {
  return endpointByPath(`/0/private/${name}`)?.path
}
