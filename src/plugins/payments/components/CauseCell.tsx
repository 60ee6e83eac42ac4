import type { DefaultServerCellComponentProps } from 'payload'

import { Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { causeText } from '../translations/causeText'

/** Why a payment did not come in, in a list: the sentence instead of its code. */
export const CauseCell = ({
  cellData,
  collectionSlug,
  i18n,
  link,
  linkURL,
  payload,
  rowData,
}: DefaultServerCellComponentProps) => {
  const text = typeof cellData === 'string' && cellData ? causeText(cellData, i18n.t) : '–'
  if (!link) return <span>{text}</span>
  const href =
    linkURL ??
    formatAdminURL({
      adminRoute: payload.config.routes.admin,
      path: `/collections/${collectionSlug}/${encodeURIComponent(rowData.id)}`,
    })
  return (
    <Link href={href} prefetch={false}>
      {text}
    </Link>
  )
}
