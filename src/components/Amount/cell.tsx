import type { DefaultServerCellComponentProps } from 'payload'

import { Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { formatAmount } from '../../utilities/formatAmount'
import './index.scss'

/** An amount in a list: minor units as the reader writes money, with the currency of its document where it has one. */
export const AmountCell = ({
  cellData,
  collectionSlug,
  i18n,
  link,
  linkURL,
  payload,
  rowData,
}: DefaultServerCellComponentProps) => {
  if (typeof cellData !== 'number') return <span className="amount">–</span>
  const text = (
    <span className="amount">
      {formatAmount({ amount: cellData, currency: rowData?.currency, language: i18n.language })}
    </span>
  )
  if (!link) return text
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
