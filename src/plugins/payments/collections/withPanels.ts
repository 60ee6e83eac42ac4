import type { CollectionConfig, UIField } from 'payload'

import { slugs } from '../../../collections/slugs'

/** A panel of this plugin at the side of a document. */
const panel = (name: string, component: string): UIField => ({
  name,
  type: 'ui',
  admin: {
    components: { Field: `/plugins/payments/components/${component}#${component}` },
    disableBulkEdit: true,
    disableListColumn: true,
    position: 'sidebar',
  },
})

const panels: Record<string, UIField[]> = {
  [slugs.aliases]: [panel('revoke', 'RevokeField')],
  [slugs.contacts]: [panel('cardLink', 'CardLinkField'), panel('means', 'MeansField')],
  [slugs.mandates]: [panel('revoke', 'RevokeField')],
}

/**
 * On the page of a contact: the button that sends them a link for a new card, and what is stored of theirs; on that of a card or
 * mandate, the button that revokes it.
 */
export const withPanels = (collection: CollectionConfig): CollectionConfig => {
  const added = panels[collection.slug]
  return added ? { ...collection, fields: [...collection.fields, ...added] } : collection
}
