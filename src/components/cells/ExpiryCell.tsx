import type { DefaultServerCellComponentProps } from 'payload'

import { expiryMonth } from '../../operations/payments/expiryMonth'

/** Until when a card is good, in a list: the month that stands on it. */
export const ExpiryCell = ({ cellData }: DefaultServerCellComponentProps) =>
  cellData ? expiryMonth(String(cellData)) : '–'
