import type { DefaultServerCellComponentProps } from 'payload'

/** Yes or no in a list, in words. */
export const YesNoCell = ({ cellData, i18n }: DefaultServerCellComponentProps) =>
  i18n.t(`reprise:fields:${cellData ? 'yes' : 'no'}` as never)
