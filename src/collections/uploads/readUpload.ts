import type { Payload } from 'payload'

import { existsSync } from 'fs'
import { createLocalReq } from 'payload'
import path from 'path'
import { Readable } from 'stream'

import { RepriseError } from '../../utilities/errors'

/** An uploaded file to be read: where it lies on this machine, or its bytes from where it is stored. */
export type UploadSource =
  { path: string; stream?: undefined } | { path?: undefined; stream: AsyncIterable<Uint8Array> }

/**
 * The file of a document of an upload collection. Who may read it was decided by whoever found the document.
 *
 * @throws RepriseError `uploadLost` when it is no longer where it was stored; an Error that names the file when the storage does not
 * answer, or gives it out shorter than it is
 */
export const readUpload = async ({
  collection,
  doc,
  payload,
}: {
  collection: string
  doc: Record<string, unknown>
  payload: Payload
}): Promise<UploadSource> => {
  const { upload } = payload.collections[collection as 'users']!.config
  const filename = path.basename(String(doc.filename))
  const [handler] = upload.handlers ?? []
  if (!handler) {
    const file = path.join(upload.staticDir as string, filename)
    if (!existsSync(file)) throw lost(filename)
    return { path: file }
  }
  const answer = await handler(await createLocalReq({}, payload), {
    doc: doc as never,
    headers: new Headers(),
    params: { collection, filename },
  })
  if (answer instanceof Response && answer.status === 404) throw lost(filename)
  if (!(answer instanceof Response) || answer.status !== 200 || !answer.body)
    throw new Error(
      `The file ${filename} could not be read from the storage (${answer instanceof Response ? answer.status : 'no answer'}).`,
    )
  return {
    stream: whole(Readable.fromWeb(answer.body as never), {
      filename,
      size: Number(answer.headers.get('content-length')),
    }),
  }
}

const lost = (filename: string) => new RepriseError('uploadLost', { values: { value: filename } })

/** A connection that breaks off may look like the end of the file. */
async function* whole(
  chunks: AsyncIterable<Uint8Array>,
  { filename, size }: { filename: string; size: number },
): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of chunks) {
    read += chunk.length
    yield chunk
  }
  if (read !== size)
    throw new Error(`The storage gave ${read} of ${size} bytes of the file ${filename}.`)
}
