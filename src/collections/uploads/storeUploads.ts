import type { CollectionConfig, Config, Field, Plugin } from 'payload'

import { objectStorage } from '../../utilities/objectStorage'
import { refuseFileFromAddress } from './refuseFileFromAddress'

/**
 * Puts the files of every upload collection on the S3-compatible storage of the environment, where one is given; else they stay in
 * the upload folder. The last plugin, so that a new collection takes part by having `upload`. A file lies under the same name in
 * both places, `<collection>/<file name>`, so that moving is copying.
 */
export const storeUploads: Plugin = async (config) => {
  const slugs = (config.collections ?? []).filter(({ upload }) => upload).map(({ slug }) => slug)
  const stored = await onObjectStorage(config, slugs)
  return {
    ...stored,
    // Files go through our server, so the package's browser part, which would have to stand in the import map, is not needed.
    admin: config.admin,
    collections: stored.collections?.map((collection) =>
      slugs.includes(collection.slug) ? lockPlace(collection) : collection,
    ),
  }
}

const onObjectStorage = async (config: Config, slugs: string[]): Promise<Config> => {
  const storage = objectStorage()
  if (!storage || !slugs.length) return config
  // Only where it is used: it loads Amazon's client.
  const { s3Storage } = await import('@payloadcms/storage-s3')
  return s3Storage({
    bucket: storage.bucket,
    collections: Object.fromEntries(slugs.map((slug) => [slug, { prefix: slug }])),
    config: {
      credentials: {
        accessKeyId: storage.accessKeyID,
        secretAccessKey: storage.secretAccessKey,
      },
      endpoint: storage.endpoint,
      forcePathStyle: storage.forcePathStyle,
      region: storage.region,
      // Not every storage knows the checksums that Amazon's client adds unasked.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    },
  })({ ...config, admin: {} })
}

/**
 * Where a file lies is nobody's to say, and the columns that say it exist in every house, with storage or without: there is one schema.
 */
const lockPlace = (collection: CollectionConfig): CollectionConfig => {
  const locked = (name: string, changes: Partial<Field> = {}): Field => {
    const found = collection.fields.find((field) => 'name' in field && field.name === name)
    return {
      ...found,
      name,
      type: 'text',
      access: { create: () => false, update: () => false },
      admin: { hidden: true, readOnly: true },
      ...changes,
    } as Field
  }
  const isOther = (field: Field) =>
    !('name' in field && (field.name === 'prefix' || field.name === '_objectKey'))
  return {
    ...collection,
    fields: [
      ...collection.fields.filter(isOther),
      locked('prefix', { defaultValue: collection.slug }),
      locked('_objectKey'),
    ],
    hooks: {
      ...collection.hooks,
      beforeOperation: [refuseFileFromAddress, ...(collection.hooks?.beforeOperation ?? [])],
    },
  }
}
