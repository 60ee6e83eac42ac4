import type { PaymentMethodKind } from '../operations/payments/paymentMethods'
import type { ImportFieldKey } from '../plugins/subscriber-import/parsing/importFields'
import type { Cell } from './createWorkbook'
import type { Sale, SoldFile } from './newSoldFile'
import type { Person } from './people/types'
import type { Language, SiteSpec } from './types'

import { demoPrice } from './demoPrices'
import { accountOfSale, cardOfSale } from './saleMeans'

/** One line of a subscriber file before it is written the way its house writes. */
export type SubscriberLine = {
  /** Number of the file in the house's old system. */
  fileNumber: string
  sale: Sale
  soldFile: SoldFile
}

export type Column = { header: string; value: (line: SubscriberLine) => Cell }

/** How a house writes: its headers, in their order, and its words. A field without a header is one that the house does not keep. */
export type HouseStyle = {
  /** Of minor units. */
  amount: (minor: number) => Cell
  countries: Record<string, string>
  date: (day: Date) => Cell
  headers: (readonly [field: ImportFieldKey, header: string])[]
  languages: Record<Language, string>
  methods: Record<PaymentMethodKind, string>
  /** The month in which a card ends. */
  month: (month: number, year: number) => Cell
  no: string
  /** Whether somebody who pays for themselves is written down twice. */
  repeatsPayer: boolean
  yes: string
}

type PersonField = 'externalContactNumber' | keyof Person
type TicketField = Exclude<ImportFieldKey, `beneficiary${string}` | `payer${string}`>

const FIRST_CONTACT_NUMBER = 20_011

/** The columns of a site's subscriber file, in the order of its headers. */
export const subscriberColumns = ({
  firstContactNumber = FIRST_CONTACT_NUMBER,
  site,
  style,
}: {
  /** Files of the same house that are to be read one after the other must not share customer numbers. */
  firstContactNumber?: number
  site: SiteSpec
  style: HouseStyle
}): Column[] => {
  const numberOf = createContactNumbers(firstContactNumber)
  const personCell = (person: Person, field: PersonField): Cell => {
    if (field === 'externalContactNumber') return numberOf(person)
    if (field === 'country') return style.countries[person.country] ?? person.country
    if (field === 'language') return style.languages[person.language]
    return person[field]
  }
  const tariffOf = ({ member }: Sale) => site.tariffs.find(({ kind }) => kind === member.tariff)!
  const values: Record<TicketField, Column['value']> = {
    aliasReference: ({ soldFile }) => soldFile.payment.alias,
    block: ({ sale }) => sale.seat?.block ?? '',
    cardBrand: ({ soldFile }) => cardOfSale(soldFile)?.brand ?? '',
    cardExpiry: ({ soldFile }) => {
      const card = cardOfSale(soldFile)
      return card ? style.month(card.expMonth, card.expYear) : ''
    },
    cardLast4: ({ soldFile }) => cardOfSale(soldFile)?.number.slice(-4) ?? '',
    currency: () => site.currency,
    fileNumber: ({ fileNumber }) => fileNumber,
    iban: ({ soldFile }) => accountOfSale({ ...soldFile, site })?.iban ?? '',
    instalments: ({ soldFile }) => String(soldFile.payment.instalments),
    mandateReference: ({ soldFile }) => soldFile.payment.mandate,
    mandateSignedOn: ({ soldFile }) => {
      const account = accountOfSale({ ...soldFile, site })
      return account ? style.date(account.signedOn) : ''
    },
    paymentMethod: ({ soldFile }) => style.methods[soldFile.payment.method],
    pricePaid: ({ sale }) => {
      const category = sale.seat?.category ?? 'none'
      return style.amount(
        demoPrice({
          category,
          season: 'last',
          subscription: sale.subscription,
          tariff: tariffOf(sale),
        }),
      )
    },
    remarks: ({ soldFile }) => soldFile.remarks,
    row: ({ sale }) => sale.seat?.row ?? '',
    seat: ({ sale }) => sale.seat?.number ?? '',
    shipmentMode: ({ soldFile }) => soldFile.shipmentMode,
    soldAt: ({ soldFile }) => style.date(soldFile.soldAt),
    subscriptionCode: ({ sale }) => sale.subscription.code,
    tariffCode: ({ sale }) => tariffOf(sale).code,
    terminated: ({ sale, soldFile }) => (isStopped(sale, soldFile) ? style.yes : style.no),
  }
  return style.headers.map(([key, header]) => {
    const field = personFieldOf(key)
    if (key.startsWith('payer'))
      return { header, value: ({ soldFile }) => personCell(soldFile.party.payer, field) }
    if (key.startsWith('beneficiary'))
      return {
        header,
        value: ({ sale, soldFile }) =>
          sale.member.person === soldFile.party.payer && !style.repeatsPayer
            ? ''
            : personCell(sale.member.person, field),
      }
    return { header, value: values[key as TicketField] }
  })
}

/** `payerLastName` → `lastName`. */
const personFieldOf = (key: string): PersonField => {
  const field = key.replace(/^(payer|beneficiary)/, '')
  return `${field[0]!.toLowerCase()}${field.slice(1)}` as PersonField
}

/** Customer numbers in the order in which people come up. */
const createContactNumbers = (first: number) => {
  const numbers = new WeakMap<Person, string>()
  let next = first
  return (person: Person): string => {
    const known = numbers.get(person)
    if (known) return known
    const number = String(next)
    next += 3
    numbers.set(person, number)
    return number
  }
}

/** A payer who has no season ticket of their own (a company, a grandmother) stops all those they paid. */
const isStopped = ({ member }: Sale, { party }: SoldFile): boolean =>
  member.isTerminated ||
  (party.isPayerTerminated && !party.members.some(({ person }) => person === party.payer))
