'use client'

import { useConfig, useRowLabel } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { useText } from './useText'

/** Names read once per page: every row of a mapping asks for two. */
const names = new Map<string, Promise<string>>()

const nameOf = (base: string, id: string): Promise<string> => {
  if (!names.has(id))
    names.set(
      id,
      fetch(`${base}/subscriptions/${id}?depth=0&select[name]=true`, { credentials: 'include' })
        .then((answer) => answer.json())
        .then((doc) => String(doc.name ?? '')),
    )
  return names.get(id)!
}

/** “Abo Dienstag → Abo Dienstag”, or “→ not renewed”. */
export const MappingRowLabel = () => {
  const text = useText()
  const { config } = useConfig()
  const { data } = useRowLabel<{ origin?: string; target?: null | string }>()
  const [label, setLabel] = useState('')
  const { origin, target } = data ?? {}
  useEffect(() => {
    let isGone = false
    const base = `${config.serverURL}${config.routes.api}`
    void Promise.all([origin ? nameOf(base, origin) : '', target ? nameOf(base, target) : text('notRenewed')]).then(
      ([from, into]) => !isGone && setLabel(from ? `${from} → ${into}` : ''),
    )
    return () => {
      isGone = true
    }
    // The texts do not change while the page is open.
  }, [config.routes.api, config.serverURL, origin, target])
  return <span>{label}</span>
}
