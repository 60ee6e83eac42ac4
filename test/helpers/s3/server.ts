// Run in a process of its own: `server.ts <access key> <secret key> <bucket>`. Speaks as much of S3 as files need, in memory, on a free
// port of the loopback; prints `port <number>`, and then a line for each request.
import type { IncomingMessage, ServerResponse } from 'http'

import { createHash, randomUUID } from 'crypto'
import { createServer } from 'http'

import type { AddressInfo } from 'net'

import { refusalOf } from './signature'

type Stored = { type: string; body: Buffer; etag: string }

const [accessKeyID, secretAccessKey, bucket] = process.argv.slice(2) as [string, string, string]
const objects = new Map<string, Stored>()
const uploads = new Map<string, { type: string; parts: Map<number, Buffer> }>()

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`

const xml = (response: ServerResponse, status: number, body: string): void =>
  void response
    .writeHead(status, { 'Content-Type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>${body}`)

const refuse = (response: ServerResponse, status: number, code: string): void =>
  xml(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`)

const escape = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const store = (key: string, body: Buffer, type: string): Stored => {
  const stored = { type, body, etag: etagOf(body) }
  objects.set(key, stored)
  return stored
}

const list = (response: ServerResponse, prefix: string): void => {
  const found = [...objects].filter(([key]) => key.startsWith(prefix)).sort()
  const contents = found.map(
    ([key, { body, etag }]) =>
      `<Contents><Key>${escape(key)}</Key><ETag>${escape(etag)}</ETag><Size>${body.length}</Size></Contents>`,
  )
  xml(
    response,
    200,
    `<ListBucketResult><Name>${bucket}</Name><KeyCount>${found.length}</KeyCount><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
  )
}

const give = (request: IncomingMessage, response: ServerResponse, stored?: Stored): void => {
  if (!stored) return refuse(response, 404, 'NoSuchKey')
  const { type, body, etag } = stored
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const from = first ? Number(first) : 0
  const to = last ? Math.min(Number(last), body.length - 1) : body.length - 1
  if (first && from >= body.length) return refuse(response, 416, 'InvalidRange')
  const piece = body.subarray(from, to + 1)
  response.writeHead(first ? 206 : 200, {
    'Accept-Ranges': 'bytes',
    'Content-Length': piece.length,
    'Content-Type': type,
    ETag: etag,
    ...(first && { 'Content-Range': `bytes ${from}-${to}/${body.length}` }),
  })
  response.end(request.method === 'HEAD' ? undefined : piece)
}

/** A large file comes in parts: opened, filled, closed. */
const inParts = (
  request: IncomingMessage,
  response: ServerResponse,
  { type, body, key, query }: { type: string; body: Buffer; key: string; query: URLSearchParams },
): void => {
  if (query.has('uploads')) {
    const id = randomUUID()
    uploads.set(id, { type, parts: new Map() })
    return xml(
      response,
      200,
      `<InitiateMultipartUploadResult><Key>${escape(key)}</Key><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    )
  }
  const id = query.get('uploadId')!
  const upload = uploads.get(id)
  if (!upload) return refuse(response, 404, 'NoSuchUpload')
  if (request.method === 'PUT') {
    upload.parts.set(Number(query.get('partNumber')), body)
    return void response.writeHead(200, { ETag: etagOf(body) }).end()
  }
  uploads.delete(id)
  if (request.method === 'DELETE') return void response.writeHead(204).end()
  const inOrder = [...upload.parts].sort(([one], [two]) => one - two).map(([, part]) => part)
  const { etag } = store(key, Buffer.concat(inOrder), upload.type)
  xml(
    response,
    200,
    `<CompleteMultipartUploadResult><Key>${escape(key)}</Key><ETag>${escape(etag)}</ETag></CompleteMultipartUploadResult>`,
  )
}

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const refusal = refusalOf(request, body, { accessKeyID, secretAccessKey })
  if (refusal) return refuse(response, 403, refusal)
  const url = new URL(request.url!, 'http://storage')
  const [, name, ...rest] = url.pathname.split('/')
  const key = rest.map(decodeURIComponent).join('/')
  const query = url.searchParams
  const type = request.headers['content-type'] ?? 'application/octet-stream'
  if (name !== bucket) return refuse(response, 404, 'NoSuchBucket')
  if (!key) return list(response, query.get('prefix') ?? '')
  if (query.has('uploads') || query.has('uploadId'))
    return inParts(request, response, { type, body, key, query })
  if (request.method === 'PUT')
    return void response.writeHead(200, { ETag: store(key, body, type).etag }).end()
  if (request.method === 'DELETE') {
    objects.delete(key)
    return void response.writeHead(204).end()
  }
  give(request, response, objects.get(key))
}

const server = createServer((request, response) => {
  response.once('finish', () =>
    process.stdout.write(`${response.statusCode} ${request.method} ${request.url}\n`),
  )
  answer(request, response).catch((err: unknown) => {
    process.stderr.write(`${String(err)}\n`)
    refuse(response, 500, 'InternalError')
  })
})
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`),
)
