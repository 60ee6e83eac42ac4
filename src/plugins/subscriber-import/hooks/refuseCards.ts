import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload'

import type { Translate } from '../../../utilities/explain'
import type { ImportSource } from '../parsing/types'

import { isPermitted } from '../../../access/ofOwnInstitution'
import { outsideTransaction } from '../../../database/outsideTransaction'
import { RepriseError } from '../../../utilities/errors'
import { describeCards } from '../operations/describeCards'
import { explainFile } from '../operations/explainFile'
import { findCardNumber } from '../parsing/findCardNumber'
import { findCards } from '../parsing/findCards'

/**
 * Looks through a file before it is kept, and refuses one with payment card numbers in it, naming the lines and columns. So none is
 * ever stored (PCI DSS v4.0.1, 3.3 and 3.5); nor is a file that cannot be read, since nobody knows what is in it.
 *
 * Before the operation, since a file that takes the place of another removes that one early.
 */
export const refuseCards: CollectionBeforeOperationHook = async ({
  collection,
  operation,
  req,
}) => {
  const { file } = req
  if (!file || (operation !== 'create' && operation !== 'update')) return
  // Access is asked after this: for somebody who may not, nothing is read.
  if (req.payloadAPI !== 'local' && !isPermitted(req, collection.slug, operation)) return
  const t = req.t as Translate
  const isNameOne = findCardNumber(file.name)
  const fileName = isNameOne ? '…' : file.name
  const source: ImportSource = file.tempFilePath
    ? { fileName, path: file.tempFilePath }
    : { fileName, stream: oneChunk(file) }
  const places = await outsideTransaction({ req, work: () => findCards(source) }).catch((err) => {
    throw new RepriseError('importFileRefused', {
      field: 'file',
      values: { value: explainFile(err, t) },
    })
  })
  if (isNameOne || places.length)
    throw new RepriseError('cardNumbersInFile', {
      field: 'file',
      values: { value: describeCards({ isNameOne, places, t }) },
    })
}

async function* oneChunk({ data }: NonNullable<PayloadRequest['file']>) {
  yield data
}
