import { Link } from '@payloadcms/ui'

import type { View } from './createView'
import type { CauseGroup } from './loadFailedPayments'

type Props = { chosen?: string; groups: CauseGroup[]; view: View }

/** How many payments failed for which cause, and for how much; each leads to its own. */
export const CauseTable = ({ chosen, groups, view }: Props) => {
  const { cause, page, text } = view
  return (
    <div className="failed-payments__scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{text('cause')}</th>
            <th scope="col">{text('count')}</th>
            <th scope="col">{text('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.cause}>
              <th scope="row">
                <Link
                  aria-current={group.cause === chosen ? 'page' : undefined}
                  href={page(group.cause)}
                  prefetch={false}
                >
                  {cause(group.cause)}
                </Link>
              </th>
              <td className="failed-payments__figure">{group.count}</td>
              <td className="failed-payments__figure">
                {group.amounts.map(({ amount, currency }) => (
                  <div key={currency}>{view.amount(amount, currency)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && (
        <p>
          <Link href={page()} prefetch={false}>
            {text('allCauses')}
          </Link>
        </p>
      )}
    </div>
  )
}
