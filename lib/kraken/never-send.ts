/** Calls that change something at Kraken and have no form in which they could not. No probe may be made of them. */
const NEVER = [
  "/0/private/CancelAll",
  "/0/private/CancelAllOrdersAfter",
  "/0/private/Withdraw",
  "/0/private/WalletTransfer",
  "/0/private/AddExport",
  "/0/private/AddOrderBatch",
].map((path) => path.toLowerCase())

type Parameters = Readonly<Record<string, string>>

// Kraken reads an integer as the owner's own number of real orders, so an id must be unable to be one: letters in every group.
const MADE_UP_TXID = /^O(?=[^-]*[A-Z])[A-Z0-9]+-(?=[^-]*[A-Z])[A-Z0-9]+-(?=[^-]*[A-Z])[A-Z0-9]+$/

const hasTxid = (parameters: Parameters) => MADE_UP_TXID.test(parameters["txid"] ?? "")

/** Calls that are harmless only in one form. The value says what that form lacks, or null where it is kept. */
const ONLY_IN_ONE_FORM: Readonly<Record<string, (parameters: Parameters) => string | null>> = {
  "/0/private/depositaddresses": (parameters) =>
    "new" in parameters ? "DepositAddresses with `new` creates an address" : null,
  "/0/private/addorder": ({ validate }) =>
    validate === "true" ? null : "AddOrder without validate=true places an order",
  "/0/private/editorder": ({ validate, ...rest }) =>
    validate === "true" && hasTxid(rest) ? null : "EditOrder needs validate=true and a made-up txid",
  "/0/private/cancelorder": (parameters) =>
    hasTxid(parameters) && !("cl_ord_id" in parameters)
      ? null
      : "CancelOrder needs a txid that cannot be a real order's",
}

/** Why this call must never be sent, or null. A second fence behind the list of registered probes, which alone may be sent at all. */
export function neverSend(path: string, parameters: Parameters): string | null {
  const lower = path.toLowerCase()
  if (NEVER.includes(lower)) return `${path} changes something at Kraken`
  return ONLY_IN_ONE_FORM[lower]?.(parameters) ?? null
}
