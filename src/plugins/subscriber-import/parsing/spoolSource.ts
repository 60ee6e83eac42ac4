import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { ImportSource, ReadLimits } from './types'

import { ImportFileError } from './ImportFileError'
import { makeSpoolFolder } from './spoolFolders'

/**
 * A file that can be read several times: the given one, or a private copy of the stream, which `close` removes.
 *
 * @throws ImportFileError `fileTooLarge`, `emptyFile`
 */
export const spoolSource = async ({
  limits,
  source,
}: {
  limits: ReadLimits
  source: ImportSource
}): Promise<{ close: () => Promise<void>; path: string }> => {
  if (source.path !== undefined) {
    checkSize({ limits, size: (await stat(source.path)).size, source })
    return { close: async () => undefined, path: source.path }
  }
  const folder = await makeSpoolFolder()
  const close = () => rm(folder, { force: true, recursive: true })
  try {
    const copy = path.join(folder, 'source')
    let size = 0
    const count = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        size += chunk.length
        if (size > limits.bytes) checkSize({ limits, size, source })
        yield chunk
      }
    }
    await pipeline(count(source.stream), createWriteStream(copy, { mode: 0o600 }))
    checkSize({ limits, size, source })
    return { close, path: copy }
  } catch (err) {
    await close()
    throw err
  }
}

const checkSize = ({
  limits,
  size,
  source,
}: {
  limits: ReadLimits
  size: number
  source: ImportSource
}): void => {
  if (!size) throw new ImportFileError({ code: 'emptyFile', value: source.fileName })
  if (size > limits.bytes)
    throw new ImportFileError({
      code: 'fileTooLarge',
      value: `${Math.floor(limits.bytes / 1024 / 1024)} MB`,
    })
}
