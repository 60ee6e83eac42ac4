import type { DefaultServerCellComponentProps } from 'payload'

import { formatAmount } from '../../utilities/formatAmount'
import { LinkedCell } from '../cells/LinkedCell'
import './index.scss'

/** An amount in a list: minor units as the reader writes money, with the currency of its document where it has one. */
export const AmountCell = (cell: DefaultServerCellComponentProps) => {
  const { cellData, i18n, rowData } = cell
  if (typeof cellData !== 'number') return <span className="amount">–</span>
  return (
    <LinkedCell cell={cell}>
      <span className="amount">
        {formatAmount({ amount: cellData, currency: rowData?.currency, language: i18n.language })}
      </span>
    </LinkedCell>
  )
}
