import type { DefaultServerCellComponentProps } from 'payload'

import { getTranslation } from '@payloadcms/translations'

/** The kind of document that a journal entry is about, by the name that staff know. */
export const NounCell = ({ cellData, i18n, payload }: DefaultServerCellComponentProps) => {
  const label = payload.collections[String(cellData)]?.config.labels.singular
  return label ? getTranslation(label as string, i18n) : String(cellData ?? '')
}
