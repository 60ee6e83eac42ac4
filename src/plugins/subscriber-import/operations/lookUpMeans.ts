import type { Payload } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { ImportedPerson } from '../parsing/types'
import type { ImportFile, ImportLine, ImportSettings, LineMeans } from './types'

import { readMany } from '../../../database/bulk'
import { storingAccounts } from '../../../operations/payments/paymentMethods'
import { ownersOfCards, ownersOfMandates } from '../../../operations/payments/storedMeans'
import { identityKey } from '../parsing/identityKey'
import { meansOf } from './meansOf'

/** Under which key an imported person is found again: one with a number at their site alone, as each had an old system of its own. */
export const identityOf = (
  { institution, site }: Pick<Run, 'institution' | 'site'>,
  person: ImportedPerson,
): string =>
  `import:${institution}:${person.externalContactNumber ? `${site}:` : ''}${identityKey(person)}`

export type MeansByLine = ReadonlyMap<ImportLine, LineMeans>

/**
 * What the lines of files say of stored cards and mandates, and which of these the house has already. One that another customer has is
 * a problem of its line. A fixed number of queries.
 */
export const lookUpMeans = async ({
  files,
  payload,
  run,
}: {
  files: ImportFile[]
  payload: Payload
  run: Run<ImportSettings>
}): Promise<MeansByLine> => {
  const { institution, settings, site } = run
  const means = new Map<ImportLine, LineMeans>()
  const says = files.some(({ lines }) =>
    lines.some(({ resolved }) => resolved?.aliasReference || isDebited(resolved)),
  )
  if (!says) return means
  const accounts = await storingAccounts({ payload, siteID: site })
  for (const { lines } of files)
    for (const line of lines)
      if (line.resolved) means.set(line, meansOf({ accounts, institution, line: line.resolved }))
  const found = [...means].map(([line, { card, mandate }]) => ({ card, line, mandate }))
  const cards = found.flatMap(({ card, line }) => (card ? [{ line, means: card }] : []))
  const mandates = found.flatMap(({ line, mandate }) => (mandate ? [{ line, means: mandate }] : []))
  const common = { payload, req: {} }
  const cardOwners = cards.length
    ? await ownersOfCards({ ...common, cards: cards.map((card) => card.means) })
    : []
  const mandateOwners = mandates.length
    ? await ownersOfMandates({ ...common, mandates: mandates.map((mandate) => mandate.means) })
    : []
  const owners = [...cardOwners, ...mandateOwners].filter((owner) => owner !== null)
  const identities = new Map(
    (
      await readMany({
        collection: 'contacts',
        payload,
        select: ['identityKey'],
        where: { id: [...new Set(owners)] },
      })
    ).map((contact) => [contact.id, contact.identityKey as null | string]),
  )
  const compare = (
    kept: { line: ImportLine; means: { isNew: boolean } }[],
    ownerOf: (null | string)[],
    problem: Pick<ImportLine['problems'][number], 'code' | 'field'>,
  ) =>
    kept.forEach(({ line, means: one }, i) => {
      const owner = ownerOf[i]
      if (!owner) return
      one.isNew = false
      if (identities.get(owner) === identityOf(run, line.resolved!.payer)) return
      line.problems.push({
        ...problem,
        column: settings.mapping[problem.field as 'aliasReference'] ?? null,
        value: '',
      })
    })
  compare(cards, cardOwners, { code: 'cardOfOther', field: 'aliasReference' })
  compare(mandates, mandateOwners, { code: 'mandateOfOther', field: 'mandateReference' })
  return means
}

const isDebited = (resolved: ImportLine['resolved']): boolean =>
  Boolean(resolved?.mandateReference) || resolved?.method === 'directDebit'
