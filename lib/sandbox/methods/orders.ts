import { err, ok, type Result } from "@/lib/core/result"
import { cancelOrders, type Order } from "../account"
import { parseAmount } from "../amount"
import { pairByName } from "../markets"
import { sampleId } from "../sample-account"
import { type AdmittedCall, invalidArgument, type Method, type Reply, secondsOf } from "./method"

const TXID = /^O[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{6}$/
const ORDER_TYPES = ["market", "limit", "stop-loss", "take-profit", "stop-loss-limit", "take-profit-limit", "iceberg"]

function descriptionOf(order: Pick<Order, "side" | "volume" | "pair" | "ordertype" | "price">): string {
  const pair = pairByName(order.pair)?.altname ?? order.pair
  const price = order.ordertype === "market" ? "" : ` ${order.price}`
  return `${order.side} ${order.volume} ${pair} @ ${order.ordertype}${price}`
}

function shownOrder(order: Order): [string, unknown] {
  const shown = {
    refid: null,
    userref: order.userref,
    ...(order.clOrdId !== null && { cl_ord_id: order.clOrdId }),
    status: order.status,
    opentm: order.openedAtS,
    starttm: 0,
    expiretm: 0,
    descr: { pair: order.pair, type: order.side, ordertype: order.ordertype, order: descriptionOf(order) },
    vol: order.volume,
    vol_exec: order.status === "closed" ? order.volume : "0.00000000",
    ...(order.closedAtS !== null && { closetm: order.closedAtS }),
  }
  return [order.txid, shown]
}

function ordersOf({ account }: AdmittedCall, wanted: (order: Order) => boolean): Record<string, unknown> {
  return Object.fromEntries(account.orders.filter(wanted).map(shownOrder))
}

function closedOrders(call: AdmittedCall): Reply {
  const closed = ordersOf(call, (order) => order.status !== "open")
  return ok({ closed, count: Object.keys(closed).length })
}

/** Open orders show only to a key that may see open ones, closed ones only to a key that may see those. */
function queryOrders(call: AdmittedCall): Reply {
  const txids = call.parameters.get("txid")?.split(",") ?? []
  const { permissions } = call.key.settings
  const visible = (order: Order) =>
    permissions.includes(order.status === "open" ? "query-open-trades" : "query-closed-trades")
  return ok(ordersOf(call, (order) => txids.includes(order.txid) && visible(order)))
}

type Draft = Pick<Order, "pair" | "side" | "ordertype" | "price" | "volume" | "userref" | "clOrdId">

function readOrder({ parameters }: AdmittedCall): Result<Draft, string> {
  const field = (name: string) => parameters.get(name) ?? ""
  const pair = pairByName(field("pair"))
  if (!pair) return err("EQuery:Unknown asset pair")
  const refuse = (name: string) => invalidArgument(name) as Result<never, string>
  const [side, ordertype, price, volume] = [field("type"), field("ordertype"), field("price"), field("volume")]
  if (side !== "buy" && side !== "sell") return refuse("type")
  if (!ORDER_TYPES.includes(ordertype)) return refuse("ordertype")
  if (ordertype !== "market" && !parseAmount(price)) return refuse("price")
  const units = parseAmount(volume)
  if (units === null || units < (parseAmount(pair.volumeMin) ?? 0n)) return refuse("volume")
  const userref = field("userref")
  if (!/^-?\d{0,10}$/.test(userref)) return refuse("userref")
  const clOrdId = parameters.get("cl_ord_id") ?? null
  return ok({ pair: pair.id, side, ordertype, price: price || "0", volume, userref: Number(userref), clOrdId })
}

/**
 * Places an order, which rests for good: nothing ever fills here, so the money behind it is not looked at either. Only the exact
 * text `true` validates; a client that writes it otherwise gets a real order, and its test notices.
 */
function addOrder(call: AdmittedCall): Reply {
  const draft = readOrder(call)
  if (!draft.ok) return draft
  const descr = { order: descriptionOf(draft.value) }
  if (call.parameters.get("validate") === "true") return ok({ descr })
  const txid = sampleId("O", call.nextId())
  call.account.orders.push({ ...draft.value, txid, openedAtS: secondsOf(call), status: "open", closedAtS: null })
  return ok({ descr, txid: [txid] })
}

/** What a cancellation means: an order's own id; a number, which is a reference that many orders may share; or the client's id. */
function targetOf({ parameters }: AdmittedCall): Result<(order: Order) => boolean, string> {
  const txid = parameters.get("txid")
  const clOrdId = parameters.get("cl_ord_id")
  if (txid === undefined) {
    if (clOrdId === undefined) return err("EGeneral:Invalid arguments:txid")
    return ok((order) => order.clOrdId === clOrdId)
  }
  if (TXID.test(txid)) return ok((order) => order.txid === txid)
  // An empty id counts as reference 0, which is what most orders carry: the careless case that a client must never meet.
  if (/^-?\d{0,10}$/.test(txid)) return ok((order) => order.userref === Number(txid))
  return err("EOrder:Invalid order")
}

function cancelOrder(call: AdmittedCall): Reply {
  const target = targetOf(call)
  if (!target.ok) return target
  const count = cancelOrders(call.account.orders.filter(target.value), call.nowMs)
  return count > 0 ? ok({ count }) : err("EOrder:Unknown order")
}

function cancelAll({ account, nowMs }: AdmittedCall): Reply {
  return ok({ count: cancelOrders(account.orders, nowMs) })
}

/** Arms the safety switch; a timeout of 0 disarms it. */
function cancelAllOrdersAfter(call: AdmittedCall): Reply {
  const timeout = call.parameters.get("timeout") ?? ""
  if (!/^\d{1,6}$/.test(timeout)) return invalidArgument("timeout")
  const nowS = secondsOf(call)
  call.account.cancelAllAtS = Number(timeout) === 0 ? null : nowS + Number(timeout)
  const trigger = call.account.cancelAllAtS
  return ok({
    currentTime: new Date(nowS * 1000).toISOString(),
    triggerTime: trigger === null ? "0" : new Date(trigger * 1000).toISOString(),
  })
}

/** Editing is not built here; a made-up order is refused all the same, as it would be at Kraken. */
function editOrder({ account, parameters }: AdmittedCall): Reply {
  const known = account.orders.some((order) => order.status === "open" && order.txid === parameters.get("txid"))
  return err(known ? "EAPI:Feature disabled" : "EOrder:Unknown order")
}

export const ORDERS: Readonly<Record<string, Method>> = {
  "/0/private/OpenOrders": (call) => ok({ open: ordersOf(call, (order) => order.status === "open") }),
  "/0/private/ClosedOrders": closedOrders,
  "/0/private/QueryOrders": queryOrders,
  "/0/private/AddOrder": addOrder,
  "/0/private/EditOrder": editOrder,
  "/0/private/CancelOrder": cancelOrder,
  "/0/private/CancelAll": cancelAll,
  "/0/private/CancelAllOrdersAfter": cancelAllOrdersAfter,
}
