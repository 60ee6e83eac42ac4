'use client'

import { useConfig, useRowLabel } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { useText } from './useText'

/** Which collection the rows of each mapping are about. */
const collectionOf = (path: string) =>
  path.startsWith('tariffMapping') ? 'tariffs' : 'subscriptions'

/** Names read once per page: every row of a mapping asks for two. */
const names = new Map<string, Promise<string>>()

const nameOf = (base: string, collection: string, id: string): Promise<string> => {
  if (!names.has(id))
    names.set(
      id,
      fetch(`${base}/${collection}/${id}?depth=0&select[name]=true`, { credentials: 'include' })
        .then((answer) => answer.json())
        .then((doc) => String(doc.name ?? '')),
    )
  return names.get(id)!
}

/** “Abo Dienstag → Abo Dienstag”, or “→ not renewed”. */
export const MappingRowLabel = () => {
  const text = useText()
  const { config } = useConfig()
  const { data, path } = useRowLabel<{ origin?: string; target?: null | string }>()
  const [label, setLabel] = useState('')
  const { origin, target } = data ?? {}
  useEffect(() => {
    let isGone = false
    const base = `${config.serverURL}${config.routes.api}`
    const name = (id: string) => nameOf(base, collectionOf(path), id)
    void Promise.all([origin ? name(origin) : '', target ? name(target) : text('notRenewed')]).then(
      ([from, into]) => !isGone && setLabel(from ? `${from} → ${into}` : ''),
    )
    return () => {
      isGone = true
    }
    // The texts do not change while the page is open.
  }, [config.routes.api, config.serverURL, origin, path, target])
  return <span>{label}</span>
}
