import type {
  LineDecision,
  LineIntent,
  OriginFile,
  OriginLine,
  ReasonCode,
  RenewalSettings,
  SeasonContext,
  SeatChoice,
  Target,
} from './types'

import { priceOf } from '../../../operations/prices'
import { chooseShipmentMode } from './shipmentMode'

/** Who answered "yes" to which criterion: `<contact>:<criterion>`. */
export type Stops = ReadonlySet<string>

/** What of a line decides whether it is renewed at all. */
type Asked = Pick<OriginLine, 'beneficiary' | 'isAutomatic' | 'payer' | 'subscription' | 'tariff'>

/**
 * What a subscription and its tariff become, or why it is not renewed.
 *
 * - Unmapped is not renewed and listed, never guessed.
 * - Termination concerns subscriptions with automatic renewal only, by the criterion of the mapping row or else of the batch;
 *   who pays decides for all, a beneficiary for their own (manual 2, “Résiliation de l'abonnement”).
 */
export const mappedOf = ({
  line,
  season,
  settings,
  stops,
}: {
  line: Asked
  season: SeasonContext
  settings: RenewalSettings
  stops: Stops
}): { reason: ReasonCode } | { target: Target; tariff: string } => {
  const mapped = settings.mapping[line.subscription]
  const target = mapped?.target ? season.targets.get(mapped.target) : undefined
  if (!target) return { reason: 'unmapped' }
  const criterion = mapped?.criterion ?? settings.criterion
  if (line.isAutomatic && criterion) {
    if (stops.has(`${line.payer}:${criterion}`)) return { reason: 'stoppedByPayer' }
    if (line.beneficiary && stops.has(`${line.beneficiary}:${criterion}`))
      return { reason: 'stoppedByBeneficiary' }
  }
  const tariff = line.tariff ? settings.tariffMapping[line.tariff] : undefined
  return tariff ? { target, tariff } : { reason: 'unmappedTariff' }
}

/**
 * What is wanted for one subscription before its seat is known: renewed how, or stopped why.
 *
 * Automatic renewal becomes a sale paid like last year; when it cannot be paid or shipped the batch's setting decides
 * (manual 2, “Comportement en cas d'erreur”). Everything else becomes a reservation.
 */
export const intentOf = ({
  file,
  line,
  season,
  settings,
  stops,
}: {
  file: OriginFile
  line: OriginLine
  season: SeasonContext
  settings: RenewalSettings
  stops: Stops
}): LineIntent => {
  const stop = (outcome: 'failed' | 'notRenewed', reason: ReasonCode): LineIntent => ({
    kind: 'stop',
    outcome,
    reason,
  })
  const mapped = mappedOf({ line, season, settings, stops })
  if ('reason' in mapped) return stop('notRenewed', mapped.reason)
  const { target, tariff } = mapped

  const shipment = chooseShipmentMode({
    available: settings.shipmentModes,
    cardCount: line.cardCount,
    fallback: settings.fallbackShipmentMode,
    last: line.shipmentMode,
    modes: season.shipmentModes,
  })
  const renew = (
    order: 'reservation' | 'sale',
    reservedBecause: null | ReasonCode,
  ): LineIntent => ({
    kind: 'renew',
    order,
    reservedBecause,
    shipmentMode: shipment.mode,
    target,
    tariff,
  })
  if (!line.isAutomatic) return renew('reservation', null)
  const obstacle: null | ReasonCode =
    shipment.mode === null
      ? 'noShipmentMode'
      : !file.charge
        ? 'noChargeableMethod'
        : 'refusal' in file.charge
          ? file.charge.refusal
          : null
  if (!obstacle) return renew('sale', null)
  return settings.onFailure === 'nothing'
    ? stop('failed', obstacle)
    : renew('reservation', obstacle)
}

/**
 * The decision on one subscription once its seat is known. The price is the target season's for the seat's category.
 *
 * @param choice the seat, or `null` when none is left
 */
export const decideLine = ({
  choice,
  intent,
  line,
  season,
}: {
  choice: null | SeatChoice
  intent: LineIntent
  line: OriginLine
  season: SeasonContext
}): LineDecision => {
  if (intent.kind === 'stop') return intent
  if (!choice) return { kind: 'stop', outcome: 'failed', reason: 'noSeatLeft' }
  const priceCategory = choice.seat?.priceCategory ?? line.priceCategory
  const amount = priceOf({
    priceCategory,
    prices: season.prices,
    subscription: intent.target.id,
    tariff: intent.tariff,
  })
  if (amount === null) return { kind: 'stop', outcome: 'failed', reason: 'noPrice' }
  return {
    amount,
    intent,
    kind: 'renew',
    outcome: intent.order === 'sale' ? 'sold' : 'reserved',
    priceCategory,
    reason: intent.reservedBecause ?? choice.reason,
    seat: choice.seat,
    seatReason: choice.reason,
  }
}

/** Whether the subscription needs a seat that must be looked for. */
export const needsSeat = (intent: LineIntent, line: OriginLine): boolean =>
  intent.kind === 'renew' && intent.target.seated && line.hadSeat
