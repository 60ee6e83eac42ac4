import type { DefaultServerCellComponentProps } from 'payload'
import type { ReactNode } from 'react'

import { Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

type Props = { cell: DefaultServerCellComponentProps; children: ReactNode }

/** What stands in a cell of a list; in the column that leads to the document, as the link there. Payload leaves that to own cells. */
export const LinkedCell = ({
  cell: { collectionSlug, link, linkURL, payload, rowData },
  children,
}: Props) => {
  if (!link) return children
  const href =
    linkURL ??
    formatAdminURL({
      adminRoute: payload.config.routes.admin,
      path: `/collections/${collectionSlug}/${encodeURIComponent(rowData.id)}`,
    })
  return (
    <Link href={href} prefetch={false}>
      {children}
    </Link>
  )
}
