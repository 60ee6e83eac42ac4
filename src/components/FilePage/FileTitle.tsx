'use client'

import { useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Says what the number in the heading is the number of. */
export const FileTitle = ({ title }: { title: string }) => {
  const { setDocumentTitle, title: shown } = useDocumentTitle()
  useEffect(() => {
    // The panel sets the bare number after each load.
    if (shown !== title) setDocumentTitle(title)
  }, [setDocumentTitle, shown, title])
  return null
}
