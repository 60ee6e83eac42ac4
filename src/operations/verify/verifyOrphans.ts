import type { Payload } from 'payload'

import { setImmediate } from 'timers/promises'

import type { Conditions } from '../../database/bulk'
import type { Reporter } from './createReport'

import { countMany, readMany, readPages } from '../../database/bulk'
import { childCollections } from './types'

/**
 * Looks for what hangs on no file, or on a file of another institution. Counting tells whether there is any; only then they are
 * searched for.
 *
 * @param hanging what was seen with the files, as `verifyFiles` counted it
 */
export const verifyOrphans = async ({
  hanging,
  institutionID,
  payload,
  reporter,
}: {
  hanging: ReadonlyMap<string, number>
  institutionID?: string
  payload: Payload
  reporter: Reporter
}): Promise<void> => {
  const where: Conditions = institutionID ? { institution: institutionID } : {}
  for (const collection of childCollections) {
    const seen = institutionID
      ? (hanging.get(`${collection}:${institutionID}`) ?? 0)
      : [...hanging].reduce(
          (sum, [key, n]) => (key.startsWith(`${collection}:`) ? sum + n : sum),
          0,
        )
    if ((await countMany({ collection, payload, where })) <= seen) continue
    for await (const all of readPages<{ id: string; file: string; institution: string }>({
      collection,
      payload,
      select: ['file', 'institution'],
      where: {},
    })) {
      await setImmediate()
      const docs = institutionID
        ? all.filter(({ institution }) => institution === institutionID)
        : all
      const files = await readMany<{ id: string; institution: string; number: number }>({
        collection: 'files',
        payload,
        select: ['institution', 'number'],
        where: { id: [...new Set(docs.map(({ file }) => file).filter(Boolean))] },
      })
      const fileByID = new Map(files.map((file) => [file.id, file]))
      for (const { id, file: fileID } of docs) {
        const file = fileByID.get(fileID)
        if (!file)
          reporter.add([{ id, actual: fileID, code: 'fileMissing', collection, expected: null }])
        else if (institutionID && file.institution !== institutionID)
          reporter.add([
            {
              id,
              actual: institutionID,
              code: 'institutionDiffers',
              collection,
              expected: file.institution,
              file: fileID,
              fileNumber: file.number,
            },
          ])
      }
    }
  }
}
