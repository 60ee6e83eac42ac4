import { mkdir, writeFile } from 'fs/promises'
import path from 'path'

import type { HouseProblemCode } from '../plugins/subscriber-import/operations/types'
import type { ImportFieldKey } from '../plugins/subscriber-import/parsing/importFields'
import type { RowProblemCode } from '../plugins/subscriber-import/parsing/problemCodes'
import type { SeatSpec } from './types'

import { houseStyles } from './houses/houseStyles'
import { theatre } from './houses/theatre'
import { createSiteParties, newSoldFile } from './newSoldFile'
import { createRandom, DEMO_SEED } from './random'
import { seasonDates } from './seasonDates'
import { subscriberLines, subscriberRows } from './subscribers'
import { toCSVLine } from './toCSVLine'

type Args = { path: string; seed?: number | string; today?: Date }

export type Mistake = {
  code: MistakeCode
  /** Line of the file; the headers are line 1. */
  lineNumber: number
}

/** What is wrong with each line: the code that the importer finds, and the cells that lead to it. */
const mistakes = {
  amount: { pricePaid: 'gratis' },
  amountNegative: { pricePaid: '-840.00' },
  country: { payerCountry: 'Atlantis' },
  currency: { currency: 'Taler' },
  currencyMismatch: { currency: 'EUR' },
  date: { soldAt: '31.02.2026' },
  email: { payerEmail: 'petra.keller(at)example.com' },
  integer: { instalments: 'drei' },
  language: { payerLanguage: 'Latein' },
  nameMissing: { payerCompany: '', payerFirstName: '', payerLastName: '' },
  paymentMethod: { paymentMethod: 'Muscheln' },
  required: { subscriptionCode: '' },
  seatMissing: { block: '', row: '', seat: '' },
  seatTwice: {},
  unknownSeat: { row: '99' },
  unknownShipmentMode: { shipmentMode: 'BRIEFTAUBE' },
  unknownSubscription: { subscriptionCode: 'DIENSTAG' },
  unknownTariff: { tariffCode: 'FREUNDE' },
  wrongPrice: { pricePaid: '12.00' },
  yesNo: { terminated: 'vielleicht' },
} satisfies Partial<
  Record<HouseProblemCode | RowProblemCode, Partial<Record<ImportFieldKey, string>>>
>

type MistakeCode = keyof typeof mistakes

const FIRST_NUMBER = 990_001
/** Line 1 has the headers, line 2 is a good one: the one whose seat somebody else takes as well. */
const FIRST_BAD_LINE = 3

/**
 * Writes a CSV file of the theatre with one good line and twenty bad ones, each with a mistake of its own: what a house sees when
 * its file is not yet right. Their seats are free in the usual file of the same seed, so that nothing but the mistake is wrong.
 *
 * @returns which line has which mistake
 */
export const writeBadRowsFile = async ({
  path: file,
  seed = DEMO_SEED,
  today = new Date(),
}: Args): Promise<Mistake[]> => {
  const codes = Object.keys(mistakes) as MistakeCode[]
  const random = createRandom(`${seed}:bad`)
  const parties = createSiteParties({ random, site: theatre })
  const subscription = theatre.subscriptions.find(({ code }) => code === 'PREM')!
  const seats = freeSeats({ seed, today }).slice(0, codes.length + 1)
  const soldAt = new Date(seasonDates(today).last.startsOn)
  const lines = seats.map((seat, i) => {
    const party = parties.draw({ kind: 'single', largest: 1 })
    const soldFile = newSoldFile({ party, random, site: theatre, soldAt })
    soldFile.remarks = ''
    const sale = { member: party.members[0]!, seat, subscription }
    return { fileNumber: String(FIRST_NUMBER + i), sale, soldFile }
  })
  const [headers, good, ...others] = subscriberRows({
    firstContactNumber: FIRST_NUMBER,
    lines,
    site: theatre,
  })
  const fields = houseStyles[theatre.code]!.headers.map(([field]) => String(field))
  const column = (field: string) => fields.indexOf(field)
  const bad = others.map((cells, i) => {
    const changed = [...cells]
    const code = codes[i]!
    const changes =
      code === 'seatTwice'
        ? Object.fromEntries(
            ['block', 'row', 'seat', 'tariffCode', 'pricePaid'].map((key) => [
              key,
              good![column(key)],
            ]),
          )
        : mistakes[code]
    for (const [key, value] of Object.entries(changes)) changed[column(key)] = value
    return changed
  })
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(
    file,
    `\uFEFF${[headers!, good!, ...bad].map((cells) => toCSVLine(cells, ';')).join('')}`,
  )
  return codes.map((code, i) => ({ code, lineNumber: FIRST_BAD_LINE + i }))
}

/** Seats of the big house, all of one category, that nobody had in the Premieren-Abo. */
const freeSeats = ({ seed, today }: Required<Omit<Args, 'path'>>): SeatSpec[] => {
  const nameOf = ({ block, number, row }: SeatSpec) => `${block}|${row}|${number}`
  const sold = new Set(
    subscriberLines({ scale: 1, seed, site: theatre, today }).flatMap(({ sale }) =>
      sale.seat && sale.subscription.code === 'PREM' ? [nameOf(sale.seat)] : [],
    ),
  )
  return theatre.venues[0]!.seats.filter(
    (seat) => seat.category === 'K2' && !seat.blocked && !sold.has(nameOf(seat)),
  )
}
