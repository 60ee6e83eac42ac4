import type { OutboxKind, OutboxRow } from './types'

/** Whether a person may end the doubt about a row: it is unknown, and is not asked about any more, or in vain. */
export const isDecidable = (
  row: { dueAt?: null | string } & Pick<OutboxRow, 'answer' | 'attempts' | 'state'>,
  kind: Pick<OutboxKind, 'isSilent'>,
): boolean => row.state === 'unknown' && (!row.dueAt || Boolean(kind.isSilent?.(row)))
