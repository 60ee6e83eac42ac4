import type { Collection } from '../../../../utilities/bank/directDebits/types'
import type { Sequence } from '../../../../utilities/bank/mandates/mandateSequence'
import type { DebitAccount } from './debitAccount'
import type { DebitContent, DebitDraft } from './debitTypes'

import { checkCollection } from '../../../../utilities/bank/directDebits/checkCollection'
import { formerAccount } from '../../../../utilities/bank/directDebits/formerAccount'
import { nextSequence } from '../../../../utilities/bank/mandates/mandateSequence'

/** A collection as the writer of the file takes it. */
export const toCollection = ({
  amount,
  collectOn,
  content: { debtor, formerIBAN, mandate, purpose },
  currency,
  reference,
  sequence,
}: {
  amount: number
  collectOn: string
  content: DebitContent
  currency: string
  reference: string
  sequence: Sequence
}): Collection => ({
  amount,
  currency,
  date: collectOn,
  debtor,
  endToEndID: reference,
  mandate: {
    ...mandate,
    amendment: formerIBAN ? formerAccount({ formerIBAN, iban: debtor.iban }) : null,
  },
  purpose,
  sequence,
})

/** Gives each its sequence: of several under one mandate the earliest is its next collection, and tells what has changed. */
export const inSequence = ({
  account,
  drafts,
}: {
  account: DebitAccount
  drafts: DebitDraft[]
}): DebitDraft[] => {
  const ordered = [...drafts].sort(
    (a, b) => compare(a.collectOn, b.collectOn) || compare(a.instalment.id, b.instalment.id),
  )
  const begun = new Map<string, string>()
  for (const draft of ordered) {
    const { collectOn, content, instalment, mandate, problems } = draft
    const before = begun.get(mandate.id)
    // Without a signature there is no mandate to continue; the check says so.
    const next = content.mandate.signedOn
      ? nextSequence({
          mandate: {
            ...content.mandate,
            kind: 'recurring',
            lastPresentedOn: before ?? content.mandate.lastPresentedOn,
            state:
              mandate.sequence === 'ended'
                ? 'ended'
                : mandate.sequence === 'first' && !before
                  ? 'new'
                  : 'running',
          },
          on: collectOn,
          usesFirst: account.announcesFirst,
        })
      : undefined
    if (next && 'sequence' in next) draft.sequence = next.sequence
    else if (next) problems.push('mandateExpired')
    if (before) draft.content = { ...content, formerIBAN: null }
    problems.push(
      ...checkCollection({
        collection: toCollection({
          ...draft,
          amount: Number(instalment.amount),
          reference: 'CHECKED',
        }),
        creditor: account.creditor,
      }),
    )
    // A missing IBAN is no wrong one as well.
    draft.problems = [...new Set(problems)].filter(
      (code, _, all) => code !== 'ibanInvalid' || !all.includes('ibanMissing'),
    )
    if (!draft.problems.length) begun.set(mandate.id, collectOn)
  }
  return drafts
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
