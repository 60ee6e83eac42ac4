import type { DebitsText } from './debitsText'

type Props = {
  groups: { amount: number; collectOn: string; count: number; sequence: string }[]
  view: DebitsText
}

/** Counts and sums by day and sequence: the parts that the bank books each as one. */
export const GroupTable = ({ groups, view }: Props) => (
  <div className="failed-payments__scroll">
    <table>
      <thead>
        <tr>
          {['collectOn', 'sequence', 'count', 'sum'].map((key) => (
            <th key={key} scope="col">
              {view.text(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ amount, collectOn, count, sequence }) => (
          <tr key={`${collectOn} ${sequence}`}>
            <th scope="row">{view.day(collectOn)}</th>
            <td>{view.sequence(sequence)}</td>
            <td className="failed-payments__figure">{count}</td>
            <td className="failed-payments__figure">{view.amount(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
