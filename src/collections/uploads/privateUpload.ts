import type { UploadConfig } from 'payload'

import path from 'path'

import { environment } from '../../utilities/environment'

/**
 * What every collection of uploaded files has in common: they are people's data. A file leaves through our access rules only, and as
 * something to save, never to be shown by the browser; nothing is fetched from addresses that people paste.
 *
 * @param slug the collection's; its folder, on disk and in the bucket, has the same name
 */
export const privateUpload = (
  slug: string,
  settings: Partial<UploadConfig> = {},
): UploadConfig => ({
  bulkUpload: false,
  modifyResponseHeaders: ({ headers }) => {
    headers.set('Content-Disposition', 'attachment')
    headers.set('X-Content-Type-Options', 'nosniff')
    return headers
  },
  pasteURL: false,
  staticDir: path.join(environment().uploadFolder, slug),
  ...settings,
})
