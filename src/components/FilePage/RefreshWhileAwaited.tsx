'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 4000
/** Who waits longer than this looks again by hand. */
const LONGEST_MS = 5 * 60_000
/** A form of an action is open, or remarks are being written: a fresh page could take away what was typed. */
const FILLING_IN =
  '.file-page__actions :is(input, select, textarea), .file-page__remarks :focus, [data-unsaved]'

/** Reads the page of a file again every few seconds, as long as it stands on it and nobody is filling in a form. */
export const RefreshWhileAwaited = () => {
  const router = useRouter()
  useEffect(() => {
    const end = Date.now() + LONGEST_MS
    const timer = setInterval(() => {
      if (Date.now() > end) clearInterval(timer)
      else if (!document.hidden && !document.querySelector(FILLING_IN)) router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return null
}
