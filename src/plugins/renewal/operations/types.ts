import type { ChargeAnswer } from '../../../operations/payments/paymentMethods'
import type { Prices } from '../../../operations/prices'

/** What a run was started with: the batch, frozen. Ids throughout. */
export type RenewalSettings = {
  batchSize: null | number
  channel: string
  criterion: null | string
  currency: string
  fallbackShipmentMode: null | string
  /** Only files of these numbers; `null` = all. */
  fileNumbers: null | number[]
  /** Only these origin lines (run the failed ones again); `null` = all. */
  lineIDs: null | string[]
  mapping: Record<string, { criterion: null | string; target: null | string }>
  /** Whether whoever started it gets a mail when it has ended. */
  notify: boolean
  onFailure: 'nothing' | 'reservation'
  originSeason: string
  paymentDeadline: string
  shipmentModes: string[]
  targetSeason: string
  tariffMapping: Record<string, null | string>
  user: { id: string; name: null | string } | null
}

/** A subscription of the target season, as deciding needs it. */
export type Target = {
  id: string
  name: string
  performances: string[]
  seated: boolean
  venue: null | string
}

export type Seat = {
  id: string
  block: string
  blocked: boolean
  label: string
  number: string
  priceCategory: string
  row: string
  seatNameKey: string
  venue: string
  x: number
  y: number
}

export type OriginLine = {
  amount: number
  beneficiary: null | string
  cardCount: number
  /** Whether last year's subscription had a seat; `seat` is null when that seat no longer exists. */
  id: string
  hadSeat: boolean
  isAutomatic: boolean
  payer: string
  priceCategory: null | string
  seat: null | Seat
  shipmentMode: null | string
  subscription: string
  tariff: null | string
}

export type OriginFile = {
  id: string
  charge: ChargeAnswer | null
  /** Whose card or account is charged: who paid last year, else the payer. */
  chargedContact: string
  lines: OriginLine[]
  number: number
  payer: string
}

/** Everything about the season that is the same for each file. */
export type SeasonContext = {
  categoryCodes: Map<string, string>
  prices: Prices
  shipmentModes: Map<string, { name: string; kind: string; replaces: string[] }>
  subscriptionNames: Map<string, string>
  targets: Map<string, Target>
}

export type Outcome = 'charging' | 'failed' | 'notRenewed' | 'reserved' | 'sold'

export const reasonCodes = [
  'aliasExpired',
  'aliasRevoked',
  'alreadyRenewed',
  'declined',
  'declinedForNow',
  'mandateExpired',
  'needsCustomer',
  'noAlias',
  'noChargeableMethod',
  'noMandate',
  'noPrice',
  'noSeatLeft',
  'noShipmentMode',
  'originChanged',
  'otherSeat',
  'preferredSeat',
  'providerRefused',
  'renewedWithoutSeat',
  'sameSeat',
  'stoppedByBeneficiary',
  'stoppedByPayer',
  'unmapped',
  'unmappedTariff',
  'waitingForSeat',
] as const

export type ReasonCode = (typeof reasonCodes)[number]

/** Where a renewed subscription sits, and by which step of the ladder. */
export type SeatChoice = {
  reason: 'otherSeat' | 'preferredSeat' | 'renewedWithoutSeat' | 'sameSeat'
  seat: null | Seat
}

/** What is to become of one origin line before its seat is known. */
export type LineIntent =
  | {
      kind: 'renew'
      /** Wanted as a sale that is paid and sent like last year; otherwise a reservation. */
      order: 'reservation' | 'sale'
      /** Why it is a reservation although it should have been a sale. */
      reservedBecause: null | ReasonCode
      shipmentMode: null | string
      target: Target
      tariff: string
    }
  | { kind: 'stop'; outcome: 'failed' | 'notRenewed'; reason: ReasonCode }

/** The decision on one origin line; pure data, the same in simulation and live. */
export type LineDecision =
  | {
      amount: number
      intent: Extract<LineIntent, { kind: 'renew' }>
      kind: 'renew'
      outcome: 'reserved' | 'sold'
      priceCategory: null | string
      reason: ReasonCode
      seat: null | Seat
      /** By which step of the ladder it was seated, whatever the reason of the whole is. */
      seatReason: SeatChoice['reason']
    }
  | { kind: 'stop'; outcome: 'failed' | 'notRenewed'; reason: ReasonCode }
