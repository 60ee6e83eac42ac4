'use client'

import { useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Says what the number in the heading is the number of. */
export const FileTitle = ({ title }: { title: string }) => {
  const { setDocumentTitle, title: shown } = useDocumentTitle()
  useEffect(() => {
    if (shown === title) return
    // Later than the panel, which sets the bare number in the same moment.
    const frame = requestAnimationFrame(() => setDocumentTitle(title))
    return () => cancelAnimationFrame(frame)
  }, [setDocumentTitle, shown, title])
  return null
}
