import type { DefaultServerCellComponentProps } from 'payload'

import { LinkedCell } from './LinkedCell'

/** Who did something, in a list; the program where nobody of the staff did. */
export const AuthorCell = (cell: DefaultServerCellComponentProps) => (
  <LinkedCell cell={cell}>
    <span>{String(cell.cellData || cell.i18n.t('reprise:filePage:system' as never))}</span>
  </LinkedCell>
)
