import { err, ok, type Result } from "@/lib/core/result"
import type { Transfer, WithdrawalAddress } from "../account"
import { formatAmount, parseAmount } from "../amount"
import { type Asset, assetByName } from "../markets"
import { sampleId } from "../sample-account"
import { type AdmittedCall, type Method, type Reply, secondsOf } from "./method"

/** The one method of moving funds that the sample account has. */
const BITCOIN = { asset: "XXBT", method: "Bitcoin", network: "Bitcoin", minimum: "0.0004" } as const

/** The asset that a call names; where it may name none, undefined stands for all. */
function assetOf({ parameters }: AdmittedCall): Result<Asset | undefined, string> {
  const name = parameters.get("asset")
  if (name === undefined) return ok(undefined)
  const asset = assetByName(name)
  return asset ? ok(asset) : err("EFunding:Unknown asset")
}

/** Rows of the asset that was asked for, or all. */
function listing<Row extends { readonly asset: string }>(
  rowsOf: (call: AdmittedCall) => readonly Row[],
  shown: (row: Row) => unknown = (row) => row,
): Method {
  return (call) => {
    const asset = assetOf(call)
    if (!asset.ok) return asset
    const wanted = asset.value
    return ok(
      rowsOf(call)
        .filter((row) => !wanted || row.asset === wanted.id)
        .map(shown),
    )
  }
}

const shownAddress = (row: WithdrawalAddress) => ({ ...row, verified: true })

const shownTransfer = ({ timeS, ...transfer }: Transfer) => ({
  ...transfer,
  aclass: "currency",
  txid: null,
  fee: "0.0000000000",
  time: timeS,
})

interface Withdrawal {
  readonly address: WithdrawalAddress
  readonly units: bigint
  readonly balance: bigint
}

/** Which saved address is meant and how much; Kraken's words where either is not possible. */
function readWithdrawal(call: AdmittedCall): Result<Withdrawal, string> {
  const asset = assetOf(call)
  if (!asset.ok) return asset
  const key = call.parameters.get("key")
  const address = call.account.withdrawalAddresses.find((row) => row.key === key && row.asset === asset.value?.id)
  if (!address) return err("EFunding:Unknown withdraw key")
  const units = parseAmount(call.parameters.get("amount") ?? "")
  const balance = parseAmount(call.account.balances[address.asset] ?? "0") ?? 0n
  if (!units || units > balance) return err("EFunding:Invalid amount")
  return ok({ address, units, balance })
}

function withdrawInfo(call: AdmittedCall): Reply {
  const withdrawal = readWithdrawal(call)
  if (!withdrawal.ok) return withdrawal
  const { address, units, balance } = withdrawal.value
  return ok({
    method: address.method,
    limit: formatAmount(balance),
    amount: formatAmount(units),
    fee: "0.0000000000",
  })
}

/** Sends the money away for good: what would be lost at Kraken is lost here, and a test can see it. */
function withdraw(call: AdmittedCall): Reply {
  const withdrawal = readWithdrawal(call)
  if (!withdrawal.ok) return withdrawal
  const { address, units, balance } = withdrawal.value
  const { asset, method } = address
  const refid = sampleId("A", call.nextId())
  const timeS = secondsOf(call)
  const left = formatAmount(balance - units)
  const amount = formatAmount(units)
  call.account.balances[asset] = left
  call.account.withdrawals.push({ refid, asset, method, amount, timeS, status: "Initial", info: address.address })
  const id = sampleId("L", call.nextId())
  call.account.ledger.push({ id, refid, timeS, type: "withdrawal", asset, amount: `-${amount}`, balance: left })
  return ok({ refid })
}

function depositMethods(call: AdmittedCall): Reply {
  const asset = assetOf(call)
  if (!asset.ok) return asset
  if (asset.value && asset.value.id !== BITCOIN.asset) return ok([])
  return ok([{ method: BITCOIN.method, limit: false, "gen-address": true, minimum: "0.0001" }])
}

/** Lists the addresses; `new=true` really makes one. */
function depositAddresses(call: AdmittedCall): Reply {
  const { account, parameters } = call
  const asset = assetOf(call)
  if (!asset.ok) return asset
  if (asset.value?.id !== BITCOIN.asset || parameters.get("method") !== BITCOIN.method)
    return err("EFunding:No funding method")
  if (parameters.get("new") === "true")
    account.depositAddresses.push({
      asset: BITCOIN.asset,
      method: BITCOIN.method,
      address: `bc1q-sample-deposit-address-${call.nextId()}`,
    })
  return ok(account.depositAddresses.map(({ address }) => ({ address, expiretm: "0", new: false })))
}

export const FUNDING: Readonly<Record<string, Method>> = {
  "/0/private/DepositMethods": depositMethods,
  "/0/private/DepositAddresses": depositAddresses,
  "/0/private/DepositStatus": listing(({ account }) => account.deposits, shownTransfer),
  "/0/private/WithdrawMethods": listing(() => [BITCOIN]),
  "/0/private/WithdrawAddresses": listing(({ account }) => account.withdrawalAddresses, shownAddress),
  "/0/private/WithdrawInfo": withdrawInfo,
  "/0/private/Withdraw": withdraw,
  "/0/private/WithdrawStatus": listing(({ account }) => account.withdrawals, shownTransfer),
}
