/** What a permission can do at worst, most harmful first. This order is the only one: solver, severities and lists follow it. */
export const POWERS = [
  "moves-funds-out",
  "changes-addresses",
  "trades",
  "cancels",
  "locks-funds",
  "moves-funds-in",
  "opens-stream",
  "exports",
  "reads",
] as const
export type Power = (typeof POWERS)[number]
