import type { CollectionSlug } from 'payload'

import type { Row } from '../../database/bulk'

/** Where sealed texts lie in the database, and whom they are sealed for: what is needed to open all of a house. */
export type SealedField = {
  collection: CollectionSlug
  /** Whom the texts of a document are sealed for. */
  contextOf: (doc: Row) => string
  /** A text that is sealed, or JSON in which sealed texts are. */
  field: string
  /** A unique key beside it that is a sign of the text. */
  sign?: { contextOf: (doc: Row) => string; field: string }
  /** For JSON: the value with each sealed text in it turned into another. */
  turnEach?: (value: unknown, turn: (sealed: string) => string) => unknown
  /** The fields that `contextOf` reads. */
  uses: readonly string[]
  /** Which documents of the collection it is about; all when missing. */
  where?: Readonly<Record<string, string>>
}
