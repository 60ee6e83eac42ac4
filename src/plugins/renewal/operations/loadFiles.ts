import type { Payload } from 'payload'

import type { OriginFile, OriginLine, RenewalSettings, Seat } from './types'
import type { Stops } from './decideFile'
import type { ChargeOrigin, PaymentMethodKind } from '../../../operations/payments/paymentMethods'

import { readMany } from '../../../database/bulk'
import { planCharges } from '../../../operations/payments/paymentMethods'
import { renewalKeyOf } from '../../../operations/renewalKeys'

export type LoadedFiles = {
  alreadyRenewed: Set<string>
  contactNames: Map<string, string>
  files: OriginFile[]
  stops: Stops
}

/**
 * Reads all that deciding about some origin files needs, in a fixed number of queries whatever their number: lines, payments,
 * cards, answers to criteria, names, seats, and which lines have been renewed already.
 */
export const loadFiles = async ({
  automatic,
  fileIDs,
  payload,
  settings,
  site,
}: {
  /** The origin subscriptions that renew automatically. */
  automatic: ReadonlySet<string>
  fileIDs: string[]
  payload: Payload
  settings: RenewalSettings
  site: string
}): Promise<LoadedFiles> => {
  const [fileDocs, lineDocs, payments] = await Promise.all([
    readMany({ collection: 'files', payload, select: ['number', 'payer'], where: { id: fileIDs } }),
    readMany({
      collection: 'lines',
      payload,
      where: { file: fileIDs, kind: 'subscription', season: settings.originSeason, state: 'sold' },
    }),
    readMany({
      collection: 'payments',
      payload,
      select: [
        'alias',
        'amount',
        'contact',
        'file',
        'instalments',
        'mandate',
        'mandateReference',
        'method',
        'paid',
      ],
      // A plan may still be going on when the season is renewed.
      where: { file: fileIDs, state: ['failed', 'paid', 'pending', 'planned', 'returned'] },
    }),
  ])
  const wanted = settings.lineIDs ? new Set(settings.lineIDs) : null
  const lines = wanted ? lineDocs.filter((line) => wanted.has(line.id)) : lineDocs
  const people = unique(lines.flatMap((line) => [line.payer, line.beneficiary]))
  const [alreadyRenewed, seats, contacts, stops, cards] = await Promise.all([
    readRenewed({ lines, payload, settings }),
    readMany<Seat>({
      collection: 'seats',
      payload,
      where: { id: unique(lines.map((line) => line.seat)) },
    }),
    readMany({ collection: 'contacts', payload, select: ['displayName'], where: { id: people } }),
    readStops({ payload, people, settings }),
    readMany({
      collection: 'tickets',
      payload,
      select: ['line'],
      where: {
        line: lines.map((line) => line.id),
        medium: 'card',
        state: ['issued', 'printed'],
      },
    }),
  ])
  const seatByID = new Map(seats.map((seat) => [seat.id, seat]))
  const cardsPerLine = new Map<string, number>()
  for (const card of cards) cardsPerLine.set(card.line, (cardsPerLine.get(card.line) ?? 0) + 1)

  const linesByFile = new Map<string, OriginLine[]>()
  for (const line of lines) {
    const list = linesByFile.get(line.file) ?? []
    linesByFile.set(line.file, list)
    list.push({
      id: line.id,
      amount: Number(line.amount),
      beneficiary: line.beneficiary,
      cardCount: cardsPerLine.get(line.id) ?? 0,
      hadSeat: Boolean(line.seat),
      isAutomatic: automatic.has(line.subscription),
      payer: line.payer,
      priceCategory: line.priceCategory,
      seat: line.seat ? (seatByID.get(line.seat) ?? null) : null,
      shipmentMode: line.shipmentMode,
      subscription: line.subscription,
      tariff: line.tariff,
    })
  }

  const files: OriginFile[] = fileDocs.map((doc) => ({
    id: doc.id,
    charge: null,
    chargedContact: doc.payer,
    lines: (linesByFile.get(doc.id) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
    number: Number(doc.number),
    payer: doc.payer,
  }))
  const order = new Map(fileIDs.map((id, i) => [id, i]))
  files.sort((a, b) => order.get(a.id)! - order.get(b.id)!)

  // Paid like last year: the payment by which most has come in tells how, and of those that nothing came in by yet the largest.
  const charged = files.filter((file) => file.lines.some((line) => line.isAutomatic))
  const leading = new Map<string, (typeof payments)[number]>()
  for (const payment of payments) {
    const best = leading.get(payment.file)
    const lead =
      Number(payment.paid) - Number(best?.paid ?? 0) ||
      Number(payment.amount) - Number(best?.amount ?? 0)
    if (lead > 0) leading.set(payment.file, payment)
  }
  const origins = charged.map((file): ChargeOrigin => {
    const payment = leading.get(file.id)
    if (payment?.contact) file.chargedContact = payment.contact
    return {
      alias: payment?.alias ?? null,
      contactID: file.chargedContact,
      instalments: Number(payment?.instalments ?? 1),
      mandate: payment?.mandate ?? null,
      mandateReference: payment?.mandateReference ?? null,
      method: (payment?.method ?? 'other') as PaymentMethodKind,
      siteID: site,
    }
  })
  const planned = await planCharges({ now: new Date(), origins, payload })
  charged.forEach((file, i) => (file.charge = planned[i]!))

  return {
    alreadyRenewed,
    contactNames: new Map(contacts.map((contact) => [contact.id, String(contact.displayName)])),
    files,
    stops,
  }
}

/** The ids that are there, each once. */
export const unique = (ids: (null | string)[]): string[] => [
  ...new Set(ids.filter((id): id is string => Boolean(id))),
]

/** Which of these lines have been renewed into the target season already. */
export const readRenewed = async ({
  lines,
  payload,
  settings,
}: {
  lines: { id: string }[]
  payload: Payload
  settings: RenewalSettings
}): Promise<Set<string>> => {
  const renewed = await readMany({
    collection: 'lines',
    payload,
    select: ['originLine'],
    where: { renewalKey: lines.map((line) => renewalKeyOf(line.id, settings.targetSeason)) },
  })
  return new Set(renewed.map((line) => line.originLine as string))
}

/** Who of these people answered yes to a criterion of the batch. */
export const readStops = async ({
  payload,
  people,
  settings,
}: {
  payload: Payload
  people: string[]
  settings: RenewalSettings
}): Promise<Stops> => {
  const criteria = unique([
    settings.criterion,
    ...Object.values(settings.mapping).map((mapped) => mapped.criterion),
  ])
  if (!criteria.length) return new Set()
  const answers = await readMany({
    collection: 'contact-answers',
    payload,
    select: ['contact', 'criterion'],
    where: { answer: 'yes', contact: people, criterion: criteria },
  })
  return new Set(answers.map((answer) => `${answer.contact}:${answer.criterion}`))
}
