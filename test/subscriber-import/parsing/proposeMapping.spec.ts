import { describe, expect, it } from '@jest/globals'

import {
  type ImportFieldKey,
  importFields,
} from '../../../src/plugins/subscriber-import/parsing/importFields'
import {
  missingFields,
  proposeMapping,
} from '../../../src/plugins/subscriber-import/parsing/proposeMapping'
import de from '../../../src/plugins/subscriber-import/translations/de'
import en from '../../../src/plugins/subscriber-import/translations/en'
import fr from '../../../src/plugins/subscriber-import/translations/fr'

const texts = { de, en, fr }

/** What was proposed, without the fields that have no column. */
const propose = (...headers: string[]) =>
  Object.fromEntries(
    Object.entries(proposeMapping({ headers })).filter(([, header]) => header !== null),
  )

describe('proposing columns', () => {
  it.each(['de', 'en', 'fr'] as const)('should know our own labels in %s', (language) => {
    const fields = texts[language].subscriberImport.fields
    const headers = importFields.map(({ key }) => fields[key].label)
    expect(proposeMapping({ headers })).toEqual(
      Object.fromEntries(importFields.map(({ key }) => [key, fields[key].label])),
    )
  })

  it('should know our own keys', () => {
    const headers = importFields.map(({ key }) => key as string)
    expect(proposeMapping({ headers })).toEqual(
      Object.fromEntries(headers.map((key) => [key, key])),
    )
  })

  it.each(['de', 'en', 'fr'] as const)('should find every synonym in %s alone', (language) => {
    for (const { group, key, synonyms } of importFields.filter(
      ({ group }) => group !== 'beneficiary',
    ))
      for (const synonym of synonyms[language]) {
        const found = Object.keys(propose(synonym))
        expect([synonym, group, found.length]).toEqual([synonym, group, 1])
        // A word of two meanings may be the other one when it stands alone.
        const others = importFields.filter((field) =>
          (['de', 'en', 'fr'] as const).some((other) =>
            field.synonyms[other].some((word) => word.toLowerCase() === synonym.toLowerCase()),
          ),
        )
        if (others.filter((field) => field.group !== 'beneficiary').length === 1)
          expect([synonym, found]).toEqual([synonym, [key]])
      }
  })

  it('should read a Swiss export', () => {
    expect(
      propose(
        'Dossier-Nr.',
        'Kunden-Nr.',
        'ANREDE',
        'Vorname',
        'Name',
        'Straße',
        'Haus-Nr.',
        'PLZ',
        'Ort',
        'E-Mail-Adresse',
        'Rang',
        'Reihe',
        'Platz',
        'Abo',
        'Tarif',
        'Preis (CHF)',
        'Zahlungsart',
        'Geburtsdatum',
      ),
    ).toEqual({
      block: 'Rang',
      fileNumber: 'Dossier-Nr.',
      payerCity: 'Ort',
      payerEmail: 'E-Mail-Adresse',
      payerExternalContactNumber: 'Kunden-Nr.',
      payerFirstName: 'Vorname',
      payerHouseNumber: 'Haus-Nr.',
      payerLastName: 'Name',
      payerPostcode: 'PLZ',
      payerSalutation: 'ANREDE',
      payerStreet: 'Straße',
      paymentMethod: 'Zahlungsart',
      pricePaid: 'Preis (CHF)',
      row: 'Reihe',
      seat: 'Platz',
      subscriptionCode: 'Abo',
      tariffCode: 'Tarif',
    })
  })

  it('should read a French export, where the same words mean something else', () => {
    expect(
      propose(
        'N° de dossier',
        'NOM DU PAYEUR',
        'Prénom payeur',
        'Code postal (payeur)',
        'Nom du bénéficiaire',
        'prenom_beneficiaire',
        'Bénéficiaire - e-mail',
        'Formule',
        'Tarif',
        'Bloc',
        'Rang',
        'Place',
        'Montant payé',
        'Nb échéances',
        'Résilié',
      ),
    ).toEqual({
      beneficiaryEmail: 'Bénéficiaire - e-mail',
      beneficiaryFirstName: 'prenom_beneficiaire',
      beneficiaryLastName: 'Nom du bénéficiaire',
      block: 'Bloc',
      fileNumber: 'N° de dossier',
      instalments: 'Nb échéances',
      payerFirstName: 'Prénom payeur',
      payerLastName: 'NOM DU PAYEUR',
      payerPostcode: 'Code postal (payeur)',
      pricePaid: 'Montant payé',
      row: 'Rang',
      seat: 'Place',
      subscriptionCode: 'Formule',
      tariffCode: 'Tarif',
      terminated: 'Résilié',
    })
  })

  it('should use no column twice, and take the first of two alike', () => {
    const mapping = propose('Name', 'Name (2)', 'Nom')
    expect(mapping).toEqual({ payerLastName: 'Name' })
  })

  it('should propose nothing for strange headers', () => {
    expect(propose('', '#2', 'Payer', '___', 'constructor', '__proto__', '🎭', '=1+1')).toEqual({})
  })

  it('should have a label and a hint for every field in every language', () => {
    for (const { subscriberImport } of [de, en, fr]) {
      const keys = importFields.map(({ key }) => key).sort()
      expect(Object.keys(subscriberImport.fields).sort()).toEqual(keys)
      const labels = keys.map((key) => subscriberImport.fields[key].label)
      expect(new Set(labels).size).toBe(keys.length)
      for (const key of keys) expect(subscriberImport.fields[key].hint).toMatch(/\.$/)
    }
  })
})

describe('missing columns', () => {
  const complete = { payerLastName: 'Name', subscriptionCode: 'Abo', tariffCode: 'Tarif' }

  it('should name the fields without which no line can be imported', () => {
    const missing: ImportFieldKey[] = ['payerLastName', 'subscriptionCode', 'tariffCode']
    expect(missingFields({})).toEqual(missing)
    expect(missingFields(complete)).toEqual([])
    expect(missingFields({ ...complete, tariffCode: null })).toEqual(['tariffCode'])
  })

  it('should be content with a company', () => {
    expect(missingFields({ ...complete, payerCompany: 'Firma', payerLastName: null })).toEqual([])
  })
})
