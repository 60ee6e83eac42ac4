import type { Payload, PayloadRequest } from 'payload'

import type { Creditor } from '../../../../utilities/bank/directDebits/types'
import type { DebitContent } from './debitTypes'

import { loadMailText } from '../../../../operations/mails/mailTexts'
import { enqueue } from '../../../../operations/outbox'
import { maskIBAN } from '../../../../utilities/bank/identifiers/iban'
import { formatAmount } from '../../../../utilities/formatAmount'
import { formatMoment } from '../../../../utilities/formatMoment'
import { debitNotice } from '../debitNotice'

/** A collection that somebody is to be told of. Amount in minor units. */
export type Notice = {
  name: string
  amount: number
  chargeID: string
  collectOn: string
  content: DebitContent
  currency: string
  email: string
  language: null | string
}

/**
 * Writes the mails that tell people of collections, in the caller's transaction: one per charge, whoever writes it.
 *
 * @throws an error for which `isDuplicateKey` is true when somebody was told already
 */
export const sendNotices = async ({
  creditor,
  institution,
  notices,
  payload,
  req,
  site,
}: {
  creditor: Creditor
  institution: string
  notices: readonly Notice[]
  payload: Payload
  req: PayloadRequest
  site: string
}): Promise<void> => {
  if (!notices.length) return
  const text = await loadMailText({ kind: debitNotice.name, payload, req, site })
  const render = ({ name, amount, collectOn, content, currency, language }: Notice) => {
    const values = {
      name,
      account: maskIBAN(content.debtor.iban),
      creditor: creditor.name,
      creditorID: creditor.creditorID,
      mandate: content.mandate.reference,
      purpose: content.purpose,
    }
    // In which language it is written is known once the person's and the site's are looked at.
    const { language: spoken } = text.render({ language, values })
    return text.render({
      language,
      values: {
        ...values,
        amount: formatAmount({ amount, currency, language: spoken }),
        date: formatMoment({
          at: `${collectOn}T12:00:00Z`,
          language: spoken,
          style: 'day',
          timeZone: 'UTC',
        }),
      },
    })
  }
  await enqueue({
    payload,
    req,
    rows: notices.map((notice) => {
      const { html, subject, text: plain } = render(notice)
      return {
        content: { html, subject, text: plain, to: notice.email },
        institution,
        key: `${debitNotice.name}:${notice.chargeID}`,
        kind: 'mail',
        site,
        subject: notice.chargeID,
      }
    }),
  })
}
