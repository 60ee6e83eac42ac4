import type { DefaultServerCellComponentProps } from 'payload'

import type { Translate } from '../../utilities/explain'

import { causeText } from '../../operations/payments/paymentMethods'
import { LinkedCell } from './LinkedCell'

/** Why a payment did not come in, in a list: the sentence instead of its code. */
export const CauseCell = (cell: DefaultServerCellComponentProps) => {
  const { cellData, i18n } = cell
  return (
    <LinkedCell cell={cell}>
      <span>
        {typeof cellData === 'string' && cellData ? causeText(cellData, i18n.t as Translate) : '–'}
      </span>
    </LinkedCell>
  )
}
