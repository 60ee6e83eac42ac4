import type { CollectionConfig } from 'payload'

import { slugs } from './slugs'

/** Puts a plugin's collection among the tools: what people start from comes before the records of what ran. */
export const addTool = (
  collections: CollectionConfig[] = [],
  tool: CollectionConfig,
): CollectionConfig[] =>
  collections.flatMap((collection) =>
    collection.slug === slugs.runs ? [tool, collection] : [collection],
  )
