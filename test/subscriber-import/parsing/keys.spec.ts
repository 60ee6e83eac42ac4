import { describe, expect, it } from '@jest/globals'

import type {
  ImportedPerson,
  SubscriberRow,
} from '../../../src/plugins/subscriber-import/parsing/types'

import { comparedName } from '../../../src/plugins/subscriber-import/parsing/comparedName'
import { identityKey } from '../../../src/plugins/subscriber-import/parsing/identityKey'
import { rowKey } from '../../../src/plugins/subscriber-import/parsing/rowKey'

const person = (changes: Partial<ImportedPerson> = {}): ImportedPerson => ({
  addressLine2: null,
  city: 'Zürich',
  company: null,
  country: 'CH',
  email: 'jo@example.ch',
  externalContactNumber: null,
  firstName: 'Jo',
  houseNumber: '1',
  language: null,
  lastName: 'Müller-Weiss',
  phone: null,
  postcode: '8001',
  salutation: null,
  street: 'Bahnhofstrasse',
  ...changes,
})

const row = (changes: Partial<SubscriberRow> = {}): SubscriberRow => ({
  aliasReference: null,
  beneficiary: null,
  block: 'Parkett',
  cardBrand: null,
  cardExpiry: null,
  cardLast4: null,
  currency: null,
  fileNumber: '123',
  iban: null,
  instalments: null,
  mandateReference: null,
  mandateSignedOn: null,
  payer: person(),
  paymentMethod: null,
  pricePaid: null,
  remarks: null,
  row: '7',
  seat: '12',
  shipmentMode: null,
  soldAt: null,
  subscriptionCode: 'PREM',
  tariffCode: 'VOLL',
  terminated: null,
  ...changes,
})

describe('recognising people', () => {
  it('should go by the number of the old system first', () => {
    const key = identityKey(person({ externalContactNumber: 'K-7' }))
    expect(key).toBe('number:k-7')
    expect(identityKey(person({ email: null, externalContactNumber: ' k-7' }))).toBe(key)
  })

  it('should tell another name from the same one written otherwise', () => {
    const name = comparedName(person())
    for (const change of [
      { firstName: 'JÖ', lastName: 'Müller  Weiß' },
      { firstName: 'Prof. Dr. Jo' },
      { firstName: null, lastName: 'Herr Jo Müller-Weiss' },
      { city: 'Bern', salutation: 'Dr.' },
    ])
      expect(comparedName(person(change))).toBe(name)
    for (const change of [{ firstName: 'Jon' }, { lastName: 'Other' }, { company: 'AG' }])
      expect(comparedName(person(change))).not.toBe(name)
  })

  it('should not mind case, accents, signs, language and phone', () => {
    const key = identityKey(person())
    for (const change of [
      { lastName: 'MULLER  WEISS' },
      { lastName: 'Müller‑Weiß' },
      { city: 'zurich' },
      { email: 'JO@EXAMPLE.CH' },
      { houseNumber: null, street: 'Bahnhofstrasse 1' },
      { language: 'fr' as const, phone: '044', salutation: 'Frau' },
    ])
      expect(identityKey(person(change))).toBe(key)
  })

  it('should keep apart whoever differs in name, address or e-mail', () => {
    const changes: Partial<ImportedPerson>[] = [
      {},
      { firstName: 'Jon' },
      { lastName: 'Müller' },
      { company: 'AG' },
      { houseNumber: '2' },
      { addressLine2: 'c/o X' },
      { postcode: '8002' },
      { country: 'DE' },
      { email: null },
      { firstName: 'Jo Müller', lastName: 'Weiss' },
      { firstName: null, lastName: 'Jo Müller-Weiss' },
      { lastName: '山田' },
      { lastName: '田山' },
      { lastName: '😀' },
    ]
    expect(new Set(changes.map((change) => identityKey(person(change)))).size).toBe(changes.length)
  })

  it('should not show who it is', () => {
    expect(identityKey(person())).toMatch(/^person:[\w-]{32}$/)
  })
})

describe('recognising lines', () => {
  it('should be the same when the file is imported again, with corrections', () => {
    const key = rowKey(row({ beneficiary: person({ lastName: 'Rey' }) }))
    expect(
      rowKey(
        row({
          beneficiary: person({ email: null, lastName: 'REY', street: 'X' }),
          pricePaid: 5,
          tariffCode: 'KIND',
          terminated: true,
        }),
      ),
    ).toBe(key)
    expect(rowKey(row({ payer: person({ city: 'Bern' }) }))).toBe(rowKey(row()))
    // A single line, known by its payer alone.
    const single = (payer: Partial<ImportedPerson>) =>
      rowKey(row({ fileNumber: null, payer: person(payer) }))
    expect(single({ city: 'Zch', email: null, street: 'X' })).toBe(single({}))
    expect(single({ postcode: '8002' })).not.toBe(single({}))
    const number = { externalContactNumber: '7' }
    expect(single({ ...number, lastName: 'Rey', postcode: '1' })).toBe(single(number))
  })

  it('should differ by file, beneficiary, subscription, seat and occurrence', () => {
    const keys = [
      rowKey(row()),
      rowKey(row(), 2),
      rowKey(row({ fileNumber: '124' })),
      rowKey(row({ fileNumber: null })),
      rowKey(row({ fileNumber: null, payer: person({ firstName: 'Al' }) })),
      rowKey(row({ beneficiary: person() })),
      rowKey(row({ beneficiary: person({ externalContactNumber: '7' }) })),
      rowKey(row({ subscriptionCode: 'MI' })),
      rowKey(row({ block: 'Balkon' })),
      rowKey(row({ row: '71', seat: '2' })),
      rowKey(row({ row: '7', seat: '1' })),
      rowKey(row({ block: null, row: null, seat: null })),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })
})
