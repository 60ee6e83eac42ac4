import { readFileSync } from 'fs'
import path from 'path'

import type { E2EServer } from './startServer'

type Args = {
  code: string
  /** Another file than that of the old system. */
  file?: string
  server: E2EServer
  token: string
}

/** Brings in last season's subscribers of a site from the file of the old system, over HTTP. */
export const bringIn = async ({
  code,
  server,
  file = server.files[code]!,
  token,
}: Args): Promise<void> => {
  const { id, batch, seasons } = server.house.group.sites[code]!
  const form = new FormData()
  form.set('file', new Blob([readFileSync(file)], { type: typeOf(file) }), path.basename(file))
  form.set(
    '_payload',
    JSON.stringify({ criterion: batch.criterion, season: seasons.last, site: id }),
  )
  const created = await fetch(`${server.base}/api/subscriber-imports?depth=0`, {
    body: form,
    headers: { Authorization: `JWT ${token}`, Origin: server.base },
    method: 'POST',
  })
  if (created.status !== 201) throw new Error(`No import: ${await created.text()}`)
  const { doc } = await created.json()
  const { body } = await server.ask({
    body: { mode: 'goodOnly' },
    method: 'POST',
    path: `/subscriber-import/${doc.id}/start`,
    token,
  })
  await untilRun({ id: body.runID, server, state: 'done', token })
}

/** Waits until a run is in a state. @returns its progress then */
export const untilRun = async ({
  id,
  server,
  state,
  token,
}: {
  id: string
  state: string
} & Omit<Args, 'code' | 'file'>): Promise<{ processed: number; total: number }> => {
  for (let tries = 0; tries < 600; tries++) {
    const { body } = await server.ask({ path: `/run/${id}/progress`, token })
    if (body.state === state) return body
    if (body.state === 'failed') throw new Error(`The run failed: ${body.error}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The run is not ${state}.`)
}

const typeOf = (file: string): string =>
  file.endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'text/csv'
