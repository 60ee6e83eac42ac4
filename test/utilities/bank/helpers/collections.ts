import type { Collection, Creditor } from '../../../../src/utilities/bank/directDebits/types'

export const aCreditor = (changes: Partial<Creditor> = {}): Creditor => ({
  name: 'Städtische Bühnen München & Söhne',
  address: {
    buildingNumber: '1',
    country: 'DE',
    postcode: '80331',
    street: 'Am Theater',
    town: 'München',
  },
  bic: 'COBADEFFXXX',
  creditorID: 'DE98ZZZ09999999999',
  iban: 'DE89370400440532013000',
  ...changes,
})

export const aCollection = (changes: Partial<Collection> = {}): Collection => ({
  amount: 11_000,
  currency: 'EUR',
  date: '2027-01-11',
  debtor: { name: 'Zoë Weiß', iban: 'AT611904300234573201' },
  endToEndID: 'E2E-1',
  mandate: { reference: 'RUM-1', signedOn: '2026-09-01' },
  purpose: 'Abonnement «Grosses Haus» 2027, Rate 1/3',
  sequence: 'RCUR',
  ...changes,
})
