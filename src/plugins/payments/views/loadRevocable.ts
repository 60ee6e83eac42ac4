import type { PayloadRequest, Where } from 'payload'

import type { Translate } from '../../../utilities/explain'
import type { Hanging } from '../operations/loadHanging'

import { slugs } from '../../../collections/slugs'
import { findAsPerson } from '../../../operations/findAsPerson'
import { describeCard, describeMandate } from '../../../operations/payments/describeMeans'
import { formatAmount } from '../../../utilities/formatAmount'
import { formatMoment } from '../../../utilities/formatMoment'
import { idOf } from '../../../utilities/idOf'
import { accountsByFile } from '../operations/accountsByFile'
import { loadHanging } from '../operations/loadHanging'
import { newerMandate } from '../operations/newerMandate'

type Card = Parameters<typeof describeCard>[0]
type Mandate = Parameters<typeof describeMandate>[0]

/** A card or mandate that can be revoked, in the words of the person reading. */
export type Revocable = {
  id: string
  collection: 'aliases' | 'mandates'
  /** What follows from revoking it, sentence by sentence. */
  consequences: string[]
  title: string
}

/**
 * Cards or mandates that can still be revoked, each with what will happen to the instalments that hang on it. As the person may read
 * them, in a fixed number of queries.
 *
 * @param where which of the collection; those that are revoked already are left out
 */
export const loadRevocable = async ({
  collection,
  req,
  where,
}: {
  collection: 'aliases' | 'mandates'
  req: PayloadRequest
  where: Where
}): Promise<Revocable[]> => {
  const find = findAsPerson(req)
  const found = await find(
    collection,
    { and: [where, { state: { not_equals: 'revoked' } }] },
    { sort: '-createdAt' },
  )
  if (!found.length) return []
  const hanging = await loadHanging({ collection, ids: found.map(({ id }) => id), req })
  const byFile =
    collection === 'mandates'
      ? await accountsByFile({
          ids: found.map(({ account }) => idOf(account)),
          payload: req.payload,
        })
      : new Set<string>()
  const others =
    collection === 'mandates'
      ? (
          await find(slugs.mandates, {
            contact: { in: [...new Set(found.map(({ contact }) => idOf(contact)))] },
          })
        ).map(refer)
      : []
  const t = req.t as Translate
  return found.map((doc) => {
    const isByFile = byFile.has(idOf(doc.account))
    return {
      id: doc.id,
      collection,
      consequences: consequencesOf({
        collection,
        hanging: hanging.get(doc.id),
        isByFile,
        language: req.i18n.language,
        successor: isByFile ? newerMandate(refer(doc), others)?.reference : undefined,
        t,
      }),
      title:
        collection === 'aliases'
          ? describeCard(doc as Card)
          : t('payments:screens:mandate', { reference: describeMandate(doc as Mandate) }),
    }
  })
}

/** A mandate with what it refers to as ids, as operations read it. */
const refer = (doc: Record<string, any>) => ({
  id: String(doc.id),
  account: idOf(doc.account),
  contact: idOf(doc.contact),
  createdAt: String(doc.createdAt),
  institution: idOf(doc.institution),
  reference: String(doc.reference),
  state: String(doc.state),
})

const consequencesOf = ({
  collection,
  hanging,
  isByFile,
  language,
  successor,
  t,
}: {
  collection: Revocable['collection']
  hanging: Hanging | undefined
  isByFile: boolean
  language: string
  successor: string | undefined
  t: Translate
}): string[] => {
  const text = (key: string, values?: Record<string, number | string>) =>
    t(`payments:desk:${key}`, values)
  const said: string[] = []
  if (hanging?.count) {
    const { amounts, nextDueAt, timeZone } = hanging
    said.push(
      text('hanging', {
        amounts: amounts.map((one) => formatAmount({ ...one, language })).join(', '),
        count: hanging.count,
        day: formatMoment({ at: nextDueAt!, language, style: 'day', timeZone }),
      }),
    )
  }
  if (hanging?.elsewhere) said.push(text('hangingElsewhere', { count: hanging.elsewhere }))
  const count = (hanging?.count ?? 0) + (hanging?.elsewhere ?? 0)
  if (count)
    said.push(
      successor
        ? text('hangingSuccessor', { count, reference: successor })
        : text(
            isByFile
              ? 'hangingByFile'
              : collection === 'aliases'
                ? 'hangingOnCard'
                : 'hangingAtProvider',
            { count },
          ),
    )
  if (hanging?.underWay) said.push(text('hangingUnderWay', { count: hanging.underWay }))
  return said.length ? said : [text('hangingNothing')]
}
