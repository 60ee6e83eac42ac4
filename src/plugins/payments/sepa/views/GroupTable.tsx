import type { DebitsText } from './debitsText'

import { formatAmount } from '../../../../utilities/formatAmount'

type Props = {
  groups: { amount: number; collectOn: string; count: number; sequence: string }[]
  view: DebitsText
}

/** Counts and sums by day and sequence: the parts that the bank books each as one. */
export const GroupTable = ({ groups, view: { day, text } }: Props) => (
  <div className="failed-payments__scroll">
    <table>
      <thead>
        <tr>
          {['collectOn', 'sequence', 'count', 'sum'].map((key) => (
            <th key={key} scope="col">
              {text(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ amount, collectOn, count, sequence }) => (
          <tr key={`${collectOn} ${sequence}`}>
            <th scope="row">{day(collectOn)}</th>
            <td>{sequence}</td>
            <td className="failed-payments__figure">{count}</td>
            <td className="failed-payments__figure">{formatAmount(amount, 'EUR')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
