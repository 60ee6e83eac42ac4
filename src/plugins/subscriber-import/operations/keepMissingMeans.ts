import type { Payload, PayloadRequest } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { MeansByLine } from './lookUpMeans'
import type { ImportFile, ImportSettings } from './types'

import { readMany } from '../../../database/bulk'
import { identityOf } from './lookUpMeans'
import { storeMeans } from './storeMeans'

/**
 * Adds the cards and mandates of files that are in already, where the house does not have them yet: the payment account was not there
 * when they came in, or the column. The files stay as they are; a renewal finds a card with its contact, and a mandate by its reference.
 */
export const keepMissingMeans = async ({
  files,
  means,
  payload,
  req,
  run,
}: {
  files: ImportFile[]
  means: MeansByLine
  payload: Payload
  req: PayloadRequest
  run: Run<ImportSettings>
}): Promise<void> => {
  const payers = files.flatMap(({ lines }) =>
    lines.map(({ resolved }) => identityOf(run, resolved!.payer)),
  )
  if (!payers.length) return
  const contacts = new Map(
    (
      await readMany({
        collection: 'contacts',
        payload,
        req,
        select: ['identityKey'],
        where: { identityKey: [...new Set(payers)] },
      })
    ).map((contact) => [contact.identityKey as string, contact.id]),
  )
  await storeMeans({
    files,
    idOfPerson: (person) => contacts.get(identityOf(run, person)),
    means,
    payload,
    req,
  })
}
