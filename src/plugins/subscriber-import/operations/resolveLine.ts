import type { SubscriberRow } from '../parsing/types'
import type { Catalogue } from './loadCatalogue'
import type { HouseProblemCode, ImportSettings, LineProblem, ResolvedLine } from './types'

/** Which seats the file has given out so far: performance and seat as one number → line. */
export type GivenSeats = Map<number, number>

/**
 * Looks a line up in the catalogue: subscription, tariff, seat, price, shipment mode. All that does not fit is a problem with its
 * column; a seat that an earlier line has in a common performance is `seatTwice`.
 */
export const resolveLine = ({
  catalogue,
  given,
  line,
  row,
  settings,
}: {
  catalogue: Catalogue
  given: GivenSeats
  line: number
  row: SubscriberRow
  settings: ImportSettings
}): {
  /** Found even where something else is wrong. */
  place: null | { seat: null | string; subscription: string }
  problems: LineProblem[]
  resolved: null | ResolvedLine
  subscriptionName: string
} => {
  const problems: LineProblem[] = []
  const report = (code: HouseProblemCode, field: keyof ImportSettings['mapping'], value: string) =>
    problems.push({
      code,
      column: settings.mapping[field] ?? null,
      field,
      value: value.slice(0, 80),
    })

  const subscription = catalogue.subscriptionOf(row.subscriptionCode)
  if (!subscription) report('unknownSubscription', 'subscriptionCode', row.subscriptionCode)
  const tariff = catalogue.tariffOf(row.tariffCode)
  if (!tariff) report('unknownTariff', 'tariffCode', row.tariffCode)
  const shipmentMode = row.shipmentMode ? catalogue.shipmentModeOf(row.shipmentMode) : null
  if (row.shipmentMode && !shipmentMode)
    report('unknownShipmentMode', 'shipmentMode', row.shipmentMode)

  const names = [row.block, row.row, row.seat]
  const written = names.filter(Boolean).join(' ')
  const seat =
    subscription?.seated && subscription.venue && names.every(Boolean)
      ? catalogue.seatOf(subscription.venue, row.block!, row.row!, row.seat!)
      : undefined
  if (subscription?.seated && !seat)
    report(written ? 'unknownSeat' : 'seatMissing', 'seat', written)
  if (seat && subscription) {
    const keys = subscription.performances.map(
      ({ index }) => index * catalogue.seatTotal + seat.index,
    )
    const earlier = keys.map((key) => given.get(key)).find((other) => other !== undefined)
    if (earlier !== undefined) report('seatTwice', 'seat', `${written} (${earlier})`)
    else for (const key of keys) given.set(key, line)
  }

  const price =
    subscription && tariff
      ? catalogue.priceOf(subscription.id, tariff, seat?.priceCategory ?? null)
      : undefined
  if (subscription && tariff && (seat || !subscription.seated)) {
    if (price === undefined)
      report('noPrice', 'tariffCode', `${row.subscriptionCode} ${row.tariffCode}`)
    else if (row.pricePaid !== null && row.pricePaid !== price && !settings.acceptOtherPrices)
      report('wrongPrice', 'pricePaid', `${row.pricePaid / 100} ≠ ${price / 100}`)
  }
  const place =
    subscription && (seat || !subscription.seated)
      ? { seat: seat?.id ?? null, subscription: subscription.id }
      : null
  const subscriptionName = subscription?.name ?? row.subscriptionCode
  if (problems.length || !subscription || !tariff || price === undefined)
    return { place, problems, resolved: null, subscriptionName }
  return {
    place,
    problems,
    resolved: {
      aliasReference: row.aliasReference,
      amount: row.pricePaid ?? price,
      beneficiary: row.beneficiary,
      cardBrand: row.cardBrand,
      cardExpiry: row.cardExpiry,
      cardLast4: row.cardLast4,
      iban: row.iban,
      instalments: row.instalments ?? 1,
      mandateReference: row.mandateReference,
      mandateSignedOn: row.mandateSignedOn,
      method: row.paymentMethod,
      paid: row.pricePaid ?? 0,
      payer: row.payer,
      priceCategory: seat?.priceCategory ?? null,
      remarks: row.remarks,
      seat: seat?.id ?? null,
      shipmentMode: shipmentMode ?? null,
      soldAt: row.soldAt,
      subscription: subscription.id,
      tariff,
      terminated: row.terminated,
    },
    subscriptionName,
  }
}
