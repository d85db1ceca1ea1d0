import type { Rule } from "../define-rule"
import { excessPermission } from "./excess-permission"
import { expired } from "./expired"
import { hiddenHistory } from "./hidden-history"
import { missingPermission } from "./missing-permission"
import { needlessKey } from "./needless-key"
import { newAddressesWithoutWithdrawal } from "./new-addresses-without-withdrawal"
import { pastRotationAge } from "./past-rotation-age"
import { severalProgramsInOneKey } from "./several-programs-in-one-key"
import { soonToExpire } from "./soon-to-expire"
import { tradingAndWithdrawalInOneKey } from "./trading-and-withdrawal-in-one-key"
import { tradingFromAnyIp } from "./trading-from-any-ip"
import { unboundedLifetime } from "./unbounded-lifetime"
import { unknownPermission } from "./unknown-permission"
import { unknownRestriction } from "./unknown-restriction"
import { wideIpBlock } from "./wide-ip-block"
import { wideNonceWindow } from "./wide-nonce-window"
import { withdrawalFromAnyIp } from "./withdrawal-from-any-ip"
import { withdrawalWithNewAddresses } from "./withdrawal-with-new-addresses"

/** Every rule. The order decides nothing but which of two equal findings comes first. */
export const RULES: readonly Rule[] = Object.freeze<Rule[]>([
  withdrawalFromAnyIp,
  withdrawalWithNewAddresses,
  tradingAndWithdrawalInOneKey,
  tradingFromAnyIp,
  newAddressesWithoutWithdrawal,
  excessPermission,
  unknownPermission,
  unknownRestriction,
  unboundedLifetime,
  pastRotationAge,
  wideIpBlock,
  wideNonceWindow,
  severalProgramsInOneKey,
  needlessKey,
  missingPermission,
  expired,
  soonToExpire,
  hiddenHistory,
])
