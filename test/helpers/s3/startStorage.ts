import { S3 } from '@aws-sdk/client-s3'
import { spawn } from 'child_process'
import path from 'path'

import { programOf } from '../programs'

const root = path.resolve(import.meta.dirname, '../../..')

export type TestStorage = Awaited<ReturnType<typeof startStorage>>

/** An S3-compatible storage of one bucket, in a process of its own, and the variables that lead Reprise to it. */
export const startStorage = async () => {
  const env = {
    S3_ACCESS_KEY_ID: 'reprise-test',
    S3_BUCKET: 'reprise-files',
    S3_SECRET_ACCESS_KEY: 'a secret of the tests, of no use elsewhere',
  }
  const child = spawn(
    process.execPath,
    [programOf('storageServer'), env.S3_ACCESS_KEY_ID, env.S3_SECRET_ACCESS_KEY, env.S3_BUCKET],
    { cwd: root, env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  const port = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (piece) => (said += piece))
    child.stdout.on('data', (piece) => {
      said += piece
      const found = /^port (\d+)$/m.exec(said)
      if (found) resolve(found[1]!)
    })
    child.once('close', (code) => reject(new Error(`The storage ended with ${code}: ${said}`)))
  })
  const endpoint = `http://127.0.0.1:${port}`
  const client = new S3({
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY },
    endpoint,
    forcePathStyle: true,
    region: 'us-east-1',
  })
  return {
    endpoint,
    env: { ...env, S3_ENDPOINT: endpoint },
    /** The names of all objects. */
    keys: async (): Promise<string[]> => {
      const { Contents = [] } = await client.listObjectsV2({ Bucket: env.S3_BUCKET })
      return Contents.map(({ Key }) => Key!)
    },
    remove: async (key: string): Promise<void> =>
      void (await client.deleteObject({ Bucket: env.S3_BUCKET, Key: key })),
    /** What it was asked so far, a line each: `200 GET /bucket/key`. */
    requests: (): string[] => said.split('\n').filter((line) => /^\d{3} /.test(line)),
    stop: async (): Promise<void> => {
      const isOver = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGKILL')
      client.destroy()
      await isOver
    },
  }
}
