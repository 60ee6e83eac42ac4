import type { FileView, Found } from './types'

import { slugs } from '../../collections/slugs'
import { StateBadge } from '../StateBadge'
import { isLate } from '../../operations/payments/isLate'

type Props = { parts: Found[]; view: FileView }

/** The instalments of one payment below it; not for one that was simply paid in one go. */
export const InstalmentRows = ({ parts, view }: Props) => {
  const { amount, causeOf, day, isoDay, option, text } = view
  if (parts.length < 2 && parts.every(({ state }) => state === 'paid')) return null
  const now = new Date()
  return parts.map((part) => {
    const { id, amount: due, dueAt, index, state } = part
    const cause = causeOf(part)
    return (
      <tr key={id}>
        <td>
          <small>{text('instalmentDue', { date: day(dueAt), number: index })}</small>
        </td>
        <td>
          <StateBadge label={option(slugs.instalments, 'state', state)} state={state} />
          {isLate({ dueAt, isoDay, now, state }) && (
            <small className="file-page__overdue">{text('late')}</small>
          )}
          {cause && <small>{cause}</small>}
        </td>
        <td className="file-page__figure">
          <small>{amount(due)}</small>
        </td>
      </tr>
    )
  })
}
