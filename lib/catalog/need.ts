import * as z from "zod/mini"
import { type PermissionId, permissionIdSchema } from "./permission-ids"

/** What a call needs: a permission, all of several needs (none: any valid key), or any one of several. */
export type Need = PermissionId | { readonly allOf: readonly Need[] } | { readonly anyOf: readonly Need[] }

export const needSchema: z.ZodMiniType<Need> = z.lazy(() =>
  z.union([
    permissionIdSchema,
    z.strictObject({ allOf: z.array(needSchema) }),
    z.strictObject({ anyOf: z.array(needSchema) }),
  ]),
)

/** Whether a key that holds exactly `granted` meets `need`. */
export function satisfies(need: Need, granted: ReadonlySet<PermissionId>): boolean {
  if (typeof need === "string") return granted.has(need)
  if ("allOf" in need) return need.allOf.every((part) => satisfies(part, granted))
  return need.anyOf.some((part) => satisfies(part, granted))
}
