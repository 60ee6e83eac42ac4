import type { Payload, PayloadRequest } from 'payload'

import type { ImportedPerson } from '../parsing/types'
import type { MeansByLine } from './lookUpMeans'
import type { ImportFile, ImportLine } from './types'

import { storeCards, storeMandates } from '../../../operations/payments/storedMeans'

/** The cards and mandates that were stored, by line; ids. */
export type StoredMeans = ReadonlyMap<ImportLine, { alias: null | string; mandate: null | string }>

/**
 * Keeps the cards and mandates of files with those who pay, each once.
 *
 * @param idOfPerson the contact; people without one are left out
 */
export const storeMeans = async ({
  files,
  idOfPerson,
  means,
  payload,
  req,
}: {
  files: ImportFile[]
  idOfPerson: (person: ImportedPerson) => string | undefined
  means: MeansByLine
  payload: Payload
  req: PayloadRequest
}): Promise<StoredMeans> => {
  const kept = files.flatMap(({ lines }) =>
    lines.flatMap((line) => {
      const contact = idOfPerson(line.resolved!.payer)
      const { card, mandate } = means.get(line) ?? {}
      return contact && (card || mandate) ? [{ card, contact, line, mandate }] : []
    }),
  )
  const cards = kept.flatMap(({ card, contact }) => (card ? [{ ...card, contact }] : []))
  const mandates = kept.flatMap(({ contact, mandate }) =>
    mandate ? [{ ...mandate, contact }] : [],
  )
  const aliasIDs = cards.length ? await storeCards({ cards, payload, req }) : []
  const mandateIDs = mandates.length ? await storeMandates({ mandates, payload, req }) : []
  let [card, mandate] = [0, 0]
  return new Map(
    kept.map((one) => [
      one.line,
      {
        alias: one.card ? aliasIDs[card++]! : null,
        mandate: one.mandate ? mandateIDs[mandate++]! : null,
      },
    ]),
  )
}

/** How many cards and mandates of files are new to the house. */
export const countNew = (files: ImportFile[], means: MeansByLine) => {
  const cards = new Set<string>()
  const mandates = new Set<string>()
  for (const { lines } of files)
    for (const line of lines) {
      const { card, mandate } = means.get(line) ?? {}
      if (card?.isNew) cards.add(card.token)
      if (mandate?.isNew) mandates.add(mandate.reference)
    }
  return { cards: cards.size, mandates: mandates.size }
}
