import type { DocumentViewServerProps } from 'payload'

import { Gutter } from '@payloadcms/ui'
import { notFound } from 'next/navigation'

import { isPermitted } from '../../access/ofOwnInstitution'
import { slugs } from '../../collections/slugs'
import { loadVenueMap } from '../../operations/loadVenueMap'
import { DocumentHeading } from '../DocumentHeading'
import './index.scss'
import { VenueSeatMapEditor } from './VenueSeatMapEditor'

/** The tab with the seat map of a venue. Staff who may change seats edit it, others look at it. */
export const VenueSeatMapView = async ({
  doc,
  initPageResult,
  payload,
}: DocumentViewServerProps) => {
  const { req } = initPageResult
  if (!req.user || !doc?.id || !isPermitted(req, slugs.seats, 'read')) return notFound()
  const { docs } = await payload.find({
    collection: slugs.venues,
    depth: 0,
    limit: 1,
    overrideAccess: false,
    req,
    where: { id: { equals: doc.id } },
  })
  const venueID = docs[0] && String(docs[0].id)
  const map = venueID && (await loadVenueMap({ payload, req, venueID }))
  if (!map) return notFound()
  return (
    <main>
      <Gutter>
        <DocumentHeading
          collectionSlug={slugs.venues}
          id={venueID}
          pluralLabel={payload.collections[slugs.venues].config.labels.plural}
          useAsTitle="name"
          view={req.t('reprise:seatMap:tab' as never)}
        />
        <VenueSeatMapEditor
          isEditable={isPermitted(req, slugs.seats, 'update')}
          map={map}
          venueID={venueID}
        />
      </Gutter>
    </main>
  )
}
