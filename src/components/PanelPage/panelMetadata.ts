import type { Metadata } from 'next'
import type { SanitizedConfig } from 'payload'

import { getNextRequestI18n } from '@payloadcms/next/utilities'
import { generatePageMetadata } from '@payloadcms/next/views'

type Args = { config: Promise<SanitizedConfig> } & Pick<
  Parameters<typeof generatePageMetadata>[0],
  'params' | 'searchParams'
>

/**
 * What Payload says of a page of the panel, for the tab of the browser. The views of plugins name a text of theirs as title (`meta.title`
 * is the key, such as `renewal:screens:batches`), since a configuration knows no language; here it is put into the reader's.
 */
export const panelMetadata = async ({ config, params, searchParams }: Args): Promise<Metadata> => {
  const metadata = await generatePageMetadata({ config, params, searchParams })
  const { title } = metadata
  const resolved = await config
  const key = Object.values(resolved.admin.components?.views ?? {})
    .map((view) => (view as { meta?: { title?: unknown } }).meta?.title)
    .find((one) => typeof one === 'string' && typeof title === 'string' && title.startsWith(one))
  if (!key) return metadata
  const { t } = await getNextRequestI18n({ config: resolved })
  return { ...metadata, title: String(title).replace(String(key), () => t(key as never)) }
}
