import type { Endpoint } from "@/lib/catalog/endpoint-schema"
import { ENDPOINTS } from "@/lib/catalog/endpoints"
import { barePath, type SandboxRequest } from "./sandbox-request"

/** Whether a path fits a template such as /funding/v1/addresses/{id}. Upper and lower case count, as at Kraken. */
function fits(template: string, path: string): boolean {
  const wanted = template.split("/")
  const given = path.split("/")
  if (wanted.length !== given.length) return false
  return wanted.every((part, index) => part === given[index] || (part.startsWith("{") && given[index] !== ""))
}

/** The catalogued call that a request means; nothing where path, case or method are not Kraken's. */
export function endpointOf(request: SandboxRequest): Endpoint | undefined {
  const path = barePath(request)
  return ENDPOINTS.find((endpoint) => endpoint.method === request.method && fits(endpoint.path, path))
}
